"""The daemon: socket, line, worker and inbox tied together, until a signal ends them."""

from __future__ import annotations

import logging
import queue
import random
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from patchgen import app
from patchgen.app import order, routed
from patchgen.config import Settings
from patchgen.errors import Cancelled, OutputUnwritable
from patchgen.service.claim import claimed
from patchgen.service.corrections import Corrections
from patchgen.service.desk import SEEDS, Desk
from patchgen.service.inbox import Inbox
from patchgen.service.jobs import Job, Line, Listener
from patchgen.service.newcomers import Newcomers
from patchgen.service.osc import Endpoint
from patchgen.service.record import Scribe
from patchgen.service.renew import Source, renewed
from patchgen.service.settle import Settled
from patchgen.service.work import Build, Worker

if TYPE_CHECKING:
    from patchgen.service.watch import Touched

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
        source: Source | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        """`chance` draws the seeds that no setting fixes.

        `source` is read again when its file changes; `tell` gets sentences for who started this.
        """
        self._endpoint = Endpoint(settings.port)
        self._settings = settings
        self._chance = chance or random.Random()
        self._line = Line()
        self._worker = Worker(self._line, build, settings.idle_seconds)
        self._scribe = Scribe(settings.history_file) if settings.history else None
        self._keep = self._scribe.keep if self._scribe is not None else None
        do = self._scribe.do if self._scribe is not None else None
        self._desk = Desk(settings, self._line, self._endpoint.send, self._chance, do)
        self._source = source
        self._tell = tell or _log.info
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
        cancelled = self._line.close(
            Cancelled("the daemon was stopped", hint="Start it again: `patchgen serve`.")
        )
        self._watch.close()
        self._desk.close()
        self._worker.join()
        if self._scribe is not None:
            self._scribe.stop()
        self._endpoint.close()
        self._tell(f"stopped; {ended(self._worker.finished, cancelled)}")

    def _start_watch(self) -> None:
        inbox = Inbox(self._settings.output_folder / INBOX, self._submit)
        if self._holds(claimed(inbox.folder)) and self._follow(inbox.folder, inbox.touched):
            inbox.start()
            self._watch.callback(inbox.stop)
        if self._scribe is not None:
            self._watch_patches(self._scribe, inbox.folder)
        newcomers = Newcomers(self._tell)
        self._watch.callback(newcomers.stop)
        self._follow(self._settings.models_folder, newcomers.touched)
        if self._source is not None:
            self._watch_settings(self._source)

    def _watch_patches(self, scribe: Scribe, inbox: Path) -> None:
        corrections = Corrections(scribe.do, lambda: self._settings.corrections)
        self._watch.callback(corrections.stop)
        for folder in (self._settings.output_folder, inbox):
            # First the watch, then the look: nothing is saved in between.
            if self._follow(folder, corrections.touched):
                corrections.begin(folder)

    def _watch_settings(self, source: Source) -> None:
        settled = Settled(lambda _: self._renew(source))
        self._watch.callback(settled.stop)

        def touched(path: Path, *, is_closed: bool) -> None:
            if path == source.file:
                settled.touched(path, is_closed=is_closed)

        self._follow(source.file.parent, touched)

    def _follow(self, folder: Path, touched: Touched) -> bool:
        """Whether changes in the folder are told from now on."""
        from patchgen.service.watch import watching

        return self._holds(watching(folder, touched))

    def _holds(self, part: AbstractContextManager[None]) -> bool:
        """Whether a part could be begun; it ends with the daemon."""
        try:
            self._watch.enter_context(part)
        except OutputUnwritable as error:
            # OSC works all the same, and each job says again what is wrong.
            _log.warning("%s. %s", error.message, error.hint)
            return False
        return True

    def _renew(self, source: Source) -> None:
        """Jobs that wait keep the settings they were given; later ones get those of now."""
        now = renewed(self._settings, source)
        if now == self._settings:
            return
        self._settings = now
        self._worker.idle_seconds = now.idle_seconds
        self._desk.renew(now)
        self._tell(f"settings read again from {source.file}")

    def _submit(self, prompt: str, target: Path, listener: Listener) -> None:
        """A job from the inbox, for which nobody waits."""
        seed = self._settings.seed
        if seed is None:
            seed = self._chance.randrange(SEEDS)
        wanted = replace(order(self._settings, prompt, seed, target=target), spares=True)
        self._line.put(
            Job(
                sender=INBOX,
                id=target.name,
                order=wanted,
                settings=routed(self._settings, prompt),
                listener=listener,
                is_urgent=False,
                keep=self._keep,
            )
        )


def ended(finished: int, cancelled: int) -> str:
    """What became of the jobs."""
    done = "1 job was" if finished == 1 else f"{finished} jobs were"
    return f"{done} finished, {cancelled or 'none'} cancelled"


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
    source: Source | None = None,
    tell: Callable[[str], None] | None = None,
) -> None:
    """Runs the daemon until SIGINT or SIGTERM. `ready` gets the port. Raises PortInUse."""
    daemon = Daemon(settings, build=build, source=source, tell=tell)
    with signals() as came:
        try:
            daemon.start()
            if ready is not None:
                ready(daemon.port)
            came.get()
        finally:
            daemon.stop()
