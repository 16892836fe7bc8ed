"""Lazy masking: draw a token, ask the constraint, strike the token where it says no, draw again.

Refusing a draw and drawing again gives the same distribution as masking the vocabulary before
every draw, but costs one question for each token instead of one for each entry of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy

from patchgen.engine.base import Constraint, Sampling
from patchgen.engine.sampling import BANNED, RETRIES, Logits, Shortlist
from patchgen.engine.vocabulary import Vocabulary
from patchgen.engine.written import Written

QUESTIONS_BETWEEN_TICKS = 32


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where one token is to be chosen: what stands before it, and how likely each token is."""

    written: Written
    logits: Logits
    """Private to the place; refused tokens are set to minus infinity here."""
    log_total: float
    """Turns the logit of a token that is not banned into its log-probability."""


class Judge:
    """Answers for one request whether a token may follow."""

    def __init__(self, vocabulary: Vocabulary, constraint: Constraint | None) -> None:
        """Without a constraint only broken UTF-8 is refused."""
        self._vocabulary = vocabulary
        self._constraint = constraint
        self.rejected = 0

    def after(self, written: Written, token: int) -> Written | None:
        """What stands written once the token is added; None where it is refused."""
        if token in self._vocabulary.ends:
            verdict = replace(written, has_ended=True) if self.may_end(written) else None
        else:
            verdict = written.plus(self._vocabulary.pieces[token])
            if verdict is not None and not self._allows(verdict):
                verdict = None
        self.rejected += verdict is None
        return verdict

    def may_end(self, written: Written) -> bool:
        """Is this a whole answer?"""
        if written.pending:
            return False
        return self._constraint is None or self._constraint.may_end(written.text)

    def must_end(self, written: Written) -> bool:
        """Can nothing follow?"""
        if self._constraint is None or written.pending:
            return False
        return self._constraint.must_end(written.text)

    def may_start(self, written: Written, first: bytes) -> bool:
        """May a token that begins with this byte follow? Rules out many tokens at once."""
        verdict = written.plus(first)
        return verdict is not None and self._allows(verdict)

    def first_byte(self, token: int) -> bytes:
        """The byte a token begins with; empty for one that ends the text."""
        return b"" if token in self._vocabulary.ends else self._vocabulary.pieces[token][:1]

    def _allows(self, after: Written) -> bool:
        if self._constraint is None:
            return True
        if after.pending:
            return any(self._constraint.allows(text) for text in after.endings())
        return self._constraint.allows(after.text)

    def salvage(self, written: Written) -> tuple[str, str]:
        """The longest run of whole lines that is a whole answer, and the rest that is dropped."""
        return salvaged(self._constraint, written.text)


def salvaged(constraint: Constraint | None, text: str) -> tuple[str, str]:
    """The longest run of whole lines that is a whole answer, and the rest that is dropped."""
    if constraint is None or constraint.may_end(text):
        return text, ""
    end = text.rfind("\n")
    while end >= 0:
        for cut in (end + 1, end):
            if constraint.may_end(text[:cut]):
                return text[:cut], text[cut:]
        end = text.rfind("\n", 0, end)
    return text, ""


def choose(
    place: Place,
    judge: Judge,
    sampling: Sampling,
    random: numpy.random.Generator,
    tick: Callable[[], None],
) -> tuple[int, Written] | None:
    """A token that may follow and what is written then; None where the place is a dead end."""
    shortlist = Shortlist(place.logits, sampling)
    for _ in range(RETRIES):
        token = shortlist.draw(random)
        if token is None:
            break
        verdict = judge.after(place.written, token)
        if verdict is not None:
            return token, verdict
        place.logits[token] = BANNED
        shortlist.strike(token)
        tick()
    return _walk(place, judge, tick)


def _walk(place: Place, judge: Judge, tick: Callable[[], None]) -> tuple[int, Written] | None:
    """The likeliest token of the whole vocabulary that may follow."""
    tokens = numpy.flatnonzero(place.logits > BANNED)
    may_start: dict[bytes, bool] = {b"": True}
    ordered = tokens[numpy.argsort(-place.logits[tokens], kind="stable")]
    for count, token in enumerate(ordered.tolist()):
        first = judge.first_byte(token)
        if first not in may_start:
            may_start[first] = judge.may_start(place.written, first)
        verdict = judge.after(place.written, token) if may_start[first] else None
        if verdict is not None:
            return token, verdict
        place.logits[token] = BANNED
        if count % QUESTIONS_BETWEEN_TICKS == 0:
            tick()
    return None
