"""`patchgen` in a process of its own, on a disk of its own and without a superuser's rights."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

DROP_FROM_BOUNDS = 24
CAN_IGNORE_PERMISSIONS = 1
"""PR_CAPBSET_DROP and CAP_DAC_OVERRIDE of Linux."""


def surroundings(home: Path, **extra: str) -> dict[str, str]:
    """Variables of a machine where PatchGen was never used."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    sources = os.pathsep.join(entry for entry in sys.path if entry)
    return {**kept, "HOME": str(home), "PYTHONPATH": sources, **extra}


def command(*words: object) -> list[str]:
    """`patchgen WORDS`."""
    return [sys.executable, "-m", "patchgen.cli", *map(str, words)]


def patchgen(home: Path, *words: object, **extra: str) -> subprocess.CompletedProcess[str]:
    """Runs it to its end."""
    return ended(command(*words), surroundings(home, **extra))


def ended(words: list[str], variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A process that has ended; permissions hold for it, whoever runs the tests."""
    return subprocess.run(
        words, env=variables, capture_output=True, text=True, timeout=240, check=False,
        preexec_fn=obey_permissions,
    )  # fmt: skip


def obey_permissions() -> None:
    """Gives up what lets root write where nobody may; for all others it changes nothing."""
    ctypes.CDLL(None).prctl(DROP_FROM_BOUNDS, CAN_IGNORE_PERMISSIONS, 0, 0, 0)


def on_small_disk(
    disk: Path, kilobytes: int, script: str, home: Path, **extra: str
) -> subprocess.CompletedProcess[str]:
    """A shell script for which `disk` is a file system of that size; `$PATCHGEN` is the program.

    The file system ends with the script, and nobody else sees it.
    """
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("not run: this machine lets nobody mount a disk of his own")
    mount = f'mount -t tmpfs -o size={kilobytes}k small "$DISK" && cd "$DISK"\n'
    variables = surroundings(home, DISK=str(disk), PATCHGEN=" ".join(command()), **extra)
    return ended(["unshare", "-rm", "sh", "-c", mount + script], variables)
