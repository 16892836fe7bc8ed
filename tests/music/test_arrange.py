"""Scores made of other scores."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as draw

from patchgen.music.arrange import cut, joined, requantised, transposed
from patchgen.music.score import Metre, Note, Score, Symbol, Tempo, seconds

from .scores import anything, law, on_the_piano


@law
@given(anything(), draw.integers(-30, 30))
def test_transposing_keeps_everything_but_the_pitch(score: Score, semitones: int) -> None:
    moved = transposed(score, semitones)

    assert sorted((n.onset, n.duration, n.velocity) for n in moved.notes) == sorted(
        (n.onset, n.duration, n.velocity) for n in score.notes
    )
    assert sorted(n.pitch % 12 for n in moved.notes) == sorted(
        (n.pitch + semitones) % 12 for n in score.notes
    )
    assert all(0 <= n.pitch <= 127 for n in moved.notes)


def test_transposing_moves_chords_and_key_but_no_drums() -> None:
    score = Score((Note(0, 1, 36, 80, 9), Note(0, 1, 60, 80)), chords=(Symbol(0, "C/E"),), key="Am")

    moved = transposed(score, 3)

    assert [note.pitch for note in moved.notes] == [63, 36]
    assert (moved.chords[0].chord, moved.key) == ("Eb/G", "Cm")


@law
@given(anything())
def test_a_finer_grid_loses_nothing(score: Score) -> None:
    finer = requantised(score, score.resolution * 5)

    assert requantised(finer, score.resolution) == score


def test_a_coarser_grid_keeps_short_notes_and_cuts_keys_that_would_overlap() -> None:
    score = Score((Note(0, 1, 60, 80), Note(50, 1, 62, 80), Note(90, 5, 62, 80)), 480, length=960)

    coarse = requantised(score, 12)

    assert coarse.notes == (Note(0, 1, 60, 80), Note(1, 1, 62, 80), Note(2, 1, 62, 80))
    assert coarse.length == 24


def test_requantising_keeps_the_time_of_everything() -> None:
    score = Score(
        (Note(480, 480, 60, 80),), 480, (Tempo(0, 60), Tempo(480, 90)), (Metre(0, 3, 4),),
        (Symbol(480, "C"),), "C", 1440,
    )  # fmt: skip

    coarse = requantised(score, 12)

    assert coarse.notes == (Note(12, 12, 60, 80),)
    assert (coarse.tempos[1].at, coarse.chords[0].at, coarse.length) == (12, 12, 36)
    assert seconds(coarse, 36) == pytest.approx(seconds(score, 1440))


def test_a_cut_begins_at_zero_with_what_holds_there() -> None:
    score = Score(
        (Note(0, 96, 48, 80), Note(50, 90, 60, 80), Note(100, 4, 62, 80)),
        tempos=(Tempo(0, 60), Tempo(40, 90), Tempo(60, 100)),
        chords=(Symbol(0, "C"), Symbol(72, "F")),
        length=144,
    )

    part = cut(score, 48, 96)

    assert part.notes == (Note(2, 46, 60, 80),)
    assert part.tempos == (Tempo(0, 90), Tempo(12, 100))
    assert part.chords == (Symbol(0, "C"), Symbol(24, "F"))
    assert part.length == 48


@law
@given(on_the_piano(), on_the_piano())
def test_what_is_joined_can_be_cut_apart_again(first: Score, second: Score) -> None:
    first = replace(first, notes=cut(first, 0, first.length).notes)

    both = joined(first, second)

    assert cut(both, 0, first.length).notes == first.notes
    assert len(both.notes) == len(first.notes) + len(second.notes)
    assert both.length == first.length + second.length


def test_what_is_laid_over_another_begins_with_it() -> None:
    first = Score((Note(0, 12, 60, 80),), tempos=(Tempo(0, 90),), length=48)
    second = Score((Note(0, 480, 72, 80),), 480, (Tempo(0, 60),), length=3840)

    both = joined(first, second, "overlay")

    assert both.notes == (Note(0, 12, 72, 80), Note(0, 12, 60, 80))
    assert both.tempos == (Tempo(0, 90),)
    assert both.length == 96
