"""Patches on disk: which files an argument means, reading and writing them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from patchgen.errors import OutputUnwritable, PatchgenError


def patch_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and every .pd file in and below the folders."""
    for path in paths:
        if path.is_dir():
            yield from sorted(found for found in path.rglob("*.pd") if found.is_file())
        else:
            yield path


def read_text(path: Path) -> str:
    """The text of a file. Raises PatchgenError when it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PatchgenError(
            f"cannot read {path}: {error.strerror}", hint="Check the name and its permissions."
        ) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Before version 0.43 Pd wrote Latin-1, in which any bytes are a text.
        return data.decode("latin-1")


def write_text(path: Path, text: str) -> None:
    """Writes a file in UTF-8, whole or not at all. Raises OutputUnwritable."""
    from patchgen.pipeline.publish import write_whole

    try:
        write_whole(path, text)
    except OSError as error:
        raise OutputUnwritable(
            f"cannot write {path}: {error.strerror or error}", hint="Choose another place with -o."
        ) from error
