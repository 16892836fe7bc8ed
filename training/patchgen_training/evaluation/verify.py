"""Holds the benchmark's own patches against its checks: `python -m ...evaluation.verify MODULE`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click

from patchgen.domains.patch.codec import decode
from patchgen.errors import PatchgenError
from patchgen.headless.engine import find_pd
from patchgen_training.evaluation.task import Task, does_it


def mistakes(task: Task, pd: Path) -> Iterator[str]:
    """What is wrong with a task: good patches that fail, bad ones that pass."""
    for kind, patches, wanted in (("good", task.good, True), ("bad", task.bad, False)):
        for place, notation in enumerate(patches):
            try:
                passed = does_it(task, decode(notation), pd)
            except PatchgenError as error:
                yield f"{task.name}: {kind} patch {place} is no patch: {error.message}"
                continue
            if passed is not wanted:
                yield f"{task.name}: {kind} patch {place} {'passes' if passed else 'fails'}"


def main() -> None:
    """Prints the mistakes of the modules named on the command line."""
    for name in sys.argv[1:]:
        tasks: tuple[Task, ...] = import_module(f"patchgen_training.evaluation.{name}").TASKS
        found = [line for task in tasks for line in mistakes(task, find_pd())]
        click.echo("\n".join([f"{name}: {len(tasks)} tasks, {len(found)} mistakes", *found]))


if __name__ == "__main__":
    main()
