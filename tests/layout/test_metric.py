from __future__ import annotations

from dataclasses import replace

import pytest

from patchgen.layout.metric import Metric, improves, measure, metric
from patchgen.pd.model import Box, Canvas

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


def test_box_on_a_coloured_area_does_not_overlap_it() -> None:
    colours = "#e0e0e0 #404040 0"
    pair = canvas(f"cnv 15 100 100 empty empty empty 20 12 0 14 {colours}\nf")

    assert measure(at(pair, (0, 0), (20, 20))).overlaps == 0
    assert measure(at(pair, (0, 0), (90, 20))).overlaps == 1


def test_label_under_a_box_is_hidden() -> None:
    pair = canvas(f"osc~ 440\n{HSL}")

    assert measure(at(pair, (0, 0), (3, 20))).hidden == 1
    assert measure(at(pair, (0, 0), (3, 60))).hidden == 0


def test_patch_has_the_figures_of_all_its_canvases() -> None:
    inner = at(canvas("f\nf"), (0, 0), (5, 5))
    found = Canvas(items=tuple(Box("restore", ("pd", "x"), x, 0, canvas=inner) for x in (0, 100)))

    assert metric(found).overlaps == 2
    assert measure(found).overlaps == 0


def test_area_is_that_of_the_smallest_frame() -> None:
    assert measure(at(canvas("f\nf"), (0, 0), (78, 82))).area == 10_000


@pytest.mark.parametrize(
    ("before", "after", "is_better"),
    [
        (Metric(crossings=2), Metric(crossings=1), True),
        (Metric(crossings=2), Metric(crossings=2), False),
        (Metric(overlaps=1), Metric(crossings=2), True),
        (Metric(overlaps=1), Metric(crossings=4), False),
        (Metric(length=100), Metric(length=60), True),
        (Metric(length=100), Metric(length=90), False),
    ],
)
def test_fewer_faults_are_better_and_much_shorter_cords_too(
    before: Metric, after: Metric, is_better: bool
) -> None:
    assert improves(before, after) is is_better
