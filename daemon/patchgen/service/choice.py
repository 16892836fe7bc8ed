"""A choice that one box was given: its patches in the history, and which of them is preferred."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from patchgen.errors import HistoryLacks, PatchgenError
from patchgen.service.record import Do
from patchgen.store.entry import Entry, Kept
from patchgen.store.history import History

COUNT = 2
"""Patches that are offered at a time."""


class Choice:
    """Fills up while its patches are made. All that touches it happens in the history's thread."""

    def __init__(self, do: Do) -> None:
        """`do` has the history."""
        self._do = do
        self._jobs: list[int] = []

    def keep(self, entry: Entry) -> None:
        """Takes the entry of one of its jobs; returns at once."""
        self._do(partial(self._add, entry), None)

    def prefer(
        self,
        letter: str,
        preferred: Callable[[Kept], None],
        failed: Callable[[PatchgenError], None],
    ) -> None:
        """Keeps the choice; returns at once, and one of the two is told."""

        def task(history: History) -> None:
            preferred(history.prefer(self._first(), letter))

        self._do(task, failed)

    def _add(self, entry: Entry, history: History) -> None:
        job = history.add(entry)
        if entry.outcome == "done":
            self._jobs.append(job)
            history.offer(self._jobs)

    def _first(self) -> int:
        if len(self._jobs) < COUNT:
            raise HistoryLacks(
                "there are no two patches to choose from yet", hint="Wait until both are there."
            )
        return self._jobs[0]
