"""GUI boxes, where the picture depends on what the file keeps; values as Pd 0.53.1 shows them."""

from __future__ import annotations

import pytest

from patchgen.draw.marks import Face, Line, Oval, Role, Words
from patchgen.draw.scene import scene

from .samples import COLOURS, patch

LABEL = "empty empty empty 0 -8 0 10"


def number_box(digits: int, low: str, high: str, init: int, value: str) -> str:
    """What stands in a number box."""
    record = f"obj 9 9 nbx {digits} 14 {low} {high} 0 {init} {LABEL} {COLOURS} {value} 256"
    (shown,) = [mark.text for mark in scene(patch(record)) if isinstance(mark, Words)]
    return shown


def parts(record: str) -> list[Line]:
    """Lines inside the border of the only box."""
    marks = scene(patch(record))
    return [mark for mark in marks if isinstance(mark, Line) and mark.role is Role.PART]


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ((5, "-1e+37", "1e+37", 1, "3.25"), "3.25"), ((5, "-1e+37", "1e+37", 0, "3.25"), "0"),
        ((3, "-1e+37", "1e+37", 1, "12345.6"), "+"), ((5, "-1e+37", "1e+37", 1, "1.2345e-09"), "+"),
        ((3, "-1e+37", "1e+37", 1, "-12345"), "-"), ((4, "-1e+37", "1e+37", 1, "1.23456"), "1.23"),
        ((5, "5", "10", 0, "0"), "5"),
    ],
)  # fmt: skip
def test_number_box_shows_what_fits(arguments: tuple[int, str, str, int, str], shown: str) -> None:
    assert number_box(*arguments) == shown


@pytest.mark.parametrize(
    ("init", "value", "place"), [(1, "6350", 64), (0, "6350", 0), (1, "1e9", 127)]
)
def test_knob_stands_where_the_file_says(init: int, value: str, place: int) -> None:
    (knob,) = parts(f"obj 100 9 hsl 128 15 0 127 0 {init} {LABEL} {COLOURS} {value} 1")

    assert knob.points[0][0] == 100 + place


@pytest.mark.parametrize(("init", "value", "lines"), [(1, 1, 2), (0, 1, 0), (1, 0, 0)])
def test_toggle_that_is_on_has_a_cross(init: int, value: int, lines: int) -> None:
    assert len(parts(f"obj 9 9 tgl 15 {init} {LABEL} {COLOURS} {value} 1")) == lines


def test_radio_beyond_its_cells_shows_the_last() -> None:
    (dot,) = parts(f"obj 100 9 hradio 15 1 1 4 {LABEL} {COLOURS} 9")

    assert dot.points[0] == (100 + 3 * 15 + 3, 9 + 3)


def test_colours_and_letters_are_those_of_the_file() -> None:
    record = "obj 9 9 bng 15 0 0 0 empty empty here 17 7 2 14 #111111 #222222 #333333"

    marks = scene(patch(record))

    assert [mark.fill for mark in marks if isinstance(mark, Oval)] == ["#111111"]
    (label,) = [mark for mark in marks if isinstance(mark, Words)]
    assert (label.text, label.face, label.size, label.colour) == ("here", Face.SERIF, 14, "#333333")


@pytest.mark.parametrize(
    ("record", "ports"),
    [
        (f"obj 9 9 tgl 15 0 {LABEL} {COLOURS} 0 1", 2),
        (f"obj 9 9 tgl 15 0 to empty x 0 0 0 9 {COLOURS} 0 1", 1),
        (f"obj 9 9 tgl 15 0 to from x 0 0 0 9 {COLOURS} 0 1", 0),
        ("floatatom 9 9 5 0 0 0 - - - 0", 2), ("floatatom 9 9 5 0 0 0 - from - 0", 1),
        ("obj 9 9 vu 15 120 from x -1 -8 0 10 #404040 #000000 1 0", 2),
        ("obj 9 9 cnv 15 99 60 to from x 20 12 0 14 #e0e0e0 #404040 0", 0),
    ],
)  # fmt: skip
def test_ports_that_a_name_replaces_are_not_drawn(record: str, ports: int) -> None:
    drawn = [m for m in scene(patch(record)) if isinstance(m, Line) and m.role is Role.PORT]

    assert len(drawn) == ports
