"""Pd finds the installed library folder without any setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.service.install import install

from .conftest import OpenPd
from .fake_daemon import FakeDaemon


def test_an_installed_box_is_found(
    open_pd: OpenPd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setattr(Path, "home", lambda: home)
    install()
    with (
        FakeDaemon() as daemon,
        open_pd(f"patchgen {daemon.port}", home=home, say="a drone") as pd,
    ):
        pd.say("say")
        requests = daemon.wait_for("generate")

    assert len(requests) == 1
    assert (home / ".local/lib/pd/extra/patchgen/patchgen-help.pd").is_file()
    assert (home / ".local/lib/pd-l2ork/extra/patchgen/patchgen.pd").is_file()
