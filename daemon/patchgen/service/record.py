"""Keeps what became of jobs: an order and its ending become an entry of the history."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from patchgen.engine.base import Sampling
from patchgen.errors import Cancelled, HistoryLacks, PatchgenError
from patchgen.findings import finding_data
from patchgen.pipeline.steps import Order, Result
from patchgen.store.entry import Entry
from patchgen.store.history import History

FAREWELL = 8.0
"""Seconds to write what is left, which another program may hold up."""

_log = logging.getLogger(__name__)


def entry_of(
    order: Order,
    ending: Result | PatchgenError,
    *,
    kind: str,
    source: str,
    model: str,
    seconds: float = 0.0,
) -> Entry:
    """A job that has ended. `seconds` counts for one that failed: a result has its own."""
    drawn = asdict(order.sampling)
    seed = drawn.pop("seed")
    asked = Entry(
        kind=kind,
        source=source,
        prompt=order.prompt,
        outcome="cancelled" if isinstance(ending, Cancelled) else "failed",
        seed=seed,
        sampling={**drawn, "candidates": order.candidates},
        model=model,
        given="" if order.given is None else str(order.given),
        seconds=round(seconds, 3),
    )
    return with_result(asked, ending) if isinstance(ending, Result) else with_error(asked, ending)


def with_error(asked: Entry, error: PatchgenError) -> Entry:
    """The entry of a job that made no patch."""
    return replace(asked, error=f"{error.message} {error.hint}".strip())


def with_result(asked: Entry, result: Result) -> Entry:
    """The entry of a job that made one."""
    return replace(
        asked,
        outcome="done",
        prompt=result.prompt,
        seed=result.seed,
        sha256=result.sha256,
        versions=dict(result.versions),
        findings=tuple(map(finding_data, result.findings)),
        seconds=round(result.seconds, 3),
        tokens=result.tokens,
        drafts=result.candidates,
        logprob=result.logprob,
        file=str(result.path.absolute()),
        patch=result.text,
    )


def order_of(entry: Entry, seed: int, seconds: float) -> Order:
    """The same job once more, with another seed. Raises HistoryLacks where that is not known."""
    if entry.kind == "edit":
        raise HistoryLacks(
            f"an edit is not tried again: {entry.prompt}",
            hint=f"`patchgen edit {entry.given} INSTRUCTION` says it in other words.",
        )
    drawn = dict(entry.sampling)
    try:
        candidates = int(drawn.pop("candidates"))
        kinds = {name: type(value) for name, value in asdict(Sampling()).items()}
        sampling = Sampling(**{name: kinds[name](value) for name, value in drawn.items()})
    except (KeyError, TypeError, ValueError) as error:
        raise HistoryLacks(
            "the history does not tell how this job was done", hint="Ask for the patch anew."
        ) from error
    given = Path(entry.given) if entry.given else None
    return Order(entry.prompt, replace(sampling, seed=seed), candidates, None, given, seconds)


Task = Callable[[History], object]
"""Something to do with the history."""
Told = Callable[[PatchgenError], None]
"""Who hears that it cannot be done."""
Do = Callable[[Task, Told | None], None]
"""Takes something to do; returns at once."""


class Scribe:
    """Works on the history in a thread of its own, so that no job waits for the disk."""

    def __init__(self, file: Path) -> None:
        """The file is opened when there is something to write."""
        self._file = file
        self._tasks: queue.SimpleQueue[tuple[Task, Told | None] | None] = queue.SimpleQueue()
        self._history: History | None = None
        self._thread = threading.Thread(target=self._live, name="patchgen-scribe", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def keep(self, entry: Entry) -> None:
        """Takes an entry; returns at once."""
        self.do(lambda history: history.add(entry))

    def do(self, task: Task, failed: Told | None = None) -> None:
        """Takes something to do; returns at once. What it raises is logged, unless it is told."""
        self._tasks.put((task, failed))

    def stop(self) -> None:
        """Writes what is left, and closes the file."""
        self._tasks.put(None)
        self._thread.join(FAREWELL)
        if self._thread.is_alive():
            _log.warning("the history %s is held by another program; leaving it", self._file)

    def _live(self) -> None:
        while (asked := self._tasks.get()) is not None:
            task, failed = asked
            try:
                task(self._opened())
            except PatchgenError as error:
                (failed or warn)(error)
                # Opened anew for the next one, when the file may be another or free again.
                self._close()
            except Exception:  # noqa: BLE001 (a bug here must not end the history)
                _log.exception("something is not in the history")
        self._close()

    def _opened(self) -> History:
        if self._history is not None and self._history.is_gone():
            self._close()
        self._history = self._history or History(self._file)
        return self._history

    def _close(self) -> None:
        if self._history is not None:
            self._history.close()
            self._history = None


def warn(error: PatchgenError) -> None:
    """For what nobody waits for."""
    _log.warning("something is not in the history: %s. %s", error.message, error.hint)
