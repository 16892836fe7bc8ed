"""The history: what goes in comes out, is found, chosen and forgotten; a broken file is told."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from patchgen.errors import HistoryLacks, HistoryUnusable
from patchgen.store import history as module
from patchgen.store.history import History
from patchgen.store.migrations import STEPS, migrate

from .conftest import DONE, FAILED, done

OLD_JOB = """
    INSERT INTO jobs (time, kind, source, prompt, outcome, seed, sampling, model, sha256, versions,
        given, error, findings, seconds, tokens, drafts, logprob, file, patch)
    VALUES ('2024-05-01', 'generate', 'inbox', 'a bell', 'done', 1, '{}', 'small', '', '{}',
        '', '', '[]', 1.5, 30, 1, -0.5, '/tmp/bell.pd', 'generated')
"""


def test_an_entry_comes_out_as_it_went_in(history: History) -> None:
    job = history.add(DONE)

    assert history.get(job).entry == DONE


def test_the_time_is_that_of_the_clock(file: Path) -> None:
    noon = datetime(2024, 5, 1, 12, tzinfo=UTC)

    with closing(History(file, clock=lambda: noon)) as history:
        kept = history.get(history.add(DONE))

    assert kept.time == "2024-05-01T12:00:00.000+00:00"


def test_it_is_there_when_the_file_is_opened_again(file: Path) -> None:
    with closing(History(file)) as history:
        job = history.add(FAILED)

    with closing(History(file)) as history:
        assert history.newest().id == job
        assert history.newest().entry == FAILED


@pytest.mark.parametrize(
    ("words", "found"),
    [("", [3, 2, 1]), ("BELL", [2, 1]), ("bell soft", [1]), ("failed", [2]), ("harp", []),
     ("%", []), ("'", [])],
)  # fmt: skip
def test_jobs_are_found_by_their_words(history: History, words: str, found: list[int]) -> None:
    for entry in (DONE, FAILED, done(prompt="a drone", file="drone.pd")):
        history.add(entry)

    assert [kept.id for kept in history.find(words)] == found
    assert [kept.id for kept in history.find(words, limit=1)] == found[:1]


def test_forgotten_jobs_are_gone_and_their_numbers_are_not_used_again(history: History) -> None:
    jobs = [history.add(DONE) for _ in range(3)]

    assert history.remove(jobs[1:]) == 2
    assert [kept.id for kept in history.find()] == jobs[:1]
    assert history.add(DONE) > jobs[-1]
    assert history.clear() == 2
    with pytest.raises(HistoryLacks, match="empty"):
        history.newest()


def test_a_choice_is_kept_and_a_later_one_replaces_it(history: History) -> None:
    jobs = [history.add(done(patch=text)) for text in ("one", "two")]
    history.offer(jobs)

    for letter, chosen, refused in (("a", "one", "two"), ("B", "two", "one")):
        assert history.prefer(jobs[1], letter).entry.patch == chosen
        ((better, worse),) = history.preferences()
        assert (better.entry.patch, worse.entry.patch) == (chosen, refused)


def test_only_what_was_offered_can_be_chosen(history: History) -> None:
    alone, *jobs = [history.add(DONE) for _ in range(3)]
    history.offer(jobs)

    with pytest.raises(HistoryLacks, match="not offered"):
        history.prefer(alone, "A")
    with pytest.raises(HistoryLacks, match="no job 99"):
        history.prefer(99, "A")
    with pytest.raises(HistoryLacks, match="'C'") as raised:
        history.prefer(jobs[0], "C")
    assert "A, B" in raised.value.hint


def test_a_choice_goes_with_its_jobs(history: History) -> None:
    jobs = [history.add(DONE) for _ in range(2)]
    history.offer(jobs)
    history.prefer(jobs[0], "A")

    history.remove(jobs)

    assert [*history.preferences()] == []


def test_threads_and_processes_write_side_by_side(file: Path) -> None:
    with closing(History(file)) as one, closing(History(file)) as other:
        threads = [
            threading.Thread(target=lambda h=history: [h.add(DONE) for _ in range(25)])
            for history in (one, other, one, other)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(one.find()) == len(other.find()) == 100


def test_readers_do_not_wait_for_a_writer(file: Path, history: History) -> None:
    history.add(DONE)

    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")

        assert len(history.find()) == 1


def test_a_locked_file_is_told(
    file: Path, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    with (
        closing(History(file)) as impatient,
        closing(sqlite3.connect(file, isolation_level=None)) as writer,
    ):
        writer.execute("BEGIN IMMEDIATE")

        with pytest.raises(HistoryUnusable, match="locked") as raised:
            impatient.add(DONE)
    assert "history_file" in raised.value.hint
    assert history.add(DONE)


@pytest.mark.parametrize("content", [b"no database" * 200, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_corrupt_file_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "history.db"
    file.write_bytes(content)

    with pytest.raises(HistoryUnusable, match=r"history\.db") as raised:
        History(file).find()

    assert raised.value.hint
    assert file.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(HistoryUnusable):
        History(tmp_path / "file" / "history.db")


def test_the_file_of_a_newer_version_is_left_alone(file: Path) -> None:
    History(file).close()
    with closing(sqlite3.connect(file)) as database:
        database.execute(f"PRAGMA user_version = {len(STEPS) + 1}")

    with pytest.raises(HistoryUnusable, match="newer PatchGen"):
        History(file)


def test_a_correction_is_kept_and_a_later_one_replaces_it(history: History) -> None:
    first, second = (history.add(DONE) for _ in range(2))

    for patch, change in (("one", "lop~ added"), ("two", "cords changed")):
        history.correct(second, patch, change)

    assert history.get(first).correction is None
    found = history.get(second)
    assert found.correction is not None
    assert (found.correction.patch, found.correction.change) == ("two", "cords changed")
    assert (found.entry.patch, found.best) == (DONE.patch, "two")


def test_a_correction_goes_with_its_job_or_when_it_is_undone(history: History) -> None:
    first, second = (history.add(DONE) for _ in range(2))
    for job in (first, second):
        history.correct(job, "mine", "cords changed")

    history.withdraw(first)
    history.remove([second])

    assert history.get(first).correction is None
    with pytest.raises(HistoryLacks):
        history.get(second)


def test_a_file_belongs_to_the_job_that_wrote_it_last(history: History) -> None:
    jobs = [history.add(entry) for entry in (DONE, done(prompt="again"), done(outcome="failed"))]

    found = history.made(Path(DONE.file))

    assert found is not None
    assert found.id == jobs[1]
    assert history.made(Path("/tmp/elsewhere.pd")) is None


def test_a_history_from_before_the_corrections_is_taken_over(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as database:
        monkeypatch.setattr("patchgen.store.migrations.STEPS", STEPS[:1])
        migrate(database)
        database.execute(OLD_JOB)
        database.commit()
    monkeypatch.undo()

    with closing(History(file)) as history:
        history.correct(1, "mine", "cords changed")

        assert history.newest().best == "mine"
        assert history.newest().entry.prompt == "a bell"


def test_an_old_file_gets_what_it_lacks(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(History(file)) as history:
        history.add(DONE)
    monkeypatch.setattr(
        "patchgen.store.migrations.STEPS", (*STEPS, "CREATE TABLE moods (job INTEGER);")
    )
    monkeypatch.setattr(module, "STEPS", (*STEPS, ""))

    with closing(History(file)) as history:
        assert history.newest().entry == DONE
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)
        assert database.execute("SELECT * FROM moods").fetchall() == []


def test_a_migration_that_fails_changes_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    History(file).close()
    half = "CREATE TABLE half (job INTEGER); CREATE TABLE jobs (id INTEGER);"
    monkeypatch.setattr("patchgen.store.migrations.STEPS", (*STEPS, half))
    monkeypatch.setattr(module, "STEPS", (*STEPS, half))

    with pytest.raises(HistoryUnusable, match="already exists"):
        History(file)

    with closing(sqlite3.connect(file)) as database:
        names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    assert "half" not in names


def test_a_file_name_that_is_no_text_is_kept_readable(history: History) -> None:
    job = history.add(done(file="/tmp/\udcff.pd"))

    assert history.get(job).entry.file == r"/tmp/\udcff.pd"
