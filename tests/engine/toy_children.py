"""Worker processes that misbehave on purpose."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

from patchgen.engine import child
from patchgen.engine.options import LoadOptions


def crash_unless_plain(connection: Connection, options: LoadOptions, crash_log: Path) -> None:
    """Die like a bad processor feature does, except with the plainest options."""
    if options.memory_map:
        os.kill(os.getpid(), signal.SIGSEGV)
    child.run(connection, options, crash_log)


def crash_always(connection: Connection, options: LoadOptions, crash_log: Path) -> None:
    """Die whatever the options, and say something first."""
    crash_log.write_text("GGML_ASSERT(weights) failed\n")
    os.abort()


def say_nothing(connection: Connection, options: LoadOptions, crash_log: Path) -> None:
    """Hang."""
    time.sleep(60)
