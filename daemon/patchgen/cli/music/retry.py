"""`patchgen music retry`: the newest piece once more, with another seed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click

from patchgen.cli import settings as given
from patchgen.cli.job import JSON, OPEN, OUTPUT, SEED, finish, history, make, seed_of
from patchgen.errors import HistoryLacks


@click.command("retry", short_help="Try the newest piece again.")
@OUTPUT
@SEED
@OPEN
@JSON
def command(output: Path | None, is_opened: bool, is_json: bool, **options: object) -> None:
    """Do the newest job for music again, with another seed and all else as it was.

    `patchgen retry --id N` does any other one again.
    """
    from patchgen.domains.music.request import asks_for_music
    from patchgen.service.record import order_of

    settings = given.read(**options)
    with closing(history(settings)) as kept:
        jobs = (job.entry for job in kept.find() if asks_for_music(job.entry.prompt))
        last = next(jobs, None)
    if last is None:
        raise HistoryLacks("the history has no music", hint="Try `patchgen music new`.")
    settings = settings.model_copy(update={"model": last.model})
    again = order_of(last, seed_of(settings), settings.job_seconds)
    made = make(settings, replace(again, target=output), "retry")
    finish(made, settings, is_opened=is_opened, is_json=is_json)
