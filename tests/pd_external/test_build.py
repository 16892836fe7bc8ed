"""The binary shows Pd one name, and the package for Deken holds the whole library."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PACK = """
import sys
from pathlib import Path
sys.path[:0] = ["pd_external", "daemon"]
import pack
from patchgen.service import library
library.library_root = pack.library_root = Path.cwd
pack.main(Path(sys.argv[1]))
"""


def test_pd_sees_the_setup_function_alone(built: Path) -> None:
    binary = built / "patchgen_host.pd_linux"

    listed = subprocess.run(
        ["nm", "-D", "--defined-only", str(binary)], capture_output=True, text=True, check=True
    )

    names = [line.split()[-1] for line in listed.stdout.splitlines()]
    assert names == ["patchgen_host_setup"]


def test_no_function_has_forty_lines() -> None:
    sources = sorted((ROOT / "pd_external").glob("*.c"))

    long = []
    for source in sources:
        lines = source.read_text("utf-8").splitlines()
        ends = [number for number, line in enumerate(lines) if line.startswith("}")]
        for start in (number for number, line in enumerate(lines) if line == "{"):
            if next(end for end in ends if end > start) - start >= 40:
                long.append((source.name, start))

    assert sources
    assert long == []


@pytest.fixture
def tree(built: Path, tmp_path: Path) -> Path:
    """What packing needs of the source tree, with the binary built."""
    for folder in ("abstractions", "help-patches", "daemon"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    shutil.copy(ROOT / "LICENSE", tmp_path)
    shutil.copytree(built, tmp_path / "pd_external")
    return tmp_path


def packed(tree: Path, folder: str) -> tuple[Path, Path]:
    """The package and its checksum."""
    subprocess.run([sys.executable, "-c", PACK, folder], cwd=tree, check=True, timeout=60)
    package, checksum = sorted((tree / folder).iterdir())
    return package, checksum


def test_the_package_has_one_folder_with_everything(tree: Path) -> None:
    package, checksum = packed(tree, "dist")

    names = [Path(name) for name in zipfile.ZipFile(package).namelist()]
    assert package.name.startswith("patchgen[v")
    assert package.name.endswith("-32).dek")
    assert checksum.name == f"{package.name}.sha256"
    assert {name.parent.as_posix() for name in names} == {"patchgen"}
    assert {"LICENSE", "patchgen.pd", "patchgen-help.pd", "patchgen_host.pd_linux"} <= {
        name.name for name in names
    }


def test_the_checksum_is_right(tree: Path) -> None:
    _, checksum = packed(tree, "dist")

    subprocess.run(["sha256sum", "-c", checksum.name], cwd=checksum.parent, check=True)


def test_the_same_files_give_the_same_package(tree: Path) -> None:
    first, _ = packed(tree, "one")
    second, _ = packed(tree, "two")

    assert first.read_bytes() == second.read_bytes()
