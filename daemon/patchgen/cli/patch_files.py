"""Patches on disk: which files an argument means, reading and writing them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from patchgen.errors import OutputUnwritable, PatchgenError

STANDARD = Path("-")
"""Means standard input, or standard output for what is written."""


def patch_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and every .pd file in and below the folders."""
    for path in paths:
        if path.is_dir():
            yield from sorted(found for found in path.rglob("*.pd") if found.is_file())
        else:
            yield path


def name_of(path: Path) -> str:
    """A file as messages name it."""
    return "<stdin>" if path == STANDARD else str(path)


def read_text(path: Path) -> str:
    """The text of a file, or of standard input for `-`. Raises PatchgenError where it cannot."""
    if path == STANDARD:
        return decoded(sys.stdin.buffer.read())
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PatchgenError(
            f"cannot read {path}: {error.strerror}", hint="Check the name and its permissions."
        ) from error
    return decoded(data)


def decoded(data: bytes) -> str:
    """The text that the bytes of a file stand for."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Before version 0.43 Pd wrote Latin-1, in which any bytes are a text.
        return data.decode("latin-1")


def write_text(path: Path, text: str) -> None:
    """Writes a file whole or not at all, an old one in its encoding. Raises OutputUnwritable."""
    write_bytes(path, text.encode(encoding_of(path, text)))


def encoding_of(path: Path, text: str) -> str:
    """Latin-1 where the file that is there needs it, and can hold the text; else UTF-8."""
    try:
        path.read_bytes().decode("utf-8")
    except OSError:
        return "utf-8"
    except UnicodeDecodeError:
        return "latin-1" if all(ord(letter) < 256 for letter in text) else "utf-8"
    return "utf-8"


def write_bytes(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all. Raises OutputUnwritable."""
    from patchgen.pipeline.publish import write_whole

    try:
        write_whole(path, data)
    except OSError as error:
        raise OutputUnwritable(
            f"cannot write {path}: {error.strerror or error}", hint="Choose another place with -o."
        ) from error
