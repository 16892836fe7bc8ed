"""A history in a folder of the test, and entries for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from patchgen.store.entry import Entry
from patchgen.store.history import History

DONE = Entry(
    kind="generate",
    source="command line",
    prompt="a soft bell",
    outcome="done",
    seed=7,
    sampling={"temperature": 0.8, "candidates": 4},
    model="patchgen-small",
    sha256="ab" * 32,
    versions={"patchgen": "0.1.0"},
    findings=({"code": "unfinished", "message": "the model did not finish"},),
    seconds=1.5,
    tokens=30,
    drafts=2,
    logprob=-0.25,
    file="/tmp/soft-bell.pd",
    patch="#N canvas 0 50 450 300 12;\n",
)
FAILED = replace(DONE, prompt="a loud bell", outcome="failed", error="no draft", patch="", file="")


def done(**changes: object) -> Entry:
    """A job that made a patch."""
    return replace(DONE, **changes)  # type: ignore[arg-type]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the history is; nothing is there yet, not even its folder."""
    return tmp_path / "state" / "history.db"


@pytest.fixture
def history(file: Path) -> Iterator[History]:
    """An open, empty history."""
    with closing(History(file)) as opened:
        yield opened
