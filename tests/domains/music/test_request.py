"""Sentences that ask for music, and the wishes in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as draw

from patchgen.domains.music.request import asks_for_music, read, said
from patchgen.domains.music.wish import Wish, overruled
from patchgen.errors import PromptInvalid
from patchgen.music.words import KEYS, METRES


@pytest.mark.parametrize(
    ("sentence", "wish"),
    [
        ("piano", Wish()),
        ("piano a slow waltz in A minor, 16 bars",
         Wish(key="Am", metre=(3, 4), bpm=64, bars=16)),
        ("piano 120 bpm 4/4 in D, 24 bars over C Am F G",
         Wish(key="D", metre=(4, 4), bpm=120, bars=24, line="C Am F G")),
        ("Piano: very fast in f sharp minor, for half a minute",
         Wish(key="F#m", bpm=184, seconds=30)),
        ("piano in Bbm, a minute long", Wish(key="Bbm", seconds=60)),
        ("piano in E-flat major", Wish(key="Eb")),
        ("piano in a minor", Wish(key="Am")),
        ("piano with the chords | Dm7 G7 | Cmaj7 | % |, 8 bars",
         Wish(bars=8, line="| Dm7 G7 | Cmaj7 | % |")),
        ("piano over A minor", Wish(key="Am")),
        ("piano over the piece", Wish(mode="overlay")),
        ("piano after it, eight bars more", Wish(mode="after", bars=8)),
        ("piano from its last two bars, 8 bars", Wish(read_back=2, bars=8)),
        ("piano at most 300 words", Wish(words=300)),
        ("chords C Am F", Wish(kind="chords", line="C Am F")),
        ("chords, Dm7, G7, C, in C major", Wish(kind="chords", line="Dm7 G7 C", key="C")),
        ("chords in G major, 8 bars", Wish(kind="chords", key="G", bars=8)),
        ("chords after C Am F, 12 chords",
         Wish(kind="chords", line="C Am F", mode="after", chords=12)),
    ],
)  # fmt: skip
def test_a_sentence_is_understood(sentence: str, wish: Wish) -> None:
    assert read(sentence) == wish


@pytest.mark.parametrize(
    ("sentence", "unknown"),
    [
        ("piano a happy march, 8 bars", ("happy",)),
        ("piano in 11/8", ("11/8",)),
        ("piano 8 bars and 30 seconds", ("30 seconds",)),
        ("chords, jazz, 12 bars", ("jazz",)),
    ],
)
def test_what_is_not_understood_is_kept(sentence: str, unknown: tuple[str, ...]) -> None:
    assert read(sentence).unknown == unknown


def at_most_one_length() -> draw.SearchStrategy[dict[str, int]]:
    """The fields for a length."""
    return draw.sampled_from([{}, {"bars": 7}, {"seconds": 90}, {"words": 40}])


@given(
    draw.sampled_from((None, *KEYS)),
    draw.sampled_from((None, *METRES)),
    draw.sampled_from((None, 40, 97, 208)),
    at_most_one_length(),
    draw.sampled_from(("", "C Am7/E F#m7b5 G", "| Dm7 G7 | C | % |")),
    draw.sampled_from(("", "after", "overlay")),
    draw.sampled_from(((), ("happy",), ("very blue", "sad"))),
)
def test_what_a_wish_says_is_read_as_the_same_wish(
    key: str | None, metre: tuple[int, int] | None, bpm: int | None, length: dict[str, int],
    line: str, mode: str, unknown: tuple[str, ...],
) -> None:  # fmt: skip
    wish = Wish("piano", key, metre, bpm, line=line, mode=mode, unknown=unknown, **length)  # type: ignore[arg-type]

    assert read(said(wish)) == wish


@pytest.mark.parametrize("sentence", ["a sine", "", "pianos", "write a piano piece"])
def test_other_sentences_are_not_for_music(sentence: str) -> None:
    assert not asks_for_music(sentence)
    with pytest.raises(PromptInvalid, match="does not begin with piano or chords"):
        read(sentence)


@pytest.mark.parametrize(
    "sentence", ["piano 0 bars", "piano 129 bars", "piano 1 bpm", "piano 11 minutes"]
)
def test_what_cannot_be_had_is_told(sentence: str) -> None:
    with pytest.raises(PromptInvalid, match="cannot be had") as caught:
        read(sentence)

    assert "Ask for" in caught.value.hint


def test_a_second_wish_overrules_the_first() -> None:
    first, second = read("piano in C, 8 bars, 3/4"), read("piano in D minor, 30 seconds")

    assert overruled(first, second) == Wish(key="Dm", metre=(3, 4), seconds=30)
