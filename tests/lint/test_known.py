"""A box looked up on its own: what it is in each engine, and what stays open."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.lint.abstractions import beside
from patchgen.lint.known import known
from patchgen.lint.runner import lint_text
from patchgen.lint.scope import Scope
from patchgen.objects.spec import Engine, Ports
from patchgen.pd.model import Box

ONE_TO_NONE = Ports((False,), ())


def box(text: str) -> Box:
    """An object box as a file has it."""
    return Box("obj", tuple(text.split()))


def test_ports_follow_the_engine() -> None:
    array = box("array define a 100")

    assert known(array).ports == Ports((False,), (False,))
    assert known(array, engine=Engine.PURR).ports == ONE_TO_NONE


def test_an_object_of_one_engine_is_unknown_in_the_other() -> None:
    assert known(box("sublist")).fails
    assert not known(box("sublist"), engine=Engine.PURR).fails
    assert known(box("mystery"), engine=Engine.PURR).fails


def test_a_library_that_comes_with_the_engine_keeps_its_boxes_open() -> None:
    counter = known(box("counter"), engine=Engine.PURR)

    assert counter.is_open
    assert counter.ports is None
    assert not known(box("cyclone/counter"), engine=Engine.PURR).fails
    assert known(box("zexy/counter"), engine=Engine.PURR).fails
    assert known(box("counter")).fails


def test_a_name_with_an_argument_in_it_stays_open_unless_the_patch_stands_alone() -> None:
    voice = box("voice-\\$1")

    assert not known(voice).fails
    assert known(voice, is_strict=True).fails


@pytest.mark.parametrize(("text", "inlets"), [("send \\$1", 2), ("send a-\\$1", 1)])
def test_an_argument_is_the_number_0_where_the_patch_stands_alone(text: str, inlets: int) -> None:
    ports = known(box(text), is_strict=True).ports

    assert ports is not None
    assert len(ports.inlets) == inlets


def test_a_clone_may_give_out_channels_in_newer_engines() -> None:
    clone = box("clone -di 4 voice")

    assert known(clone).trouble == "only newer Pds know -di"
    assert known(clone, engine=Engine.MASTER).trouble == ""
    assert known(clone).loads == "voice"


def test_an_abstraction_is_no_stranger(tmp_path: Path) -> None:
    (tmp_path / "voice.pd").write_text("#N canvas 0 0 9 9 10;\n#X obj 1 1 inlet;\n")

    alone, found = known(box("voice")), known(box("voice"), lookup=beside(tmp_path))

    assert alone.is_stranger
    assert not found.is_stranger
    assert found.loads == "voice"
    assert found.ports == ONE_TO_NONE


def test_a_patch_for_purr_data_is_judged_by_its_ports() -> None:
    text = "#N canvas 0 0 9 9 10;\n#X obj 1 1 key;\n#X obj 1 1 bng;\n#X connect 1 0 0 0;\n"

    found = {
        engine: [
            f.code for f in lint_text(text, Scope(select=["connection-port"], engines=(engine,)))
        ]
        for engine in (Engine.VANILLA, Engine.PURR)
    }

    assert found == {Engine.VANILLA: ["connection-port"], Engine.PURR: []}
