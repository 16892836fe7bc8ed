"""A Pd that hangs while it tries a patch: it is ended, the job is told, the next one works."""

from __future__ import annotations

from pathlib import Path

import pytest
from service.conftest import Connect, Start

from patchgen.catalog.find import cards
from patchgen.config import Settings
from patchgen.engine.scripted import ScriptedEngine
from patchgen.headless.engine import find_pd
from patchgen.pipeline.run import Pipeline
from patchgen.service.serve import Daemon

from .dying_daemon import SINE

NAP = "86399.5"
"""Seconds; no other process sleeps just as long."""


@pytest.fixture
def sleepy(tmp_path: Path) -> Path:
    """A Pd that sleeps, with a child that sleeps too, as long as the file `asleep` is there."""
    program = tmp_path / "pd"
    program.write_text(
        f'#!/bin/sh\nif [ -e "{tmp_path}/asleep" ]; then sleep {NAP}; fi\nexec "{find_pd()}" "$@"\n'
    )
    program.chmod(0o755)
    (tmp_path / "asleep").touch()
    return program


def sleepers() -> list[str]:
    """Processes that the hanging Pd has left."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if NAP.encode() in words:
            found.append(path.parent.name)
    return found


def test_a_pd_that_hangs_costs_one_job(
    settings: Settings, start: Start, connect: Connect, sleepy: Path, tmp_path: Path
) -> None:
    alone = settings.model_copy(update={"candidates": 1})
    pipeline = Pipeline(ScriptedEngine([SINE] * 3), cards()[0], sleepy, alone.output_folder)
    box = connect(start(Daemon(alone, build=lambda _: pipeline)))

    box.ask("generate", "1", "a", "sine")
    _, message, hint = box.wait_for("error", "1")

    assert "Pd did not finish within" in str(message)
    assert hint
    assert sleepers() == []
    assert list(alone.output_folder.glob("*.pd")) == []
    (tmp_path / "asleep").unlink()
    box.ask("generate", "2", "a", "sine")
    assert box.wait_for("done", "2")
