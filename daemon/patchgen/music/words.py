"""The words of the models, one vocabulary for piano and chords, in an order that is fixed for ever.

A text is words, each followed by one blank, the last one too. A word's number in `VOCABULARY` is
its token, so a model trained on one order cannot be read with another: add words at the end only.
grammar.py says in which order words may follow each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from patchgen.music.symbols import KEY_NAMES, NO_CHORD, NOTE_NAMES, QUALITIES, pitch_class

PIANO, CHORDS, HAS_CHORDS, BAR, END, REPEAT = "PIANO", "CHORDS", "h", "|", "END", "%"
"""`END` and not `E`, which is a chord."""

RESOLUTION = 12
"""Ticks in a quarter note."""
KEYS = (*KEY_NAMES, *(f"{name}m" for name in KEY_NAMES))
METRES = (
    *((4, 4), (3, 4), (2, 4), (6, 8), (2, 2), (3, 8), (9, 8), (6, 4), (3, 2), (12, 8), (5, 4)),
    *((4, 2), (9, 4), (4, 8), (2, 8), (7, 8), (1, 4), (7, 4), (5, 8), (9, 16), (1, 8)),
)
"""Beats and unit, commonest first in the pieces we train on; 1/8 fills what is left of others."""
TEMPOS = tuple(range(40, 209, 4))
"""Quarter notes a minute."""
BAR_TICKS = tuple(beats * RESOLUTION * 4 // unit for beats, unit in METRES)
"""How long a bar of each metre is."""
VELOCITY_STEP = 8
"""How many velocities share a word."""
PITCHES = range(21, 109)
"""The keys of a piano."""
DURATIONS = (*range(1, 49), *range(54, 97, 6), *range(108, 193, 12))
"""Ticks."""


class Kind(Enum):
    """What a word says."""

    PIANO = auto()
    CHORDS = auto()
    HAS_CHORDS = auto()
    BAR = auto()
    END = auto()
    REPEAT = auto()
    CHORD = auto()
    BASS = auto()
    KEY = auto()
    METRE = auto()
    TEMPO = auto()
    PLACE = auto()
    VELOCITY = auto()
    PITCH = auto()
    DURATION = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the vocabulary."""

    text: str
    kind: Kind
    number: int = 0
    """What `b120`, `p0`, `v9`, `n60` and `d12` count; of a metre its number in METRES.

    Of a chord the pitch class of its root, of a bass its own, -1 for no chord."""


def _all_words() -> tuple[Word, ...]:
    return (
        Word(PIANO, Kind.PIANO),
        Word(CHORDS, Kind.CHORDS),
        Word(HAS_CHORDS, Kind.HAS_CHORDS),
        Word(BAR, Kind.BAR),
        Word(END, Kind.END),
        Word(REPEAT, Kind.REPEAT),
        Word(NO_CHORD, Kind.CHORD, -1),
        *(Word(f"k{key}", Kind.KEY) for key in KEYS),
        *(Word(f"m{beats}/{unit}", Kind.METRE, i) for i, (beats, unit) in enumerate(METRES)),
        *(Word(f"b{bpm}", Kind.TEMPO, bpm) for bpm in TEMPOS),
        *(Word(f"p{place}", Kind.PLACE, place) for place in range(max(BAR_TICKS))),
        *(Word(f"v{number}", Kind.VELOCITY, number) for number in range(128 // VELOCITY_STEP)),
        *(Word(f"n{pitch}", Kind.PITCH, pitch) for pitch in PITCHES),
        *(Word(f"d{ticks}", Kind.DURATION, ticks) for ticks in DURATIONS),
        *(Word(f"/{name}", Kind.BASS, pitch_class(name)) for name in NOTE_NAMES),
        *(
            Word(root + quality, Kind.CHORD, pitch_class(root))
            for quality in QUALITIES
            for root in NOTE_NAMES
        ),
    )


WORDS = {word.text: word for word in _all_words()}
VOCABULARY = tuple(WORDS)
