"""Daemons that are hurt: real ones in processes of their own, toys where the model is no matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from service.box import Box
from service.conftest import connect, daemon, pipeline, settings, start

from patchgen_training.benchmarks.served import Served, served

__all__ = ["connect", "daemon", "pipeline", "settings", "start"]

Serve = Callable[..., tuple[Served, Box]]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts `patchgen serve` in a process of its own, and a box: `serve(candidates=1)`."""
    with ExitStack() as stack:

        def begin(**changes: object) -> tuple[Served, Box]:
            folder = tmp_path / "out"
            folder.mkdir(exist_ok=True)
            it = stack.enter_context(served(folder, models_folder=tmp_path / "models", **changes))
            return it, stack.enter_context(Box(it.port))

        yield begin
