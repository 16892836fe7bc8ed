"""What the Pd library consists of: boxes, help, examples, and the external where it was built."""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from pathlib import Path

from patchgen.errors import OutputUnwritable, PatchgenError
from patchgen.service.places import LIBRARY
from patchgen.service.program import daemon_command

CONTENTS = (
    ("abstractions", "*.pd"),
    ("help-patches", "*.pd"),
    ("pd_external", "*.pd_linux"),
    ("pd_external", "*.pd_darwin"),
    ("pd_external", "*.dll"),
)
"""Folder and pattern of everything that belongs into the library folder."""

DAEMON = "daemon"
"""The file from which the external learns how to start the daemon: one argument a line."""


def library() -> dict[str, bytes]:
    """The files of the library folder by their names, from the source tree or the wheel's data."""
    command = "".join(f"{word}\n" for word in daemon_command())
    try:
        files = {path.name: path.read_bytes() for path in library_files()}
    except OSError as error:
        raise OutputUnwritable(
            f"cannot read {error.filename}: {error.strerror}",
            hint="Install PatchGen again from its wheel or its source tree.",
        ) from error
    return {**files, DAEMON: command.encode()}


def library_files() -> Iterator[Path]:
    """The files to copy."""
    root = library_root()
    for folder, pattern in CONTENTS:
        yield from sorted((root / folder).glob(pattern))


def library_root() -> Path:
    """The folder that holds `abstractions` and `help-patches`."""
    user = sysconfig.get_path("data", sysconfig.get_preferred_scheme("user"))
    candidates = (
        Path(__file__).resolve().parents[3],
        Path(sysconfig.get_path("data")) / "share" / LIBRARY,
        Path(user) / "share" / LIBRARY,
    )
    for root in candidates:
        if (root / "abstractions" / "patchgen.pd").is_file():
            return root
    searched = ", ".join(str(root) for root in candidates)
    raise PatchgenError(
        f"the Pd library is not part of this installation (searched {searched})",
        hint="Install PatchGen again from its wheel or its source tree.",
    )
