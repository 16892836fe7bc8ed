"""An engine whose model lives in a process of its own, so that a crash there costs one job."""

from __future__ import annotations

import hashlib
import logging
import multiprocessing
import pickle
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from patchgen.engine import child
from patchgen.engine.base import Draft, ModelFacts, Request
from patchgen.engine.conversation import (
    Cancel,
    Crashed,
    Failed,
    Finished,
    Generate,
    Order,
    Progress,
    Ready,
    Refused,
    Report,
)
from patchgen.engine.options import LoadOptions, ladder
from patchgen.errors import Cancelled, EngineDied, ModelBroken, PatchgenError

POLL = 0.02
"""Seconds between two looks at whether the job was cancelled."""
PATIENCE = 300.0
"""Seconds without a word from the worker before it counts as hung."""
FAREWELL = 1.0
"""Seconds a process gets to end by itself."""

Serve = Callable[[Connection, LoadOptions, Path], None]
"""What the process runs; a function at the top of a module."""

_log = logging.getLogger(__name__)


class _Process:
    """One worker process and the pipe to it."""

    def __init__(self, serve: Serve, options: LoadOptions) -> None:
        context = multiprocessing.get_context("spawn")
        self._scratch = tempfile.TemporaryDirectory(prefix="patchgen-engine-")
        self._crash_log = Path(self._scratch.name) / "crash.log"
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=serve,
            args=(theirs, options, self._crash_log),
            name="patchgen-engine",
            daemon=True,
        )
        self._process.start()
        # Only the child may hold its end, or the pipe would not end with it.
        theirs.close()
        self.facts: ModelFacts | None = None
        """Known once it is ready for jobs."""

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.is_alive()

    def send(self, order: Order) -> None:
        """Raises EngineDied when nobody listens."""
        try:
            self._connection.send(order)
        except OSError as error:
            raise self._death() from error

    def cancel(self, number: int) -> None:
        """Ask for the end of a job; a process that is gone has ended it already."""
        with suppress(OSError):
            self._connection.send(Cancel(number))

    def receive(self, stop: Callable[[], bool], patience: float) -> Report:
        """The next report; raises Cancelled when `stop` says so, EngineDied when none can come."""
        deadline = time.monotonic() + patience
        try:
            while not self._connection.poll(POLL):
                if stop():
                    raise Cancelled("the job was cancelled")
                if time.monotonic() > deadline:
                    raise EngineDied(
                        f"the model's process gave no sign of life for {patience:.0f} s",
                        hint="It was ended; the next job starts a new one.",
                    )
            report: Report = self._connection.recv()
        except (EOFError, OSError) as error:
            raise self._death() from error
        return report

    def _death(self) -> EngineDied:
        self._process.join(FAREWELL)
        said = self._last_words()
        return EngineDied(
            f"the model's process ended {_ending(self._process.exitcode)}" + (said and f": {said}"),
            hint="The next job starts a new one.",
        )

    def _last_words(self) -> str:
        if not self._crash_log.exists():
            return ""
        lines = self._crash_log.read_text("utf-8", "replace").splitlines()
        return next((line.strip() for line in lines if line.strip()), "")

    def end(self) -> None:
        """Close the pipe, which ends the process; force it where it does not."""
        self._connection.close()
        self._process.join(FAREWELL)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()
        self._scratch.cleanup()


class WorkerEngine:
    """Runs jobs one after the other on a model that stays loaded. Safe to use from any thread."""

    def __init__(
        self, options: LoadOptions, *, serve: Serve = child.run, patience: float = PATIENCE
    ) -> None:
        """Nothing is started before the first job."""
        self.options = options
        """How the model is loaded where nothing goes wrong."""
        self._serve = serve
        self._patience = patience
        self._rungs = ladder(options)
        self._rung = 0
        self._process: _Process | None = None
        self._jobs = 0
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._sha256 = ""

    @property
    def pid(self) -> int | None:
        """The worker process while there is one."""
        process = self._process
        return None if process is None else process.pid

    def generate(
        self,
        request: Request,
        *,
        on_progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Draft:
        """Write one draft, loading the model first where it is not."""
        stop = self._stop(cancelled)
        packed = pickle.dumps(request)
        with self._turn(stop):
            process, _ = self._ready(stop)
            self._jobs += 1
            try:
                process.send(Generate(self._jobs, packed))
                return self._follow(process, self._jobs, on_progress, stop)
            except EngineDied:
                self._discard()
                raise
            except BaseException:
                # The user's stop, Ctrl-C or an error in on_progress: nobody wants this job now.
                process.cancel(self._jobs)
                raise

    def describe(self) -> ModelFacts:
        """Facts about the model and the hash of its file; loads it where it is not."""
        stop = self._stop(None)
        with self._turn(stop):
            _, facts = self._ready(stop)
            if not self._sha256:
                self._sha256 = weights_sha256(self.options)
            return replace(facts, sha256=self._sha256)

    def close(self) -> None:
        """End the worker process, and the job it is at; a later job starts a new one."""
        self._closing.set()
        with self._lock:
            self._discard()
            self._closing.clear()

    def _stop(self, cancelled: Callable[[], bool] | None) -> Callable[[], bool]:
        return lambda: self._closing.is_set() or (cancelled is not None and cancelled())

    @contextmanager
    def _turn(self, stop: Callable[[], bool]) -> Iterator[None]:
        """Hold the lock; a job that is cancelled while it waits for it gives up."""
        while not self._lock.acquire(timeout=POLL):
            if stop():
                raise Cancelled("the job was cancelled")
        try:
            yield
        finally:
            self._lock.release()

    def _follow(
        self,
        process: _Process,
        number: int,
        on_progress: Callable[[int], None] | None,
        stop: Callable[[], bool],
    ) -> Draft:
        """Wait for the draft of a job; reports of earlier, cancelled jobs pass unread."""
        while True:
            match process.receive(stop, self._patience):
                case Progress(n, tokens) if n == number and on_progress is not None:
                    on_progress(tokens)
                case Finished(n, draft) if n == number:
                    return draft
                case Failed(n, error) if n == number:
                    raise error
                case Crashed(n, trace) if n == number:
                    raise RuntimeError(f"a job failed in the worker process:\n{trace}")

    def _ready(self, stop: Callable[[], bool]) -> tuple[_Process, ModelFacts]:
        """The process with its model loaded; climbs down the ladder where loading kills it."""
        if self._process is not None and self._process.facts and not self._process.is_alive:
            _log.warning("the model's process died between two jobs, starting a new one")
            self._discard()
        trouble: PatchgenError | None = None
        while True:
            if self._process is None:
                self._process = _Process(self._serve, self._rungs[self._rung])
            process = self._process
            if process.facts is not None:
                return process, process.facts
            try:
                report = process.receive(stop, self._patience)
            except EngineDied as error:
                trouble = trouble or self._unloadable(error)
                self._step_down(trouble, may_stay=False)
                continue
            if isinstance(report, Ready):
                process.facts = report.facts
                if trouble is not None:
                    _log.warning("the model starts with safer options only: %s", trouble)
            elif isinstance(report, Refused):
                trouble = trouble or report.error
                self._step_down(trouble, may_stay=True)

    def _unloadable(self, error: EngineDied) -> ModelBroken:
        return ModelBroken(
            f"loading {self._rungs[0].path} failed: {error.message}",
            hint="Download the model again; if it fails again, the file is not for this llama.cpp.",
        )

    def _step_down(self, error: PatchgenError, *, may_stay: bool) -> None:
        """Go to the next safer options, or raise the error where there are none."""
        uses_card = self._rungs[self._rung].n_gpu_layers != 0
        self._discard()
        if self._rung + 1 == len(self._rungs) or (may_stay and not uses_card):
            self._rung = 0
            raise error
        self._rung += 1

    def _discard(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None


def weights_sha256(options: LoadOptions) -> str:
    """The hash of the model's file; with an adapter, one of both and its strength."""
    digests = [file_sha256(path) for path in (options.path, options.lora) if path is not None]
    if options.lora is None:
        return digests[0]
    return hashlib.sha256(f"{' '.join(digests)} {options.lora_scale}".encode()).hexdigest()


def file_sha256(path: Path) -> str:
    """The hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _ending(exit_code: int | None) -> str:
    """How a process ended, in words."""
    if exit_code is None:
        return "without a trace"
    if exit_code >= 0:
        return f"with exit status {exit_code}"
    try:
        return f"by {signal.Signals(-exit_code).name}"
    except ValueError:
        return f"by signal {-exit_code}"
