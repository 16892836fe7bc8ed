"""The library as it is installed in a home of its own, the external with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from abstractions.conftest import engine, open_pd
from pd_external.conftest import built

from patchgen.service.install import install

__all__ = ["built", "engine", "open_pd"]

ROOT = Path(__file__).resolve().parents[2]
HELP_PATCHES = ROOT / "help-patches"


@pytest.fixture
def home(tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder in which `patchgen install-pd` has run."""
    source = tmp_path / "source"
    source.mkdir()
    for folder in ("abstractions", "help-patches"):
        (source / folder).symlink_to(ROOT / folder)
    (source / "pd_external").symlink_to(built)
    monkeypatch.setattr("patchgen.service.library.library_root", lambda: source)
    home = tmp_path / "home"
    install(home / ".local")
    return home


@pytest.fixture
def library(home: Path) -> Path:
    """The folder in which vanilla Pd finds it."""
    return home / ".local/lib/pd/extra/patchgen"
