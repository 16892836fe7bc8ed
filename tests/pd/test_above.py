"""Which boxes lie on which."""

from __future__ import annotations

from patchgen.pd.above import covering
from patchgen.pd.model import Box


def test_the_box_that_comes_later_lies_above() -> None:
    boxes = (Box("obj", ("f",), 10, 15), Box("obj", ("f",), 12, 10), Box("obj", ("f",), 200, 10))

    assert covering(boxes, 10) == [(0, 1)]


def test_boxes_that_only_touch_do_not_overlap() -> None:
    boxes = (Box("obj", ("bng", "20"), 0, 0), Box("obj", ("bng", "20"), 20, 0))

    assert covering(boxes, 10) == []


def test_a_panel_reaches_far_down() -> None:
    panel = Box("obj", ("cnv", "15", "100", "500"), 0, 0)
    boxes = (panel, Box("obj", ("f",), 200, 100), Box("obj", ("f",), 10, 450))

    assert covering(boxes, 10) == [(0, 2)]


def test_a_heap_is_given_up() -> None:
    assert covering([Box("obj", ("f",), 1, 1)] * 1000, 10) is None


def test_a_row_without_end_is_given_up() -> None:
    row = [Box("obj", ("f",), 100 * i, 1) for i in range(6000)]

    assert covering(row, 10) is None
