"""`patchgen music play`: opens a piece in Pd."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from patchgen.cli import settings as given
from patchgen.cli.music.render import patch
from patchgen.cli.patch_files import write_bytes


@click.command("play", short_help="Open a piece in Pd.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Open the piece in FILE, a MIDI file, a text or a player patch, in Pd.

    What is no patch yet becomes one, in the folder for temporary files. The toggle `play` in its
    window starts it.
    """
    from patchgen.cli.open_patch import open_patch
    from patchgen.domains.music.piece import PATCH_ENDING, piece

    settings, player = given.read(), file.absolute()
    score = piece(file)
    if file.suffix.lower() != PATCH_ENDING:
        player = Path(tempfile.mkdtemp(prefix="patchgen-")) / f"{file.stem}.pd"
        write_bytes(player, patch(score))
    open_patch(player, settings.pd)
