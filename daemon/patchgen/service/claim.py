"""Makes a folder the business of one daemon alone, for as long as that one lives."""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from patchgen.errors import OutputUnwritable

_log = logging.getLogger(__name__)


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Holds a folder, which is made. Raises OutputUnwritable where another process holds it.

    The lock ends with its process, however that ends, and leaves no file behind.
    """
    descriptor = opened(folder)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise OutputUnwritable(
            f"another daemon watches {folder}",
            hint="Texts that are dropped there are its business.",
        ) from error
    except OSError as error:
        # Some file systems of other machines know no locks: there nobody can be kept out.
        _log.info("no lock on %s: %s", folder, error)
    try:
        yield
    finally:
        os.close(descriptor)


def opened(folder: Path) -> int:
    """A file descriptor of the folder. Raises OutputUnwritable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise OutputUnwritable(
            f"cannot watch {folder}: {error.strerror or error}",
            hint="Texts that are dropped there will not be seen.",
        ) from error
