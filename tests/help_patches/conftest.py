"""The library as it is installed in a home of its own, the external with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from abstractions.conftest import engine, open_pd, target
from pd_external.conftest import built, source

from patchgen.service.install import install
from patchgen.service.places import Target, library_folders

__all__ = ["built", "engine", "open_pd", "source", "target"]

ROOT = Path(__file__).resolve().parents[2]
HELP_PATCHES = ROOT / "help-patches"


@pytest.fixture
def home(tmp_path: Path, source: Path) -> Path:
    """A home folder in which `patchgen install-pd` has run."""
    home = tmp_path / "home"
    install(home / ".local")
    return home


@pytest.fixture
def library(home: Path, target: Target) -> Path:
    """The folder in which this Pd finds it."""
    (folder,) = library_folders(home / ".local", target).values()
    return folder
