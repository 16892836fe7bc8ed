"""Tiny models on disk and engines on them, shared by the engine tests."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# The worker process imports the constraints of these tests by name, so they must be on its path.
sys.path.insert(0, str(Path(__file__).parent))

from tiny_model import write_tiny_model

from patchgen.engine.llama import LlamaModel
from patchgen.engine.options import LoadOptions
from patchgen.engine.worker import WorkerEngine


@pytest.fixture(scope="session")
def tiny_q8(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model in 8 bits, the kind that is bundled."""
    return write_tiny_model(tmp_path_factory.mktemp("model") / "tiny-q8.gguf", quantised=True)


@pytest.fixture(scope="session")
def tiny_f16(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same model in 16-bit floats."""
    return write_tiny_model(tmp_path_factory.mktemp("model") / "tiny-f16.gguf", quantised=False)


@pytest.fixture(scope="session")
def shared_engine(tiny_q8: Path) -> Iterator[WorkerEngine]:
    """One warm engine for the tests that do not harm it."""
    engine = WorkerEngine(LoadOptions(tiny_q8))
    yield engine
    engine.close()


@pytest.fixture
def engine(tiny_q8: Path) -> Iterator[WorkerEngine]:
    """An engine that a test may kill."""
    engine = WorkerEngine(LoadOptions(tiny_q8))
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def model(tiny_q8: Path) -> LlamaModel:
    """The model in this process."""
    return LlamaModel(LoadOptions(tiny_q8))
