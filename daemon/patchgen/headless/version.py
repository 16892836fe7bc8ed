"""Which Pd this is."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

PATIENCE = 20
"""Seconds for a program to say its version."""
UNKNOWN = "version unknown"


@cache
def pd_version(program: Path) -> str:
    """What Pd calls itself: `Pd-0.53.1`. Asked once for each program."""
    try:
        run = subprocess.run(
            (program, "-version"),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return UNKNOWN
    lines = (run.stderr + run.stdout).strip().splitlines()
    return lines[0].split(" (")[0] if lines else UNKNOWN
