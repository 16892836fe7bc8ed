"""A folder for one run of Pd, which is gone afterwards."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from patchgen.errors import OutputUnwritable

ROOM = 1 << 20
"""Bytes that must be free: on a full disk Pd writes half a recording and says nothing."""


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder. Raises OutputUnwritable where there is no room for one."""
    try:
        with TemporaryDirectory(prefix="patchgen-") as name:
            if shutil.disk_usage(name).free < ROOM:
                raise OSError(ENOSPC, os.strerror(ENOSPC))
            yield Path(name)
    except OSError as error:
        raise OutputUnwritable(
            f"cannot write into {gettempdir()}, where Pd tries patches: {error.strerror or error}",
            hint="Make room there, or name another folder in the variable TMPDIR.",
        ) from error
