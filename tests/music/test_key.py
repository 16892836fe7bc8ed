"""The key of a piece."""

from __future__ import annotations

import pytest

from patchgen.music.key import estimated_key
from patchgen.music.score import Note, Score, Symbol

MAJOR = (0, 2, 4, 5, 7, 9, 11, 12)
MINOR = (0, 2, 3, 5, 7, 8, 11, 12)


def scale(tonic: int, steps: tuple[int, ...]) -> Score:
    """A scale, its tonic held longest and its fifth long."""
    lengths = {0: 36, 7: 24, 12: 36}
    return Score(
        tuple(Note(12 * n, lengths.get(step, 12), tonic + step, 80) for n, step in enumerate(steps))
    )


@pytest.mark.parametrize(
    ("tonic", "steps", "key"),
    [(60, MAJOR, "C"), (66, MAJOR, "F#"), (70, MAJOR, "Bb"), (57, MINOR, "Am"), (61, MINOR, "Dbm")],
)
def test_a_scale_is_in_its_key(tonic: int, steps: tuple[int, ...], key: str) -> None:
    assert estimated_key(scale(tonic, steps)) == key


def test_chords_tell_the_key_where_there_are_no_notes() -> None:
    chords = tuple(Symbol(48 * n, chord) for n, chord in enumerate(("Em", "Am", "B7", "Em")))

    assert estimated_key(Score(chords=chords, length=192)) == "Em"


def test_drums_have_no_key_and_nothing_is_in_c() -> None:
    assert estimated_key(Score((Note(0, 12, 42, 80, 9),))) == "C"
    assert estimated_key(Score()) == "C"
