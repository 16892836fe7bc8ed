"""The roll in the window: arrays of keys, and the lines below them."""

from __future__ import annotations

from patchgen.domains.music.roll import AREA, MOST_ARRAYS, keys_by_column, roll
from patchgen.draw.arrays import arrays
from patchgen.music.score import DRUMS, Note, Score


def test_each_column_has_its_keys_from_high_to_low() -> None:
    notes = (Note(0, 4, 60, 80), Note(2, 2, 72, 80), Note(6, 2, 50, 80))

    found = keys_by_column(notes, 8, 8)

    assert found == [[60], [60], [72, 60], [72], [], [], [50], [50]]


def test_a_key_struck_again_can_be_told_apart() -> None:
    found = keys_by_column((Note(0, 4, 60, 80), Note(4, 4, 60, 80)), 8, 8)

    assert found == [[60], [60], [60], [], [60], [60], [60], []]


def test_a_short_note_in_a_long_piece_is_seen() -> None:
    found = keys_by_column((Note(9_000, 1, 60, 80),), 10_000, 100)

    assert found[90] == [60]


def test_there_are_as_many_arrays_as_keys_at_once() -> None:
    chord = tuple(Note(0, 12, 60 + i, 80) for i in range(3))
    cluster = tuple(Note(0, 12, 20 + i, 80) for i in range(40))
    drums = (Note(0, 1, 36, 90, DRUMS), Note(0, 1, 42, 90, DRUMS))

    counts = [count(Score(notes)) for notes in ((), chord, cluster, chord + drums)]

    assert counts == [0, 3, MOST_ARRAYS, 5]


def count(score: Score) -> int:
    """How many arrays a roll has."""
    canvas = roll(score).canvas
    assert canvas is not None
    return len(arrays(canvas))


def test_no_array_is_wider_than_the_roll() -> None:
    canvas = roll(Score((Note(0, 50_000, 60, 80),))).canvas
    assert canvas is not None

    (array,) = arrays(canvas)

    assert array.count == AREA.width
    assert set(array.saved.values()) == {61.0, float(min(array.saved.values()))}
