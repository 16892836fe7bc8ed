"""Opens a patch in the user's Pd, which lives on when the command has ended."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from patchgen.errors import PdMissing
from patchgen.headless.engine import find_pd

OTHERS = ("purr-data", "pd-l2ork", "pd-gui")
"""Programs that show a patch, where there is no `pd`."""


def open_patch(path: Path, pd: Path | None) -> None:
    """Starts Pd on the file. Raises PdMissing where there is no Pd or no display."""
    if not has_display():
        raise PdMissing(
            "the patch cannot be shown: there is no display",
            hint=f"Open {path} on a desktop, or set DISPLAY.",
        )
    subprocess.Popen(
        (str(viewer(pd)), str(path)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def has_display() -> bool:
    """Whether windows can be opened; macOS and Windows always can."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def viewer(pd: Path | None) -> Path:
    """The program to open patches with. Raises PdMissing."""
    try:
        return find_pd(pd)
    except PdMissing:
        found = next((path for name in OTHERS if (path := shutil.which(name))), None)
        if pd is not None or found is None:
            raise
        return Path(found)
