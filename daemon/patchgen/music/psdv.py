"""Scores as the texts of midi-gen-ai's first version: `57_0.0_0.75_70.0 61_0.38_0.75_52.0`.

A word is a note: pitch, start and duration in seconds with two decimals, and velocity. There are
no tempos, metres or channels, so a score that is read has 60 beats a minute of 100 ticks each.
Drums are left out.
"""

from __future__ import annotations

import re

from patchgen.errors import MusicInvalid
from patchgen.music.score import DRUMS, Note, Score, Tempo, clock

RESOLUTION = 100
LONGEST = 24 * 60 * 60
"""Seconds."""
_SECONDS = r"\d{1,9}(?:\.\d{0,9})?"
_WORD = re.compile(rf"(\d{{1,3}})_({_SECONDS})_({_SECONDS})_({_SECONDS})")


def encode(score: Score) -> str:
    """The score as a text, to the hundredth of a second."""
    second = clock(score)
    words = []
    for note in score.notes:
        if note.channel != DRUMS:
            start = round(second(note.onset) * RESOLUTION)
            ticks = max(1, round(second(note.end) * RESOLUTION) - start)
            words.append(
                f"{note.pitch}_{start / RESOLUTION}_{ticks / RESOLUTION}_{float(note.velocity)}"
            )
    return " ".join(words)


def decode(text: str) -> Score:
    """The score of a text."""
    words = text.split()
    if not words:
        raise MusicInvalid("the text is empty", hint="Write notes like 57_0.0_0.75_70.0.")
    notes = tuple(_note(number, word) for number, word in enumerate(words, 1))
    return Score(notes, RESOLUTION, tempos=(Tempo(0, 60),))


def _note(number: int, word: str) -> Note:
    match = _WORD.fullmatch(word)
    if match is None or int(match[1]) > 127:
        raise MusicInvalid(
            f"word {number}, {word[:40]!r}, is no note",
            hint="Write pitch_start_duration_velocity, such as 57_0.0_0.75_70.0.",
        )
    start, duration, velocity = map(float, match.groups()[1:])
    if start + duration > LONGEST:
        raise MusicInvalid(
            f"word {number}, {word[:40]!r}, sounds after more than a day",
            hint="Write start and duration in seconds.",
        )
    ticks = max(1, round(duration * RESOLUTION))
    return Note(round(start * RESOLUTION), ticks, int(match[1]), min(127, max(1, round(velocity))))
