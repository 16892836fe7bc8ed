"""Runs one job from prompt to file; whoever wants to show it consumes the events."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from patchgen.catalog.card import Card
from patchgen.domains.base import Domain, Form
from patchgen.domains.registry import DOMAINS
from patchgen.domains.registry import MUSIC as MUSIC_DOMAIN
from patchgen.engine.base import ConstraintFactory, Draft, Engine, Request, Sampling
from patchgen.errors import Cancelled, GenerationFailed, OutputUnwritable, TookTooLong
from patchgen.findings import Severity
from patchgen.lint.gate import MUSIC, Policy, capabilities
from patchgen.pd.write import write
from patchgen.pipeline.confidence import confidence, doubt
from patchgen.pipeline.examine import NOTHING_ADDED, Candidate, compared, examine
from patchgen.pipeline.piece import piece_task
from patchgen.pipeline.prompt import request
from patchgen.pipeline.provenance import Provenance, with_provenance
from patchgen.pipeline.publish import check_place, publish
from patchgen.pipeline.steps import Checking, Drafting, Event, Found, Order, Result, Written
from patchgen.pipeline.task import Task, from_edit, from_patch, from_sentence
from patchgen.pipeline.versions import versions

SEED_STRIDE = 7919
"""Candidate k draws with seed + k times this, so that neighbouring seeds share no candidate."""

WARMER = 0.1
"""Added to the temperature for each further draft: else a cold model writes the same again."""
WARMEST = 2.0


def never() -> bool:
    """For jobs that nobody can cancel."""
    return False


@dataclass(slots=True)
class Pipeline:
    """A model, a Pd to try patches in, and a folder for results."""

    engine: Engine
    card: Card
    """How the model is asked."""
    pd: Path | None
    """None: patches are linted but not tried."""
    folder: Path
    policy: Policy = MUSIC
    """What patches may reach."""

    def run(self, order: Order, *, cancelled: Callable[[], bool] | None = None) -> Iterator[Event]:
        """Events up to Written. Raises PatchgenError; a job that fails writes nothing."""
        started = time.monotonic()
        wanted = cancelled or never

        def stop() -> bool:
            return wanted() or 0 < order.seconds < time.monotonic() - started

        try:
            task = self.task(order)
            check_place(order.target, self.folder, spares=order.spares)
            tried = yield from self.candidates(task, order, stop)
            best = min(tried, key=lambda candidate: candidate.rank)
            best = replace(best, findings=(*best.findings, *doubt(self.confidence(best.draft))))
            yield Found(best.findings)
            refuse(stop)
            yield Written(self.written(best, tried, order, task, time.monotonic() - started))
        except Cancelled as error:
            if wanted() or not stop():
                raise
            raise TookTooLong(
                f"the job took longer than {order.seconds:g} s",
                hint="Ask for less, or raise the setting job_seconds.",
            ) from error

    def task(self, order: Order) -> Task:
        """What is asked of the model. Raises PromptInvalid, PatchUnusable or MusicInvalid."""
        if order.given and order.target and is_same_file(order.target, order.given):
            raise OutputUnwritable(
                f"{order.target} is the patch that is continued",
                hint="It stays as it is: name another file.",
            )
        if self.domain.name == MUSIC_DOMAIN:
            return piece_task(order.prompt, order.given, order.sampling.max_tokens)
        if order.given is None:
            return from_sentence(order.prompt, self.form)
        if order.is_edit:
            return from_edit(order.given, order.prompt, self.form, self.policy)
        return from_patch(order.given, order.prompt, self.form, self.policy)

    def candidates(
        self, task: Task, order: Order, stop: Callable[[], bool]
    ) -> Generator[Event, None, list[Candidate]]:
        """Draft after draft, until one passes all checks."""
        tried: list[Candidate] = []
        for number in range(1, max(1, order.candidates) + 1):
            draft = yield from self.draft(task, order.sampling, number, stop)
            yield Checking(number)
            tried.append(
                compared(examine(draft, task, self.pd, self.policy), task.prompt, self.domain)
            )
            refuse(stop)
            if tried[-1].is_good:
                break
        return tried

    def confidence(self, draft: Draft) -> float | None:
        """How likely the draft is what was asked for, where the model's card tells how to know."""
        calibration = self.card.calibration
        return confidence(draft.logprob, calibration) if calibration else None

    @property
    def domain(self) -> Domain:
        """What kind of thing the model writes."""
        return DOMAINS[self.card.domain]

    @property
    def form(self) -> Form:
        """How the model writes its answers."""
        return self.domain.forms[self.card.output]

    @property
    def constraint(self) -> ConstraintFactory | None:
        """What an answer may be: nothing that the policy would refuse afterwards."""
        made = self.form.constraint
        return None if made is None else partial(made, self.policy)

    def draft(
        self, task: Task, sampling: Sampling, number: int, cancelled: Callable[[], bool]
    ) -> Generator[Event, None, Draft]:
        """Drafts in a thread of its own, so that progress can be told while the model writes."""
        again = number - 1
        warmth = min(sampling.temperature + again * WARMER, WARMEST)
        seed = sampling.seed + again * SEED_STRIDE
        sampling = replace(sampling, seed=seed, temperature=warmth)
        constraint = task.constraint or self.constraint
        asked = request(task.prompt, self.card, sampling, constraint, task.beginning)
        job = Drafter(self.engine, asked, cancelled)
        job.start()
        try:
            yield Drafting(0.0, 0, number)
            for tokens in job.progress():
                yield Drafting(min(tokens / sampling.max_tokens, 1.0), tokens, number)
        finally:
            # Whoever stops listening must not leave the model at work.
            job.is_unwanted.set()
        return job.result()

    def written(
        self, best: Candidate, tried: list[Candidate], order: Order, task: Task, seconds: float
    ) -> Result:
        """Lays out and saves the best candidate. Raises GenerationFailed where none may be used."""
        if best.canvas is None or best.errors:
            worst = next(f for f in best.findings if f.severity is Severity.ERROR and not f.fixed)
            again = "Try again with another seed, or say it in other words."
            raise GenerationFailed(
                f"no draft of {len(tried)} passed the checks: {worst.message}",
                hint=worst.hint if worst.code == NOTHING_ADDED else again,
            )
        origin = self.origin(order, task)
        text = write(task.arranged(with_provenance(best.canvas, origin)))
        return Result(
            path=publish(text, task.name, order.target, self.folder, spares=order.spares),
            text=text,
            findings=best.findings,
            prompt=task.prompt,
            seed=order.sampling.seed,
            model=f"{origin.model} {origin.sha256[:12]}".strip(),
            seconds=seconds,
            tokens=sum(candidate.draft.tokens for candidate in tried),
            candidates=len(tried),
            capabilities=tuple(sorted(c.value for c in capabilities(best.canvas))),
            is_checked_in_pd=self.pd is not None,
            logprob=best.draft.logprob,
            confidence=self.confidence(best.draft),
            sha256=origin.sha256,
            versions=origin.versions,
        )

    def origin(self, order: Order, task: Task) -> Provenance:
        """All that decides what this job makes."""
        return Provenance(
            prompt=task.prompt,
            sampling=order.sampling,
            candidates=max(1, order.candidates),
            model=self.card.name,
            sha256=self.engine.describe().sha256,
            versions=versions(self.pd),
            given=task.given,
            given_sha256=task.given_sha256,
            edit=task.edit,
        )

    def close(self) -> None:
        """Ends the worker; a later job starts it anew."""
        self.engine.close()


def refuse(stop: Callable[[], bool]) -> None:
    """Raises Cancelled for a job that nobody wants any more."""
    if stop():
        raise Cancelled("the job was cancelled")


def is_same_file(one: Path, other: Path) -> bool:
    """Whether both are one file on the disk."""
    try:
        return one.samefile(other)
    except OSError:
        return False


class Drafter(threading.Thread):
    """One call of the engine."""

    def __init__(self, engine: Engine, request: Request, cancelled: Callable[[], bool]) -> None:
        super().__init__(name="patchgen-drafter", daemon=True)
        self.engine, self.request, self.cancelled = engine, request, cancelled
        self.is_unwanted = threading.Event()
        self.counts: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self.outcome: Draft | BaseException | None = None

    def run(self) -> None:
        """Drafts; the outcome is a draft or what went wrong."""
        try:
            self.outcome = self.engine.generate(
                self.request, on_progress=self.counts.put, cancelled=self.should_stop
            )
        except BaseException as error:  # noqa: BLE001 (raised again in the caller's thread)
            self.outcome = error
        self.counts.put(None)

    def should_stop(self) -> bool:
        """Whether the user cancelled the job or nobody follows it any more."""
        return self.is_unwanted.is_set() or self.cancelled()

    def progress(self) -> Iterator[int]:
        """Tokens so far, until the call ends."""
        while (tokens := self.counts.get()) is not None:
            yield tokens

    def result(self) -> Draft:
        """The draft. Raises what the engine raised."""
        assert self.outcome is not None
        if isinstance(self.outcome, Draft):
            return self.outcome
        raise self.outcome
