"""Finds Pd and runs it in a child process that cannot outlive its limits."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from patchgen.errors import PdFailed, PdMissing

FLAGS = (
    "-nogui", "-noaudio", "-nomidi", "-noprefs", "-nrt", "-stderr", "-batch", "-r", "44100",
)  # fmt: skip
"""No window, no devices, no settings of the user, and logical time instead of the clock."""

PLACES = (
    "/Applications/Pd.app/Contents/Resources/bin/pd",
    "/usr/local/bin/pd",
    "/opt/homebrew/bin/pd",
)
"""Where Pd may be although it is not on the search path."""

PURR_DATA = ("pd-l2ork", "purr-data")
"""What Purr Data's engine is called; it serves where there is no vanilla Pd."""

OF_ITSELF = re.compile(r"sys_nmidiin \d+, nmidiindev \d+$|\.\.\. click the link above to track it")
"""What Purr Data says without a window whatever the patch: of -nomidi, and behind a first error."""

MEMORY_BYTES = 1 << 30
FILE_BYTES = 32 << 20
"""Bounds the console as well: a patch that prints without end is ended by it."""

CRASHES = {
    signal.SIGXCPU: "it used up its processor time",
    signal.SIGXFSZ: f"it wrote more than {FILE_BYTES >> 20} MB",
}


@dataclass(frozen=True, slots=True)
class Run:
    """What a finished Pd leaves behind."""

    console: tuple[str, ...]
    """Lines as a user would see them in Pd's console window."""
    status: int
    """The exit status; never negative, since a signal raises PdFailed."""


def find_pd(explicit: Path | None = None) -> Path:
    """The Pd to use: the given one, else one on the search path. Raises PdMissing."""
    if explicit is not None:
        if os.access(explicit, os.X_OK) and explicit.is_file():
            return explicit
        raise PdMissing(f"{explicit} is no program", hint="Give the path of the pd executable.")
    placed = (place for place in PLACES if os.access(place, os.X_OK))
    purr = filter(None, map(shutil.which, PURR_DATA))
    found = shutil.which("pd") or next(placed, None) or next(purr, None)
    if found is None:
        raise PdMissing(
            "Pure Data is not installed",
            hint="Install it with `sudo apt install puredata` or from https://puredata.info.",
        )
    return Path(found)


def run(pd: Path, arguments: tuple[str, ...], *, folder: Path, timeout: float) -> Run:
    """Runs Pd in `folder` until it quits. Raises PdFailed when it hangs or crashes.

    `timeout` is in seconds. Pd has a process group of its own, `folder` as its home, and limits
    on processor time, memory and written bytes.
    """
    console = folder / "console.txt"
    with console.open("wb") as lines:
        child = start(pd, arguments, folder, lines.fileno())
        try:
            limit(child.pid, timeout)
            status = child.wait(timeout)
        except subprocess.TimeoutExpired:
            raise hung(timeout) from None
        finally:
            stop(child)
    if status < 0:
        raise crashed(status)
    said = console.read_text("utf-8", "replace").splitlines()
    return Run(tuple(line for line in said if not OF_ITSELF.match(line)), status)


def start(
    pd: Path, arguments: tuple[str, ...], folder: Path, console: int
) -> subprocess.Popen[bytes]:
    """Pd as a child process that writes to the file descriptor `console`."""
    try:
        return subprocess.Popen(
            (str(pd), *FLAGS, *arguments),
            cwd=folder,
            env={"HOME": str(folder), "PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise PdFailed(
            f"{pd} could not be started: {error.strerror}",
            hint="Check the path of Pd in the settings.",
        ) from error


def limit(process: int, timeout: float) -> None:
    """Sets the limits from outside, where the system can; the timeout holds everywhere."""
    # A preexec_fn would do it before Pd starts, but costs a full fork of a large daemon.
    if not hasattr(resource, "prlimit"):
        return
    seconds = ceil(timeout) + 1
    limits = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_AS: MEMORY_BYTES,
        resource.RLIMIT_FSIZE: FILE_BYTES,
        resource.RLIMIT_CORE: 0,
    }
    try:
        for name, value in limits.items():
            resource.prlimit(process, name, (value, value))
    except ProcessLookupError:
        return  # It has already quit.


def stop(child: subprocess.Popen[bytes]) -> None:
    """Ends a child that still runs, with all it has started."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def hung(timeout: float) -> PdFailed:
    """The error for a Pd that had to be ended."""
    return PdFailed(
        f"Pd did not finish within {timeout:g} s",
        hint="The patch may contain an endless loop, such as [until] without a stop.",
    )


def crashed(status: int) -> PdFailed:
    """The error for a Pd that a signal ended."""
    number = signal.Signals(-status)
    reason = CRASHES.get(number, f"it crashed ({number.name})")
    return PdFailed(f"Pd could not run the patch: {reason}", hint="The patch must not be used.")
