"""The texts of nanoGPT-music."""

from __future__ import annotations

import pytest
from hypothesis import given

from patchgen.errors import MusicInvalid
from patchgen.music import nd
from patchgen.music.score import Note, Score

from .scores import anything, law, notes

SAMPLE = "START n60 d5 sepxx d2 n67 d4 n64 d4 sepxx d1 n65 d1 END"


@law
@given(notes(within=300))
def test_what_the_text_can_say_comes_back_whole(played: tuple[Note, ...]) -> None:
    score = Score(tuple(Note(n.onset, n.duration, n.pitch, nd.VELOCITY) for n in played), 4)

    back = nd.decode(nd.encode(score))

    assert back == score


@law
@given(anything())
def test_a_text_of_anything_is_read_and_written_the_same(score: Score) -> None:
    text = nd.encode(score)

    assert nd.encode(nd.decode(text)) == text


@pytest.mark.parametrize("text", [SAMPLE, SAMPLE.removesuffix(" END")])
def test_the_sample_comes_back_whole(text: str) -> None:
    score = nd.decode(text)

    assert nd.encode(score) == SAMPLE
    assert [(n.onset, n.pitch, n.duration) for n in score.notes] == [
        (0, 60, 5), (2, 67, 4), (2, 64, 4), (3, 65, 1),
    ]  # fmt: skip


def test_drums_are_left_out() -> None:
    score = Score((Note(0, 1, 36, 80, 9), Note(0, 1, 60, 80)), 4)

    assert nd.encode(score) == "START n60 d1 END"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "START"),
        ("n60 d5", "START"),
        ("START n60", "word 3 is missing"),
        ("START n60 n62", "word 3, 'n62'"),
        ("START n128 d1", "word 2, 'n128'"),
        ("START n60 d0", "word 3, 'd0'"),
        ("START sepxx END", "word 3 is missing"),
        ("START n60 d1 END n61 d1", "word 4, 'END'"),
        ("START " + "sepxx d999999 " * 2, "beyond step"),
        ("START n60 d99999999", "word 3"),
    ],
)
def test_a_wrong_word_is_told_with_its_place(text: str, says: str) -> None:
    with pytest.raises(MusicInvalid) as caught:
        nd.decode(text)

    assert says in caught.value.message
    assert caught.value.hint
