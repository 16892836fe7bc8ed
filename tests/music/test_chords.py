"""Chord progressions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as draw

from patchgen.errors import MusicInvalid
from patchgen.music import chords
from patchgen.music.score import Metre, Note, Score, Symbol
from patchgen.music.words import KEYS, METRES, REPEAT

from .scores import anything, chord_names, law

rows = draw.lists(draw.lists(chord_names | draw.just(REPEAT), min_size=1, max_size=8), min_size=1)


LONG = [metre for metre in METRES if metre != (1, 8)]
"""With a tick for each of eight chords."""


@law
@given(rows, chord_names, draw.sampled_from(LONG), draw.sampled_from(KEYS))
def test_what_a_text_can_say_comes_back_whole(
    bars: list[list[str]], first: str, metre: tuple[int, int], key: str
) -> None:
    bars[0][0] = first
    line = " | ".join(" ".join(bar) for bar in bars)
    score = chords.parse(line + " |", metre=metre, key=key)

    back = chords.decode(chords.encode(score))

    assert back == score
    assert chords.parse(chords.sheet(score), metre=metre, key=key) == score


@law
@given(anything())
def test_the_text_of_anything_says_the_same_when_read_and_written(score: Score) -> None:
    read = chords.decode(chords.encode(score))

    assert chords.decode(chords.encode(read)) == read


def test_the_text_is_as_the_grammar_says() -> None:
    score = Score(
        chords=(Symbol(0, "C"), Symbol(48, "Am7/E"), Symbol(84, "F"), Symbol(144, "N.C.")),
        key="C",
        length=192,
    )

    text = chords.encode(score)

    assert text == "CHORDS kC m4/4 | C | Am7 /E % % F | % | N.C. END "


@pytest.mark.parametrize(
    ("written", "sheet"),
    [
        ("C Am F G7", "| C | Am | F | G7 |"),
        ("C, Am; F\nG7", "| C | Am | F | G7 |"),
        ("C - Am - F", "| C | Am | F |"),
        ("| C | Am F |", "| C | Am F |"),
        ("||: C | Am F :|| G |]", "| C | Am F | G |"),
        ("[chorus] C | [verse two] Am", "| C | Am |"),
        ("Intro: F#m7 D2\nVerse 1: A E/G#", "| F#m7 | D2 | A | E/G# |"),
        ("| C / / G | F % |", "| C % % G | F |"),
        ("| % | C |", "| N.C. | C |"),
        ("CHORDS kC m3/4 | C /E | F END ", "| C/E | F |"),
    ],
)
def test_people_write_progressions_in_many_ways(written: str, sheet: str) -> None:
    assert chords.sheet(chords.parse(written)) == sheet


@pytest.mark.parametrize(
    ("written", "says", "hint"),
    [
        ("", "no chord", "| C |"),
        ("[chorus] | % |", "no chord", "| C |"),
        ("C Am hello", "'hello'", "Am7"),
        ("| C | C C C C C C C C C |", "bar 2 has 9", "8 are the most"),
        ("CHORDS kC m4/4 | % END", "word 5, '%'", "chord"),
    ],
)
def test_what_is_no_progression_is_told(written: str, says: str, hint: str) -> None:
    with pytest.raises(MusicInvalid) as caught:
        chords.parse(written)

    assert says in caught.value.message
    assert hint in caught.value.hint


def test_an_unfinished_text_gives_what_is_whole_in_it() -> None:
    score = chords.decode("CHORDS kC m3/4 | C | F G", is_whole=False)

    assert [(one.at, one.chord) for one in score.chords] == [(0, "C"), (36, "F")]
    assert (score.metres, score.length) == ((Metre(0, 3, 4),), 72)


def test_a_chord_anywhere_moves_to_the_nearest_eighth_of_its_bar() -> None:
    score = Score((Note(0, 48, 60, 80),), chords=(Symbol(0, "C"), Symbol(17, "F")), key="C")

    text = chords.encode(score)

    assert text == "CHORDS kC m4/4 | C % % F % % % % END "
