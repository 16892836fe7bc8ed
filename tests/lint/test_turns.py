"""Boxes that Pd serves in the order of the file, asked of a real Pd and told without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.headless.engine import find_pd, run
from patchgen.lint.turns import turns
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.sort import FREE, Held, sorted_by_place
from patchgen.pd.write import write

VOICE = """
#X obj 10 10 loadbang
#X obj 10 40 float \\$1
#X obj 10 70 print voice
#X connect 0 0 1 0
#X connect 1 0 2 0
"""

LOADBANGS = """
#X obj 10 300 loadbang
#X obj 10 330 print low
#X obj 10 10 loadbang
#X obj 10 40 print high
#X connect 0 0 1 0
#X connect 2 0 3 0
"""

SUBPATCHES = """
#N canvas 0 50 300 200 low 0
#X obj 10 10 loadbang
#X obj 10 40 print low
#X connect 0 0 1 0
#X restore 10 300 pd low
#N canvas 0 50 300 200 high 0
#X obj 10 10 loadbang
#X obj 10 40 print high
#X connect 0 0 1 0
#X restore 10 10 pd high
"""

CONTROLS = """
#X obj 10 300 tgl 15 1 empty empty empty 17 7 0 10 -262144 -1 -1 1 1
#X obj 10 330 print low
#X obj 10 10 hsl 128 15 0 127 0 1 empty empty empty -2 -8 0 10 -262144 -1 -1 500 1
#X obj 10 40 print high
#X connect 0 0 1 0
#X connect 2 0 3 0
"""

RECEIVERS = """
#X obj 10 300 r x
#X obj 10 330 print low
#X obj 10 10 r x
#X obj 10 40 print high
#X obj 10 600 loadbang
#X msg 10 630 \\; x bang
#X connect 0 0 1 0
#X connect 2 0 3 0
#X connect 4 0 5 0
"""

RECEIVER_IN_A_BOX = RECEIVERS.replace("#X obj 10 10 r x", "#X floatatom 10 10 5 0 0 0 - x -")
RECEIVER_IN_A_BOX = RECEIVER_IN_A_BOX.replace("x bang", "x 5")

KEYS = RECEIVERS.replace("r x", "key").replace("x bang", "#key 65")

SEEDS = """
#X obj 10 300 random 1000000
#X obj 10 330 print low
#X obj 10 10 random 1000000
#X obj 10 40 print high
#X obj 10 600 loadbang
#X obj 10 630 t b b
#X connect 0 0 1 0
#X connect 2 0 3 0
#X connect 4 0 5 0
#X connect 5 0 0 0
#X connect 5 1 2 0
"""

ABSTRACTIONS = "#X obj 10 300 voice 1\n#X obj 10 10 voice 2\n"

TABLES = """
#X obj 10 300 table q 30
#X obj 10 10 table q 70
#X obj 10 600 loadbang
#X obj 10 630 array size q
#X obj 10 660 print
#X connect 2 0 3 0
#X connect 3 0 4 0
"""

BLOCK_LATER = """
#X obj 10 300 sig~ 1
#X obj 10 330 s~ x
#X obj 10 10 r~ x
#X obj 10 40 snapshot~
#X obj 10 70 print
#X obj 10 600 loadbang
#X msg 10 630 \\; pd dsp 1
#X obj 200 600 bang~
#X obj 200 630 t b b
#X msg 200 660 \\; pd quit
#X connect 0 0 1 0
#X connect 2 0 3 0
#X connect 3 0 4 0
#X connect 5 0 6 0
#X connect 7 0 8 0
#X connect 8 0 9 0
#X connect 8 1 3 0
"""

NOISE = (
    BLOCK_LATER.replace("sig~ 1", "noise~")
    .replace("330 s~ x", "330 s~ y")
    .replace("r~ x", "noise~")
)

TEMPLATES = """
#N canvas 0 50 300 200 template 0
#X obj 10 10 struct point float x float y
#X restore 10 300 pd template
#N canvas 0 50 300 200 data 0
#X scalar point 10 20 \\;
#X restore 10 10 pd data
"""

CASES = {
    "templates": TEMPLATES,
    "loadbangs": LOADBANGS, "subpatches": SUBPATCHES, "controls": CONTROLS,
    "receivers": RECEIVERS, "number box": RECEIVER_IN_A_BOX, "keys": KEYS, "seeds": SEEDS,
    "abstractions": ABSTRACTIONS, "tables": TABLES, "block later": BLOCK_LATER, "noise": NOISE,
}  # fmt: skip


def canvas(records: str) -> Canvas:
    """A patch with one record a line."""
    return parse("#N canvas 0 50 450 300 12;\n" + records.strip().replace("\n", ";\n") + ";\n")


@pytest.fixture(scope="module")
def pd() -> Path:
    """Pd on this machine."""
    return find_pd()


def heard(patch: Canvas, pd: Path, folder: Path) -> tuple[str, ...]:
    """What Pd prints when it opens the patch."""
    (folder / "voice.pd").write_text(write(canvas(VOICE)), "utf-8")
    (folder / "patch.pd").write_text(write(patch), "utf-8")
    late = () if "bang~" in write(patch) else ("-send", "pd quit")
    return run(pd, (*late, "patch.pd"), folder=folder, timeout=10).console


@pytest.mark.parametrize("name", CASES)
def test_pd_does_what_it_did_only_where_turns_are_kept(name: str, pd: Path, tmp_path: Path) -> None:
    patch = canvas(CASES[name])

    before, kept, freely = (
        heard(sorted_by_place(patch, held) if held is not None else patch, pd, tmp_path)
        for held in (None, turns(patch), FREE)
    )

    assert before == kept
    assert before != freely


def groups(records: str) -> list[list[int]]:
    """The groups of boxes on the top canvas that keep their order."""
    held: Held = turns(canvas(records))
    return [list(group) for group in held.get((), ())]


def test_boxes_that_have_nothing_in_common_are_free() -> None:
    assert groups("#X obj 1 1 osc~ 440\n#X obj 1 1 loadbang\n#X obj 1 1 r x\n#X obj 1 1 r y") == []


def test_signals_that_meet_by_cords_alone_are_free() -> None:
    assert groups("#X obj 1 1 osc~ 440\n#X obj 1 1 noise~\n#X obj 1 1 dac~") == []


def test_a_delay_line_holds_what_no_signal_feeds() -> None:
    delay = """
        #X obj 1 1 osc~ 440
        #X obj 1 1 delwrite~ d 100
        #X obj 1 1 delread~ d 10
        #X obj 1 1 *~ 0.5
        #X connect 0 0 1 0
        #X connect 2 0 3 0
    """.replace("        ", "")

    assert groups(delay) == [[0, 2]]


def test_a_switch_that_does_not_send_at_the_start_is_free() -> None:
    quiet = CONTROLS.replace("tgl 15 1", "tgl 15 0")

    assert groups(quiet) == []


def test_a_deep_receiver_holds_its_subpatch() -> None:
    deep = """
#X obj 10 10 r x
#N canvas 0 50 300 200 s 0
#X obj 10 10 r x
#X restore 10 90 pd s
"""

    assert groups(deep) == [[0, 1]]


def test_two_windows_of_one_name_are_receivers_of_that_name() -> None:
    windows = "#N canvas 0 50 300 200 s 0\n#X restore 10 90 pd s\n" * 2

    assert groups(windows) == [[0, 1]]
