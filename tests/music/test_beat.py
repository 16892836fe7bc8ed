"""Scores as piano texts and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from patchgen.errors import MusicInvalid
from patchgen.music import beat
from patchgen.music.grammar import BeatGrammar, Wishes
from patchgen.music.score import Metre, Note, Score, Symbol, Tempo

from .scores import anything, law, on_the_piano

HEADER = "PIANO kC m4/4 b120 "


@law
@given(on_the_piano())
def test_what_a_text_can_say_comes_back_whole(score: Score) -> None:
    text = beat.encode(score)

    back = beat.decode(text)

    assert back == score


@law
@given(anything())
def test_a_text_of_anything_is_read_and_written_the_same(score: Score) -> None:
    text = beat.encode(score)

    back = beat.decode(text)

    assert beat.encode(back) == text
    assert text.endswith(" END ")


def test_the_text_is_as_the_grammar_says() -> None:
    score = Score(
        (Note(0, 12, 60, 76), Note(0, 12, 64, 76), Note(60, 6, 67, 100)),
        chords=(Symbol(0, "Am7/E"), Symbol(48, "F")),
        metres=(Metre(0, 4, 4), Metre(48, 3, 4)),
        tempos=(Tempo(0, 121), Tempo(48, 90)),
        key="Am",
        length=84,
    )

    text = beat.encode(score)

    assert text == (
        "PIANO kAm m4/4 b120 h | Am7 /E p0 v9 n64 d12 n60 d12 | m3/4 b88 F p0 p12 v12 n67 d6 END "
    )


def test_an_upbeat_is_a_bar_that_begins_late() -> None:
    score = Score(
        (Note(0, 12, 60, 76), Note(12, 12, 62, 76)),
        metres=(Metre(0, 4, 4), Metre(12, 4, 4)),
        key="C",
    )

    text = beat.encode(score)

    assert text == HEADER + "| p36 v9 n60 d12 | p0 n62 d12 END "


def test_a_metre_without_a_word_is_made_up_of_others() -> None:
    score = Score((Note(60, 6, 60, 76),), metres=(Metre(0, 11, 8),), key="C", length=66)

    text = beat.encode(score)

    assert text == "PIANO kC m5/4 b120 | | m1/8 p0 v9 n60 d6 END "


def test_drums_are_left_out_and_far_pitches_move_by_octaves() -> None:
    score = Score((Note(0, 1, 36, 76, 9), Note(0, 1, 0, 76), Note(0, 1, 127, 76)), key="C")

    text = beat.encode(score)

    assert text == HEADER + "| p0 v9 n103 d1 n24 d1 END "


def test_a_key_struck_while_it_sounds_is_cut_there() -> None:
    text = HEADER + "| p0 v9 n60 d48 p12 n60 d12 END "

    score = beat.decode(text)

    assert [(note.onset, note.duration) for note in score.notes] == [(0, 12), (12, 12)]


def test_an_unfinished_text_gives_what_is_whole_in_it() -> None:
    text = HEADER + "| p0 v9 n60 d12 n5"

    score = beat.decode(text, is_whole=False)

    assert score.notes == (Note(0, 12, 60, 76),)
    assert score.length == 48


@pytest.mark.parametrize(
    ("text", "says", "hint"),
    [
        ("", "breaks off after word 0", "PIANO"),
        ("PIANO kC m4/4 | ", "word 4, '|'", "tempo"),
        (HEADER + "| p0 n60 ", "word 7, 'n60'", "velocity"),
        (HEADER + "| p0 v9 n60 d12 n64 ", "word 10, 'n64'", "lower"),
        (HEADER + "| p48 ", "word 6, 'p48'", "place"),
        (HEADER + "| p0 v9 n60 d12 ", "breaks off after word 9", "END"),
        (HEADER + "| END more ", "word 7, 'more'", "Nothing"),
    ],
)
def test_a_wrong_word_is_told_with_its_place(text: str, says: str, hint: str) -> None:
    with pytest.raises(MusicInvalid) as caught:
        beat.decode(text)

    assert says in caught.value.message
    assert hint in caught.value.hint


@law
@given(on_the_piano())
def test_the_chords_of_a_score_can_be_wished(score: Score) -> None:
    chords = score.chords or (Symbol(0, "C"),)
    score = replace(score, metres=score.metres[:1], tempos=score.tempos[:1], chords=chords)
    text = beat.encode(score)
    metre = text.split()[2]
    at: BeatGrammar | None = BeatGrammar(Wishes(metre=metre, line=beat.chord_line(score)))

    for word in text.split():
        at = at and at.next(word)

    assert at is not None and at.may_end
