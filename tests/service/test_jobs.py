"""The line: fair, bounded, and every job can be taken out of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from patchgen.config import Settings
from patchgen.errors import Cancelled, PatchgenError
from patchgen.pipeline.steps import Event, Order, Result
from patchgen.service.jobs import MOST_WAITING, MOST_WAITING_EACH, Job, Line
from patchgen.store.entry import Entry


class Notes:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.positions: list[int] = []
        self.errors: list[PatchgenError] = []

    def queued(self, position: int) -> None:
        """A position."""
        self.positions.append(position)

    def progress(self, event: Event) -> None:
        """Not looked at."""

    def done(self, result: Result) -> None:
        """Not looked at."""

    def failed(self, error: PatchgenError) -> None:
        """An error."""
        self.errors.append(error)


def job(sender: str, name: str, listener: Notes | None = None) -> Job:
    return Job(sender, name, Order("a drone"), Settings(), listener or Notes())


def take_all(line: Line) -> list[str]:
    """The ids in the order in which they are worked off."""
    names = []
    while (taken := line.take(0)) is not None:
        names.append(taken.id)
        line.finish(taken)
    return names


def test_one_sender_is_served_in_order() -> None:
    line = Line()
    for name in ("1", "2", "3"):
        line.put(job("a", name))

    assert take_all(line) == ["1", "2", "3"]


def test_a_sender_with_many_jobs_does_not_hold_up_the_others() -> None:
    line = Line()
    for sender, name in (("a", "a1"), ("a", "a2"), ("a", "a3"), ("b", "b1"), ("c", "c1")):
        line.put(job(sender, name))

    assert take_all(line) == ["a1", "b1", "c1", "a2", "a3"]


def test_whoever_was_just_served_comes_after_a_newcomer() -> None:
    line = Line()
    line.put(job("a", "a1"))
    line.put(job("a", "a2"))
    first = line.take(0)
    assert first is not None
    line.put(job("b", "b1"))
    line.finish(first)

    assert take_all(line) == ["b1", "a2"]


def test_the_position_told_is_how_many_come_before() -> None:
    line, notes = Line(), Notes()
    line.put(job("a", "a1", notes))
    line.put(job("a", "a2", notes))
    line.put(job("b", "b1", notes))
    line.take(0)
    line.put(job("c", "c1", notes))

    assert notes.positions == [0, 1, 1, 2]


def test_the_same_request_twice_is_acknowledged_twice_and_done_once() -> None:
    line, notes = Line(), Notes()
    line.put(job("a", "1", notes))
    line.put(job("a", "1"))
    line.put(job("b", "1"))

    assert notes.positions == [0, 0]
    assert take_all(line) == ["1", "1"]


def test_one_sender_cannot_fill_the_line() -> None:
    line = Line()
    for number in range(MOST_WAITING_EACH):
        line.put(job("a", str(number)))

    with pytest.raises(PatchgenError, match="queue is full") as caught:
        line.put(job("a", "one more"))
    line.put(job("b", "1"))

    assert caught.value.hint
    assert len(line) == MOST_WAITING_EACH + 1


def test_the_line_as_a_whole_is_bounded() -> None:
    line = Line()
    for number in range(MOST_WAITING):
        line.put(job(f"sender {number}", "1"))

    with pytest.raises(PatchgenError, match="queue is full"):
        line.put(job("another", "1"))


def test_a_waiting_job_is_cancelled_at_once() -> None:
    line, notes = Line(), Notes()
    line.put(job("a", "1"))
    line.put(job("a", "2", notes))

    assert line.cancel("a", "2")

    assert [type(error) for error in notes.errors] == [Cancelled]
    assert take_all(line) == ["1"]


def test_a_job_at_work_is_told_to_stop_and_ends_once() -> None:
    line, notes = Line(), Notes()
    line.put(job("a", "1", notes))
    taken = line.take(0)
    assert taken is not None

    assert line.cancel("a", "1")
    taken.fail(PatchgenError("something else, later"))

    assert taken.is_cancelled()
    assert [error.message for error in notes.errors] == ["the job was cancelled"]


def test_nobody_cancels_the_job_of_another_sender() -> None:
    line, notes = Line(), Notes()
    line.put(job("a", "1", notes))

    assert not line.cancel("b", "1")
    assert not line.cancel("a", "2")

    assert notes.errors == []


def test_a_closed_line_tells_everybody_and_takes_nothing_more() -> None:
    line, notes = Line(), Notes()
    for name in ("1", "2", "3"):
        line.put(job("a", name, notes))
    at_work = line.take(0)
    assert at_work is not None

    line.close(Cancelled("the daemon was stopped"))

    assert [error.message for error in notes.errors] == ["the daemon was stopped"] * 3
    assert at_work.is_cancelled()
    assert line.take(None) is None
    with pytest.raises(PatchgenError, match="stopping"):
        line.put(job("a", "4"))


def test_an_id_is_free_again_once_its_job_is_cancelled() -> None:
    line, notes = Line(), Notes()
    line.put(job("a", "1"))
    at_work = line.take(0)
    assert at_work is not None
    line.cancel("a", "1")

    line.put(job("a", "1", notes))
    line.finish(at_work)

    assert notes.positions == [1]
    assert take_all(line) == ["1"]


def unhurried(sender: str, name: str) -> Job:
    """A job for which nobody waits."""
    return replace(job(sender, name), is_urgent=False)


def test_urgent_jobs_come_before_those_nobody_waits_for() -> None:
    line = Line()
    line.put(unhurried("inbox", "i1"))
    line.put(unhurried("inbox", "i2"))
    line.put(job("a", "a1"))
    line.put(job("a", "a2"))
    line.put(job("b", "b1"))

    assert take_all(line) == ["a1", "b1", "a2", "i1", "i2"]


def test_jobs_without_haste_are_fair_among_themselves() -> None:
    line = Line()
    for sender, name in (("x", "x1"), ("x", "x2"), ("y", "y1")):
        line.put(unhurried(sender, name))

    assert take_all(line) == ["x1", "y1", "x2"]


def test_every_ending_is_kept_once() -> None:
    entries: list[Entry] = []
    kept = replace(job("a", "a1"), kind="retry", keep=entries.append)

    kept.cancel(Cancelled("the job was cancelled"))
    kept.fail(PatchgenError("too late"))

    assert [(e.kind, e.source, e.prompt, e.outcome) for e in entries] == [
        ("retry", "a", "a drone", "cancelled")
    ]
