"""A history that is locked, corrupt or gone: jobs are done all the same, and the next is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from service.conftest import Connect, Start
from service.test_inbox import wait_until
from service.toy_pipelines import ToyPipeline

from patchgen.config import Settings
from patchgen.service.serve import Daemon
from patchgen.store.history import History

from .programs import patchgen


def prompts(file: Path) -> list[str]:
    """What the history knows, the oldest first."""
    with closing(History(file)) as history:
        return [kept.entry.prompt for kept in reversed(history.find())]


def test_a_locked_history_is_told_and_the_patch_is_there(tmp_path: Path) -> None:
    file, target = tmp_path / "history.db", tmp_path / "sine.pd"
    History(file).close()

    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        done = patchgen(
            tmp_path, "generate", "a sine", "--seed", 1, "-o", target,
            PATCHGEN_HISTORY_FILE=str(file),
        )  # fmt: skip

    message, hint = done.stderr.splitlines()
    assert f"the history {file} cannot be used: database is locked" in message
    assert "history_file" in hint
    assert (done.returncode, target.exists()) == (0, True)


@pytest.mark.parametrize(
    "content", [b"", b"no database" * 400, b"SQLite format 3\0" + b"\xff" * 99]
)
def test_a_corrupt_history_moved_away_is_begun_anew(
    settings: Settings, pipeline: ToyPipeline, start: Start, connect: Connect, content: bytes,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    box = connect(start(Daemon(settings, build=lambda _: pipeline)))
    file = settings.history_file
    box.ask("generate", "1", "first")
    assert wait_until(file.exists) and wait_until(lambda: prompts(file) == ["first"])

    damaged = file.with_name("damaged.db")
    damaged.write_bytes(content)
    damaged.replace(file)
    for part in ("-wal", "-shm"):
        # With these SQLite would put the file right by itself.
        Path(f"{file}{part}").unlink(missing_ok=True)
    box.ask("generate", "2", "second")
    assert box.wait_for("done", "2")
    if content:
        assert wait_until(lambda: "not in the history" in caplog.text)
        file.rename(damaged)
    box.ask("generate", "3", "third")
    assert box.wait_for("done", "3")

    assert wait_until(lambda: file.exists() and "third" in prompts(file))
    assert not content or damaged.read_bytes() == content


def test_a_history_that_was_removed_is_begun_anew(
    settings: Settings, pipeline: ToyPipeline, start: Start, connect: Connect
) -> None:
    box = connect(start(Daemon(settings, build=lambda _: pipeline)))
    file = settings.history_file
    box.ask("generate", "1", "first")
    assert wait_until(file.exists) and wait_until(lambda: prompts(file) == ["first"])

    for path in file.parent.iterdir():
        path.unlink()
    box.ask("generate", "2", "second")

    assert wait_until(lambda: file.exists() and prompts(file) == ["second"])
