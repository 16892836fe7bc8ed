"""Models that appear in the models folder are told of once they are whole."""

from __future__ import annotations

import shutil

import pytest

from patchgen.catalog.find import CATALOG
from patchgen.config import Settings
from patchgen.service.serve import Daemon

from .conftest import Connect, Start
from .test_inbox import wait_until
from .toy_pipelines import ToyShelf

BUNDLED = CATALOG.parent / "bundled/patchgen-small.gguf"


def test_a_file_that_is_dropped_is_told_and_can_be_used_at_once(
    settings: Settings, start: Start, connect: Connect
) -> None:
    told: list[str] = []
    shelf = ToyShelf()
    box = connect(start(Daemon(settings, build=shelf.build, tell=told.append)))

    shutil.copy(BUNDLED, settings.models_folder / "mine.gguf")

    assert wait_until(lambda: bool(told))
    (line,) = told
    assert line.startswith("new model mine (llama, 7.5 million parameters)")
    box.ask("set", "model", "mine")
    box.ask("generate", "1", "a drone")
    box.wait_for("done", "1")
    assert [model for model, _ in shelf.built] == ["mine"]


def test_a_damaged_file_is_logged(
    settings: Settings, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []
    start(Daemon(settings, build=ToyShelf().build, tell=told.append))

    (settings.models_folder / "short.gguf").write_bytes(BUNDLED.read_bytes()[:50_000])

    assert wait_until(lambda: "short.gguf cannot be used" in caplog.text)
    assert told == []
