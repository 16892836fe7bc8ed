"""`patchgen prefer`: which of the patches that were offered is the better one."""

from __future__ import annotations

from contextlib import closing

import click

from patchgen.cli import settings as given
from patchgen.cli.job import history


@click.command("prefer", short_help="Choose among patches that were offered.")
@click.argument("job", metavar="ID", type=int)
@click.argument("letter", metavar="A|B")
def command(job: int, letter: str) -> None:
    """Keep that the patch A (or B, ...) is the best of those that were offered with job ID.

    The choice becomes training data: `patchgen history export --preferences`.
    """
    with closing(history(given.read())) as kept:
        chosen = kept.prefer(job, letter)
    click.echo(chosen.entry.file)
