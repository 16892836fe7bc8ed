"""A score as rows that [text sequence] plays: how many beats to wait, then what happens.

    0.5 60 90        key 60 is struck with velocity 90
    0 60 0           it is let go
    0 at 8           the play-head is at beat 8
    0 bar 3          bar 3 begins
    0 bar 4 6 8      bar 4 begins, and with it 6/8, which holds from here
    0 tempo 1.25     a quarter faster than the piece began
    0 chord Am7      this symbol holds from here

A beat is a quarter note. Keys of the channels after the first count on by 128 each. Whoever edits
a row hears it: the rows are the piece.
"""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.draw.ruling import last_tick
from patchgen.music.score import Note, Score, bars, without_overlaps
from patchgen.pd.atoms import escape, number_text
from patchgen.pd.model import Record

KEYS = 128
"""Of a channel."""

DIGITS = 5
"""Of a wait, behind the point: five microseconds at a usual tempo."""

LET_GO, SHOWN, STRUCK = range(3)
"""What happens first of all that happens at one moment."""

Event = tuple[int, int, tuple[str, ...]]
"""At which tick, in which order, which words."""


def rows(score: Score) -> Record:
    """The content of a [text define]."""
    atoms: list[str] = []
    written = 0.0
    for tick, _, words in sorted(events(score), key=lambda event: event[:2]):
        # Waits have few digits, so each makes up for what the ones before it lost.
        wait = number_text(round(tick / score.resolution - written, DIGITS))
        written += float(wait)
        atoms += (wait, *words, r"\;")
    return Record(("#A", "set", *atoms))


def events(score: Score) -> Iterator[Event]:
    """Everything that happens, in no order."""
    for note in without_overlaps(score.notes):
        key = str(key_of(note))
        yield note.onset, STRUCK, (key, str(note.velocity))
        yield note.end, LET_GO, (key, "0")
    metre = None
    for number, bar in enumerate(bars(score), 1):
        new = () if bar.metre == metre else (str(bar.metre.beats), str(bar.metre.unit))
        yield bar.start, SHOWN, ("bar", str(number), *new)
        metre = bar.metre
    for symbol in score.chords:
        yield symbol.at, SHOWN, ("chord", escape(symbol.chord))
    for tempo in score.tempos[1:]:
        yield tempo.at, SHOWN, ("tempo", number_text(tempo.bpm / score.tempos[0].bpm))
    yield from marks(score)


def marks(score: Score) -> Iterator[Event]:
    """Where the play-head is: at each beat, and at the end."""
    end = last_tick(score)
    for tick in range(0, end, score.resolution):
        yield tick, SHOWN, ("at", number_text(tick / score.resolution))
    yield end, STRUCK, ("at", number_text(end / score.resolution))


def key_of(note: Note) -> int:
    """The number of a key among those of all channels."""
    return KEYS * note.channel + note.pitch
