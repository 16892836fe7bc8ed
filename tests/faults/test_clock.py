"""A clock that jumps by years: nothing waits for it, nothing is given up because of it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

import pytest
from service.conftest import Connect, Start
from service.test_inbox import wait_until
from service.toy_pipelines import ToyPipeline

from patchgen.config import Settings
from patchgen.pipeline.publish import publish
from patchgen.service.serve import INBOX, Daemon
from patchgen.store.entry import Entry
from patchgen.store.history import History

YEAR = 365 * 86_400.0
JUMPS = (0.0, 3 * YEAR, -5 * YEAR, 40 * YEAR, -9 * YEAR)


@pytest.fixture
def jumping(monkeypatch: pytest.MonkeyPatch) -> Callable[[], float]:
    """The clock on the wall, which is somewhere else at each look."""
    jumps, real = cycle(JUMPS), time.time

    def look() -> float:
        return real() + next(jumps)

    monkeypatch.setattr(time, "time", look)
    monkeypatch.setattr(time, "time_ns", lambda: int(look() * 1e9))
    return look


@pytest.mark.usefixtures("jumping")
def test_jobs_neither_end_early_nor_wait(
    settings: Settings, pipeline: ToyPipeline, start: Start, connect: Connect
) -> None:
    hasty = settings.model_copy(update={"idle_seconds": 600.0, "job_seconds": 600.0})
    box = connect(start(Daemon(hasty, build=lambda _: pipeline)))

    for number in range(20):
        box.ask("generate", str(number), "a drone")
        assert box.wait_for("done", str(number))
    text = hasty.output_folder / INBOX / "drone.txt"
    text.write_text("a drone", "utf-8")

    assert wait_until(text.with_suffix(".pd").exists)
    assert pipeline.closings == 0


@pytest.mark.parametrize("jump", [-20 * YEAR, 20 * YEAR])
def test_a_text_from_another_time_is_done_once(
    settings: Settings, pipeline: ToyPipeline, start: Start, jump: float
) -> None:
    inbox = settings.output_folder / INBOX
    inbox.mkdir(parents=True)
    text = inbox / "drone.txt"
    text.write_text("a drone", "utf-8")
    os.utime(text, (time.time() + jump, time.time() + jump))

    start(Daemon(settings, build=lambda _: pipeline))
    assert wait_until(text.with_suffix(".pd").exists)
    (inbox / "last.txt").write_text("the last", "utf-8")
    assert wait_until((inbox / "last.pd").exists)

    assert [order.prompt for order in pipeline.orders] == ["a drone", "the last"]


def test_the_newest_job_is_the_one_that_ended_last(tmp_path: Path) -> None:
    jumps = cycle(JUMPS)
    clock = lambda: datetime.now(UTC) + timedelta(seconds=next(jumps))  # noqa: E731
    with closing(History(tmp_path / "history.db", clock)) as history:
        for number in range(10):
            history.add(Entry("generate", "box", str(number), "done", number, {}, "toy"))

        found = [kept.entry.prompt for kept in history.find()]

        assert found == [str(number) for number in reversed(range(10))]
        assert history.newest().entry.prompt == "9"


@pytest.mark.usefixtures("jumping")
def test_patches_are_written_whatever_the_clock_says(tmp_path: Path) -> None:
    paths = [publish(f"#N canvas 0 50 9 9 {n};\n", "bell", None, tmp_path) for n in range(1, 10)]

    assert [path.read_text("utf-8")[-3] for path in paths] == [str(n) for n in range(1, 10)]
