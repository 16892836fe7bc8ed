"""The daemon: socket, line, worker and inbox tied together, until a signal ends them."""

from __future__ import annotations

import logging
import queue
import random
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from patchgen import app
from patchgen.app import order
from patchgen.config import Settings
from patchgen.errors import Cancelled, OutputUnwritable
from patchgen.service.desk import SEEDS, Desk
from patchgen.service.inbox import Inbox
from patchgen.service.jobs import Job, Line, Listener
from patchgen.service.osc import Endpoint
from patchgen.service.record import Scribe
from patchgen.service.work import Build, Worker

INBOX = "inbox"
"""The folder in the output folder, and the sender of the jobs that come from it."""

_log = logging.getLogger(__name__)


class Daemon:
    """Listens from `start` to `stop`. Raises PortInUse when it is made."""

    def __init__(
        self,
        settings: Settings,
        *,
        build: Build = app.build,
        chance: random.Random | None = None,
    ) -> None:
        """`chance` draws the seeds that no setting fixes."""
        self._endpoint = Endpoint(settings.port)
        self._settings = settings
        self._chance = chance or random.Random()
        self._line = Line()
        self._worker = Worker(self._line, build, settings.idle_seconds)
        self._scribe = Scribe(settings.history_file) if settings.history else None
        self._keep = self._scribe.keep if self._scribe is not None else None
        self._desk = Desk(settings, self._line, self._endpoint.send, self._chance, self._keep)
        self._watch = ExitStack()

    @property
    def port(self) -> int:
        """The UDP port."""
        return self._endpoint.port

    def start(self) -> None:
        """Returns at once; the work is done in other threads."""
        if self._scribe is not None:
            self._scribe.start()
        self._worker.start()
        self._start_watch()
        self._endpoint.listen(self._desk.hear)
        _log.info("listening on UDP port %s", self.port)

    def stop(self) -> None:
        """Tells everybody who waits, ends the job at work, gives port and model back."""
        self._endpoint.deafen()
        self._line.close(
            Cancelled("the daemon was stopped", hint="Start it again: `patchgen serve`.")
        )
        self._watch.close()
        self._worker.join()
        if self._scribe is not None:
            self._scribe.stop()
        self._endpoint.close()
        _log.info("stopped")

    def _start_watch(self) -> None:
        from patchgen.service.watch import watching

        try:
            inbox = Inbox(self._settings.output_folder / INBOX, self._submit)
            self._watch.enter_context(watching(inbox))
        except OutputUnwritable as error:
            # OSC works without the inbox, and each job says again what is wrong.
            _log.warning("%s", error.message)

    def _submit(self, prompt: str, target: Path, listener: Listener) -> None:
        """A job from the inbox, for which nobody waits."""
        seed = self._settings.seed
        if seed is None:
            seed = self._chance.randrange(SEEDS)
        wanted = order(self._settings, prompt, seed, target=target)
        self._line.put(
            Job(
                sender=INBOX,
                id=target.name,
                order=wanted,
                settings=self._settings,
                listener=listener,
                is_urgent=False,
                keep=self._keep,
            )
        )


@contextmanager
def signals() -> Iterator[queue.SimpleQueue[int]]:
    """SIGINT and SIGTERM as entries of a queue, until the block ends.

    Only a SimpleQueue may be filled from a signal handler. A second Ctrl-C, after the block, works
    as ever. Python allows handlers in the main thread alone; in others the queue stays empty.
    """
    came: queue.SimpleQueue[int] = queue.SimpleQueue()
    if threading.current_thread() is not threading.main_thread():
        yield came
        return
    before = {
        number: signal.signal(number, lambda got, _: came.put(got))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield came
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def serve(
    settings: Settings,
    *,
    ready: Callable[[int], None] | None = None,
    build: Build = app.build,
) -> None:
    """Runs the daemon until SIGINT or SIGTERM. `ready` gets the port. Raises PortInUse."""
    daemon = Daemon(settings, build=build)
    with signals() as came:
        try:
            daemon.start()
            if ready is not None:
                ready(daemon.port)
            came.get()
        finally:
            daemon.stop()
