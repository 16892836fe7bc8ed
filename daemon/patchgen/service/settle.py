"""Waits until a file that changes is quiet, and then does something about it."""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable
from pathlib import Path

WHILE_OPEN = 2.0
"""Seconds of silence until a file counts as written, where nobody said that it was closed."""
ONCE_CLOSED = 0.2
"""Seconds of silence after it was closed or moved here."""

_log = logging.getLogger(__name__)


class Settled:
    """Calls `act` once for each burst of changes of a file. Safe from any thread.

    One thread waits for all of them, for as long as there is something to wait for: whoever copies
    a thousand files into a folder changes a thousand.
    """

    def __init__(
        self,
        act: Callable[[Path], None],
        *,
        while_open: float = WHILE_OPEN,
        once_closed: float = ONCE_CLOSED,
    ) -> None:
        self._act = act
        self._while_open = while_open
        self._once_closed = once_closed
        self._due: dict[Path, float] = {}
        """When each changed file counts as quiet."""
        self._changed = threading.Condition()
        self._is_waiting = False

    def touched(self, path: Path, *, is_closed: bool) -> None:
        """A file changed."""
        wait = self._once_closed if is_closed else self._while_open
        with self._changed:
            self._due[path] = time.monotonic() + wait
            self._changed.notify()
            if self._is_waiting:
                return
            self._is_waiting = True
        threading.Thread(target=self._live, name="patchgen-settle", daemon=True).start()

    def stop(self) -> None:
        """Does nothing more."""
        with self._changed:
            self._due.clear()
            self._changed.notify()

    def _live(self) -> None:
        while quiet := self._quiet():
            for path in quiet:
                if self._is_due(path):
                    self._do(path)

    def _quiet(self) -> list[Path]:
        """Waits for files that are quiet; none where nothing is waited for any more."""
        with self._changed:
            while self._due:
                now = time.monotonic()
                if quiet := [path for path, due in self._due.items() if due <= now]:
                    return quiet
                self._changed.wait(min(self._due.values()) - now)
            self._is_waiting = False
            return []

    def _is_due(self, path: Path) -> bool:
        """Whether a file is still quiet; it is not waited for any more then."""
        with self._changed:
            is_due = self._due.get(path, math.inf) <= time.monotonic()
            if is_due:
                del self._due[path]
            return is_due

    def _do(self, path: Path) -> None:
        try:
            self._act(path)
        except Exception:  # noqa: BLE001 (one odd file must not stop the watch)
            _log.exception("a changed file was not dealt with: %s", path)
