"""N-grams: shares that are shares, and a memory that helps where a piece repeats itself."""

import numpy as np
import pytest

from patchgen_training.music import ngram
from patchgen_training.music.anchors import anchors

LEARNED = [[1, 2, 3, 1, 2, 3, 1, 2, 4], [2, 3, 1, 2, 3]]
WORDS = 6


def test_the_shares_of_all_words_make_a_whole() -> None:
    model = ngram.learned(LEARNED, WORDS, 3)

    shares = np.array([ngram.shares(model, [1, 2, word]) for word in range(WORDS)])

    assert shares[:, :, 2].sum(axis=0) == pytest.approx([1, 1, 1])


def test_a_longer_context_knows_more_of_what_was_learned() -> None:
    model = ngram.learned(LEARNED, WORDS, 3)

    by_order = [np.log(shares).sum() for shares in ngram.shares(model, [2, 3, 1, 2, 3])]

    assert by_order == sorted(by_order)


def test_a_word_never_seen_has_a_share() -> None:
    model = ngram.learned(LEARNED, WORDS, 3)

    assert all((shares > 0).all() for shares in ngram.shares(model, [5, 0, 5]))


def test_the_memory_keeps_shares_whole_and_learns_the_piece() -> None:
    model = ngram.learned(LEARNED, WORDS, 3)
    piece = [5, 0, 4, 5, 0, 4, 5, 0]

    def shares(text: list[int]) -> ngram.Shares:
        return ngram.remembered(text, ngram.shares(model, text)[-1], 1, 4, 1.0)

    last = [shares([*piece, word])[-1] for word in range(WORDS)]
    assert sum(last) == pytest.approx(1)
    assert last[4] > 0.5
    assert last[4] > ngram.shares(model, [*piece, 4])[-1][-1]


def test_what_is_given_is_not_counted() -> None:
    told = anchors(LEARNED, LEARNED, LEARNED, WORDS, 0)
    without_first = anchors(LEARNED, LEARNED, LEARNED, WORDS, 1)

    assert set(told) == {"unigram", "3-gram", "5-gram", "5-gram that remembers the piece"}
    assert all(without_first[name] < told[name] for name in told)
    assert told["3-gram"] < told["unigram"]
