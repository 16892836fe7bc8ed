"""`patchgen-train evaluate`: the public benchmark on any model that the daemon can run."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from patchgen import app, config
from patchgen.config import Settings
from patchgen.errors import PatchgenError
from patchgen.pipeline.publish import write_whole
from patchgen_training.evaluation import calibration
from patchgen_training.evaluation.attempt import Attempt, attempts
from patchgen_training.evaluation.benchmark import TASKS, TIERS
from patchgen_training.evaluation.free import FreeEngine
from patchgen_training.evaluation.report import table, times
from patchgen_training.evaluation.task import Task


@click.command("evaluate")
@click.option("--model", help="Name or path; the bundled model by default.")
@click.option("--seeds", type=click.IntRange(1), default=1, show_default=True,
              help="Answers to each task, with seeds from 0.")  # fmt: skip
@click.option("--candidates", type=click.IntRange(1), help="The most drafts for one answer.")
@click.option("--temperature", type=click.FloatRange(0), help="Of the first draft.")
@click.option("--tier", "tiers", multiple=True, type=click.Choice(list(map(str, TIERS))))
@click.option("--task", "names", multiple=True, help="Only tasks whose name contains this.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path),
              help="Keep the patches and attempts.jsonl in this folder.")  # fmt: skip
@click.option("--calibrate", is_flag=True,
              help="Find a calibration of the confidence, and how reliable it is.")  # fmt: skip
@click.option("--diagram", type=click.Path(dir_okay=False, path_type=Path),
              help="Draw how reliable the confidence is, as SVG.")  # fmt: skip
@click.option("--free", is_flag=True, help="Let the model write without the constraint.")
@click.option("--show", is_flag=True, help="Tell the prompts that were not answered right.")
def evaluate(
    model: str | None, seeds: int, candidates: int | None, temperature: float | None,
    tiers: tuple[str, ...], names: tuple[str, ...], out: Path | None,
    calibrate: bool, diagram: Path | None, free: bool, show: bool,
) -> None:  # fmt: skip
    """Measure how often a model's patches do what was asked, each tried in headless Pd."""
    tasks = [task for task in TASKS if is_wanted(task, tiers, names)]
    with TemporaryDirectory(prefix="patchgen-") as scratch:
        folder = out or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        settings = defaults(
            model=model, candidates=candidates, temperature=temperature, output_folder=folder
        )
        try:
            made = answered(tasks, settings, range(seeds), is_free=free)
        except PatchgenError as error:
            raise click.ClickException(f"{error.message}. {error.hint}") from error
    click.echo("\n".join([*table(made), "", times(made)]))
    if calibrate or diagram:
        tell_reliability(made, diagram)
    if show:
        click.echo(
            "\n".join(f"{a.task} (seed {a.seed}): {a.prompt}" for a in made if not a.is_done)
        )


def answered(
    tasks: Sequence[Task], settings: Settings, seeds: range, *, is_free: bool
) -> list[Attempt]:
    """All tasks with all seeds, kept in the output folder. Raises PatchgenError."""
    pipeline = app.build(settings)
    if pipeline.pd is None:
        raise PatchgenError("no Pd to try the patches in", hint="See `patchgen doctor`.")
    if is_free:
        pipeline.engine = FreeEngine(pipeline.engine)
    answers = attempts(pipeline, tasks, seeds, app.sampling(settings, 0), settings.candidates)
    count = len(tasks) * len(seeds)
    made = list(kept(answers, count, settings.output_folder / "attempts.jsonl"))
    pipeline.close()
    return made


def tell_reliability(made: Sequence[Attempt], diagram: Path | None) -> None:
    """Prints how far the confidence can be trusted, and draws it where a file is given."""
    judged = calibration.reliability(made)
    click.echo("\n".join(["", *calibration.table(judged)]))
    if diagram:
        write_whole(diagram, calibration.diagram(judged))


def is_wanted(task: Task, tiers: Collection[str], names: Collection[str]) -> bool:
    """Whether the task is of one of the tiers, and one of the words stands in its name."""
    is_named = not names or any(name in task.name for name in names)
    return is_named and (not tiers or str(task.tier) in tiers)


def defaults(**overrides: object) -> Settings:
    """The settings that PatchGen comes with, whatever the user's own are, and the overrides."""
    return config.settings_from(config.gathered(None, {}, overrides))


def kept(answers: Iterator[Attempt], count: int, path: Path) -> Iterator[Attempt]:
    """The attempts as they come, each written as a line of JSON."""
    with (
        path.open("w", encoding="utf-8") as file,
        click.progressbar(length=count, label="tasks", file=sys.stderr) as bar,
    ):
        for attempt in answers:
            file.write(json.dumps(asdict(attempt)) + "\n")
            bar.update(1)
            yield attempt
