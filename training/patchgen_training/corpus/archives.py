"""Patches and licence texts inside archives in archives, told by their first bytes.

Nothing is unpacked to the disk except by a tool for rar and 7z, into a folder of its own; what is
too large, too many or too deep is told and left out, so that no archive can fill the memory.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO, Any

from patchgen_training.corpus.unpack import HEAVY, Unpackable, files_in

HEAD = 512
"""Bytes that tell what a file is."""
LARGEST_PATCH = 1_000_000
LARGEST_ARCHIVE = 100_000_000
MOST_BYTES = 300_000_000
"""Of all that is read out of one file."""
MOST_MEMBERS = 20_000
DEEPEST = 5
INSIDE = "!/"
"""Between an archive and what lies in it."""

BEGINNINGS = (b"#N canvas", b"#N struct")
PACKED: dict[bytes, Callable[[IO[bytes]], Any]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
"""First bytes -> what unpacks a single file."""
LICENCE_NAMES = ("licen", "copying", "readme")
"""How the names of files begin that may say under which licence the others are."""


@dataclass(frozen=True, slots=True)
class Found:
    """A patch or a licence text, or why something could not be read."""

    path: str
    data: bytes = b""
    trouble: str = ""


@dataclass(slots=True)
class Budget:
    """What may still be read out of one file."""

    bytes: int = MOST_BYTES
    members: int = MOST_MEMBERS

    def spend(self, size: int) -> None:
        """Takes one member of this size into account. Raises Unpackable when it is too much."""
        self.bytes -= size
        self.members -= 1
        if self.bytes < 0 or self.members < 0:
            raise Unpackable("holds too much")


def unpacked(file: IO[bytes], path: str, budget: Budget, depth: int = 0) -> Iterator[Found]:
    """The patches in a file, which is one itself or an archive, and the licence texts there."""
    head = file.read(HEAD)
    if is_patch(head) or is_licence(path):
        yield read_whole(file, head, path, budget)
    elif is_archive(head):
        try:
            if depth >= DEEPEST:
                raise Unpackable("lies too deep")
            yield from members(head + limited(file, LARGEST_ARCHIVE, budget), path, budget, depth)
        except BROKEN as error:
            yield Found(path, trouble=f"archive: {error or type(error).__name__}"[:120])


BROKEN = (
    Unpackable, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error,
    lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile,
)  # fmt: skip
"""What the readers of archives raise when one is damaged, encrypted or too much."""


def members(data: bytes, path: str, budget: Budget, depth: int) -> Iterator[Found]:
    """What is found in the members of an archive."""
    for name, file in opened(data, path):
        budget.spend(0)
        with file:
            yield from unpacked(file, name, budget, depth + 1)


def opened(data: bytes, path: str) -> Iterator[tuple[str, IO[bytes]]]:
    """Names and contents of the members, one after the other."""
    for magic, unpack in PACKED.items():
        if data.startswith(magic):
            yield path + INSIDE + PurePosixPath(path.rsplit("/", 1)[-1]).stem, unpack(BytesIO(data))
            return
    inside = path + INSIDE
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    yield inside + info.filename, archive.open(info)
    elif data.startswith(HEAVY):
        yield from ((inside + name, file) for name, file in files_in(data))
    else:
        with tarfile.open(fileobj=BytesIO(data), mode="r:") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isfile() else None
                if content is not None:
                    yield inside + member.name, content


def read_whole(file: IO[bytes], head: bytes, path: str, budget: Budget) -> Found:
    """A patch or licence text to its end."""
    try:
        return Found(path, head + limited(file, LARGEST_PATCH, budget))
    except BROKEN as error:
        return Found(path, trouble=f"file: {error or type(error).__name__}"[:120])


def limited(file: IO[bytes], most: int, budget: Budget) -> bytes:
    """The rest of a file. Raises Unpackable where it is too long."""
    data = file.read(most + 1)
    if len(data) > most:
        raise Unpackable("is too large")
    budget.spend(len(data))
    return data


def is_patch(head: bytes) -> bool:
    """Whether a file with this beginning is a patch."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(BEGINNINGS)


def is_licence(path: str) -> bool:
    """Whether a file of this name may say under which licence its neighbours are."""
    name = path.rsplit("/", 1)[-1].lower()
    return name.startswith(LICENCE_NAMES) and not name.endswith(".pd")


def is_archive(head: bytes) -> bool:
    """Whether a file with this beginning is an archive."""
    return head.startswith((b"PK\x03\x04", *HEAVY, *PACKED)) or head[257:262] == b"ustar"
