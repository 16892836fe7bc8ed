"""Arrays: saved elements, styles, and sizes that no picture could hold."""

from __future__ import annotations

import pytest

from patchgen.draw.arrays import Array, arrays, curve, plane
from patchgen.draw.marks import Line, Mark
from patchgen.pd.rectangle import Rectangle

from .samples import patch

AREA = Rectangle(0, 0, 100, 100)


def marks(flags: int, *records: str, count: str = "5") -> list[Mark]:
    """What is drawn of an array in a graph of 100 by 100 pixels, from 1 down to -1."""
    canvas = patch(f"array a {count} float {flags}", *records, "coords 0 1 5 -1 100 100 1")
    return list(curve(arrays(canvas)[0], plane(canvas, AREA)))


def heights(drawn: list[Mark]) -> list[float]:
    """How high the points of lines are."""
    return [y for mark in drawn if isinstance(mark, Line) for _, y in mark.points]


def test_elements_stand_where_their_values_are() -> None:
    assert heights(marks(1, "#A 0 1 0 -1 0.5 0")) == [0, 50, 100, 25, 50]


def test_later_records_go_on_where_they_say() -> None:
    found = arrays(patch("array a 9 float 3", "#A 0 1 2", "#A 7 3"))[0]

    assert found.saved == {0: 1, 1: 2, 7: 3}


def test_elements_belong_to_the_array_before_them() -> None:
    first, second = arrays(patch("array a 9 float 3", "array b 9 float 3", "#A 0 1"))

    assert (first.saved, second.saved) == ({}, {0: 1})


def test_elements_outside_the_array_are_left_out() -> None:
    assert arrays(patch("array a 2 float 3", "#A 0 1 2 3", "#A -5 1"))[0].saved == {0: 1, 1: 2}


@pytest.mark.parametrize(
    ("flags", "lines", "is_smooth"), [(0, 1, False), (4, 1, True), (2, 5, False)]
)
def test_flags_say_the_style(flags: int, lines: int, is_smooth: bool) -> None:
    drawn = marks(flags)

    assert len(drawn) == lines
    assert [mark.is_smooth for mark in drawn if isinstance(mark, Line)] == [is_smooth] * lines


def test_name_can_be_hidden() -> None:
    shown, hidden = map(Array, patch("array a 9 float 1", "array b 9 float 9").boxes)

    assert (shown.has_name, hidden.has_name) == (True, False)


def test_endless_array_is_drawn_in_bounds() -> None:
    assert len(heights(marks(0, count="1e18"))) <= 16_000
