"""The external, built once with warnings as errors, and a Pd that loads it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from abstractions.conftest import engine, target

from .host_session import HostSession

__all__ = ["engine", "target"]

SOURCES = Path(__file__).resolve().parents[2] / "pd_external"

OpenHost = Callable[..., HostSession]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the external, compiled from a copy of the sources."""
    folder = tmp_path_factory.mktemp("external") / "pd_external"
    kept = shutil.ignore_patterns("*.o", "*.pd_linux", "daemon")
    shutil.copytree(SOURCES, folder, ignore=kept)
    subprocess.run(
        ["make", "CFLAGS=-g -O1 -Werror -Wmissing-prototypes"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=240,
    )
    return folder


@pytest.fixture
def source(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source tree with that external, which `patchgen install-pd` installs."""
    folder = tmp_path / "source"
    folder.mkdir()
    for name in ("abstractions", "help-patches"):
        (folder / name).symlink_to(SOURCES.parent / name)
    (folder / "pd_external").symlink_to(built)
    monkeypatch.setattr("patchgen.service.library.library_root", lambda: folder)
    return folder


@pytest.fixture
def library(built: Path, tmp_path: Path) -> Path:
    """A library folder with the external alone."""
    folder = tmp_path / "library"
    folder.mkdir()
    shutil.copy(built / "patchgen_host.pd_linux", folder)
    return folder


@pytest.fixture
def open_host(engine: str, library: Path, tmp_path: Path) -> OpenHost:
    """Opens the owner's patch in either engine."""

    def start(**options: str) -> HostSession:
        return HostSession(tmp_path, library, binary=engine, **options)

    return start


RESULT = """\
#N canvas 0 50 300 200 10;
#X obj 20 20 loadbang;
#X obj 20 50 print loaded;
#N canvas 0 50 300 200 inner 0;
#X obj 20 20 loadbang;
#X obj 20 50 print loaded-inside;
#X connect 0 0 1 0;
#X restore 20 80 pd inner;
#X obj 150 80 osc~ 440;
#X text 20 120 a remark \\, with a comma, f 20;
#X connect 0 0 1 0;
"""


@pytest.fixture
def result(tmp_path: Path) -> Path:
    """A patch with two loadbangs, in a folder with blanks and umlauts."""
    path = tmp_path / "my results Ü" / "a drone.pd"
    path.parent.mkdir()
    path.write_text(RESULT, "utf-8")
    return path
