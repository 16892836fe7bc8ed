"""Works the line off: one thread, one job at a time, models unloaded when nobody wants them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from patchgen.app import foundation
from patchgen.config import Settings
from patchgen.errors import Cancelled, PatchgenError
from patchgen.pipeline.offer import offered
from patchgen.pipeline.steps import Event, Order, Written
from patchgen.service.jobs import Job, Line

FAREWELL = 15.0
"""Seconds the last job gets to end: a check in headless Pd cannot be interrupted."""

_log = logging.getLogger(__name__)


class Runnable(Protocol):
    """What the worker needs of a pipeline."""

    def run(self, order: Order, *, cancelled: Callable[[], bool] | None = None) -> Iterator[Event]:
        """Events up to Written; raises PatchgenError."""
        ...

    def close(self) -> None:
        """Gives the model's memory back."""
        ...


Build = Callable[[Settings], Runnable]


class Worker:
    """Takes jobs from the line until it is closed. Holds a model for patches and one for music.

    Another one of its kind replaces it; so does one whose file or settings have changed.
    """

    def __init__(self, line: Line, build: Build, idle_seconds: float) -> None:
        """`idle_seconds` without a job until the model is unloaded; 0 keeps it."""
        self._line = line
        self._build = build
        self.idle_seconds = idle_seconds
        """Counts from the next job on."""
        self.finished = 0
        """Jobs that ended well."""
        self._held: dict[bool, tuple[tuple[object, ...], Runnable]] = {}
        """For patches and (True) for music: what a pipeline was made of, and the pipeline."""
        self._thread = threading.Thread(target=self._live, name="patchgen-worker", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def join(self) -> None:
        """Waits for the end, which comes when the line is closed."""
        self._thread.join(FAREWELL)
        if self._thread.is_alive():
            _log.warning("the last job does not end; leaving without it")

    def _live(self) -> None:
        while not self._line.is_closed:
            job = self._line.take(self._patience())
            if job is None:
                self._unload_all()
                continue
            try:
                self._do(job)
            finally:
                self._line.finish(job)
        self._unload_all()

    def _patience(self) -> float | None:
        """Seconds until the models are unloaded, where there is one."""
        if not self._held or self.idle_seconds == 0:
            return None
        return self.idle_seconds

    def _do(self, job: Job) -> None:
        """Any ending but a crash of the daemon."""
        try:
            self._run(job)
        except Cancelled as error:
            _log.info("job cancelled: %s", job.id)
            job.fail(error)
        except PatchgenError as error:
            _log.info("job failed: %s: %s", job.id, error.message)
            job.fail(error)
        except Exception as error:  # noqa: BLE001 (a bug costs one job, not the daemon)
            _log.exception("internal error in job %s", job.id)
            job.fail(
                PatchgenError(
                    f"internal error: {type(error).__name__}: {error}",
                    hint="This is a bug in PatchGen; the daemon's log has the details.",
                )
            )
            # What a bug left behind is not trusted.
            self._unload_all()

    def _run(self, job: Job) -> None:
        run = partial(self._pipeline_for(job.settings).run, cancelled=job.is_cancelled)
        for event in run(job.order) if job.count == 1 else offered(run, job.order, job.count):
            if isinstance(event, Written):
                job.succeed(event.result)
                self.finished += 1
                _log.info("job done: %s: %s", job.id, event.result.path)
                return
            if job.is_cancelled():
                raise Cancelled("the job was cancelled")
            job.progress(event)
        raise RuntimeError("the pipeline ended without a result")

    def _pipeline_for(self, settings: Settings) -> Runnable:
        is_music = settings.model == settings.music_model
        wanted = foundation(settings)
        if is_music in self._held and self._held[is_music][0] != wanted:
            self._unload(is_music)
        if is_music not in self._held:
            self._held[is_music] = wanted, self._build(settings)
        return self._held[is_music][1]

    def _unload_all(self) -> None:
        for is_music in tuple(self._held):
            self._unload(is_music)

    def _unload(self, is_music: bool) -> None:
        _, pipeline = self._held.pop(is_music)
        try:
            pipeline.close()
        except Exception:  # noqa: BLE001 (the next job builds a new one)
            _log.exception("the model could not be unloaded")
