"""Chord symbols."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as draw

from patchgen.errors import MusicInvalid
from patchgen.music.symbols import (
    KEY_NAMES,
    NO_CHORD,
    pitch_classes,
    simplified,
    transposed_chord,
    transposed_key,
    words_of,
)
from patchgen.music.words import WORDS

from .scores import chord_names, law


@law
@given(chord_names)
def test_a_chord_we_have_words_for_stays_as_it_is(chord: str) -> None:
    words = words_of(chord)

    assert "".join(words) == simplified(chord) == chord
    assert all(word in WORDS for word in words)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("C-7", "Cm7"),
        ("am", "Am"),
        ("B♭maj7", "Bbmaj7"),
        ("CM7/E", "Cmaj7/E"),
        ("Cø", "Cm7b5"),
        ("D2", "Dadd9"),
        ("C6/9", "C69"),
        ("C6/9/E", "C69/E"),
        ("C7(b9)", "C7b9"),
        ("C7(b9,#5)", "C7#5"),
        ("C7#5b9", "C7#5"),
        ("Cm69", "Cm6"),
        ("E#dim", "Fdim"),
        ("Bb/Fb", "Bb/E"),
        ("C/B#", "C"),
        ("nc", NO_CHORD),
    ],
)
def test_other_spellings_and_rare_chords_become_the_nearest_we_have(
    written: str, read: str
) -> None:
    assert simplified(written) == read


@pytest.mark.parametrize(
    "text", ["", "H", "hello", "Intro", "Chorus", "A1", "dim", "C/", "C/x", "x2"]
)
def test_other_words_are_no_chords(text: str) -> None:
    with pytest.raises(MusicInvalid) as caught:
        simplified(text)

    assert repr(text) in caught.value.message
    assert "Am7" in caught.value.hint


def test_the_notes_of_a_chord_include_its_bass() -> None:
    assert pitch_classes("C7/F") == {0, 4, 5, 7, 10}
    assert pitch_classes(NO_CHORD) == set()


@law
@given(chord_names, draw.integers(-24, 24))
def test_transposing_moves_every_note_of_a_chord(chord: str, semitones: int) -> None:
    moved = transposed_chord(chord, semitones)

    assert pitch_classes(moved) == {(note + semitones) % 12 for note in pitch_classes(chord)}
    assert all(word in WORDS for word in words_of(moved))


@pytest.mark.parametrize(
    ("chord", "semitones", "moved"),
    [("C", 1, "Db"), ("G7/B", 1, "Ab7/C"), ("A", 6, "D#"), ("Bb", -3, "G"), ("F#m", 2, "G#m")],
)
def test_transposed_chords_are_spelt_along_their_key(
    chord: str, semitones: int, moved: str
) -> None:
    assert transposed_chord(chord, semitones) == moved


def test_keys_have_one_name_each() -> None:
    names = {transposed_key("C", semitones) for semitones in range(12)}

    assert names == set(KEY_NAMES)
    assert transposed_key("A#m", 0) == "Bbm"
    with pytest.raises(MusicInvalid, match="no key"):
        transposed_key("Q", 1)
