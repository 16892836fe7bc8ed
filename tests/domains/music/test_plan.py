"""Plans become canvases."""

from __future__ import annotations

import pytest

from patchgen.domains.music.plan import plan
from patchgen.layout.metric import measure
from patchgen.pd.model import Connection


def test_a_plan_names_boxes_and_cords() -> None:
    canvas = plan(
        "adder",
        """
        in    inlet
        both  t f f
        sum   +
        say   msg set $1 , bang
        """,
        """
        in > both > sum > say
        both/1 > sum.1
        """,
    )

    assert [box.atoms for box in canvas.boxes] == [
        ("inlet",), ("t", "f", "f"), ("+",), ("set", r"\$1", r"\,", "bang"),
    ]  # fmt: skip
    assert canvas.connections == (
        Connection(0, 0, 1, 0), Connection(1, 0, 2, 0), Connection(2, 0, 3, 0),
        Connection(1, 1, 2, 1),
    )  # fmt: skip
    assert canvas.rest == ("adder", "0")


def test_boxes_are_laid_out_on_a_grid() -> None:
    canvas = plan("row", "a  r $0-x\nb  + 1\nc  s $0-y", "a > b > c")

    assert all(
        first.y < second.y for first, second in zip(canvas.boxes, canvas.boxes[1:], strict=False)
    )
    assert measure(canvas, 12).overlaps == 0


def test_ports_keep_their_order() -> None:
    canvas = plan("pair", "a  inlet\nb  inlet\nc  pack f f\nd  outlet", "a > c > d\nb > c.1")

    assert canvas.boxes[0].x < canvas.boxes[1].x


@pytest.mark.parametrize(
    ("boxes", "cords"), [("a  f\na  f", ""), ("a  f\nb  f", "a > c"), ("a  f\nb  f", "a -> b")]
)
def test_a_slip_in_a_plan_is_found(boxes: str, cords: str) -> None:
    with pytest.raises((AssertionError, KeyError)):
        plan("slip", boxes, cords)
