"""What a box in Pd is told, and how often."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from patchgen.errors import PatchgenError
from patchgen.findings import Finding, Severity
from patchgen.pipeline.steps import Checking, Drafting, Found, Order
from patchgen.service.osc import Message
from patchgen.service.replies import OscListener, Throttle

from .toy_pipelines import result


class Clock:
    """A time that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def sent() -> list[Message]:
    return []


def words(sent: list[Message]) -> list[str]:
    return [str(m.arguments[1]) for m in sent if m.address == "/patchgen/progress"]


def test_every_stage_has_its_word(sent: list[Message]) -> None:
    listener = OscListener(sent.append, "7-abc", Clock())

    listener.queued(2)
    for event in (Drafting(0.25, 9, 1), Checking(1), Found(())):
        listener.progress(event)

    assert sent == [
        Message("/patchgen/queued", ("7-abc", 2)),
        Message("/patchgen/progress", ("7-abc", "queued", 0.0)),
        Message("/patchgen/progress", ("7-abc", "drafting", 0.25)),
        Message("/patchgen/progress", ("7-abc", "checking", 1.0)),
        Message("/patchgen/progress", ("7-abc", "writing", 1.0)),
    ]


def test_a_fast_model_does_not_flood_pd(sent: list[Message]) -> None:
    clock = Clock()
    listener = OscListener(sent.append, "1", clock)

    for token in range(1000):
        clock.now += 0.001
        listener.progress(Drafting(token / 1000, token, 1))

    assert 18 <= len(sent) <= 20


def test_many_candidates_do_not_flood_pd_either() -> None:
    clock = Clock()
    throttle = Throttle(clock)
    times = []

    for step in range(4000):
        clock.now += 0.001
        if throttle.lets("drafting" if step % 2 else "checking"):
            times.append(clock.now)

    busiest = max(sum(0 <= later - start < 1.0 for later in times) for start in times)
    assert busiest == 20
    assert len(times) == 80


def test_after_a_pause_progress_goes_on() -> None:
    clock = Clock()
    throttle = Throttle(clock)

    assert throttle.lets("drafting")
    assert not throttle.lets("drafting")
    clock.now += 0.06
    assert throttle.lets("drafting")


def test_a_path_arrives_as_name_and_folder(sent: list[Message]) -> None:
    path = Path("/home/a player/Töne/sine 440.pd")

    OscListener(sent.append, "1", Clock()).done(result(Order("a"), path))

    assert sent == [Message("/patchgen/done", ("1", "sine 440.pd", "/home/a player/Töne"))]


def test_a_path_that_pd_would_cut_is_an_error(sent: list[Message]) -> None:
    path = Path("/" + "deep/" * 250 + "a.pd")

    OscListener(sent.append, "1", Clock()).done(result(Order("a"), path))

    assert [message.address for message in sent] == ["/patchgen/error"]
    assert "output_folder" in str(sent[0].arguments[2])


def test_an_error_is_two_lines_without_breaks(sent: list[Message]) -> None:
    OscListener(sent.append, "1", Clock()).failed(PatchgenError("no\n  model", hint="get\tone"))

    assert sent == [Message("/patchgen/error", ("1", "no model", "get one"))]


NOTHING_MISSING = Finding("unused", Severity.INFO, "a box does nothing")
NO_TOGGLE = Finding("not-found", Severity.INFO, "the prompt asks for a toggle; none is seen here")
NO_PRINT = Finding("not-found", Severity.INFO, "the prompt asks for a print; none is seen here")


@pytest.mark.parametrize(
    ("confidence", "findings", "told"),
    [
        (0.25, (), ("unsure", 0.25)),
        (0.25, (NO_TOGGLE,), ("unsure", 0.25)),
        (0.5, (), None),
        (None, (NOTHING_MISSING,), None),
        (None, (NOTHING_MISSING, NO_TOGGLE, NO_PRINT), ("missing", 1.0, NO_TOGGLE.message)),
        (0.9, (NO_TOGGLE,), ("missing", 1.0, NO_TOGGLE.message)),
    ],
)
def test_one_caveat_at_most_goes_before_the_result(
    sent: list[Message],
    confidence: float | None,
    findings: tuple[Finding, ...],
    told: tuple[str | float, ...] | None,
) -> None:
    made = replace(result(Order("a"), Path("/a/b.pd")), confidence=confidence, findings=findings)

    OscListener(sent.append, "1", Clock()).done(made)

    done = Message("/patchgen/done", ("1", "b.pd", "/a"))
    caveats = [] if told is None else [Message("/patchgen/progress", ("1", *told))]
    assert sent == [*caveats, done]


def test_a_caveat_is_told_however_much_progress_was(sent: list[Message]) -> None:
    clock = Clock()
    listener = OscListener(sent.append, "1", clock)
    for step in range(100):
        clock.now += 0.001
        listener.progress(Checking(1) if step % 2 else Drafting(0.5, 2, 1))

    listener.done(replace(result(Order("a"), Path("/a/b.pd")), confidence=0.1))

    assert sent[-2] == Message("/patchgen/progress", ("1", "unsure", 0.1))


def test_a_caveat_about_a_path_that_pd_would_cut_is_not_told(sent: list[Message]) -> None:
    path = Path("/" + "deep/" * 250 + "a.pd")

    OscListener(sent.append, "1", Clock()).done(replace(result(Order("a"), path), confidence=0.1))

    assert [message.address for message in sent] == ["/patchgen/error"]
