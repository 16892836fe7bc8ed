"""Goes on where a run stopped: whole checkpoints, and a check that it is the same run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from torch import nn
from transformers import Trainer
from transformers.trainer_utils import rotate_checkpoints

from patchgen.errors import ConfigInvalid
from patchgen_training.tuning import whole

Facts = dict[str, Any]
FREE = ("log_every", "save_every", "keep", "report_to", "sample_every", "samples", "sample_length")
"""Keys of a recipe that may differ when a run goes on: they move no weight."""


class WholeCheckpoints(Trainer):
    """Saves each checkpoint beside the others and renames it when all processes are done."""

    is_saving = False

    def _get_output_dir(self, trial: Any) -> str:
        output = Path(str(super()._get_output_dir(trial)))
        return str(output / "partial" if self.is_saving else output)

    def _save_checkpoint(self, model: nn.Module, trial: Any) -> None:
        self.is_saving = True
        try:
            super()._save_checkpoint(model, trial)
        finally:
            self.is_saving = False
        self.accelerator.wait_for_everyone()
        if self.args.should_save:
            run = Path(str(self.args.output_dir))
            name = f"checkpoint-{self.state.global_step}"
            whole.publish(run / "partial" / name, run / name)
            (run / "partial").rmdir()
            self.state.best_model_checkpoint = self.best(run)
            rotate_checkpoints(
                output_dir=str(run),
                save_total_limit=self.args.save_total_limit,
                best_model_checkpoint=self.state.best_model_checkpoint,
            )
        self.accelerator.wait_for_everyone()

    def best(self, run: Path) -> str | None:
        """The checkpoint that validated best, where the run wants it kept."""
        step = self.state.best_global_step if self.args.load_best_model_at_end else None
        found = run / f"checkpoint-{step}"
        return str(found) if step and found.is_dir() else None


def newest(run: Path) -> Path | None:
    """The last checkpoint of a run."""
    return max(run.glob("checkpoint-*"), key=step_of, default=None)


def begin(out: Path, facts: Facts, *, resume: bool) -> Path | None:
    """Where to go on from, or nothing: then the run begins.

    Refuses to go on with another recipe or other data, and to begin over a run that is there.
    """
    checkpoint = newest(out / "run")
    if checkpoint is None:
        return None
    if not resume:
        raise ConfigInvalid(
            f"{out} has a run already, up to {checkpoint.name}",
            hint="--resume goes on with it; another --out begins a new one.",
        )
    before = json.loads((out / "run" / "facts.json").read_text(encoding="utf-8"))
    changed = sorted(differences(before, json.loads(json.dumps(facts))))
    if changed:
        raise ConfigInvalid(
            f"this run began with another {', '.join(changed)}",
            hint="Give the same recipe, data and settings, or begin anew in another --out.",
        )
    return checkpoint


def differences(before: Facts, after: Facts, place: str = "") -> list[str]:
    """The keys, with dots, whose values differ and matter."""
    found = []
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if isinstance(old, dict) and isinstance(new, dict):
            found += differences(old, new, f"{place}{key}.")
        elif old != new and key not in FREE:
            found.append(f"{place}{key}")
    return found


def prepare(out: Path, facts: Facts, checkpoint: Path | None) -> None:
    """Takes away what a killed run left half-written or will write again; keeps the facts."""
    run = out / "run"
    run.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(run / "partial", ignore_errors=True)
    whole.text(run / "facts.json", json.dumps(facts, indent=2))
    rewind(out / "log.jsonl", 0 if checkpoint is None else step_of(checkpoint))


def step_of(checkpoint: Path) -> int:
    """The number of steps before a checkpoint."""
    return int(checkpoint.name.rpartition("-")[2])


def rewind(log: Path, step: int) -> None:
    """Drops the lines of a log that were written after a step."""
    if not log.exists():
        return
    lines = log.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if is_whole(line) and json.loads(line)["step"] <= step]
    whole.text(log, "".join(f"{line}\n" for line in kept) if step else "")


def is_whole(line: str) -> bool:
    """Whether a kill did not cut the line."""
    return line.startswith("{") and line.endswith("}")
