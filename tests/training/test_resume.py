"""What a run goes on from, and what it refuses."""

import json
from pathlib import Path

import pytest

from patchgen.errors import ConfigInvalid
from patchgen_training.tuning import resume

FACTS = {"recipe": {"training": {"learning_rate": 1e-4, "log_every": 1}}, "data": "ab12"}


def run_at(out: Path, *steps: int) -> Path:
    """A run's folder with checkpoints."""
    for step in steps:
        (out / "run" / f"checkpoint-{step}").mkdir(parents=True)
    (out / "run" / "facts.json").write_text(json.dumps(FACTS), encoding="utf-8")
    return out


def test_the_newest_checkpoint_counts(tmp_path: Path) -> None:
    out = run_at(tmp_path, 9, 10, 8)
    (out / "run" / "partial" / "checkpoint-11").mkdir(parents=True)

    found = resume.begin(out, FACTS, resume=True)

    assert found == out / "run" / "checkpoint-10"


def test_a_run_killed_before_its_first_checkpoint_begins_again(tmp_path: Path) -> None:
    (tmp_path / "run" / "partial").mkdir(parents=True)
    (tmp_path / "log.jsonl").write_text('{"step": 1, "loss": 2.0}\n{"ste', encoding="utf-8")

    checkpoint = resume.begin(tmp_path, FACTS, resume=True)
    resume.prepare(tmp_path, FACTS, checkpoint)

    assert checkpoint is None
    assert (tmp_path / "log.jsonl").read_text(encoding="utf-8") == ""
    assert not (tmp_path / "run" / "partial").exists()


def test_the_log_is_cut_back_to_the_checkpoint(tmp_path: Path) -> None:
    out = run_at(tmp_path, 2)
    lines = [json.dumps({"step": step, "loss": 3 - step / 10}) for step in (1, 2, 3)]
    (out / "log.jsonl").write_text("\n".join(lines) + '\n{"step": 4, "lo', encoding="utf-8")

    resume.prepare(out, FACTS, out / "run" / "checkpoint-2")

    assert (out / "log.jsonl").read_text(encoding="utf-8") == "\n".join(lines[:2]) + "\n"


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({**FACTS, "data": "cd34"}, "another data"),
        ({**FACTS, "recipe": {"training": {"learning_rate": 1e-3}}}, "training.learning_rate"),
        ({**FACTS, "processes": 2}, "another processes"),
    ],
)
def test_another_run_is_refused(tmp_path: Path, changed: resume.Facts, named: str) -> None:
    out = run_at(tmp_path, 2)

    with pytest.raises(ConfigInvalid, match=named):
        resume.begin(out, changed, resume=True)


def test_how_often_it_logs_may_change(tmp_path: Path) -> None:
    out = run_at(tmp_path, 2)
    changed = {**FACTS, "recipe": {"training": {"learning_rate": 1e-4, "log_every": 50}}}

    assert resume.begin(out, changed, resume=True) == out / "run" / "checkpoint-2"
