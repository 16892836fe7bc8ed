"""Runs of notes that pieces share."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from time import process_time

from hypothesis import given
from hypothesis import strategies as draw

from patchgen.music.arrange import transposed
from patchgen.music.copied import longest_copy
from patchgen.music.score import Note, Score

from .scores import law


def line(pitches: list[int]) -> Score:
    return Score(tuple(Note(12 * n, 12, pitch, 80) for n, pitch in enumerate(pitches)))


def by_looking(first: list[int], second: list[int]) -> int:
    """The same, slowly."""
    steps = [[b - a for a, b in pairwise(one)] for one in (first, second)]
    runs = [
        {tuple(one[i:j]) for i in range(len(one)) for j in range(i + 1, len(one) + 1)}
        for one in steps
    ]
    longest = max((len(run) for run in runs[0] & runs[1]), default=0)
    return longest + 1 if longest else 0


few = draw.lists(draw.integers(60, 63), max_size=14)


@law
@given(few, few)
def test_it_finds_what_looking_at_every_run_finds(first: list[int], second: list[int]) -> None:
    assert longest_copy(line(first), [line(second)]) == by_looking(first, second)


def test_a_copy_in_another_key_is_a_copy() -> None:
    piece = line([60, 64, 67, 72, 71, 60])

    assert longest_copy(piece, [line([60, 61, 62]), transposed(piece, 5)]) == 6


def test_the_same_pitches_in_another_rhythm_are_no_copy() -> None:
    piece = line([60, 64, 67, 72])
    slow = Score(tuple(Note(24 * n, 12, p, 80) for n, p in enumerate((60, 64, 67, 72))))

    assert longest_copy(piece, [slow]) == 0


def test_nothing_shares_nothing() -> None:
    assert longest_copy(Score(), [line([60, 62])]) == 0
    assert longest_copy(line([60, 62]), []) == 0


def test_thousands_of_notes_take_a_moment() -> None:
    random = Random(1)
    pieces = [line([random.randint(40, 80) for _ in range(3000)]) for _ in range(5)]

    begun = process_time()
    longest_copy(pieces[0], pieces[1:])

    assert process_time() - begun < 5
