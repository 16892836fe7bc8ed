"""Scores as the texts of nanoGPT-music: `START n60 d5 sepxx d2 n64 d4 END`.

A word `n` is a key and the `d` behind it how long it sounds, in sixteenths; `sepxx` with its `d`
goes on so far from the last onset. There are no velocities, tempos, metres or channels, and keys
struck together stand from high to low. `END` may be missing, as in the texts that project trained
on. Drums are left out.
"""

from __future__ import annotations

import re

from patchgen.errors import MusicInvalid
from patchgen.music.arrange import requantised
from patchgen.music.score import DRUMS, Note, Score

RESOLUTION = 4
VELOCITY = 80
"""Of every note that is read."""
LONGEST = 1_000_000
"""Steps; about 35 hours."""
_NUMBERED = {letter: re.compile(letter + r"(\d{1,7})") for letter in "nd"}


def encode(score: Score) -> str:
    """The score as a text, its notes on the grid of sixteenths."""
    now = 0
    words = ["START"]
    for note in requantised(score, RESOLUTION).notes:
        if note.channel == DRUMS:
            continue
        if note.onset > now:
            words += ("sepxx", f"d{note.onset - now}")
            now = note.onset
        words += (f"n{note.pitch}", f"d{note.duration}")
    return " ".join((*words, "END"))


def decode(text: str) -> Score:
    """The score of a text."""
    words = text.split()
    if words[:1] != ["START"]:
        raise MusicInvalid("the text does not begin with START", hint="Write START n60 d4 ... END.")
    last = len(words) - (words[-1] == "END")
    now = 0
    notes = []
    for number in range(1, last, 2):
        is_wait = words[number] == "sepxx"
        pitch = 0 if is_wait else _number(words, number, "n", range(128), last)
        ticks = _number(words, number + 1, "d", range(1, LONGEST), last)
        if is_wait:
            now += ticks
        else:
            notes.append(Note(now, ticks, pitch, VELOCITY))
        if now + ticks > LONGEST:
            raise MusicInvalid(
                f"word {number + 2} lies beyond step {LONGEST}", hint="Write shorter waits."
            )
    return Score(tuple(notes), RESOLUTION)


def _number(words: list[str], at: int, letter: str, bounds: range, last: int) -> int:
    """What a word counts, which begins with the letter and lies within the bounds."""
    word = words[at] if at < last else ""
    match = _NUMBERED[letter].fullmatch(word)
    if match is None or int(match[1]) not in bounds:
        what = (
            f"word {at + 1}, {word[:40]!r}, is none" if word else f"word {at + 1} is missing, one"
        )
        raise MusicInvalid(
            f"{what} of {letter}{bounds.start} to {letter}{bounds.stop - 1}",
            hint="Write a key and its length, n60 d4, or a wait, sepxx d4.",
        )
    return int(match[1])
