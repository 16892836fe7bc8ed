from __future__ import annotations

from dataclasses import replace

from patchgen.layout.metric import measure
from patchgen.pd.model import Canvas

from .canvases import HSL, canvas


def at(found: Canvas, *places: tuple[int, int]) -> Canvas:
    """The canvas with its boxes at these places."""
    return found.with_boxes(
        tuple(replace(box, x=x, y=y) for box, (x, y) in zip(found.boxes, places, strict=True))
    )


def test_boxes_that_only_touch_do_not_overlap() -> None:
    pair = canvas("osc~ 440\nosc~ 220")

    assert measure(at(pair, (0, 0), (0, 18))).overlaps == 0
    assert measure(at(pair, (0, 0), (51, 17))).overlaps == 1


def test_label_counts_as_part_of_its_box() -> None:
    pair = canvas(f"osc~ 440\n{HSL}")

    assert measure(at(pair, (0, 0), (3, 20))).overlaps == 1


def test_cords_from_one_outlet_do_not_cross() -> None:
    fan = canvas("f\nf\nf", "0>1 0>2")

    assert measure(at(fan, (50, 0), (0, 50), (100, 50))).crossings == 0


def test_swapped_ends_cross() -> None:
    pair = canvas("f\nf\nf\nf", "0>3 1>2")

    assert measure(at(pair, (0, 0), (100, 0), (0, 50), (100, 50))).crossings == 1


def test_cord_over_a_foreign_box_counts() -> None:
    three = canvas("f\nf\nf", "0>2")

    assert measure(at(three, (0, 0), (0, 50), (0, 100))).covered == 1
    assert measure(at(three, (0, 0), (40, 50), (0, 100))).covered == 0


def test_length_and_direction_are_those_of_the_drawn_line() -> None:
    pair = canvas("f\nf", "0>1")

    down, up = measure(at(pair, (0, 0), (0, 58))), measure(at(pair, (0, 58), (0, 0)))

    assert (down.length, down.upward, down.straight) == (40, 0, 1)
    assert (up.length, up.upward, up.straight) == (76, 1, 0)


def test_last_inlet_lies_at_the_right_edge() -> None:
    pair = canvas("f\npack 0 0 0", "0>1:2")

    assert measure(at(pair, (57, 0), (0, 50))).straight == 1
