"""Scores as values."""

from __future__ import annotations

import pytest
from hypothesis import given

from patchgen.music.score import (
    Metre,
    Note,
    Score,
    Symbol,
    Tempo,
    bars,
    clock,
    seconds,
    without_overlaps,
)

from .scores import anything, law


def test_a_score_puts_its_parts_in_order() -> None:
    low, high, later = Note(0, 4, 60, 80), Note(0, 4, 72, 80), Note(4, 4, 60, 80)

    score = Score(
        (later, low, high),
        tempos=(Tempo(24, 60),),
        metres=(Metre(48, 3, 4), Metre(0, 2, 4)),
        chords=(Symbol(4, "F"), Symbol(0, "C")),
    )

    assert score.notes == (high, low, later)
    assert score.tempos == (Tempo(0, 120), Tempo(24, 60))
    assert score.metres == (Metre(0, 2, 4), Metre(48, 3, 4))
    assert [symbol.chord for symbol in score.chords] == ["C", "F"]


@pytest.mark.parametrize(("given_length", "length"), [(0, 30), (5, 30), (11, 11), (96, 96)])
def test_the_length_reaches_beyond_the_last_onset(given_length: int, length: int) -> None:
    score = Score((Note(10, 20, 60, 80),), length=given_length)

    assert score.length == length


def test_the_last_bar_is_whole_and_one_before_a_new_metre_is_cut() -> None:
    score = Score(metres=(Metre(0, 4, 4), Metre(60, 3, 8)), length=70)

    found = [(bar.start, bar.ticks, bar.metre.beats) for bar in bars(score)]

    assert found == [(0, 48, 4), (48, 12, 4), (60, 18, 3)]


@law
@given(anything())
def test_bars_follow_each_other_up_to_the_length(score: Score) -> None:
    found = bars(score)

    ends = [bar.start + bar.ticks for bar in found]
    assert [bar.start for bar in found] == ([0, *ends[:-1]] if found else [])
    assert max(ends, default=0) >= score.length


def test_an_empty_score_has_no_bars() -> None:
    assert bars(Score()) == ()


def test_seconds_follow_the_tempo() -> None:
    score = Score(tempos=(Tempo(0, 60), Tempo(12, 120), Tempo(24, 30)), length=48)

    passed = [seconds(score, tick) for tick in (0, 6, 12, 24, 36)]

    assert passed == pytest.approx([0, 0.5, 1, 1.5, 3.5])
    assert clock(score)(36) == pytest.approx(3.5)


def test_a_key_struck_while_it_sounds_is_cut_and_of_two_at_once_the_longer_stays() -> None:
    notes = (Note(0, 50, 60, 80), Note(10, 5, 60, 80), Note(10, 9, 60, 70), Note(10, 9, 60, 1, 9))

    cut = without_overlaps(notes)

    assert sorted(cut) == [Note(0, 10, 60, 80), Note(10, 9, 60, 1, 9), Note(10, 9, 60, 70)]


@law
@given(anything())
def test_without_overlaps_no_key_sounds_twice(score: Score) -> None:
    doubled = tuple(note for note in score.notes for _ in range(2))

    cut = without_overlaps(doubled)

    keys = {(note.pitch, tick) for note in cut for tick in range(note.onset, note.end)}
    assert len(keys) == sum(note.duration for note in cut)
