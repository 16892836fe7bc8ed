"""The vocabulary."""

from __future__ import annotations

from hashlib import sha256

from patchgen.music.symbols import NOTE_NAMES, QUALITIES
from patchgen.music.words import BAR_TICKS, END, METRES, VOCABULARY, WORDS, Kind


def test_the_order_of_the_words_is_fixed_for_ever() -> None:
    first = VOCABULARY[:1181]

    fingerprint = sha256(" ".join(first).encode()).hexdigest()

    assert len(first) == 1181
    assert fingerprint == "b28168ef2d8d5c281c6a1303acde1da13ad5fb9430d6982d9466b8dd6d336bf7"


def test_no_two_words_are_alike_and_none_holds_a_blank() -> None:
    blanks = [word for word in VOCABULARY if len(word.split()) != 1]

    assert len(set(VOCABULARY)) == len(VOCABULARY)
    assert not blanks


def test_the_end_is_no_chord() -> None:
    chords = {word for word in VOCABULARY if WORDS[word].kind is Kind.CHORD}

    assert END not in chords
    assert len(chords) == len(NOTE_NAMES) * len(QUALITIES) + 1


def test_the_longest_bar_has_a_word_for_each_place() -> None:
    places = {word.number for word in WORDS.values() if word.kind is Kind.PLACE}

    assert places == set(range(max(BAR_TICKS)))
    assert len(METRES) == len(set(METRES)) == len(BAR_TICKS)
