"""Chords estimated from the notes, one for each half of a bar.

The chord is the one whose notes cover most of what sounds, with a little extra for a root in the
bass and for the common qualities; what lies outside it counts against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from patchgen.music.score import DRUMS, Note, Score, Symbol, bars
from patchgen.music.symbols import KEY_NAMES, NO_CHORD, QUALITIES

CANDIDATES = ("", "m", "7", "m7", "maj7", "dim", "dim7", "m7b5", "sus4", "aug")
"""Commonest first; richer ones fit too much."""
ROOT_IN_THE_BASS = 0.15
"""What it is worth, where 1 is all that sounds."""
RARER = 0.03
"""What each place further down the list costs."""
SILENT = 0.1
"""What each note of the chord costs that does not sound."""


class _Template(NamedTuple):
    """A chord that may be heard."""

    name: str
    root: int
    notes: frozenset[int]
    cost: float


def estimated_chords(score: Score) -> tuple[Symbol, ...]:
    """The chords under the notes, where they change; `N.C.` while nothing sounds."""
    found: list[Symbol] = []
    for start, end, sounding in _halves(score):
        chord = _chord(start, end, sounding)
        if not found or found[-1].chord != chord:
            found.append(Symbol(start, chord))
    return tuple(found)


def _halves(score: Score) -> Iterator[tuple[int, int, list[Note]]]:
    """Each half bar with the notes that sound in it."""
    waiting = [note for note in reversed(score.notes) if note.channel != DRUMS]
    sounding: list[Note] = []
    for bar in bars(score):
        middle = bar.start + (bar.ticks + 1) // 2
        for start, end in ((bar.start, middle), (middle, bar.start + bar.ticks)):
            while waiting and waiting[-1].onset < end:
                sounding.append(waiting.pop())
            sounding = [note for note in sounding if note.end > start]
            if start < end:
                yield start, end, sounding


def _chord(start: int, end: int, sounding: Sequence[Note]) -> str:
    if not sounding:
        return NO_CHORD
    weights = [0.0] * 12
    for note in sounding:
        weights[note.pitch % 12] += min(note.end, end) - max(note.onset, start)
    total = sum(weights)
    bass = min(note.pitch for note in sounding) % 12
    shares = [weight / total for weight in weights]
    return max(_templates(), key=lambda one: _worth(shares, bass, one)).name


def _worth(shares: Sequence[float], bass: int, one: _Template) -> float:
    """What sounds inside the chord less what sounds outside it, and what else speaks for it."""
    inside = sum(shares[note] for note in one.notes)
    silent = sum(1 for note in one.notes if not shares[note])
    return 2 * inside + ROOT_IN_THE_BASS * (one.root == bass) - SILENT * silent - one.cost


@lru_cache(maxsize=1)
def _templates() -> tuple[_Template, ...]:
    return tuple(
        _Template(
            name + quality,
            root,
            frozenset((root + step) % 12 for step in QUALITIES[quality]),
            RARER * rank,
        )
        for rank, quality in enumerate(CANDIDATES)
        for root, name in enumerate(KEY_NAMES)
    )
