"""The constraint for music: whatever is drawn under it is a whole text that keeps the wishes."""

from __future__ import annotations

import pickle
import random
from functools import partial

import pytest

from patchgen.domains.music import judge
from patchgen.domains.music.judge import MusicConstraint
from patchgen.music import beat, chords
from patchgen.music.grammar import Wishes
from patchgen.music.score import bars
from patchgen.music.words import BAR, END, VOCABULARY

LINE = (((0, "C"), (24, "Am/E")), ((0, "F"),), ((0, "G7"),))


def drawn(constraint: MusicConstraint, seed: int, text: str = "") -> str:
    """A text by chance, which ends only where it must."""
    chance = random.Random(seed)
    while not constraint.must_end(text):
        words = chance.sample(VOCABULARY, len(VOCABULARY))
        words.sort(key=lambda word: word in (BAR, END))
        text += next(f"{word} " for word in words if constraint.allows(f"{text}{word} "))
    return text


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("wishes", "most", "share"),
    [
        (Wishes(bars=8), 120, 8),
        (Wishes(bars=8, metre="m4/4", has_chords=True, line=LINE), 90, 4),
        (Wishes(bars=8, metre="m4/4", line=LINE), 40, 1),
        (Wishes(), 50, 1),
        (Wishes(has_chords=True), 16, 1),
    ],
)
def test_a_piano_text_comes_to_its_end_in_time(
    wishes: Wishes, most: int, share: int, seed: int
) -> None:
    text = drawn(judge.piano(wishes=wishes, most=most, share=share), seed)

    score = beat.decode(text)
    assert len(text.split()) <= most
    assert wishes.bars is None or len(bars(score)) == wishes.bars
    assert wishes.line is None or beat.chord_line(score)[:3] == LINE


def test_bars_to_come_keep_their_share() -> None:
    text = drawn(judge.piano(wishes=Wishes(bars=10), most=200, share=15), 3)

    lengths = [len(bar.split()) for bar in text.split(BAR)[1:]]
    assert min(lengths) >= 8


@pytest.mark.parametrize("seed", range(6))
def test_chords_are_as_many_as_wished(seed: int) -> None:
    text = drawn(judge.chords(wishes=Wishes(bars=12, key="kG"), plain_from=0), seed)

    assert text.startswith("CHORDS kG ")
    assert len(bars(chords.decode(text))) == 12
    assert all(len([w for w in bar.split() if w[0] != "/"]) == 1
               for bar in text.removesuffix(f"{END} ").split(BAR)[1:])  # fmt: skip


def test_words_that_are_given_need_no_room() -> None:
    given = drawn(judge.piano(wishes=Wishes(bars=4), most=60), 1).removesuffix(f"{END} ")
    count = given.count(" ")

    text = drawn(
        judge.piano(wishes=Wishes(bars=6), most=count + 40, share=15, given=count), 2, given
    )

    assert text.startswith(given)
    assert len(bars(beat.decode(text))) == 6


def test_parts_of_words_are_allowed_while_a_word_begins_so() -> None:
    constraint = judge.piano()

    assert constraint.allows("")
    assert constraint.allows("PI")
    assert not constraint.allows("PIANO  ")
    assert constraint.allows("PIANO kC m4/4 b1")
    assert not constraint.allows("PIANO kC m4/4 x")
    assert not constraint.may_end("PIANO kC m4/4 b120 | ")


def test_answers_do_not_depend_on_what_was_asked_before() -> None:
    text = drawn(judge.piano(wishes=Wishes(bars=3), most=60), 4)
    beginnings = [text[:end] for end in range(len(text) + 1)]
    again = judge.piano(wishes=Wishes(bars=3), most=60)
    random.Random(1).shuffle(beginnings)

    for beginning in beginnings:
        assert again.allows(beginning)
        assert not again.allows(beginning + "?")


def test_it_travels_to_another_process() -> None:
    factory = partial(judge.piano, wishes=Wishes(bars=2), most=50, share=2, given=3)

    made = pickle.loads(pickle.dumps(factory))()

    assert made.allows("PIANO kC ")
