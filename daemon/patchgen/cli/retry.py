"""`patchgen retry`: a job of the history once more, with another seed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click

from patchgen.cli import settings as given
from patchgen.cli.job import JSON, OPEN, OUTPUT, SEED, finish, history, make, seed_of


@click.command("retry", short_help="Try the newest job again.")
@click.option("--id", "job", type=int, help="Number in `patchgen history`; otherwise the newest.")
@OUTPUT
@SEED
@OPEN
@JSON
def command(
    job: int | None, output: Path | None, is_opened: bool, is_json: bool, **options: object
) -> None:
    """Do the newest job of the history again, with another seed and all else as it was."""
    from patchgen.service.record import order_of

    settings = given.read(**options)
    with closing(history(settings)) as kept:
        last = kept.newest() if job is None else kept.get(job)
    settings = settings.model_copy(update={"model": last.entry.model})
    again = order_of(last.entry, seed_of(settings), settings.job_seconds)
    made = make(settings, replace(again, target=output), "retry")
    finish(made, settings, is_opened=is_opened, is_json=is_json)
