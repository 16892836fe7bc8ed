"""Checksums of model files: computed, expected, and noted beside the file as sha256sum does."""

from __future__ import annotations

import hashlib
from pathlib import Path

from patchgen.errors import DownloadFailed

ENDING = ".sha256"


def sha256_of(path: Path) -> str:
    """The file's SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_whole(path: Path, expected: str | None) -> bool:
    """Whether the file is there and is the right one, as far as that can be known."""
    return expected is not None and path.is_file() and sha256_of(path) == expected


def note_of(path: Path) -> Path:
    """Where the checksum of a file is noted."""
    return path.with_name(path.name + ENDING)


def note(path: Path, sha256: str) -> None:
    """Notes what the file should be; `sha256sum -c` understands it, too."""
    line = f"{sha256}  {path.name}\n"
    if not note_of(path).exists() or note_of(path).read_text("utf-8", "replace") != line:
        note_of(path).write_text(line, "utf-8")


def noted(path: Path) -> str | None:
    """What the note beside a file says that it should be; None where there is none."""
    try:
        words = note_of(path).read_text("utf-8", "replace").split()
    except OSError:
        return None
    return words[0].lower() if words else None


def mismatch(what: str, expected: str | None, found: str | None) -> DownloadFailed:
    """The error for another file than the one that was wanted."""
    return DownloadFailed(
        f"{what} has the wrong checksum: {found} instead of {expected}",
        hint="Try again; if it stays, the file was damaged or changed at its source.",
    )
