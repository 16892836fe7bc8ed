"""Runs one job from prompt to file; whoever wants to show it consumes the events."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from patchgen.catalog.card import Model
from patchgen.domains.base import Domain, Form
from patchgen.domains.registry import DOMAINS
from patchgen.engine.base import Draft, Engine, Request, Sampling
from patchgen.errors import Cancelled, GenerationFailed
from patchgen.findings import Severity
from patchgen.layout.place import place
from patchgen.lint.gate import capabilities
from patchgen.pd.write import write
from patchgen.pipeline.examine import Candidate, compared, examine
from patchgen.pipeline.prompt import cleaned, request
from patchgen.pipeline.publish import publish, with_provenance
from patchgen.pipeline.steps import Checking, Drafting, Event, Found, Order, Result, Written

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
    model: Model
    pd: Path | None
    """None: patches are linted but not tried."""
    folder: Path

    def run(
        self, order: Order, *, cancelled: Callable[[], bool] | None = None
    ) -> Iterator[Event]:
        """Events up to Written. Raises PatchgenError; a job that fails writes nothing."""
        started = time.monotonic()
        cancelled = cancelled or never
        prompt = cleaned(order.prompt)
        tried: list[Candidate] = []
        for number in range(1, max(1, order.candidates) + 1):
            draft = yield from self.draft(prompt, order.sampling, number, cancelled)
            yield Checking(number)
            tried.append(compared(examine(draft, self.form, self.pd), prompt, self.domain))
            if cancelled():
                raise Cancelled("the job was cancelled")
            if tried[-1].is_good:
                break
        best = min(tried, key=lambda candidate: candidate.rank)
        yield Found(best.findings)
        if cancelled():
            raise Cancelled("the job was cancelled")
        yield Written(self.written(best, tried, order, prompt, time.monotonic() - started))

    @property
    def domain(self) -> Domain:
        """What kind of thing the model writes."""
        return DOMAINS[self.model.card.domain]

    @property
    def form(self) -> Form:
        """How the model writes its answers."""
        return self.domain.forms[self.model.card.output]

    def draft(
        self, prompt: str, sampling: Sampling, number: int, cancelled: Callable[[], bool]
    ) -> Generator[Event, None, Draft]:
        """Drafts in a thread of its own, so that progress can be told while the model writes."""
        again = number - 1
        warmth = min(sampling.temperature + again * WARMER, WARMEST)
        seed = sampling.seed + again * SEED_STRIDE
        sampling = replace(sampling, seed=seed, temperature=warmth)
        job = Drafter(
            self.engine, request(prompt, self.model.card, sampling, self.form.constraint), cancelled
        )
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
        self, best: Candidate, tried: list[Candidate], order: Order, prompt: str, seconds: float
    ) -> Result:
        """Lays out and saves the best candidate. Raises GenerationFailed where none may be used."""
        if best.canvas is None or best.errors:
            worst = next(f for f in best.findings if f.severity is Severity.ERROR and not f.fixed)
            raise GenerationFailed(
                f"no draft of {len(tried)} passed the checks: {worst.message}",
                hint="Try again with another seed, or say it in other words.",
            )
        facts = self.engine.describe()
        name = f"{self.model.card.name} {facts.sha256[:12]}"
        seed = order.sampling.seed
        text = write(place(with_provenance(best.canvas, prompt, seed, name)))
        return Result(
            path=publish(text, prompt, order.target, self.folder),
            text=text,
            findings=best.findings,
            prompt=prompt,
            seed=seed,
            model=name,
            seconds=seconds,
            tokens=sum(candidate.draft.tokens for candidate in tried),
            candidates=len(tried),
            capabilities=tuple(sorted(c.value for c in capabilities(best.canvas))),
            is_checked_in_pd=self.pd is not None,
        )

    def close(self) -> None:
        """Ends the worker; a later job starts it anew."""
        self.engine.close()


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
