"""The inbox: text files that wait to become patches, each taken once it is whole, one at a time."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from patchgen.errors import Cancelled, PatchgenError, PromptInvalid
from patchgen.pipeline.prompt import cleaned
from patchgen.pipeline.publish import write_whole
from patchgen.pipeline.steps import Event, Result
from patchgen.service.jobs import Listener

ENDING = ".txt"
ERROR_ENDING = ".error.txt"
LARGEST_FILE = 65_536
"""Bytes that are read; a prompt is far shorter."""
WHILE_OPEN = 2.0
"""Seconds of silence until a file counts as written, where nobody said that it was closed."""
ONCE_CLOSED = 0.1
"""Seconds of silence after it was closed or moved here."""

_log = logging.getLogger(__name__)

Submit = Callable[[str, Path, Listener], None]
"""Takes a prompt, the file to write and who is told; raises PatchgenError.

A file that has that name stays: a patch that somebody edited is never lost."""
Version = tuple[int, int]
"""When a file was written and its size: what tells a new text from one that was dealt with."""


class Drop:
    """One text file on its way: a patch appears beside it, or a file that says why not."""

    def __init__(self, text: Path, ended: Callable[[], None]) -> None:
        self._text = text
        self._ended = ended

    def queued(self, position: int) -> None:
        """Nobody looks."""

    def progress(self, event: Event) -> None:
        """Nobody looks."""

    def done(self, result: Result) -> None:
        """The patch lies there; an older complaint is out of date."""
        with suppress(OSError):
            error_file(self._text).unlink()
        self._ended()

    def failed(self, error: PatchgenError) -> None:
        """Leaves a note. A job that was cancelled is begun again with the next daemon."""
        if not isinstance(error, Cancelled):
            complain(self._text, error)
        self._ended()


class Inbox:
    """Hands files over one at a time, each once it is whole. Runs in a thread of its own."""

    def __init__(
        self,
        folder: Path,
        submit: Submit,
        *,
        while_open: float = WHILE_OPEN,
        once_closed: float = ONCE_CLOSED,
    ) -> None:
        self.folder = folder
        self._submit = submit
        self._while_open = while_open
        self._once_closed = once_closed
        self._due: dict[Path, float] = {}
        """When each changed file counts as whole."""
        self._seen: dict[Path, Version] = {}
        self._is_busy = False
        self._is_stopping = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._live, name="patchgen-inbox", daemon=True)

    def start(self) -> None:
        """Begins with what was dropped while no daemon ran."""
        for text in sorted(self.folder.glob(f"*{ENDING}")):
            if not text.with_suffix(".pd").exists() and not error_file(text).exists():
                self.touched(text, is_closed=False)
        self._thread.start()

    def stop(self) -> None:
        """Hands nothing over any more."""
        with self._changed:
            self._is_stopping = True
            self._changed.notify()
        self._thread.join()

    def touched(self, path: Path, *, is_closed: bool) -> None:
        """A file changed; it is looked at once it has been quiet for a while."""
        if not path.name.endswith(ENDING) or path.name.endswith(ERROR_ENDING):
            return
        if path.name.startswith("."):
            return
        with self._changed:
            quiet = self._once_closed if is_closed else self._while_open
            self._due[path] = time.monotonic() + quiet
            self._changed.notify()

    def _live(self) -> None:
        while (path := self._next()) is not None:
            try:
                self._hand_over(path)
            except PatchgenError as error:
                complain(path, error)
                self._free()
            except Exception:  # noqa: BLE001 (one odd file must not stop the inbox)
                _log.exception("a file in the inbox failed: %s", path)
                self._free()

    def _next(self) -> Path | None:
        """Waits for a whole file and for the end of the one before; None at the end."""
        with self._changed:
            while not self._is_stopping:
                path = min(self._due, key=self._due.__getitem__, default=None)
                patience = None if path is None else self._due[path] - time.monotonic()
                if self._is_busy or path is None or patience is None:
                    self._changed.wait()
                elif patience > 0:
                    self._changed.wait(patience)
                else:
                    del self._due[path]
                    self._is_busy = True
                    return path
        return None

    def _hand_over(self, path: Path) -> None:
        if not path.is_file():
            self._seen.pop(path, None)
            self._free()
            return
        version = version_of(path)
        if self._seen.get(path) == version:
            self._free()
            return
        self._seen[path] = version
        self._submit(read_prompt(path), path.with_suffix(".pd"), Drop(path, self._free))

    def _free(self) -> None:
        with self._changed:
            self._is_busy = False
            self._changed.notify()


def version_of(path: Path) -> Version:
    """Which text of a file this is."""
    facts = path.stat()
    return facts.st_mtime_ns, facts.st_size


def read_prompt(path: Path) -> str:
    """The prompt in a text file. Raises PromptInvalid."""
    with path.open("rb") as file:
        raw = file.read(LARGEST_FILE)
    try:
        return cleaned(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise PromptInvalid(
            f"{path.name} is no text in UTF-8", hint="Save it as plain text in UTF-8."
        ) from error


def error_file(text: Path) -> Path:
    """`NAME.error.txt` beside `NAME.txt`."""
    return text.with_name(text.name.removesuffix(ENDING) + ERROR_ENDING)


def complain(text: Path, error: PatchgenError) -> None:
    """Writes what went wrong beside the text."""
    try:
        write_whole(error_file(text), "".join(f"{line}\n" for line in (error.message, error.hint)))
    except OSError as problem:
        _log.warning("no error file for %s (%s): %s", text, error.message, problem)
