"""The real daemon with the bundled model, in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def daemon_process(port: int, folder: Path) -> Iterator[None]:
    """Listens on `port` while the block runs and writes into `folder`; ends clean or complains."""
    process = subprocess.Popen(
        [sys.executable, "-m", "patchgen.cli", "serve", "--port", str(port)],
        env={
            **os.environ,
            "PATCHGEN_OUTPUT_FOLDER": str(folder),
            "PATCHGEN_HISTORY_FILE": str(folder / "history.db"),
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        assert str(port) in process.stdout.readline()
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0
