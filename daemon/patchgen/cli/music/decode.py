"""`patchgen music decode`: texts and player patches become MIDI files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from patchgen.cli.job import JSON
from patchgen.cli.music.conversion import AGAIN, OUTPUT, SOURCE, convert, turns

INSTRUMENTS = ("piano", "electric piano", "bass", "drums")


@click.command("decode", short_help="Turn texts into MIDI files.")
@SOURCE
@OUTPUT
@click.option("--instrument", type=click.Choice(INSTRUMENTS), default="piano", show_default=True,
              help="What the MIDI file asks to be played with.")  # fmt: skip
@click.option("--bpm", type=click.FloatRange(10, 1000),
              help="Quarter notes a minute, in place of the tempo that the text has.")  # fmt: skip
@AGAIN
@JSON
def command(
    source: Path,
    output: Path | None,
    instrument: str,
    bpm: float | None,
    is_again: bool,
    is_json: bool,
) -> None:
    """Turn a text or a player patch into a MIDI file, or all texts in and below a folder.

    A text may have any form of `patchgen music encode`, or be chords as people write them. Files
    that cannot be read are told and left out; the exit code is then 1.
    """
    from patchgen.domains.music.piece import piece
    from patchgen.domains.music.voicing import voiced
    from patchgen.music.midi import written
    from patchgen.music.score import Tempo
    from patchgen.music.texts import FORMS

    def made(path: Path) -> bytes:
        score = voiced(piece(path))
        if bpm is not None:
            score = replace(score, tempos=(Tempo(0, bpm),))
        return written(score, instrument)

    planned = turns(source, output, (form.suffix for form in FORMS.values()), ".mid")
    convert(source, planned, made, is_again=is_again, is_json=is_json)
