"""What a model must beat: n-grams over the same words, and n-grams that remember the piece, too.

Orders are mixed as Witten and Bell do ("The zero-frequency problem", 1991): a context that went on
in many ways leaves more to the next shorter one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Shares = npt.NDArray[np.float64]

BORDER = 1
"""Words are counted from here; 0 stands before and between texts."""
FACTOR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often hashes were seen."""

    seen: Hashes
    """In order."""
    times: Shares

    def of(self, wanted: Hashes) -> Shares:
        """How often each of these was."""
        places = np.minimum(np.searchsorted(self.seen, wanted), len(self.seen) - 1)
        return np.where(self.seen[places] == wanted, self.times[places], 0.0)


@dataclass(frozen=True, slots=True)
class Order:
    """All n-grams of one length."""

    grams: Counts
    contexts: Counts
    """All but the last word of each."""
    ways: Counts
    """In how many ways a context went on."""


@dataclass(frozen=True, slots=True)
class NGrams:
    """A model of words: shares by order, 1 word and more."""

    orders: tuple[Order, ...]
    words: int
    """How many different ones there are; each has a share, seen or not."""


def learned(texts: Iterable[Sequence[int]], words: int, longest: int) -> NGrams:
    """Counts all n-grams of up to `longest` words."""
    stream = np.concatenate([bordered(text, longest) for text in texts])
    starts = stream > 0  # Borders are no words to be told.
    orders = []
    for length in range(1, longest + 1):
        grams, contexts = hashes(stream, length)
        grams, contexts = grams[starts], contexts[starts]
        seen, first, times = np.unique(grams, return_index=True, return_counts=True)
        orders.append(
            Order(
                Counts(seen, times.astype(np.float64)),
                counted(contexts),
                counted(contexts[first]),
            )
        )
    return NGrams(tuple(orders), words)


def bordered(text: Sequence[int], longest: int) -> Ids:
    """A text after as many borders as the longest context has words."""
    ids: Ids = np.asarray(text, dtype=np.int64) + BORDER
    return np.concatenate([np.zeros(longest, dtype=np.int64), ids])


def counted(values: Hashes) -> Counts:
    """How often each value stands there."""
    seen, times = np.unique(values, return_counts=True)
    return Counts(seen, times.astype(np.float64))


def hashes(stream: Ids, length: int) -> tuple[Hashes, Hashes]:
    """A number for the n-gram that ends at each word, and one for its context."""
    words = stream.astype(np.uint64)
    context = np.zeros(len(words), dtype=np.uint64)
    for back in range(length - 1, 0, -1):
        earlier = np.concatenate([np.zeros(back, dtype=np.uint64), words[:-back]])
        context = mixed(context, earlier)
    return mixed(context, words), context


def mixed(value: Hashes, word: Hashes) -> Hashes:
    """Two numbers as one; 64 bits, so that hardly two n-grams share one."""
    made: Hashes = (value ^ (word + FACTOR + (value << np.uint64(6)))) * FACTOR
    return made ^ (made >> np.uint64(29))


def shares(model: NGrams, text: Sequence[int]) -> list[Shares]:
    """The share of each word of a text, by the longest order used: 1, 2, ..."""
    stream = bordered(text, len(model.orders))
    is_word = stream > 0
    share = np.full(int(is_word.sum()), 1 / model.words)
    found = []
    for length, order in enumerate(model.orders, start=1):
        grams, contexts = (part[is_word] for part in hashes(stream, length))
        times, ways = order.contexts.of(contexts), order.ways.of(contexts)
        seen = np.where(times > 0, times + ways, 1.0)
        share = np.where(times > 0, (order.grams.of(grams) + ways * share) / seen, share)
        found.append(share)
    return found


def remembered(
    text: Sequence[int], before: Shares, shortest: int, longest: int, trust: float
) -> Shares:
    """Shares after the n-grams of the piece itself, as far as it has come, had their say.

    `trust` divides the weight of what was expected `before`: above 1, the piece counts more.
    """
    followers: defaultdict[tuple[int, ...], Counter[int]] = defaultdict(Counter)
    made = np.empty(len(text))
    for place, word in enumerate(text):
        share = float(before[place])
        for length in range(shortest, min(longest, place + 1) + 1):
            context = tuple(text[place - length + 1 : place])
            known = followers.get(context)
            if known is not None:
                weight = len(known) / trust
                share = (known[word] + weight * share) / (known.total() + weight)
            followers[context][word] += 1
        made[place] = share
    return made
