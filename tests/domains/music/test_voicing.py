"""Chord symbols as notes for two hands."""

from __future__ import annotations

from itertools import pairwise

import pytest

from patchgen.domains.music.voicing import HIGH, LOW, movement, nearest, upper, voiced
from patchgen.music.score import Metre, Note, Score, Symbol
from patchgen.music.symbols import QUALITIES, pitch_classes, understood

SONG = "C Am7 F G7 Em7 A7 Dm7 G7sus4 C/E F#m7b5 B7 Em Bbmaj7 Eb Ab6 Db C".split()


def song(chords: list[str], ticks: int = 48, **others: object) -> Score:
    """Chords one after the other."""
    symbols = tuple(Symbol(i * ticks, chord) for i, chord in enumerate(chords))
    return Score((), 12, chords=symbols, length=ticks * len(chords), **others)  # type: ignore[arg-type]


def at(score: Score, tick: int) -> list[int]:
    """The keys that are struck at a tick, from low to high."""
    return sorted(note.pitch for note in score.notes if note.onset == tick)


def test_the_bass_is_the_root_or_what_the_symbol_names() -> None:
    found = voiced(song(["C", "Am", "C/E"]))

    assert [at(found, tick)[0] for tick in (0, 48, 96)] == [36, 45, 40]


@pytest.mark.parametrize("chord", SONG)
def test_a_chord_has_its_notes_and_no_others(chord: str) -> None:
    keys = at(voiced(song([chord])), 0)

    assert {key % 12 for key in keys} == pitch_classes(chord)


def test_the_right_hand_hardly_moves() -> None:
    found = voiced(song(SONG))

    hands = [tuple(at(found, i * 48)[1:]) for i in range(len(SONG))]
    assert all(movement(a, b) / max(len(a), len(b)) <= 3 for a, b in pairwise(hands))
    assert all(LOW <= key <= HIGH and hand[-1] - hand[0] < 12 for hand in hands for key in hand)


def test_no_progression_leaves_the_middle() -> None:
    found = voiced(song(["C", "F", "Bb", "Eb", "Ab", "Db", "Gb", "B", "E", "A", "D", "G"] * 5))

    means = [sum(hand) / len(hand) for i in range(60) if (hand := at(found, i * 48)[1:])]
    assert all(59 < mean < 69 for mean in means)


def test_a_chord_is_struck_again_in_each_bar() -> None:
    score = song(["C", "G"], ticks=72, metres=(Metre(0, 3, 4),))

    found = voiced(score)

    assert sorted({note.onset for note in found.notes}) == [0, 36, 72, 108]
    assert {note.duration for note in found.notes} == {36}


def test_no_chord_is_silence() -> None:
    found = voiced(song(["C", "N.C.", "G"]))

    assert at(found, 48) == []
    assert {note.end for note in found.notes if note.onset == 0} == {48}


def test_a_score_with_notes_or_without_chords_stays() -> None:
    whole = Score((Note(0, 1, 60, 60),), chords=(Symbol(0, "C"),))

    assert voiced(whole) == whole
    assert voiced(Score()) == Score()


@pytest.mark.parametrize("quality", QUALITIES)
def test_every_quality_lies_under_one_hand(quality: str) -> None:
    chord = understood("D" + quality)
    assert chord is not None

    hand = nearest(chord, ())

    assert 1 <= len(hand) <= 4
    assert len(upper(QUALITIES[quality])) == len(hand)
