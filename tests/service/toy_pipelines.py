"""Pipelines without a model: one that writes at once, one that goes on until it may end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from patchgen.config import Settings
from patchgen.errors import Cancelled
from patchgen.pipeline.publish import publish
from patchgen.pipeline.steps import Checking, Drafting, Event, Found, Order, Result, Written


def result(order: Order, path: Path) -> Result:
    """What a pipeline says of a file it wrote."""
    return Result(
        path=path,
        text="",
        findings=(),
        prompt=order.prompt,
        seed=order.sampling.seed,
        model="toy",
        seconds=0.0,
        tokens=3,
        candidates=1,
        capabilities=(),
        is_checked_in_pd=False,
    )


class ToyPipeline:
    """Writes the prompt itself as a patch's comment; fails where `failures` says so.

    While `gate` is not set, a job stays at its draft, where it can be cancelled.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.orders: list[Order] = []
        self.failures: dict[str, Exception] = {}
        """By prompt; each is raised once."""
        self.events: tuple[Event, ...] = (Drafting(0.5, 2, 1), Checking(1), Found(()))
        self.confidence: float | None = None
        """How sure it is of what it writes."""
        self.gate = threading.Event()
        self.gate.set()
        self.at_work = threading.Event()
        """Set once a job has begun."""
        self.closings = 0
        self.was_closed = threading.Event()

    def run(self, order: Order, *, cancelled: Callable[[], bool] | None = None) -> Iterator[Event]:
        """A few steps and a file."""
        self.orders.append(order)
        self.at_work.set()
        yield Drafting(0.0, 0, 1)
        while not self.gate.wait(0.01):
            if cancelled is not None and cancelled():
                raise Cancelled("the job was cancelled")
        failure = self.failures.pop(order.prompt, None)
        if failure is not None:
            raise failure
        yield from self.events
        path = order.target or self._folder / f"patch-{len(self.orders)}.pd"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"#N canvas 0 50 300 200 10;\n#X text 9 9 {order.prompt};\n"
        path = publish(text, order.prompt, path, self._folder, spares=order.spares)
        yield Written(replace(result(order, path), text=text, confidence=self.confidence))

    def close(self) -> None:
        """Counts."""
        self.closings += 1
        self.was_closed.set()


class ToyShelf:
    """Builds toy pipelines and remembers them by model."""

    def __init__(self) -> None:
        self.built: list[tuple[str, ToyPipeline]] = []

    def build(self, settings: Settings) -> ToyPipeline:
        """A new one each time, as the real composition root does."""
        pipeline = ToyPipeline(settings.output_folder)
        self.built.append((settings.model, pipeline))
        return pipeline
