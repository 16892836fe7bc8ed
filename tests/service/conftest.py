"""A daemon on a free port with a toy pipeline, and boxes that talk to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from patchgen.config import Settings
from patchgen.service.serve import Daemon

from .box import Box
from .toy_pipelines import ToyPipeline

Start = Callable[[Daemon], Daemon]
Connect = Callable[[Daemon], Box]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that touch nothing outside the test's folder."""
    return Settings(
        port=0,
        output_folder=tmp_path / "out",
        models_folder=tmp_path / "models",
        history_file=tmp_path / "state" / "history.db",
        idle_seconds=0,
    )


@pytest.fixture
def pipeline(settings: Settings) -> ToyPipeline:
    """The pipeline of `daemon`."""
    return ToyPipeline(settings.output_folder)


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a daemon and stops it when the test is over."""
    with ExitStack() as stack:

        def begin(daemon: Daemon) -> Daemon:
            daemon.start()
            stack.callback(daemon.stop)
            return daemon

        yield begin


@pytest.fixture
def daemon(settings: Settings, pipeline: ToyPipeline, start: Start) -> Daemon:
    """A daemon at work."""
    return start(Daemon(settings, build=lambda _: pipeline))


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Makes boxes for a daemon."""
    with ExitStack() as stack:
        yield lambda daemon: stack.enter_context(Box(daemon.port))


@pytest.fixture
def box(daemon: Daemon, connect: Connect) -> Box:
    """One box for `daemon`."""
    return connect(daemon)
