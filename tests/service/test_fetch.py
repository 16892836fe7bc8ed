"""`set model hf:...` from Pd: the download is told, and then the model is that of the box."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from catalog.small_hub import Shelf, SmallHub

from patchgen.config import Settings
from patchgen.service.serve import Daemon

from .conftest import Connect, Start
from .toy_pipelines import ToyShelf

NAME = "hf:somebody/Small-GGUF/small.gguf"
CONTENT = b"GGUF" + bytes(range(256)) * 100_000
"""More than the ten megabytes that the library writes at once."""


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallHub]:
    """The only network of the test."""
    with SmallHub() as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        hub.files[NAME.removeprefix("hf:")] = Shelf(CONTENT)
        yield hub


def test_a_download_tells_how_it_gets_on(
    hub: SmallHub, settings: Settings, start: Start, connect: Connect
) -> None:
    shelf = ToyShelf()
    box = connect(start(Daemon(settings, build=shelf.build)))

    box.ask("set", "model", NAME)
    while not any(stage == "ready" for _, stage, _ in box.of("progress")):
        box.wait_for("progress", "set", after=len(box.heard))
    box.ask("generate", "1", "a drone")
    box.wait_for("done", "1")

    told = [(stage, part) for name, stage, part in box.of("progress") if name == "set"]
    assert told[-1] == ("ready", 1.0)
    parts = [float(part) for stage, part in told if stage == "downloading"]
    assert parts and parts == sorted(parts)
    assert [model for model, _ in shelf.built] == [NAME]
    assert box.of("error") == []


def test_jobs_go_on_with_the_old_model_meanwhile(
    hub: SmallHub, settings: Settings, start: Start, connect: Connect
) -> None:
    hub.files[NAME.removeprefix("hf:")].gate = threading.Event()
    shelf = ToyShelf()
    box = connect(start(Daemon(settings, build=shelf.build)))

    box.ask("set", "model", NAME)
    box.ask("generate", "1", "a drone")
    box.wait_for("done", "1")
    box.ask("set", "model", NAME)

    assert "is being downloaded" in str(box.wait_for("error", "set")[1])
    assert [model for model, _ in shelf.built] == ["patchgen-small"]
    hub.files[NAME.removeprefix("hf:")].gate.set()


def test_a_download_that_fails_is_an_error_with_a_hint(
    hub: SmallHub, settings: Settings, start: Start, connect: Connect
) -> None:
    hub.files[NAME.removeprefix("hf:")].refusal = (401, "GatedRepo")
    shelf = ToyShelf()
    box = connect(start(Daemon(settings, build=shelf.build)))

    box.ask("set", "model", NAME)

    _, message, hint = box.wait_for("error", "set")
    assert "not open to everybody" in str(message)
    assert "HF_TOKEN" in str(hint)
    box.ask("generate", "1", "a drone")
    box.wait_for("done", "1")
    assert [model for model, _ in shelf.built] == ["patchgen-small"]


def test_offline_nothing_is_downloaded(
    hub: SmallHub, settings: Settings, start: Start, connect: Connect
) -> None:
    offline = settings.model_copy(update={"offline": True})
    box = connect(start(Daemon(offline, build=ToyShelf().build)))

    box.ask("set", "model", NAME)

    assert "is not on this machine" in str(box.wait_for("error", "set")[1])
    assert hub.asked == []


def test_a_stopped_daemon_keeps_what_has_arrived(
    hub: SmallHub, settings: Settings, connect: Connect
) -> None:
    shelf = hub.files[NAME.removeprefix("hf:")]
    shelf.pause_at, shelf.gate = len(CONTENT) // 2, threading.Event()
    daemon = Daemon(settings, build=ToyShelf().build)
    daemon.start()
    box = connect(daemon)
    box.ask("set", "model", NAME)
    box.wait_for("progress", "set")

    threading.Timer(0.3, shelf.gate.set).start()
    daemon.stop()

    assert "stopped" in str(box.wait_for("error", "set")[1])
    assert not list(settings.models_folder.rglob("*.gguf"))
