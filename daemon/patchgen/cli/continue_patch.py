"""`patchgen continue`: completes a given patch."""

from __future__ import annotations

from pathlib import Path

import click

from patchgen.cli import settings as given
from patchgen.cli.job import JSON, OPEN, OUTPUT, drawing, finish, make, seed_of


@click.command("continue", short_help="Complete a patch that is there.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("words", nargs=-1)
@OUTPUT
@drawing
@OPEN
@JSON
def command(
    file: Path,
    words: tuple[str, ...],
    output: Path | None,
    is_opened: bool,
    is_json: bool,
    **options: object,
) -> None:
    """Complete the patch FILE: its boxes stay as and where they are, new ones come below.

    WORDS say what the whole patch should do; without them it is the DESCRIPTION in its `pd META`,
    or what its objects tell. The result is a new file; FILE is not changed. A patch that needs more
    than the model may write (externals, files, network) is refused.
    """
    from patchgen.app import order

    settings = given.read(**options)
    prompt, seed = " ".join(words), seed_of(settings)
    wanted = order(settings, prompt, seed, target=output, given=file.absolute())
    finish(make(settings, wanted, "continue"), settings, is_opened=is_opened, is_json=is_json)
