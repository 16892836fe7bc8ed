"""The writing loop: choose a token, let the model read it, until the text ends.

Where nothing may follow, the last token was the mistake: it is taken back, banned at its place,
and another one chosen. An exact constraint never leads there.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy

from patchgen.engine.base import Draft, Request, Sampling, StopReason
from patchgen.engine.constrain import Judge, Place, choose
from patchgen.engine.sampling import BANNED, Logits, log_total
from patchgen.engine.vocabulary import Vocabulary
from patchgen.engine.written import Written
from patchgen.errors import PromptInvalid

UNDO_DEPTH = 32
"""Places kept, and with each its logits: as far back as a dead end can be left."""
UNDO_LIMIT = 128
"""Tokens taken back in one draft before it counts as stuck."""
LEAST_ROOM = 32
"""Tokens: two or three boxes. With less room there is no use in going on from a given beginning."""


class Reader(Protocol):
    """What the loop needs of a model: it reads tokens and says what may come next."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Its tokens."""
        ...

    @property
    def room(self) -> int:
        """Tokens it can still read."""
        ...

    def begin(self, tokens: list[int], tick: Callable[[], None]) -> None:
        """Read a prompt; `tick` is called now and then and may raise."""
        ...

    def advance(self, token: int) -> None:
        """Read one token more."""
        ...

    def retreat(self) -> None:
        """Forget the last token."""
        ...

    def logits(self) -> Logits:
        """A copy of the logits after the last token read by `begin` or `advance`."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """A token chosen at a place."""

    place: Place
    token: int


class _Writing:
    """The state of one draft."""

    def __init__(self, reader: Reader, request: Request, tick: Callable[[int], None]) -> None:
        constraint = request.constraint_factory() if request.constraint_factory else None
        self._reader = reader
        self._sampling: Sampling = request.sampling
        self._judge = Judge(reader.vocabulary, constraint)
        self._random = numpy.random.default_rng(request.sampling.seed)
        self._hidden = numpy.array(reader.vocabulary.hidden, dtype=numpy.intp)
        self._tick = tick
        self._steps: deque[_Step] = deque(maxlen=UNDO_DEPTH)
        self._logprobs: list[float] = []
        self._undone = 0
        self._tokens = 0
        self._place = self._look(Written(request.beginning))

    def run(self) -> tuple[Written, StopReason]:
        """Write to the end and say why it ended."""
        written = self._place.written
        while not self._judge.must_end(written):
            if self._tokens >= self._sampling.max_tokens or self._reader.room <= 0:
                return written, "length"
            self._tick(self._tokens)
            chosen = choose(
                self._place, self._judge, self._sampling, self._random, self._tick_again
            )
            if chosen is None:
                if self._judge.may_end(written):
                    break
                if not self._undo():
                    return written, "stuck"
                written = self._place.written
                continue
            written = self._take(*chosen)
            if written.has_ended:
                break
        return written, "end"

    def draft(self, seconds: Callable[[], float]) -> Draft:
        """The finished draft."""
        written, reason = self.run()
        text, dropped = self._judge.salvage(written)
        return Draft(
            text=text,
            stop_reason=reason,
            tokens=self._tokens,
            seconds=seconds(),
            rejected=self._judge.rejected,
            undone=self._undone,
            dropped=dropped,
            mean_logprob=sum(self._logprobs) / max(len(self._logprobs), 1),
        )

    def _tick_again(self) -> None:
        self._tick(self._tokens)

    def _look(self, written: Written) -> Place:
        logits = self._reader.logits()
        total = log_total(logits)
        logits[self._hidden] = BANNED
        return Place(written, logits, total)

    def _take(self, token: int, written: Written) -> Written:
        place = self._place
        self._logprobs.append(float(place.logits[token]) - place.log_total)
        if written.has_ended:
            return written
        self._steps.append(_Step(place, token))
        self._reader.advance(token)
        self._tokens += 1
        self._place = self._look(written)
        return written

    def _undo(self) -> bool:
        if not self._steps or self._undone >= UNDO_LIMIT:
            return False
        step = self._steps.pop()
        self._reader.retreat()
        step.place.logits[step.token] = BANNED
        self._place = step.place
        self._logprobs.pop()
        self._tokens -= 1
        self._undone += 1
        return True


def write_draft(
    reader: Reader,
    prompt: list[int],
    request: Request,
    *,
    tick: Callable[[int], None],
    clock: Callable[[], float] = time.perf_counter,
) -> Draft:
    """One draft for the prompt, of which the answer's beginning is the end.

    `tick` gets the tokens so far and stops the work by raising.
    """
    started = clock()
    try:
        reader.begin(prompt, lambda: tick(0))
    except PromptInvalid as error:
        if request.beginning:
            raise too_large(error.message) from error
        raise
    if request.beginning and reader.room < LEAST_ROOM:
        raise too_large(f"it leaves room for {reader.room} tokens")
    return _Writing(reader, request, tick).draft(lambda: clock() - started)


def too_large(why: str) -> PromptInvalid:
    """The error for a beginning that leaves no room for more."""
    return PromptInvalid(
        f"the patch is too large for the model: {why}",
        hint="Continue a smaller patch, or take a model that reads more (setting n_ctx).",
    )
