"""The inbox: a text file becomes a patch beside it, on a real file system with a real watcher."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from patchgen.config import Settings
from patchgen.errors import GenerationFailed
from patchgen.pipeline.steps import Order
from patchgen.service.inbox import Drop, Inbox
from patchgen.service.jobs import Listener
from patchgen.service.serve import INBOX, Daemon

from .box import PATIENCE, Box
from .conftest import Start
from .toy_pipelines import ToyPipeline, result


def wait_until(holds: Callable[[], bool]) -> bool:
    """True as soon as it holds; files give no sign of their own."""
    until = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < until:
        time.sleep(0.01)
    return holds()


@pytest.fixture
def inbox(daemon: Daemon, settings: Settings) -> Path:
    """The inbox of a daemon at work."""
    return settings.output_folder / INBOX


def test_a_text_becomes_a_patch_beside_it(inbox: Path, pipeline: ToyPipeline) -> None:
    (inbox / "drone.txt").write_text("a drone\nof 55 Hz\n", "utf-8")

    assert wait_until((inbox / "drone.pd").exists)
    assert [order.prompt for order in pipeline.orders] == ["a drone of 55 Hz"]


def test_a_file_that_grows_is_read_when_it_is_whole(inbox: Path, pipeline: ToyPipeline) -> None:
    with (inbox / "slow.txt").open("w", encoding="utf-8") as file:
        for word in ("a ", "drone ", "of ", "55 ", "Hz"):
            file.write(word)
            file.flush()
            time.sleep(0.15)

    assert wait_until((inbox / "slow.pd").exists)
    assert [order.prompt for order in pipeline.orders] == ["a drone of 55 Hz"]


def test_a_file_saved_by_renaming_is_seen(inbox: Path) -> None:
    partial = inbox / ".drone.swp"
    partial.write_text("a drone", "utf-8")
    partial.rename(inbox / "drone.txt")

    assert wait_until((inbox / "drone.pd").exists)


def test_an_error_lies_beside_the_text(inbox: Path, pipeline: ToyPipeline) -> None:
    pipeline.failures["a drone"] = GenerationFailed("no draft passed", hint="Say it differently.")

    (inbox / "drone.txt").write_text("a drone", "utf-8")

    note = inbox / "drone.error.txt"
    assert wait_until(note.exists)
    assert note.read_text("utf-8") == "no draft passed\nSay it differently.\n"
    assert not (inbox / "drone.pd").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\xff\xfe\x00binary", "no text in UTF-8"),
        (b"a\x01b", "not text"),
        (b"word " * 5000, "characters"),
        (b"word " * 500_000, "characters"),
    ],
)
def test_a_text_that_is_no_prompt_gets_a_note(inbox: Path, content: bytes, says: str) -> None:
    (inbox / "odd.txt").write_bytes(content)

    note = inbox / "odd.error.txt"
    assert wait_until(note.exists)
    assert says in note.read_text("utf-8")


def test_a_mended_text_removes_the_note(inbox: Path) -> None:
    text, note = inbox / "drone.txt", inbox / "drone.error.txt"
    text.write_text("", "utf-8")
    assert wait_until(note.exists)

    text.write_text("a drone", "utf-8")

    assert wait_until((inbox / "drone.pd").exists)
    assert wait_until(lambda: not note.exists())


def test_a_changed_text_makes_another_patch_and_keeps_the_first(inbox: Path) -> None:
    (inbox / "drone.txt").write_text("a drone", "utf-8")
    first = inbox / "drone.pd"
    assert wait_until(first.exists)
    first.write_text("edited by hand", "utf-8")

    (inbox / "drone.txt").write_text("a low drone", "utf-8")

    assert wait_until((inbox / "drone-2.pd").exists)
    assert first.read_text("utf-8") == "edited by hand"


def test_a_file_that_takes_the_name_while_the_model_writes_stays(
    inbox: Path, pipeline: ToyPipeline
) -> None:
    pipeline.gate.clear()
    (inbox / "drone.txt").write_text("a drone", "utf-8")
    assert pipeline.at_work.wait(PATIENCE)
    (inbox / "drone.pd").write_text("mine", "utf-8")

    pipeline.gate.set()

    assert wait_until((inbox / "drone-2.pd").exists)
    assert (inbox / "drone.pd").read_text("utf-8") == "mine"


def test_what_was_dropped_while_no_daemon_ran_is_done_at_the_start(
    settings: Settings, pipeline: ToyPipeline, start: Start
) -> None:
    folder = settings.output_folder / INBOX
    folder.mkdir(parents=True)
    for name in ("new.txt", "done.txt", "done.pd", "failed.txt", "failed.error.txt", "notes.md"):
        (folder / name).write_text("a drone", "utf-8")

    start(Daemon(settings, build=lambda _: pipeline))

    assert wait_until((folder / "new.pd").exists)
    assert len(pipeline.orders) == 1


def test_many_files_wait_for_each_other(inbox: Path, pipeline: ToyPipeline) -> None:
    for number in range(20):
        (inbox / f"{number}.txt").write_text(f"drone {number}", "utf-8")

    assert wait_until(lambda: len(list(inbox.glob("*.pd"))) == 20)
    assert list(inbox.glob("*.error.txt")) == []


def test_the_inbox_does_not_hold_up_the_boxes(inbox: Path, box: Box, pipeline: ToyPipeline) -> None:
    pipeline.gate.clear()
    for number in range(5):
        (inbox / f"{number}.txt").write_text(f"drone {number}", "utf-8")
    assert pipeline.at_work.wait(PATIENCE)

    box.ask("generate", "1", "from a box")
    box.wait_for("queued", "1")
    pipeline.gate.set()
    box.wait_for("done", "1")

    assert pipeline.orders[1].prompt == "from a box"


def test_a_job_that_was_cancelled_leaves_no_note(tmp_path: Path, pipeline: ToyPipeline) -> None:
    settings = Settings(port=0, output_folder=tmp_path / "out", history=False)
    daemon = Daemon(settings, build=lambda _: pipeline)
    daemon.start()
    pipeline.gate.clear()
    folder = settings.output_folder / INBOX
    (folder / "drone.txt").write_text("a drone", "utf-8")
    assert pipeline.at_work.wait(PATIENCE)

    daemon.stop()

    assert [path.name for path in folder.iterdir()] == ["drone.txt"]


def test_a_pipe_and_a_folder_are_not_read(inbox: Path) -> None:
    os.mkfifo(inbox / "pipe.txt")
    (inbox / "folder.txt").mkdir()
    (inbox / "drone.txt").write_text("a drone", "utf-8")

    assert wait_until((inbox / "drone.pd").exists)
    (inbox / "second.txt").write_text("a drone", "utf-8")
    assert wait_until((inbox / "second.pd").exists)


def test_a_folder_that_cannot_be_watched_leaves_the_boxes_alone(
    tmp_path: Path, pipeline: ToyPipeline, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    settings = Settings(port=0, output_folder=tmp_path / "file" / "out", history=False)
    daemon = start(Daemon(settings, build=lambda _: pipeline))

    with Box(daemon.port) as box:
        assert box.is_answered()
    assert "cannot watch" in caplog.text


def test_a_file_counts_as_whole_only_after_silence(tmp_path: Path) -> None:
    taken: list[str] = []
    arrived = threading.Event()

    def submit(prompt: str, target: Path, listener: Listener) -> None:
        taken.append(prompt)
        listener.done(result(Order(prompt), target))
        arrived.set()

    text = tmp_path / "a.txt"
    inbox = Inbox(tmp_path, submit, while_open=1.0, once_closed=0.01)
    inbox.start()
    for content in ("a", "a dr", "a drone"):
        text.write_text(content, "utf-8")
        inbox.touched(text, is_closed=False)
        time.sleep(0.05)
    assert arrived.wait(PATIENCE)
    inbox.touched(text, is_closed=True)
    inbox.touched(tmp_path / "gone.txt", is_closed=True)
    inbox.stop()

    assert taken == ["a drone"]


def test_a_note_that_cannot_be_written_is_only_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ended: list[bool] = []

    drop = Drop(tmp_path / "gone" / "a.txt", lambda: ended.append(True))
    drop.failed(GenerationFailed("no draft"))

    assert ended == [True]
    assert "no error file" in caplog.text
