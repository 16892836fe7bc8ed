"""The worker: whatever happens to a job, the next one is done."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from patchgen.config import Settings
from patchgen.errors import EngineDied, ModelUnknown
from patchgen.pipeline.steps import Drafting
from patchgen.service.serve import Daemon
from patchgen.service.work import Runnable

from .box import PATIENCE, Box
from .conftest import Connect, Start
from .toy_pipelines import ToyPipeline, ToyShelf


def test_a_dead_engine_costs_one_job(box: Box, pipeline: ToyPipeline) -> None:
    pipeline.failures["a drone"] = EngineDied("the model's process ended", hint="Once more.")

    box.ask("generate", "1", "a drone")
    box.ask("generate", "2", "a drone")

    assert box.wait_for("error", "1") == ("1", "the model's process ended", "Once more.")
    assert box.wait_for("done", "2")


def test_a_bug_costs_one_job_and_is_logged(
    box: Box, pipeline: ToyPipeline, caplog: pytest.LogCaptureFixture
) -> None:
    pipeline.failures["a drone"] = ZeroDivisionError("a bug")

    box.ask("generate", "1", "a drone")
    box.ask("generate", "2", "a drone")

    _, message, hint = box.wait_for("error", "1")
    assert box.wait_for("done", "2")
    assert message == "internal error: ZeroDivisionError: a bug"
    assert "log" in str(hint)
    assert "Traceback" in caplog.text


def test_a_queued_job_is_cancelled_before_its_turn(box: Box, pipeline: ToyPipeline) -> None:
    pipeline.gate.clear()
    box.ask("generate", "1", "a drone")
    box.ask("generate", "2", "another")

    box.ask("cancel", "2")

    assert "cancelled" in str(box.wait_for("error", "2")[1])
    pipeline.gate.set()
    box.wait_for("done", "1")
    assert box.is_answered()
    assert [order.prompt for order in pipeline.orders] == ["a drone"]


def test_a_job_at_work_is_cancelled_within_a_tenth_of_a_second(
    box: Box, pipeline: ToyPipeline
) -> None:
    pipeline.gate.clear()
    waits = []

    for number in range(3):
        pipeline.at_work.clear()
        box.ask("generate", f"{number}", "a drone")
        assert pipeline.at_work.wait(PATIENCE)
        start = time.monotonic()
        box.ask("cancel", f"{number}")
        box.wait_for("error", f"{number}")
        waits.append(time.monotonic() - start)

    # The best of three: the machine may be busy with something else.
    assert min(waits) < 0.1
    assert len(pipeline.orders) == 3
    assert box.of("done") == []


def test_a_cancelled_job_that_ends_all_the_same_is_not_told_again(
    box: Box, pipeline: ToyPipeline
) -> None:
    pipeline.gate.clear()
    box.ask("generate", "1", "a drone")
    assert pipeline.at_work.wait(PATIENCE)

    box.ask("cancel", "1")
    box.wait_for("error", "1")
    pipeline.gate.set()
    box.ask("generate", "2", "a drone")
    box.wait_for("done", "2")

    assert [message.arguments[0] for message in box.heard if "done" in message.address] == ["2"]
    assert len(box.of("error")) == 1


def test_cancelling_what_is_over_is_no_error(box: Box) -> None:
    box.ask("generate", "1", "a drone")
    box.wait_for("done")

    box.ask("cancel", "1")

    assert box.is_answered()
    assert box.of("error") == []


def test_progress_of_a_fast_model_is_bearable(box: Box, pipeline: ToyPipeline) -> None:
    pipeline.events = tuple(Drafting(i / 5000, i, 1) for i in range(5000))

    box.ask("generate", "1", "a drone")
    box.wait_for("done")

    assert len(box.of("progress")) < 500


def test_the_model_is_unloaded_when_nobody_wants_it_and_loaded_again(
    settings: Settings, start: Start, connect: Connect
) -> None:
    shelf = ToyShelf()
    daemon = start(Daemon(settings.model_copy(update={"idle_seconds": 0.05}), build=shelf.build))
    box = connect(daemon)
    box.ask("generate", "1", "a drone")
    box.wait_for("done", "1")
    assert shelf.built[0][1].was_closed.wait(PATIENCE)

    box.ask("generate", "2", "a drone")

    assert box.wait_for("done", "2")
    assert len(shelf.built) == 2


def test_the_model_stays_while_idle_seconds_are_not_over(
    settings: Settings, start: Start, connect: Connect
) -> None:
    shelf = ToyShelf()
    daemon = start(Daemon(settings.model_copy(update={"idle_seconds": 600}), build=shelf.build))
    box = connect(daemon)
    for number in range(3):
        box.ask("generate", str(number), "a drone")
        box.wait_for("done", str(number))

    assert len(shelf.built) == 1
    assert shelf.built[0][1].closings == 0


def test_another_model_takes_the_place_of_the_first(
    settings: Settings, start: Start, connect: Connect, tmp_path: Path
) -> None:
    shelf = ToyShelf()
    box = connect(start(Daemon(settings, build=shelf.build)))
    own = tmp_path / "own.gguf"
    own.touch()
    box.ask("generate", "1", "a drone")
    box.wait_for("done", "1")

    box.ask("set", "model", str(own))
    box.ask("generate", "2", "a drone")
    box.wait_for("done", "2")

    assert [model for model, _ in shelf.built] == ["patchgen-small", str(own)]
    assert [pipeline.closings for _, pipeline in shelf.built] == [1, 0]


def test_a_missing_model_is_an_error_of_the_job(
    settings: Settings, start: Start, connect: Connect
) -> None:
    shelf = ToyShelf()
    missing = [ModelUnknown("no model", hint="Get one.")]

    def build(settings: Settings) -> Runnable:
        if missing:
            raise missing.pop()
        return shelf.build(settings)

    box = connect(start(Daemon(settings, build=build)))
    box.ask("generate", "1", "a drone")
    box.ask("generate", "2", "a drone")

    assert box.wait_for("error", "1") == ("1", "no model", "Get one.")
    assert box.wait_for("done", "2")
