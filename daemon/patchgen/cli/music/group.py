"""`patchgen music`: the table of its commands."""

from __future__ import annotations

import click

from patchgen.cli.commands import Commands

COMMANDS = {
    "new": "patchgen.cli.music.new",
    "continue": "patchgen.cli.music.continue_piece",
    "retry": "patchgen.cli.music.retry",
    "chords": "patchgen.cli.music.chords",
    "encode": "patchgen.cli.music.encode",
    "decode": "patchgen.cli.music.decode",
    "render": "patchgen.cli.music.render",
    "play": "patchgen.cli.music.play",
    "eval": "patchgen.cli.music.evaluate",
}
"""Each module has a `command`. The order is that of `patchgen music --help`."""


@click.group("music", cls=Commands, table=COMMANDS, short_help="Write piano pieces and chords.")
def command() -> None:
    """Write, convert and play music: piano pieces and chord progressions.

    Pieces are player patches for Pd, MIDI files, or texts that people and models can read.
    """
