"""The door to watchdog: tells the inbox which files in its folder have changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
from patchgen.service.inbox import Inbox


class Changes(FileSystemEventHandler):
    """Passes on writes, nothing else: our own reading makes events too."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

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
        self._inbox.touched(Path(os.fsdecode(path)), is_closed=is_closed)


@contextmanager
def watching(inbox: Inbox) -> Iterator[None]:
    """Keeps an inbox informed and alive. Raises OutputUnwritable where its folder cannot be."""
    observer = Observer()
    try:
        inbox.folder.mkdir(parents=True, exist_ok=True)
        observer.schedule(Changes(inbox), str(inbox.folder), recursive=False)
        observer.start()
    except OSError as error:
        raise OutputUnwritable(
            f"cannot watch {inbox.folder}: {error.strerror or error}",
            hint="Choose another output_folder; text files dropped there will not be seen.",
        ) from error
    inbox.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()
        inbox.stop()
