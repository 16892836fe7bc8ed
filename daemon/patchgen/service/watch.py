"""The door to watchdog: tells which files in a folder have changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from watchdog.events import (
    DirCreatedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from patchgen.errors import OutputUnwritable


class Touched(Protocol):
    """Who is told. Must not block."""

    def __call__(self, path: Path, *, is_closed: bool) -> None:
        """A file changed; `is_closed`: whoever wrote it has finished."""
        ...


class Changes(FileSystemEventHandler):
    """Passes on writes, nothing else: our own reading makes events too."""

    def __init__(self, touched: Touched) -> None:
        self._touched = touched

    def on_created(self, event: DirCreatedEvent | FileCreatedEvent) -> None:
        """It may still be empty."""
        self._tell(event.src_path, is_closed=False)

    def on_modified(self, event: DirModifiedEvent | FileModifiedEvent) -> None:
        """More may follow."""
        self._tell(event.src_path, is_closed=False)

    def on_closed(self, event: FileClosedEvent) -> None:
        """Whoever wrote it has finished (only Linux tells)."""
        self._tell(event.src_path, is_closed=True)

    def on_moved(self, event: DirMovedEvent | FileMovedEvent) -> None:
        """Editors write another file and give it the name."""
        self._tell(event.dest_path, is_closed=True)

    def _tell(self, path: bytes | str, *, is_closed: bool) -> None:
        self._touched(Path(os.fsdecode(path)), is_closed=is_closed)


@contextmanager
def watching(folder: Path, touched: Touched) -> Iterator[None]:
    """Tells of changes in a folder, which is made. Raises OutputUnwritable where it cannot be."""
    observer = Observer()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        observer.schedule(Changes(touched), str(folder), recursive=False)
        observer.start()
    except OSError as error:
        raise OutputUnwritable(
            f"cannot watch {folder}: {error.strerror or error}",
            hint="Files that appear there will not be seen.",
        ) from error
    try:
        yield
    finally:
        observer.stop()
        observer.join()
