"""Packs the Pd library for Deken, Pd's package browser: one zip with one folder.

Run by `make deken`. The same files give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import platform
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from patchgen import __version__
from patchgen.service.library import library_files, library_root
from patchgen.service.places import LIBRARY

MACHINES = {"x86_64": "amd64", "AMD64": "amd64", "aarch64": "arm64"}
"""Deken's names for processors."""

BINARIES = (".pd_linux", ".pd_darwin", ".dll")

DATE = (1980, 1, 1, 0, 0, 0)
"""Of all files: the oldest that a zip knows."""


def archive_name(version: str, system: str, machine: str) -> str:
    """Name, version and platform in Deken's spelling; 32 are the bits of a sample."""
    return f"{LIBRARY}[v{version}]({system}-{MACHINES.get(machine, machine)}-32).dek"


def archive(files: Mapping[str, bytes]) -> bytes:
    """The files in one folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{LIBRARY}/{name}", DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            mode = 0o755 if name.endswith(BINARIES) else 0o644
            entry.external_attr = (0o100000 | mode) << 16
            pack.writestr(entry, files[name])
    return out.getvalue()


def write(path: Path, content: bytes) -> None:
    """Writes the whole file or leaves what was there."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def main(folder: Path) -> None:
    """Writes the package and its checksum."""
    paths = [*library_files(), library_root() / "LICENSE"]
    if not any(path.suffix in BINARIES for path in paths):
        sys.exit("the external is not there. First run: make external")
    content = archive({path.name: path.read_bytes() for path in paths})
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / archive_name(__version__, platform.system(), platform.machine())
    write(path, content)
    line = f"{hashlib.sha256(content).hexdigest()}  {path.name}\n"
    write(path.with_name(f"{path.name}.sha256"), line.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
