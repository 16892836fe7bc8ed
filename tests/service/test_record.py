"""What the daemon keeps in its history, and that nothing about the history stops a job."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from patchgen.config import Settings
from patchgen.engine.base import Sampling
from patchgen.errors import Cancelled, EngineDied, HistoryLacks, TookTooLong
from patchgen.findings import Finding, Severity
from patchgen.pipeline.steps import Order
from patchgen.service.record import Scribe, entry_of, order_of
from patchgen.service.serve import INBOX, Daemon
from patchgen.store.entry import Entry
from patchgen.store.history import History

from .box import PATIENCE, Box
from .conftest import Connect, Start
from .test_inbox import wait_until
from .toy_pipelines import ToyPipeline, result

ORDER = Order("a drone", Sampling(temperature=0.5, seed=9), 3, given=Path("/tmp/given.pd"))
FACTS = {"kind": "continue", "source": "inbox", "model": "toy"}


def kept(settings: Settings) -> list[Entry]:
    """What is in the history, the oldest first."""
    with closing(History(settings.history_file)) as history:
        return [found.entry for found in reversed(history.find())]


def test_a_result_becomes_an_entry_with_all_that_is_known() -> None:
    finding = Finding("unfinished", Severity.WARNING, "the model did not finish")
    made = replace(
        result(ORDER, Path("/tmp/drone.pd")), findings=(finding,), sha256="ab", logprob=-0.5
    )

    entry = entry_of(ORDER, made, **FACTS)

    assert (entry.outcome, entry.seed, entry.file) == ("done", 9, "/tmp/drone.pd")
    assert entry.sampling == {
        "temperature": 0.5, "top_k": 40, "top_p": 0.95, "min_p": 0.05, "max_tokens": 1024,
        "candidates": 3,
    }  # fmt: skip
    assert entry.findings[0]["message"] == "the model did not finish"
    assert (entry.given, entry.sha256, entry.logprob) == ("/tmp/given.pd", "ab", -0.5)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [(EngineDied("it died", hint="Again."), "failed"), (Cancelled("stopped"), "cancelled"),
     (TookTooLong("too long"), "failed")],
)  # fmt: skip
def test_an_error_becomes_an_entry(error: EngineDied, outcome: str) -> None:
    entry = entry_of(ORDER, error, seconds=2.5, **FACTS)

    assert (entry.outcome, entry.seconds, entry.patch) == (outcome, 2.5, "")
    assert entry.error.startswith(error.message)


def test_an_entry_becomes_the_same_order_with_another_seed() -> None:
    entry = entry_of(ORDER, Cancelled("stopped"), **FACTS)

    again = order_of(entry, 10, 60)

    assert again == replace(ORDER, sampling=replace(ORDER.sampling, seed=10), seconds=60)
    with pytest.raises(HistoryLacks):
        order_of(replace(entry, sampling={"temperature": 1}), 10, 60)


def test_every_ending_of_every_kind_of_job_is_kept(
    settings: Settings, pipeline: ToyPipeline, start: Start, connect: Connect
) -> None:
    daemon = start(Daemon(settings, build=lambda _: pipeline))
    box = connect(daemon)
    pipeline.failures["a bad one"] = EngineDied("it died")
    pipeline.gate.clear()
    box.ask("generate", "1", "a drone")
    assert pipeline.at_work.wait(PATIENCE)
    for name, kind, *words in (
        ("2", "generate", "unwanted"), ("3", "generate", "a bad one"), ("4", "retry"),
        ("5", "continue", "/tmp/given.pd"), ("6", "random"),
    ):  # fmt: skip
        box.ask(kind, name, *words)
    box.ask("cancel", "2")
    box.wait_for("error", "2")
    pipeline.gate.set()
    box.wait_for("done", "6")
    (settings.output_folder / INBOX / "bell.txt").write_text("a bell", "utf-8")
    assert wait_until((settings.output_folder / INBOX / "bell.pd").exists)
    assert wait_until(lambda: len(kept(settings)) == 7)

    entries = [(e.kind, e.outcome, e.prompt or e.given) for e in kept(settings)]

    # The box is told first and the history after that, so this one may stand anywhere.
    entries.remove(("generate", "cancelled", "unwanted"))
    assert entries[:-2] == [
        ("generate", "done", "a drone"),
        ("generate", "failed", "a bad one"),
        ("retry", "done", "a bad one"),
        ("continue", "done", "/tmp/given.pd"),
    ]
    assert entries[-2][0] == "random"
    assert entries[-1] == ("generate", "done", "a bell")
    assert {e.source for e in kept(settings)} >= {INBOX}


def test_without_a_history_nothing_is_kept(
    settings: Settings, pipeline: ToyPipeline, start: Start, connect: Connect
) -> None:
    off = settings.model_copy(update={"history": False})
    box = connect(start(Daemon(off, build=lambda _: pipeline)))

    box.ask("generate", "1", "a drone")
    box.wait_for("done", "1")

    assert not settings.history_file.exists()


def test_what_was_done_is_kept_when_the_daemon_has_stopped(
    settings: Settings, pipeline: ToyPipeline
) -> None:
    daemon = Daemon(settings, build=lambda _: pipeline)
    daemon.start()
    pipeline.gate.clear()
    with Box(daemon.port) as box:
        box.ask("generate", "1", "a drone")
        assert pipeline.at_work.wait(PATIENCE)

        daemon.stop()

    assert [entry.outcome for entry in kept(settings)] == ["cancelled"]


def test_a_corrupt_history_stops_no_job(
    settings: Settings, box: Box, caplog: pytest.LogCaptureFixture
) -> None:
    settings.history_file.parent.mkdir()
    settings.history_file.write_bytes(b"no database" * 100)

    for name in ("1", "2"):
        box.ask("generate", name, "a drone")
        assert box.wait_for("done", name)

    assert wait_until(lambda: "not in the history" in caplog.text)
    assert str(settings.history_file) in caplog.text


def test_a_locked_history_holds_nobody_up_and_is_written_later(
    settings: Settings, box: Box
) -> None:
    History(settings.history_file).close()
    with closing(sqlite3.connect(settings.history_file, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        for name in ("1", "2", "3"):
            box.ask("generate", name, "a drone")
            assert box.wait_for("done", name)
        writer.execute("ROLLBACK")

    assert wait_until(lambda: len(kept(settings)) == 3)


def test_the_scribe_writes_what_is_left_before_it_stops(tmp_path: Path) -> None:
    scribe = Scribe(tmp_path / "history.db")
    scribe.start()
    entry = entry_of(ORDER, Cancelled("stopped"), **FACTS)
    for _ in range(100):
        scribe.keep(entry)

    scribe.stop()

    with closing(History(tmp_path / "history.db")) as history:
        assert [asdict(found.entry) for found in history.find()] == [asdict(entry)] * 100
