"""The patch that plays a piece: the piece itself, an instrument, MIDI, controls and the roll."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from patchgen.domains.music.midi_out import midi_out
from patchgen.domains.music.panel import panel
from patchgen.domains.music.plan import FONT, subpatch
from patchgen.domains.music.roll import AREA, patch_of_colour, roll
from patchgen.domains.music.sequence import sequence
from patchgen.domains.music.sound import sound
from patchgen.music.score import Score
from patchgen.pd.model import Box, Canvas, Connection

HEAD = "#d06020"
NO_PROGRAMS: Mapping[int, int] = {}


def player(score: Score, title: str, programs: Mapping[int, int] = NO_PROGRAMS) -> Canvas:
    """A patch for vanilla Pd and Purr Data that needs nothing beside itself.

    `programs` are the MIDI instruments from 0 of channels from 0, where they are not the piano.
    """
    boxes = (
        subpatch(sequence(score), 10, 460),
        subpatch(midi_out(score, programs), 10, 490),
        subpatch(sound(score), 100, 490),
        roll(score),
        *panel(score, title or score.title),
        head(),
    )
    cords = (Connection(0, 0, 1, 0), Connection(0, 0, 2, 0))
    return Canvas(60, 60, 800, 530, (str(FONT),), (*boxes, *cords))


def head() -> Box:
    """The line that runs through the roll while it plays."""
    line = patch_of_colour(0, 0, 2, round(AREA.height), HEAD, receive="$0-head")
    return replace(line, x=round(AREA.left), y=round(AREA.top))
