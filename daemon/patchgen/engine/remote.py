"""An engine on another machine: any OpenAI-compatible server, judged here line by line.

The constraint cannot strike tokens there. It follows the stream instead: at the first piece that
it refuses the connection is closed, the unfinished line is cut away, and the server goes on from
the whole lines before it. After some of these, what is whole is the answer. A server that only
knows chats begins its answer anew instead: few of them go on in the middle of a message.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from patchgen.engine.base import Constraint, Draft, ModelFacts, Request, Sampling, StopReason
from patchgen.engine.constrain import salvaged
from patchgen.engine.options import Server
from patchgen.engine.remote_faults import Interrupted, NoSuchPlace
from patchgen.engine.remote_manner import CHAT, COMPLETIONS, Manner
from patchgen.engine.remote_server import client, facts, streamed
from patchgen.errors import Cancelled

TRIES = 4
"""Times that a server which fails is asked, in one draft."""
WAITS = (0.5, 1.0, 2.0)
"""Seconds before each further try."""
LONGEST_WAIT = 10.0
"""Seconds; a server that asks for more is not waited for any longer."""
RETAKES = 8
"""Refused lines in one draft that are asked for again."""
POLL = 0.02
"""Seconds between two looks at whether the job was cancelled."""

if TYPE_CHECKING:
    import httpx2

Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Writing:
    """The state of one draft."""

    text: str
    tokens: int = 0
    spent: int = 0
    """Tokens of answers that were begun anew."""
    tries: int = 1
    retakes: int = 0
    reason: StopReason | None = None
    """Set when it is over."""

    @property
    def length(self) -> int:
        """Tokens of the answer that is being written."""
        return self.tokens - self.spent

    def restart(self, beginning: str) -> None:
        """Begins the answer anew."""
        self.text, self.spent = beginning, self.tokens


class RemoteEngine:
    """Asks a server for each draft. Safe to use from any thread."""

    def __init__(self, server: Server, *, waits: tuple[float, ...] = WAITS) -> None:
        """Nothing is asked before the first job."""
        self._server = server
        self._waits = waits
        self._manner = CHAT if server.speaks == "chat" else COMPLETIONS
        self._facts: ModelFacts | None = None
        self._closings = 0

    def generate(
        self,
        request: Request,
        *,
        on_progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Draft:
        """Write one draft. Raises RemoteFailed once the server has failed for good."""
        started = time.perf_counter()
        return self._run(self._draft(request, on_progress or ignore, started), cancelled)

    def describe(self) -> ModelFacts:
        """What the server says about its model; asked once."""
        return self._run(self._described(), None)

    def close(self) -> None:
        """End the jobs at work; a later one asks anew."""
        self._closings += 1

    def _run(
        self, work: Coroutine[None, None, Answer], cancelled: Callable[[], bool] | None
    ) -> Answer:
        before = self._closings

        def stop() -> bool:
            return self._closings != before or (cancelled is not None and cancelled())

        return asyncio.run(until_stopped(work, stop))

    async def _described(self) -> ModelFacts:
        async with client(self._server) as http:
            return await self._look_up(http)

    async def _look_up(self, http: httpx2.AsyncClient) -> ModelFacts:
        """Facts about the model. Asked before the draft: afterwards a failure would cost it."""
        tries = 1
        while self._facts is None:
            try:
                self._facts = await facts(http, self._server)
            except Interrupted as problem:
                await self._pause(problem, tries)
                tries += 1
        return self._facts

    async def _draft(
        self, request: Request, on_progress: Callable[[int], None], started: float
    ) -> Draft:
        constraint = request.constraint_factory() if request.constraint_factory else None
        writing = _Writing(request.beginning)
        async with client(self._server) as http:
            await self._look_up(http)
            while writing.reason is None:
                try:
                    await self._go_on(http, writing, request, constraint, on_progress)
                except NoSuchPlace as problem:
                    self._speak_otherwise(problem)
                except Interrupted as problem:
                    await self._pause(problem, writing.tries)
                    writing.tries += 1
                    if not self._manner.goes_on:
                        writing.restart(request.beginning)
        text, dropped = salvaged(constraint, writing.text)
        return Draft(
            text=text,
            stop_reason=writing.reason,
            tokens=writing.tokens,
            seconds=time.perf_counter() - started,
            rejected=writing.retakes,
            dropped=dropped,
        )

    async def _go_on(
        self,
        http: httpx2.AsyncClient,
        writing: _Writing,
        request: Request,
        constraint: Constraint | None,
        on_progress: Callable[[int], None],
    ) -> None:
        """One stream: to the end of the answer, to a refused line, or until it breaks."""
        begun, more, manner = writing.text, "", self._manner
        model = (await self._look_up(http)).name
        asked = {"model": model, **manner.fields(request.prompt, begun)}
        drawn = sampling(request, writing)
        async with aclosing(streamed(http, self._server, manner.place, asked, drawn)) as pieces:
            async for piece in pieces:
                more += piece.text
                writing.text = manner.joined(begun, more)
                writing.tokens += bool(piece.text)
                on_progress(writing.tokens)
                if constraint is not None and not constraint.allows(writing.text):
                    return retake(writing, request, constraint, manner)
                if constraint is not None and constraint.must_end(writing.text):
                    break
                if piece.reason == "length" or writing.length >= request.sampling.max_tokens:
                    writing.reason = "length"
                    return
        self._end(writing, request, constraint)

    def _end(self, writing: _Writing, request: Request, constraint: Constraint | None) -> None:
        """The server says that the answer is whole; the constraint has the last word."""
        if constraint is None or constraint.may_end(writing.text):
            writing.reason = "end"
        elif constraint.may_end(writing.text + "\n"):
            writing.text += "\n"
            writing.reason = "end"
        else:
            retake(writing, request, constraint, self._manner)

    def _speak_otherwise(self, problem: NoSuchPlace) -> None:
        """Asks as a chat from now on. Raises the error where that is no way out."""
        if self._server.speaks != "auto" or self._manner is CHAT:
            self._manner = CHAT if self._server.speaks == "chat" else COMPLETIONS
            raise problem
        _log.info("no completions, asking as a chat: %s", self._server.url)
        self._manner = CHAT

    async def _pause(self, problem: Interrupted, tries: int) -> None:
        """Waits before the next try. Raises the error where there is none."""
        if tries >= TRIES or problem.wait > LONGEST_WAIT:
            raise problem.error from problem
        _log.warning("asking again: %s", problem.error.message)
        await asyncio.sleep(max(problem.wait, self._waits[min(tries, len(self._waits)) - 1]))


def ignore(_tokens: int) -> None:
    """For jobs that nobody watches."""


def retake(writing: _Writing, request: Request, constraint: Constraint, manner: Manner) -> None:
    """Cuts the refused line away, so that it is written again; not for ever.

    At temperature 0 the server would write the same again.
    """
    if writing.retakes >= RETAKES or request.sampling.temperature == 0:
        writing.reason = "stuck"
        return
    writing.retakes += 1
    if not manner.goes_on:
        writing.restart(request.beginning)
        return
    end = writing.text.rfind("\n") + 1
    while end > 0 and not constraint.allows(writing.text[:end]):
        end = writing.text.rfind("\n", 0, end - 1) + 1
    writing.text = writing.text[: max(end, len(request.beginning))]


def sampling(request: Request, writing: _Writing) -> Sampling:
    """What is left of the tokens, and a seed of its own for each stream."""
    drawn = request.sampling
    again = writing.retakes + writing.tries - 1
    left = drawn.max_tokens - writing.length
    return replace(drawn, max_tokens=max(left, 1), seed=drawn.seed + again)


async def until_stopped(work: Coroutine[None, None, Answer], stop: Callable[[], bool]) -> Answer:
    """The work's answer; it ends at once, and with it the connection, when `stop` says so."""
    task = asyncio.ensure_future(work)
    while not task.done():
        if stop():
            task.cancel()
            await asyncio.wait({task})
            raise Cancelled("the job was cancelled")
        await asyncio.wait({task}, timeout=POLL)
    return task.result()
