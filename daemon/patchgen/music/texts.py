"""The forms in which a score can be a text, and which of them a text has."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from patchgen.errors import MusicInvalid
from patchgen.music import beat, chords, nd, psdv
from patchgen.music.harmony import estimated_chords
from patchgen.music.score import Score
from patchgen.music.words import CHORDS, PIANO


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write scores down."""

    encode: Callable[[Score], str]
    decode: Callable[[str], Score]
    suffix: str
    """What the name of such a file ends with."""
    begins: re.Pattern[str]
    """How such a text begins."""


FORMS = {
    "beat": Form(beat.encode, beat.decode, ".txt", re.compile(rf"{PIANO}\b")),
    "nd": Form(nd.encode, nd.decode, ".nd", re.compile(r"START\b")),
    "psdv": Form(psdv.encode, psdv.decode, ".psdv", re.compile(r"\d+_")),
    "chords": Form(chords.encode, chords.parse, ".chords.txt", re.compile(rf"{CHORDS}\b|")),
}
"""By the name that a user gives; the last one takes whatever text the others do not."""


def read(text: str) -> Score:
    """The score of a text in any of the forms; chords may be written as people write them."""
    text = text.strip()
    if not text:
        raise MusicInvalid("the text is empty", hint="Write chords: C Am F G7.")
    return next(form for form in FORMS.values() if form.begins.match(text)).decode(text)


def written(score: Score, name: str) -> str:
    """The score in the form of that name; chords that nobody wrote are estimated from the notes.

    Raises MusicInvalid where there is nothing to say in it."""
    if not score.notes and (not score.chords or name != "chords"):
        raise MusicInvalid(
            "there are no notes in it",
            hint="A piece of chords alone is written by --format chords.",
        )
    if name == "chords" and not score.chords:
        score = replace(score, chords=estimated_chords(score))
    return FORMS[name].encode(score)
