"""Pd finds the installed library folder without any setting."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from pd_external.conftest import built, source

from patchgen.cli.main import patchgen
from patchgen.service.places import Target

from .conftest import OpenPd
from .fake_daemon import FakeDaemon

__all__ = ["built", "source"]


@pytest.fixture
def home(target: Target, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder in which the library was installed for this Pd alone."""
    home = tmp_path / "home"
    monkeypatch.setattr(Path, "home", lambda: home)
    CliRunner().invoke(patchgen, ["install-pd", "--target", target], catch_exceptions=False)
    return home


def test_an_installed_box_is_found(open_pd: OpenPd, home: Path) -> None:
    with (
        FakeDaemon() as daemon,
        open_pd(f"patchgen {daemon.port} sub", home=home, say="a drone") as pd,
    ):
        pd.say("say")
        requests = daemon.wait_for("generate")
        pd.wait_for_label("tell0")

    assert len(requests) == 1
    assert pd.console == ("progress0: 0", "tell0: queued 0")
