"""`patchgen music encode`: MIDI files and player patches become texts."""

from __future__ import annotations

from pathlib import Path

import click

from patchgen.cli.job import JSON
from patchgen.cli.music.conversion import AGAIN, OUTPUT, SOURCE, convert, turns

FORMATS = ("beat", "nd", "psdv", "chords")


@click.command("encode", short_help="Turn MIDI files into texts.")
@SOURCE
@OUTPUT
@click.option("--format", "form", type=click.Choice(FORMATS), default="beat", show_default=True,
              help="beat: bars and keys, as the model reads them; nd and psdv: those of other "
              "programs; chords: chord symbols only.")  # fmt: skip
@AGAIN
@JSON
def command(source: Path, output: Path | None, form: str, is_again: bool, is_json: bool) -> None:
    """Turn a MIDI file or a player patch into a text, or all MIDI files in and below a folder.

    `-o -` writes to standard output. Files that cannot be read are told and left out; the exit
    code is then 1.
    """
    from patchgen.domains.music.piece import MIDI_ENDINGS, piece
    from patchgen.music.texts import FORMS, written

    def made(path: Path) -> bytes:
        return f"{written(piece(path), form)}\n".encode()

    planned = turns(source, output, MIDI_ENDINGS, FORMS[form].suffix)
    convert(source, planned, made, is_again=is_again, is_json=is_json)
