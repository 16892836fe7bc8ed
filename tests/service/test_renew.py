"""Settings that change while the daemon runs: jobs go on, later ones get what is new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from patchgen import config
from patchgen.config import Settings
from patchgen.service.renew import Source, renewed
from patchgen.service.serve import Daemon

from .box import PATIENCE
from .conftest import Connect, Start
from .test_inbox import wait_until
from .toy_pipelines import ToyPipeline, ToyShelf


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The configuration file, which is not there yet."""
    return tmp_path / "config" / "config.toml"


@pytest.fixture
def source(file: Path, settings: Settings) -> Source:
    """Reads that file over the settings of the test."""

    def read() -> Settings:
        return config.load(file, {}, {**settings.model_dump(), "temperature": None})

    return Source(file, read)


Change = Callable[[str], None]


@pytest.fixture
def told() -> list[str]:
    """What the daemon says to who started it."""
    return []


@pytest.fixture
def change(file: Path, told: list[str]) -> Change:
    """Writes the file and waits until the daemon has read it."""

    def write(text: str) -> None:
        before = len(told)
        file.write_text(text, "utf-8")
        assert wait_until(lambda: len(told) > before)

    return write


def test_a_changed_file_counts_for_the_next_job(
    settings: Settings, source: Source, start: Start, connect: Connect, told: list[str],
    change: Change,
) -> None:  # fmt: skip
    pipeline = ToyPipeline(settings.output_folder)
    daemon = Daemon(settings, build=lambda _: pipeline, source=source, tell=told.append)
    box = connect(start(daemon))
    pipeline.gate.clear()
    box.ask("generate", "1", "a drone")
    assert pipeline.at_work.wait(PATIENCE)

    change("temperature = 0.25\n")
    pipeline.gate.set()
    box.ask("generate", "2", "a drone")

    box.wait_for("done", "1")
    box.wait_for("done", "2")
    assert [order.sampling.temperature for order in pipeline.orders] == [0.8, 0.25]


def test_what_a_box_has_set_for_itself_stays(
    settings: Settings, source: Source, start: Start, connect: Connect, told: list[str],
    change: Change,
) -> None:  # fmt: skip
    pipeline = ToyPipeline(settings.output_folder)
    daemon = Daemon(settings, build=lambda _: pipeline, source=source, tell=told.append)
    box = connect(start(daemon))
    box.ask("set", "temperature", 1.5)
    assert box.is_answered()

    change("temperature = 0.25\n")
    box.ask("generate", "1", "a drone")

    box.wait_for("done", "1")
    assert pipeline.orders[0].sampling.temperature == 1.5


def test_a_mistake_in_the_file_changes_nothing(
    settings: Settings, source: Source, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_text("temprature = 1\n", "utf-8")

    assert renewed(settings, source) == settings
    assert "Did you mean 'temperature'?" in caplog.text


def test_what_was_opened_at_the_start_waits_for_the_next(
    settings: Settings, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    now = settings.model_copy(update={"port": 4321, "top_k": 3})

    found = renewed(settings, Source(file, lambda: now))

    assert (found.port, found.top_k) == (settings.port, 3)
    assert "restart the daemon to make these count: port" in caplog.text


def test_a_model_whose_file_has_changed_is_loaded_anew(
    settings: Settings, start: Start, connect: Connect, tmp_path: Path
) -> None:
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF")
    shelf = ToyShelf()
    changed = settings.model_copy(update={"model": str(own)})
    box = connect(start(Daemon(changed, build=shelf.build)))
    for number in ("1", "2"):
        box.ask("generate", number, "a drone")
        box.wait_for("done", number)

    own.write_bytes(b"GGUF, another one")
    box.ask("generate", "3", "a drone")

    box.wait_for("done", "3")
    assert len(shelf.built) == 2
    assert shelf.built[0][1].closings == 1
