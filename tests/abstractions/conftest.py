"""Both Pds where they are there; a Pd that is not is reported by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from patchgen.service.places import Target

from .pd_session import ABSTRACTIONS, PdSession, pure_data, purr_data

ENGINES: dict[Target, Callable[[], str | None]] = {"vanilla": pure_data, "purr-data": purr_data}

OpenPd = Callable[..., PdSession]


@pytest.fixture(params=sorted(ENGINES))
def target(request: pytest.FixtureRequest) -> Target:
    """The name of a Pd that is on this machine; one that is not is reported by name."""
    name: Target = request.param
    if ENGINES[name]() is None:
        pytest.skip(f"not run: no {name} on this machine")
    return name


@pytest.fixture
def engine(target: Target) -> str:
    """The binary of vanilla Pd or of Purr Data's engine."""
    binary = ENGINES[target]()
    assert binary is not None
    return binary


@pytest.fixture
def open_pd(engine: str, tmp_path: Path) -> OpenPd:
    """Starts Pd with message boxes and boxes such as `patchgen 9340`."""

    def start(
        *boxes: str, home: Path | None = None, library: Path = ABSTRACTIONS, **messages: str
    ) -> PdSession:
        return PdSession(tmp_path, messages, boxes, binary=engine, home=home, library=library)

    return start


RESULT = """\
#N canvas 0 50 300 200 10;
#X obj 20 20 loadbang;
#X obj 20 50 print {word};
#X connect 0 0 1 0;
"""


@pytest.fixture
def result(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a patch that prints a word when it is opened."""

    def write(word: str, name: str = "result.pd", folder: str = "results") -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(RESULT.format(word=word), encoding="utf-8")
        return path

    return write
