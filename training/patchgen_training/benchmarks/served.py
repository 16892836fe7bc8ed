"""A real daemon in a process of its own, and boxes that ask it over UDP."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

from patchgen.config import PREFIX
from patchgen.errors import PatchgenError
from patchgen.service.osc import Argument, Message, decode, encode
from patchgen.service.replies import DONE, ERROR, STATUS

PATIENCE = 60.0
"""Seconds until an answer counts as missing; a busy machine may take long to load a model."""
ENDINGS = frozenset((DONE, ERROR))
BUGS = ("Traceback", "internal error")
"""What stands in the log of a daemon only if it has a bug."""


@dataclass(frozen=True, slots=True)
class Served:
    """A daemon that runs."""

    process: subprocess.Popen[str]
    port: int
    folder: Path
    """What it writes: patches, history, log."""

    def workers(self) -> list[int]:
        """The processes that hold its model."""
        return [pid for pid in children(self.process.pid) if is_worker(pid)]

    def memory(self) -> tuple[float, float]:
        """Resident memory in MB: the daemon's own, and that of all it has started."""
        pid = self.process.pid
        return resident(pid), sum(map(resident, children(pid)))

    def bugs(self) -> int:
        """How often the log tells of a bug."""
        log = (self.folder / "log").read_text("utf-8", "replace")
        return max(map(log.count, BUGS))


@contextmanager
def served(folder: Path, **settings: object) -> Iterator[Served]:
    """`patchgen serve` on a free port, with these settings, until the block ends."""
    own = {"output_folder": folder, "history_file": folder / "history.db", **settings}
    variables = {PREFIX + name.upper(): str(value) for name, value in own.items()}
    with (folder / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "patchgen.cli", "serve", "--port", "0"],
            env={**os.environ, "XDG_CONFIG_HOME": str(folder / "no-config"), **variables},
            stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
    try:
        assert process.stdout is not None
        words = process.stdout.readline().split()
        port = next((word for word in words if word.strip(".").isdigit()), None)
        if port is None:
            raise PatchgenError("the daemon does not start", hint=(folder / "log").read_text())
        yield Served(process, int(port.strip(".")), folder)
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


class Caller:
    """What a box in Pd is to the daemon: one socket that asks and hears."""

    def __init__(self, port: int) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.connect(("127.0.0.1", port))
        self._asked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self._socket.close()

    def throw(self, packet: bytes) -> None:
        """Sends anything."""
        self._socket.send(packet)

    def ask(self, kind: str, *arguments: Argument) -> None:
        """Sends `/patchgen/KIND`."""
        self.throw(encode(Message(f"/patchgen/{kind}", arguments)))

    def hear(self, seconds: float) -> Message | None:
        """The next answer; None where none comes in time."""
        self._socket.settimeout(seconds)
        try:
            return decode(self._socket.recv(65_536))
        except (TimeoutError, BlockingIOError, ConnectionRefusedError):
            return None

    def wait_for(self, addresses: frozenset[str], job: str) -> Message | None:
        """The first answer about a job with one of these addresses; None after PATIENCE."""
        until = monotonic() + PATIENCE
        while (left := until - monotonic()) > 0:
            message = self.hear(left)
            if message and message.address in addresses and message.arguments[0] == job:
                return message
        return None

    def unfinished(self) -> int | None:
        """How many jobs the daemon says it has; None where it does not answer."""
        self._asked += 1
        name = f"status-{self._asked}"
        self.ask("status", name)
        said = self.wait_for(frozenset((STATUS,)), name)
        return None if said is None else int(said.arguments[-1])


def children(pid: int) -> list[int]:
    """Processes that a process has started."""
    # Each thread has its own: the worker's thread starts the model's process.
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(word) for path in lists for word in path.read_text("ascii").split()]


def is_worker(pid: int) -> bool:
    """Whether this is the process of a model, not a helper of multiprocessing or a Pd."""
    try:
        return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def resident(pid: int) -> float:
    """Resident memory of a process, in MB of 1,000,000 bytes; 0 for one that is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    sizes = (int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    return next(sizes, 0) * 1024 / 1e6
