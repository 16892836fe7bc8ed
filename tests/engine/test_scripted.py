"""The engine that answers from a list."""

import pytest

from patchgen.engine.base import Draft, Engine, Request, Text
from patchgen.engine.scripted import ScriptedEngine
from patchgen.errors import Cancelled, EngineDied

REQUEST = Request((Text("a sine"),))


def test_answers_come_in_order_and_requests_are_kept() -> None:
    engine: Engine = ScriptedEngine(["1 osc~\n2 dac~ < 1\n", Draft("", "stuck")])
    seen: list[int] = []

    first = engine.generate(REQUEST, on_progress=seen.append)
    second = engine.generate(REQUEST)

    assert (first.text, first.stop_reason) == ("1 osc~\n2 dac~ < 1\n", "end")
    assert second.stop_reason == "stuck"
    assert seen == [2]


def test_an_error_in_the_script_is_raised() -> None:
    engine = ScriptedEngine([EngineDied("gone")])

    with pytest.raises(EngineDied, match="gone"):
        engine.generate(REQUEST)

    assert engine.requests == [REQUEST]


def test_a_cancelled_job_is_not_answered() -> None:
    with pytest.raises(Cancelled):
        ScriptedEngine(["1 osc~"]).generate(REQUEST, cancelled=lambda: True)
