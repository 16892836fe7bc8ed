"""What n-grams make of the test pieces: the figures that the model is held against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

import numpy as np

from patchgen_training.music import ngram

LONGEST = 5
"""Words of the longest n-gram over all pieces."""
REMEMBERED = 8
"""Words of the longest n-gram within a piece."""
SHORTEST = (1, 2, 3, 4)
TRUST = (0.5, 1.0, 2.0, 4.0)
TRIED = 20
"""Texts on which the two settings of the memory are chosen."""
Text = Sequence[int]


def anchors(
    train: Sequence[Text], valid: Sequence[Text], test: Sequence[Text], words: int, skipped: int
) -> dict[str, float]:
    """The nats of all test texts by model, without the first `skipped` words of each.

    The memory's settings are those that are best on validation texts.
    """
    model = ngram.learned(train, words, LONGEST)
    by_text = [ngram.shares(model, text) for text in test]
    found = {
        name: sum(nats(shares[order - 1], skipped) for shares in by_text)
        for name, order in {"unigram": 1, "3-gram": 3, "5-gram": LONGEST}.items()
    }
    with_memory = best_memory(model, valid[:TRIED], skipped)
    found["5-gram that remembers the piece"] = sum(
        nats(with_memory(text, shares[-1]), skipped)
        for text, shares in zip(test, by_text, strict=True)
    )
    return found


def nats(shares: ngram.Shares, skipped: int) -> float:
    """How much a text surprises whoever gives its words these shares."""
    return float(-np.log(shares[skipped:]).sum())


def best_memory(
    model: ngram.NGrams, valid: Sequence[Text], skipped: int
) -> Callable[[Text, ngram.Shares], ngram.Shares]:
    """The memory whose settings fit the validation texts best."""
    before = [ngram.shares(model, text)[-1] for text in valid]

    def cost(settings: tuple[int, float]) -> float:
        shortest, trust = settings
        return sum(
            nats(ngram.remembered(text, shares, shortest, REMEMBERED, trust), skipped)
            for text, shares in zip(valid, before, strict=True)
        )

    shortest, trust = min(product(SHORTEST, TRUST), key=cost)
    return lambda text, shares: ngram.remembered(text, shares, shortest, REMEMBERED, trust)
