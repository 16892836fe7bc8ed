"""Copies the library folder `patchgen` to where vanilla Pd and Purr Data look without settings."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from patchgen.errors import OutputUnwritable, PatchgenError

Target = Literal["vanilla", "purr-data", "all"]

LIBRARY = "patchgen"

CONTENTS = (
    ("abstractions", "*.pd"),
    ("help-patches", "*-help.pd"),
    ("pd_external", "*.pd_linux"),
    ("pd_external", "*.pd_darwin"),
    ("pd_external", "*.dll"),
)
"""Folder and pattern of everything that belongs into the library folder."""

SEARCH_FOLDERS = {
    "linux": {"vanilla": ".local/lib/pd/extra", "purr-data": ".local/lib/pd-l2ork/extra"},
    "darwin": {"vanilla": "Library/Pd", "purr-data": "Library/Pd-l2ork"},
    "win32": {"vanilla": "AppData/Roaming/Pd", "purr-data": "AppData/Roaming/Pd-l2ork"},
}
"""Where each Pd looks for libraries, from the home folder, by `sys.platform`."""

PREFIX_FOLDERS = {"vanilla": "lib/pd/extra", "purr-data": "lib/pd-l2ork/extra"}
"""The same from a prefix such as /usr/local or a package's root."""


def install(prefix: Path | None = None, target: Target = "all") -> tuple[Path, ...]:
    """Copies what is new or has changed; returns those files, nothing if all is in place."""
    sources = tuple(library_files())
    return tuple(
        folder / source.name
        for folder in library_folders(prefix, target)
        for source in sources
        if copy(source, folder / source.name)
    )


def uninstall(prefix: Path | None = None, target: Target = "all") -> tuple[Path, ...]:
    """Removes our files, and the folder once it is empty; returns what was removed."""
    names = {source.name for source in library_files()}
    removed: list[Path] = []
    for folder in library_folders(prefix, target):
        for path in (folder / name for name in sorted(names)):
            if path.is_file():
                remove(path)
                removed.append(path)
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return tuple(removed)


def library_folders(prefix: Path | None = None, target: Target = "all") -> tuple[Path, ...]:
    """The folders called `patchgen` that an installation fills, one for each Pd."""
    if prefix is None:
        root, folders = Path.home(), SEARCH_FOLDERS.get(sys.platform, SEARCH_FOLDERS["linux"])
    else:
        root, folders = prefix, PREFIX_FOLDERS
    wanted = folders if target == "all" else (target,)
    return tuple(root / folders[name] / LIBRARY for name in wanted)


def library_files() -> Iterator[Path]:
    """The files to copy, from the source tree or from the wheel's data folder."""
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


def copy(source: Path, destination: Path) -> bool:
    """Makes the destination the same as the source; False if it was already."""
    content = source.read_bytes()
    fresh = destination.with_name(f".{destination.name}.{os.getpid()}")
    try:
        if destination.is_file() and destination.read_bytes() == content:
            return False
        destination.parent.mkdir(parents=True, exist_ok=True)
        try:
            fresh.write_bytes(content)
            fresh.replace(destination)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(destination, error) from error
    return True


def remove(path: Path) -> None:
    """Deletes one file."""
    try:
        path.unlink()
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> OutputUnwritable:
    """What to say when a folder of Pd's cannot be changed."""
    return OutputUnwritable(
        f"cannot write {path}: {error.strerror}",
        hint="Give a folder of yours with --prefix, or run as a user who may write there.",
    )
