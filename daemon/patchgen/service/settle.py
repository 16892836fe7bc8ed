"""Waits until a file that changes is quiet, and then does something about it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

WHILE_OPEN = 2.0
"""Seconds of silence until a file counts as written, where nobody said that it was closed."""
ONCE_CLOSED = 0.2
"""Seconds of silence after it was closed or moved here."""

_log = logging.getLogger(__name__)


class Settled:
    """Calls `act` once for each burst of changes of a file. Safe from any thread."""

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
        self._due: dict[Path, threading.Timer] = {}
        self._lock = threading.Lock()

    def touched(self, path: Path, *, is_closed: bool) -> None:
        """A file changed."""
        wait = self._once_closed if is_closed else self._while_open
        timer = threading.Timer(wait, self._do, (path,))
        timer.daemon = True
        with self._lock:
            before = self._due.pop(path, None)
            self._due[path] = timer
        if before is not None:
            before.cancel()
        timer.start()

    def stop(self) -> None:
        """Does nothing more."""
        with self._lock:
            timers, self._due = self._due, {}
        for timer in timers.values():
            timer.cancel()

    def _do(self, path: Path) -> None:
        with self._lock:
            if self._due.get(path) is not threading.current_thread():
                return
            del self._due[path]
        try:
            self._act(path)
        except Exception:  # noqa: BLE001 (one odd file must not stop the watch)
            _log.exception("a changed file was not dealt with: %s", path)
