"""Chords estimated from notes."""

from __future__ import annotations

import pytest

from patchgen.music.harmony import estimated_chords
from patchgen.music.score import Metre, Note, Score, Symbol


def struck(at: int, *pitches: int) -> tuple[Note, ...]:
    return tuple(Note(at, 24, pitch, 80) for pitch in pitches)


@pytest.mark.parametrize(
    ("pitches", "chord"),
    [
        ((48, 64, 67), "C"),
        ((45, 60, 64), "Am"),
        ((43, 59, 65, 62), "G7"),
        ((50, 60, 65, 69), "Dm7"),
        ((53, 60, 64, 69), "Fmaj7"),
        ((47, 62, 65), "Bdim"),
        ((52, 60, 67), "C"),
        ((56,), "Ab"),
    ],
)
def test_a_chord_is_heard_for_what_it_is(pitches: tuple[int, ...], chord: str) -> None:
    found = estimated_chords(Score(struck(0, *pitches), metres=(Metre(0, 2, 4),)))

    assert found == (Symbol(0, chord),)


def test_there_is_a_chord_for_each_half_bar_where_it_changes() -> None:
    notes = struck(0, 48, 64, 67) + struck(24, 53, 65, 69) + struck(48, 53, 60, 69)
    drums = (Note(24, 24, 36, 80, 9),)

    found = estimated_chords(Score(notes + drums, length=144))

    assert found == (Symbol(0, "C"), Symbol(24, "F"), Symbol(72, "N.C."))


def test_a_note_outside_the_chord_passes_unheard() -> None:
    notes = (*struck(0, 48, 64, 67), Note(0, 3, 66, 80))

    found = estimated_chords(Score(notes))

    assert found[0].chord == "C"


def test_nothing_has_no_chords() -> None:
    assert estimated_chords(Score()) == ()
