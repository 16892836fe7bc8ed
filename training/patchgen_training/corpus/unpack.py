"""Archives that Python cannot read, rar and 7z, unpacked by whichever tool the machine has."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

HEAVY = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
"""How such archives begin."""
PATIENCE = 120
"""Seconds for one archive."""
TOOLS = {
    "unar": ("-quiet", "-no-directory", "-output-directory", "{folder}", "{archive}"),
    "7zz": ("x", "-y", "-bd", "-p-", "-o{folder}", "{archive}"),
    "7z": ("x", "-y", "-bd", "-p-", "-o{folder}", "{archive}"),
    "bsdtar": ("-x", "-f", "{archive}", "-C", "{folder}"),
    "unrar": ("x", "-inul", "-p-", "-o+", "{archive}", "{folder}/"),
}
"""Programs, and what they are to be told."""


class Unpackable(Exception):
    """An archive that is too much, or that no tool reads."""


def files_in(data: bytes) -> Iterator[tuple[str, IO[bytes]]]:
    """Names and contents of the files in a rar or 7z archive. Raises Unpackable."""
    with TemporaryDirectory(prefix="patchgen-archive-") as place:
        archive, folder = Path(place) / "archive", Path(place) / "content"
        archive.write_bytes(data)
        folder.mkdir()
        extract(archive, folder)
        for path in sorted(folder.rglob("*")):
            # A link could lead out of the folder.
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(folder).as_posix(), path.open("rb")


def extract(archive: Path, folder: Path) -> None:
    """Unpacks with the first tool that can. Raises Unpackable."""
    found = [name for name in TOOLS if shutil.which(name)]
    if not found:
        raise Unpackable(f"no tool for rar and 7z: install {', '.join(TOOLS)}")
    for name in found:
        words = [word.format(archive=archive, folder=folder) for word in TOOLS[name]]
        try:
            done = subprocess.run(
                (name, *words), stdin=subprocess.DEVNULL, capture_output=True,
                timeout=PATIENCE, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            continue
        if done.returncode == 0:
            return
    raise Unpackable(f"{', '.join(found)} could not unpack it")
