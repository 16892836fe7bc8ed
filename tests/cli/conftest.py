"""A home of its own for every test, and two ways to call the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from patchgen.cli.main import patchgen
from patchgen.headless.engine import PLACES

from .patches import BAD, GOOD

Cli = Callable[..., Result]
Shell = Callable[..., subprocess.CompletedProcess[bytes]]

KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR")
"""Of the surroundings; above all no settings and no display of the person who runs the tests."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, and no variables but the most needed."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in list(os.environ):
        if name not in KEPT and not name.startswith("PYTEST"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.fixture
def cli(home: Path) -> Cli:
    """Calls a command in this process: `cli("check", path)`."""

    def call(*arguments: object, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(
            patchgen, [str(argument) for argument in arguments], input=stdin, prog_name="patchgen"
        )

    return call


def surroundings(extra: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process that finds the sources as this one does."""
    sources = os.pathsep.join(entry for entry in sys.path if entry)
    return {**os.environ, "PYTHONPATH": sources, **extra}


def command_line(*arguments: object) -> list[str | bytes]:
    """`patchgen ARGUMENTS` for a process; bytes go through as they are."""
    words = [word if isinstance(word, bytes) else str(word) for word in arguments]
    return [sys.executable, "-m", "patchgen.cli", *words]


@pytest.fixture
def shell(home: Path) -> Shell:
    """Calls a command in a process of its own: `shell("check", path, PATCHGEN_PORT="1")`."""

    def call(
        *arguments: object, stdin: bytes = b"", **extra: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command_line(*arguments),
            input=stdin,
            capture_output=True,
            env=surroundings(extra),
            timeout=240,
            check=False,
        )

    return call


@pytest.fixture
def no_pd(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without Pd: nothing is on the search path."""
    if any(os.access(place, os.X_OK) for place in PLACES):
        pytest.skip("this machine has a Pd beside the search path")
    monkeypatch.setenv("PATH", str(home))


@pytest.fixture
def below_a_file(tmp_path: Path) -> Path:
    """A folder that nobody can make, not even root: its parent is a file."""
    file = tmp_path / "file"
    file.write_text("", "utf-8")
    return file / "folder"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two patches, one of them in a folder inside, and a file of another kind."""
    (tmp_path / "patches" / "more").mkdir(parents=True)
    (tmp_path / "patches" / "good.pd").write_text(GOOD, "utf-8")
    (tmp_path / "patches" / "more" / "bad.pd").write_text(BAD, "utf-8")
    (tmp_path / "patches" / "notes.txt").write_text("not a patch", "utf-8")
    return tmp_path / "patches"
