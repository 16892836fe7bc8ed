"""Draw a token from logits: the cuts top-k, top-p and min-p, then temperature, then chance."""

from __future__ import annotations

import numpy
from numpy.typing import NDArray

from patchgen.engine.base import Sampling

Logits = NDArray[numpy.float32]

BANNED = numpy.float32(-numpy.inf)
RETRIES = 64
"""Draws at one place before the whole vocabulary is walked; the shortlist has spares for them."""


def log_total(logits: Logits) -> float:
    """Logarithm of the sum of exponentials: a logit minus this is a log-probability."""
    highest = logits.max()
    return float(highest + numpy.log(numpy.exp(logits - highest).sum()))


class Shortlist:
    """The likeliest tokens at one place, best first, from which refused ones are struck.

    Striking before cutting keeps it exact: the next draw is what the model would draw had the
    struck token never been in its vocabulary.
    """

    def __init__(self, logits: Logits, sampling: Sampling) -> None:
        """Sort no more of the logits than the cuts and the retries can need."""
        self._sampling = sampling
        wanted = sampling.top_k if sampling.temperature > 0 else 1
        count = wanted + RETRIES if wanted > 0 else logits.size
        tokens = numpy.arange(logits.size)
        if count < logits.size:
            tokens = numpy.argpartition(logits, logits.size - count)[logits.size - count :]
        tokens = tokens[logits[tokens] > BANNED]
        self._tokens = tokens[numpy.argsort(-logits[tokens], kind="stable")]
        self._scores = logits[self._tokens].astype(numpy.float64)

    def draw(self, random: numpy.random.Generator) -> int | None:
        """One token by chance, or the likeliest at temperature 0; None when none is left."""
        if not self._tokens.size:
            return None
        if self._sampling.temperature <= 0:
            return int(self._tokens[0])
        scores = self._scores[: self._kept()]
        weights = numpy.cumsum(numpy.exp((scores - scores[0]) / self._sampling.temperature))
        place = numpy.searchsorted(weights, random.random() * weights[-1], side="right")
        return int(self._tokens[min(int(place), scores.size - 1)])

    def strike(self, token: int) -> None:
        """Forget a token."""
        stays = self._tokens != token
        self._tokens, self._scores = self._tokens[stays], self._scores[stays]

    def _kept(self) -> int:
        """How many of the best tokens the cuts leave, at least one."""
        scores = self._scores
        if self._sampling.top_k > 0:
            scores = scores[: self._sampling.top_k]
        weights = numpy.exp(scores - scores[0])
        kept = int(numpy.count_nonzero(weights >= self._sampling.min_p))
        if self._sampling.top_p < 1:
            sums = numpy.cumsum(weights)
            reached = numpy.searchsorted(sums, self._sampling.top_p * sums[-1])
            kept = min(kept, int(reached) + 1)
        return max(kept, 1)
