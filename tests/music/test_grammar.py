"""Which word may follow which."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest

from patchgen.music import beat
from patchgen.music.grammar import BeatGrammar, ChordGrammar, Grammar, Wishes, begins_a_word
from patchgen.music.words import VOCABULARY, WORDS, Kind

LINE = (((0, "Am"), (24, "F/A")), (), ((0, "N.C."), (47, "C")))
BEAT_WISHES = [
    Wishes(),
    Wishes(bars=3),
    Wishes(bars=2, key="kAm", metre="m3/4", tempo="b60", most_at_once=1),
    Wishes(bars=2, most_at_once=3, has_chords=True),
    Wishes(bars=4, metre="m4/4", line=LINE),
    Wishes(metre="m4/4", line=LINE, most_at_once=1),
    Wishes(has_chords=False),
]


def written(at: Grammar, random: Random, most: int = 400) -> list[str]:
    """Words that may follow each other, first their kind drawn; on to the end after `most`."""
    words: list[str] = []
    while not at.may_end:
        allowed = {word: after for word in VOCABULARY if (after := at.next(word)) is not None}
        assert allowed, words
        kinds = sorted({WORDS[word].kind for word in allowed}, key=lambda kind: kind.name)
        closing = [kind for kind in kinds if kind in (Kind.BAR, Kind.END)]
        kind = random.choice(closing if closing and len(words) > most else kinds)
        word = random.choice([word for word in allowed if WORDS[word].kind is kind])
        at = allowed[word]
        words.append(word)
    assert not any(at.next(word) for word in VOCABULARY)
    return words


@pytest.mark.parametrize("wishes", BEAT_WISHES, ids=str)
def test_some_word_may_always_follow_in_a_piano_text(wishes: Wishes) -> None:
    texts = [written(BeatGrammar(wishes), Random(seed), 60) for seed in range(3)]

    assert all(text[0] == "PIANO" for text in texts)
    if wishes.bars is not None:
        assert [text.count("|") for text in texts] == [wishes.bars] * 3
    if wishes.key and wishes.metre and wishes.tempo:
        assert [text[1:4] for text in texts] == [[wishes.key, wishes.metre, wishes.tempo]] * 3


@pytest.mark.parametrize(
    "wishes", [Wishes(), Wishes(bars=5), Wishes(bars=1, key="kC", metre="m6/8")], ids=str
)
def test_some_word_may_always_follow_in_a_chord_text(wishes: Wishes) -> None:
    texts = [written(ChordGrammar(wishes), Random(seed), 60) for seed in range(3)]

    assert all(text[0] == "CHORDS" for text in texts)
    if wishes.bars is not None:
        assert [text.count("|") for text in texts] == [wishes.bars] * 3


def test_a_wished_line_is_there_word_for_word() -> None:
    text = written(BeatGrammar(Wishes(bars=4, metre="m4/4", line=LINE)), Random(1), 60)

    score = beat.decode(" ".join(text))

    assert [(one.at, one.chord) for one in score.chords] == [
        (0, "Am"), (24, "F/A"), (96, "N.C."), (143, "C"),
    ]  # fmt: skip


@pytest.mark.parametrize("most", [1, 2, 4])
def test_no_more_notes_sound_at_once_than_wished(most: int) -> None:
    text = written(BeatGrammar(Wishes(bars=8, most_at_once=most)), Random(most), 200)

    notes = beat.decode(" ".join(text)).notes
    crowds = [sum(o.onset <= n.onset < o.end for o in notes) for n in notes]
    assert max(crowds) <= most


@pytest.mark.parametrize(
    ("before", "word", "may_follow"),
    [
        ("", "CHORDS", False),
        ("PIANO kC m4/4 b120 |", "END", True),
        ("PIANO kC m4/4 b120 |", "m3/4", False),
        ("PIANO kC m4/4 b120 | |", "m3/4", True),
        ("PIANO kC m4/4 b120 | |", "m4/4", False),
        ("PIANO kC m4/4 b120 | |", "b120", False),
        ("PIANO kC m4/4 b120 |", "C", False),
        ("PIANO kC m4/4 b120 h |", "p0", False),
        ("PIANO kC m4/4 b120 h | C", "p1", False),
        ("PIANO kC m4/4 b120 h | C", "/E", True),
        ("PIANO kC m4/4 b120 h | C", "/C", False),
        ("PIANO kC m4/4 b120 h | C p0 C", "p1", False),
        ("PIANO kC m4/4 b120 h | C p0 C", "/E", True),
        ("PIANO kC m4/4 b120 h | N.C. p0", "N.C.", False),
        ("PIANO kC m4/4 b120 h | N.C.", "/E", False),
        ("PIANO kC m4/4 b120 h | C p0 p47 v9 n60 d1", "F", False),
        ("PIANO kC m4/4 b120 | p0", "p1", False),
        ("PIANO kC m4/4 b120 | p0", "|", False),
        ("PIANO kC m4/4 b120 | p0", "n60", False),
        ("PIANO kC m4/4 b120 | p0 v9", "p1", False),
        ("PIANO kC m4/4 b120 | p0 v9 n60", "n59", False),
        ("PIANO kC m4/4 b120 | p0 v9 n60 d12", "n60", False),
        ("PIANO kC m4/4 b120 | p0 v9 n60 d12", "v9", False),
        ("PIANO kC m4/4 b120 | p0 v9 n21 d12", "v8", False),
        ("PIANO kC m4/4 b120 | p5 v9 n60 d12", "p5", False),
        ("PIANO kC m4/4 b120 | p5 v9 n60 d12", "p6", True),
    ],
)
def test_the_rules_of_a_piano_text(before: str, word: str, may_follow: bool) -> None:
    at: BeatGrammar | None = BeatGrammar()
    for earlier in before.split():
        at = at and at.next(earlier)
    assert at is not None

    after = at.next(word)

    assert (after is not None) is may_follow


@pytest.mark.parametrize(
    ("before", "word", "may_follow"),
    [
        ("CHORDS kC m4/4 |", "%", False),
        ("CHORDS kC m4/4 |", "|", False),
        ("CHORDS kC m4/4 |", "END", False),
        ("CHORDS kC m4/4 | C |", "%", True),
        ("CHORDS kC m4/4 | C", "/B", True),
        ("CHORDS kC m4/4 | C", "/C", False),
        ("CHORDS kC m4/4 | C % % % % % %", "C", True),
        ("CHORDS kC m4/4 | C % % % % % % %", "C", False),
        ("CHORDS kC m4/4 | C", "b120", False),
    ],
)
def test_the_rules_of_a_chord_text(before: str, word: str, may_follow: bool) -> None:
    at: ChordGrammar | None = ChordGrammar()
    for earlier in before.split():
        at = at and at.next(earlier)
    assert at is not None

    after = at.next(word)

    assert (after is not None) is may_follow


@pytest.mark.parametrize(
    ("beginning", "is_one"), [("", True), ("k", True), ("kA", True), ("m", False)]
)
def test_the_beginning_of_a_word_may_stand_where_the_word_may(beginning: str, is_one: bool) -> None:
    at = BeatGrammar().next("PIANO")
    assert at is not None

    assert begins_a_word(at, beginning) is is_one


def test_asking_about_a_word_costs_microseconds() -> None:
    at: BeatGrammar | None = BeatGrammar(Wishes(bars=2))
    for word in "PIANO kC m4/4 b120 | p0 v9 n60 d12".split():
        at = at and at.next(word)
    assert at is not None

    begun = process_time()
    for _ in range(20):
        for word in VOCABULARY:
            at.next(word)
    each = (process_time() - begun) / 20 / len(VOCABULARY)

    assert each < 50e-6
