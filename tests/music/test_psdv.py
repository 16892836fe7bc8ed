"""The texts of midi-gen-ai's first version."""

from __future__ import annotations

import pytest
from hypothesis import given

from patchgen.errors import MusicInvalid
from patchgen.music import psdv
from patchgen.music.score import Note, Score, Tempo

from .scores import anything, law, notes

SAMPLE = "57_0.0_0.75_70.0 61_0.38_0.75_52.0"


@law
@given(notes(within=5000))
def test_what_the_text_can_say_comes_back_whole(played: tuple[Note, ...]) -> None:
    score = Score((*played, Note(5000, 1, 60, 80)), 100, (Tempo(0, 60),))

    back = psdv.decode(psdv.encode(score))

    assert back == score


@law
@given(anything().filter(lambda score: score.notes))
def test_a_text_of_anything_is_read_and_written_the_same(score: Score) -> None:
    text = psdv.encode(score)

    assert sorted(psdv.encode(psdv.decode(text)).split()) == sorted(text.split())


def test_the_sample_comes_back_whole() -> None:
    score = psdv.decode(SAMPLE)

    assert psdv.encode(score) == SAMPLE
    assert score.notes == (Note(0, 75, 57, 70), Note(38, 75, 61, 52))


def test_changes_of_tempo_are_heard_in_the_seconds() -> None:
    score = Score((Note(0, 12, 60, 80), Note(12, 12, 62, 80)), 12, (Tempo(0, 60), Tempo(12, 120)))

    assert psdv.encode(score) == "60_0.0_1.0_80.0 62_1.0_0.5_80.0"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (" ", "empty"),
        ("54.19_04.15_99.8", "word 1"),
        (SAMPLE + " 128_0_1_70", "word 3"),
        ("60_-1_1_70", "word 1"),
        ("60_0_1e9_70", "word 1"),
        ("60_nan_1_70", "word 1"),
        ("60_99999999_1_70", "more than a day"),
    ],
)
def test_a_wrong_word_is_told_with_its_place(text: str, says: str) -> None:
    with pytest.raises(MusicInvalid) as caught:
        psdv.decode(text)

    assert says in caught.value.message
    assert caught.value.hint


def test_velocities_and_durations_that_nothing_could_play_are_brought_near() -> None:
    score = psdv.decode("60_0_0_0.2 62_1_1_300")

    assert score.notes == (Note(0, 1, 60, 1), Note(100, 100, 62, 127))
