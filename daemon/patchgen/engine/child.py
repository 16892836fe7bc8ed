"""The worker process: loads the model once, then answers jobs until its daemon is gone."""

from __future__ import annotations

import faulthandler
import os
import pickle
import queue
import shutil
import signal
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from patchgen.engine.base import Request, Text
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
from patchgen.engine.options import LoadOptions
from patchgen.errors import Cancelled, ModelBroken, ModelUnknown, PromptInvalid

if TYPE_CHECKING:
    from patchgen.engine.llama import LlamaModel

PROGRESS_INTERVAL = 0.05
"""Seconds between two reports of progress."""


class _Mailbox:
    """Reads orders beside the work, so that a cancel is seen at the next token.

    When the daemon is gone, however it died, the pipe ends and so does this process.
    """

    def __init__(self, connection: Connection, scratch: Path) -> None:
        self._connection = connection
        self._scratch = scratch
        self._orders: queue.Queue[Generate] = queue.Queue()
        self._cancelled_up_to = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            order = self._receive()
            if isinstance(order, Cancel):
                self._cancelled_up_to = max(self._cancelled_up_to, order.number)
            else:
                self._orders.put(order)

    def _receive(self) -> Order:
        try:
            order: Order = self._connection.recv()
        except (EOFError, OSError):
            # A daemon that was killed could not clear this away itself.
            shutil.rmtree(self._scratch, ignore_errors=True)
            os._exit(0)
        return order

    def next(self) -> Generate:
        """Wait for the next job."""
        return self._orders.get()

    def is_cancelled(self, number: int) -> bool:
        return number <= self._cancelled_up_to


def run(connection: Connection, options: LoadOptions, crash_log: Path) -> None:
    """Live as the worker: the target of the process."""
    _settle_in(crash_log)
    mailbox = _Mailbox(connection, crash_log.parent)
    try:
        model = _load(options)
    except (ModelUnknown, ModelBroken) as error:
        connection.send(Refused(error))
        return
    connection.send(Ready(model.facts()))
    while True:
        order = mailbox.next()
        connection.send(_answer(model, order, _ticker(connection, mailbox, order.number)))


def _settle_in(crash_log: Path) -> None:
    """Leave Ctrl-C to the daemon and let what a dying library prints go to a file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # ggml would start a debugger on an abort.
    os.environ["GGML_NO_BACKTRACE"] = "1"
    with crash_log.open("ab") as file:
        os.dup2(file.fileno(), 2)
    faulthandler.enable(file=2)


def _load(options: LoadOptions) -> LlamaModel:
    from patchgen.engine.llama import LlamaModel

    model = LlamaModel(options)
    model.self_test()
    return model


def _answer(model: LlamaModel, order: Generate, tick: Callable[[int], None]) -> Report:
    from patchgen.engine.decode import write_draft

    try:
        request: Request = pickle.loads(order.request)
        prompt = model.encode((*request.prompt, Text(request.beginning)))
        draft = write_draft(model, prompt, request, tick=tick)
    except (Cancelled, PromptInvalid, ModelBroken) as error:
        return Failed(order.number, error)
    except Exception:  # noqa: BLE001
        # Whatever a constraint raises is a bug to report, not a reason to lose the warm model.
        return Crashed(order.number, traceback.format_exc())
    return Finished(order.number, draft)


def _ticker(connection: Connection, mailbox: _Mailbox, number: int) -> Callable[[int], None]:
    """Reports progress now and then, and stops the work once the job is cancelled."""
    last = 0.0

    def tick(tokens: int) -> None:
        nonlocal last
        if mailbox.is_cancelled(number):
            raise Cancelled("the job was cancelled")
        now = time.monotonic()
        if now - last >= PROGRESS_INTERVAL:
            last = now
            connection.send(Progress(number, tokens))

    return tick
