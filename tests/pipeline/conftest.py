"""A pipeline whose engine reads its answers off a list; Pd, checks and files are the real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from patchgen.catalog.find import find
from patchgen.engine.base import Draft, Engine
from patchgen.engine.scripted import ScriptedEngine
from patchgen.errors import PatchgenError, PdMissing
from patchgen.headless.engine import find_pd
from patchgen.pipeline.run import Pipeline

Answer = str | Draft | PatchgenError
Make = Callable[..., Pipeline]


@pytest.fixture(scope="session")
def pd() -> Path:
    """Pd on this machine; without one the tests that need it are skipped."""
    try:
        return find_pd()
    except PdMissing as missing:
        pytest.skip(missing.message)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The output folder, which is not there yet."""
    return tmp_path / "made here"


@pytest.fixture
def pipeline(tmp_path: Path, folder: Path) -> Make:
    """Makes one: `pipeline("1 osc~ 440\\n", pd=pd)`. Without a Pd nothing is tried."""

    def make(
        *answers: Answer,
        pd: Path | None = None,
        model: str = "patchgen-small",
        engine: Engine | None = None,
    ) -> Pipeline:
        models = tmp_path / "models"
        if model != "patchgen-small":
            models.mkdir(exist_ok=True)
            (models / f"{model}.gguf").write_bytes(b"GGUF")
        return Pipeline(engine or ScriptedEngine(answers), find(model, models).card, pd, folder)

    return make
