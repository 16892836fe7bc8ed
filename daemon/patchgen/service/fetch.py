"""Downloads the model that a box asks for, and tells it how that gets on."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from patchgen.catalog import download
from patchgen.catalog.find import find, origin
from patchgen.config import Settings
from patchgen.errors import Cancelled, ModelUnknown, PatchgenError
from patchgen.service.osc import Message
from patchgen.service.replies import PROGRESS, SET, Clock, Send, Throttle, error_message

FAREWELL = 2.0
"""Seconds a download gets to stop; what has arrived is kept."""

_log = logging.getLogger(__name__)


def is_missing(settings: Settings, model: str) -> bool:
    """Whether a model could be downloaded and must be. Raises ModelUnknown where it cannot."""
    if settings.remote_url is not None and model == settings.model:
        return False
    try:
        find(model, settings.models_folder)
    except ModelUnknown:
        if settings.offline:
            raise
        try:
            origin(model, settings.models_folder)
        except ModelUnknown:
            pass
        else:
            return True
        raise
    return False


class Fetcher:
    """One download at a time, in a thread of its own."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._name = ""

    def fetch(self, settings: Settings, model: str, send: Send, done: Callable[[], None]) -> None:
        """Begins; `done` is called in the other thread. Raises PatchgenError where one runs."""
        if self._thread is not None and self._thread.is_alive():
            raise PatchgenError(
                f"the model {self._name} is being downloaded", hint="Wait until that has ended."
            )
        self._name = model
        work = (settings, send, done)
        self._thread = threading.Thread(
            target=self._live, args=work, name="patchgen-fetch", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Ends the download; the next one of the same model goes on where it stood."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(FAREWELL)

    def _live(self, settings: Settings, send: Send, done: Callable[[], None]) -> None:
        throttle = Throttle(self._clock)

        def progress(arrived: int, size: int) -> None:
            if self._stop.is_set():
                raise Cancelled("the daemon was stopped", hint="Set the model again to go on.")
            if throttle.lets("downloading"):
                send(Message(PROGRESS, (SET, "downloading", arrived / max(size, 1))))

        try:
            wanted = origin(self._name, settings.models_folder)
            download.pull(wanted, settings.models_folder, progress=progress)
        except PatchgenError as error:
            send(error_message(SET, error))
        except Exception as error:  # noqa: BLE001 (a bug costs one download, not the daemon)
            _log.exception("the download of %s failed", self._name)
            send(error_message(SET, PatchgenError(f"internal error: {error}")))
        else:
            done()
            send(Message(PROGRESS, (SET, "ready", 1.0)))
