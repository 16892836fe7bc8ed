"""What counts as a correction, and what it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from saved_in_pd import save_in_pd

from patchgen.domains.patch.codec import decode
from patchgen.domains.patch.correction import change
from patchgen.layout.place import place
from patchgen.pd.parse import parse
from patchgen.pd.write import write

TONE = '1 hsl 50 1000 "pitch" init:440.125\n2 osc~ 440.1234567 < 1\n3 *~ 0.10 < 2\n4 dac~ < 3 3>1\n'
EVERYTHING = (
    '1 tgl "run"\n2 metro 0.5e3 < 1\n3 comment one , two ; three\n4 text define words\n'
    "5 pd voice < 2 {\n1 inlet\n2 inlet\n3 outlet < 1\n4 outlet~\n}\n6 msg 1 , $1 500 ; foo 1 < 2\n"
    "7 number 0 127 < 5\n8 graph curve 100 -1 1\n9 nbx 0 1 < 7\n10 hradio 4 < 7\n"
    "11 symbolbox < 6\n12 f 007 < 9\n13 osc~ < 9\n14 dac~ < 13\n9 < 12\n"
)


def changed(before: str, after: str) -> str:
    """What is different between two patches in notation."""
    return change(decode(before), decode(after))


@pytest.mark.parametrize("notation", [TONE, EVERYTHING])
def test_what_pd_only_saves_anew_is_no_correction(tmp_path: Path, notation: str) -> None:
    made = place(decode(notation))
    file = tmp_path / "made.pd"
    file.write_text(write(made), "utf-8")

    save_in_pd(file, tmp_path)

    saved = file.read_text("utf-8")
    assert saved != write(made)
    assert change(made, parse(saved)) == ""


def test_boxes_at_other_places_are_no_correction() -> None:
    made = write(place(decode(TONE)))
    moved = made.replace("#X obj ", "#X obj 1").replace("#N canvas 0 50", "#N canvas 90 9")

    assert moved != made
    assert change(parse(made), parse(moved)) == ""


def test_inlets_that_change_places_are_one() -> None:
    inner = "#N canvas 0 50 300 200 a 0;\n#X obj {} 9 inlet;\n#X obj 50 9 inlet;\n#X obj 9 90 f;\n"
    outer = "#N canvas 0 50 300 200 12;\n" + inner + "#X connect 0 0 2 0;\n#X restore 9 9 pd a;\n"

    assert change(parse(outer.format(9)), parse(outer.format(99))) == "cords changed"
    assert change(parse(outer.format(9)), parse(outer.format(29))) == ""


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("1 osc~ 440\n2 lop~ 500 < 1\n3 dac~ < 2\n", "lop~ added"),
        ("1 noise~\n2 dac~ < 1\n", "noise~ added, osc~ removed"),
        ("1 osc~ 440\n", "dac~ removed"),
        ("1 osc~ 220\n2 dac~ < 1\n", "arguments changed"),
        ("1 osc~ 440\n2 dac~ < 1 1>1\n", "cords changed"),
        ("1 osc~ 440\n2 dac~ < 1\n3 bng\n4 tgl\n5 hsl 0 1\n6 number\n7 f\n", "5 boxes added"),
        ("1 osc~ 440\n2 dac~ < 1\n3 comment loud\n4 msg 1\n", "comment and message added"),
    ],
)
def test_what_is_different_is_said_in_a_few_words(after: str, told: str) -> None:
    assert changed("1 osc~ 440\n2 dac~ < 1\n", after) == told


def test_the_inside_of_a_subpatch_counts() -> None:
    before = "1 pd a {\n1 f 1\n}\n"

    assert changed(before, "1 pd a {\n1 f 2\n}\n") == "arguments changed"
    assert changed(before, "1 pd a {\n1 f 1\n2 print < 1\n}\n") == "print added"


def test_what_stands_in_an_array_counts() -> None:
    text = "#N canvas 0 50 300 200 12;\n#X obj 9 9 array define -k a 3;\n#A 0 {} 0 1;\n"

    assert change(parse(text.format(0)), parse(text.format(1))) == "content changed"
