"""Jobs, and the line where they wait: urgent ones first, fair, bounded; each can be cancelled."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from patchgen.config import Settings
from patchgen.errors import Cancelled, PatchgenError
from patchgen.pipeline.steps import Event, Offered, Order, Result
from patchgen.service.record import entry_of
from patchgen.store.entry import Entry

MOST_WAITING = 64
"""Jobs of all senders together."""
MOST_WAITING_EACH = 8
"""Jobs of one sender, so that nobody can fill the line alone."""
MOST_REMEMBERED = 256
"""Senders whose last turn is known."""


class Listener(Protocol):
    """Who is told how a job fares. Must not block: the worker waits for it."""

    def queued(self, position: int) -> None:
        """The job is in the line, behind so many others."""
        ...

    def progress(self, event: Event) -> None:
        """A step on the way."""
        ...

    def done(self, result: Result) -> None:
        """The patch is written. Nothing follows."""
        ...

    def failed(self, error: PatchgenError) -> None:
        """There is no patch. Nothing follows."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """An order, who wants it and with which settings. Its listener hears exactly one ending."""

    sender: str
    id: str
    order: Order
    settings: Settings
    listener: Listener
    kind: str = "generate"
    """As the history names it."""
    count: int = 1
    """Different patches that are wanted, for the player to choose from."""
    is_urgent: bool = True
    """Whether somebody sits there and waits."""
    keep: Callable[[Entry], None] | None = None
    """Gets the entry for the history. Must not block."""
    _asked: float = field(default_factory=time.monotonic)
    _stop: threading.Event = field(default_factory=threading.Event)
    _ending: threading.Lock = field(default_factory=threading.Lock)
    """Taken by the first ending and never given back."""

    def is_cancelled(self) -> bool:
        """Whether nobody wants it any more."""
        return self._stop.is_set()

    def cancel(self, reason: Cancelled) -> None:
        """Tells so at once; the worker finds out at its next step."""
        self._stop.set()
        self.fail(reason)

    def progress(self, event: Event) -> None:
        """Passes a step on, as long as there was no ending. A patch on the way is kept."""
        if isinstance(event, Offered):
            self._keep(event.result)
        if not self._ending.locked():
            self.listener.progress(event)

    def succeed(self, result: Result) -> None:
        """Ends it well."""
        if self._ending.acquire(blocking=False):
            # First kept: whoever hears of it may at once prefer it.
            self._keep(result)
            self.listener.done(result)

    def fail(self, error: PatchgenError) -> None:
        """Ends it badly."""
        if self._ending.acquire(blocking=False):
            self.listener.failed(error)
            self._keep(error)

    def _keep(self, ending: Result | PatchgenError) -> None:
        if self.keep is None:
            return
        entry = entry_of(
            self.order,
            ending,
            kind=self.kind,
            source=self.sender,
            model=self.settings.model,
            seconds=time.monotonic() - self._asked,
        )
        self.keep(entry)


def fair(waiting: Iterable[Job], served: Mapping[str, int]) -> list[Job]:
    """Urgent jobs first; then everybody's first job before anybody's second.

    Among these, whoever was served longest ago goes first.
    """
    rounds: Counter[tuple[bool, str]] = Counter()
    ranked: list[tuple[bool, int, int, Job]] = []
    for job in waiting:
        whose = (job.is_urgent, job.sender)
        ranked.append((not job.is_urgent, rounds[whose], served.get(job.sender, 0), job))
        rounds[whose] += 1
    return [rank[-1] for rank in sorted(ranked, key=lambda rank: rank[:-1])]


class Line:
    """The jobs that wait and the one at work. Safe from any thread."""

    def __init__(self) -> None:
        self._waiting: list[Job] = []
        """In order of arrival."""
        self._at_work: Job | None = None
        self._served: dict[str, int] = {}
        """The turn at which each sender was last served, the latest at the end."""
        self._turns = 0
        self._is_closed = False
        self._changed = threading.Condition()

    def __len__(self) -> int:
        """Jobs that are not finished."""
        with self._changed:
            return len(self._waiting) + (self._at_work is not None)

    @property
    def is_closed(self) -> bool:
        """Whether the daemon stops."""
        with self._changed:
            return self._is_closed

    def put(self, job: Job) -> None:
        """Adds a job and tells its listener the position. Raises PatchgenError where it is full.

        A request that arrives twice is acknowledged twice and done once.
        """
        with self._changed:
            known = self._find(job.sender, job.id)
            if known is None:
                self._check_room(job.sender)
                self._waiting.append(job)
            told = known or job
            # Before the worker can take it: the acknowledgement comes before all other answers.
            told.listener.queued(self._position(told))
            self._changed.notify()

    def take(self, timeout: float | None) -> Job | None:
        """The next job, which is then at work; None after `timeout` seconds, or at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_closed, timeout)
            if not self._waiting:
                return None
            job = fair(self._waiting, self._served)[0]
            self._waiting.remove(job)
            self._at_work = job
            self._remember(job.sender)
            return job

    def finish(self, job: Job) -> None:
        """The job is no longer at work."""
        with self._changed:
            assert self._at_work is job
            self._at_work = None

    def cancel(self, sender: str, job_id: str) -> bool:
        """Cancels a sender's job, waiting or at work. False where there is none of that id."""
        with self._changed:
            job = self._find(sender, job_id)
            if job in self._waiting:
                self._waiting.remove(job)
        if job is None:
            return False
        job.cancel(Cancelled("the job was cancelled"))
        return True

    def close(self, reason: Cancelled) -> int:
        """Cancels everything, and says how many jobs; nothing is accepted from now on."""
        with self._changed:
            self._is_closed = True
            jobs = self._waiting if self._at_work is None else [self._at_work, *self._waiting]
            self._waiting = []
            self._changed.notify_all()
        jobs = [job for job in jobs if not job.is_cancelled()]
        for job in jobs:
            job.cancel(reason)
        return len(jobs)

    def _check_room(self, sender: str) -> None:
        if self._is_closed:
            raise PatchgenError("the daemon is stopping", hint="Start it again: `patchgen serve`.")
        own = sum(job.sender == sender for job in self._waiting)
        if own >= MOST_WAITING_EACH or len(self._waiting) >= MOST_WAITING:
            raise PatchgenError(
                f"the queue is full: {own} of your requests wait, {len(self._waiting)} in all",
                hint="Wait for a patch, or cancel a request.",
            )

    def _find(self, sender: str, job_id: str) -> Job | None:
        known = self._waiting if self._at_work is None else [self._at_work, *self._waiting]
        wanted = (job for job in known if (job.sender, job.id) == (sender, job_id))
        return next((job for job in wanted if not job.is_cancelled()), None)

    def _position(self, job: Job) -> int:
        if job is self._at_work:
            return 0
        return fair(self._waiting, self._served).index(job) + (self._at_work is not None)

    def _remember(self, sender: str) -> None:
        self._turns += 1
        self._served.pop(sender, None)
        self._served[sender] = self._turns
        if len(self._served) > MOST_REMEMBERED:
            del self._served[next(iter(self._served))]
