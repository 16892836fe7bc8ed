"""New boxes beside old ones: nothing old moves, nothing overlaps, no inlet changes its number."""

from __future__ import annotations

import pytest

from patchgen.layout.beside import beside
from patchgen.layout.metric import measure
from patchgen.layout.place import place
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.ports import INLETS, ports_in_order

HEAD = "#N canvas 0 50 450 300 12;\n"
OLD = f"{HEAD}#X obj 100 80 osc~ 440;\n#X text 200 80 mine;\n#X obj 90 120 *~ 0.1;\n"
SLIDER = "hsl 128 15 0 1 0 0 empty empty volume -2 -8 0 10 #fcfcfc #000000 #000000 0 1"
NEW = f"#X obj 0 0 {SLIDER};\n" * 2
CORDS = "#X obj 0 0 dac~;\n#X connect 0 0 2 0;\n#X connect 3 0 2 1;\n#X connect 2 0 5 0;\n"


def places(canvas: Canvas) -> list[tuple[float, float]]:
    """Where the boxes stand."""
    return [(box.x, box.y) for box in canvas.boxes]


def test_old_boxes_stay_and_new_ones_come_below() -> None:
    canvas = parse(OLD + NEW + CORDS)

    after = beside(canvas, 3)

    assert after.boxes[:3] == canvas.boxes[:3]
    assert min(box.y for box in after.boxes[3:]) > 120
    assert len(set(places(after))) == len(after.boxes)
    assert measure(after, 12).overlaps == 0
    assert after.connections == canvas.connections


def test_the_window_grows_and_never_shrinks() -> None:
    canvas = parse(OLD + NEW + CORDS)
    large = parse((OLD + NEW + CORDS).replace("450 300", "1500 1400"))

    after, still = beside(canvas, 3), beside(large, 3)

    assert after.height >= max(box.y for box in after.boxes) + 15
    assert (after.width, still.width, still.height) == (450, 1500, 1400)


def test_without_old_boxes_it_is_an_ordinary_layout() -> None:
    canvas = parse(OLD + NEW + CORDS)

    assert beside(canvas, 0) == place(canvas)


def test_without_new_boxes_nothing_changes() -> None:
    canvas = parse(OLD)

    assert places(beside(canvas, 3)) == places(canvas)


@pytest.mark.parametrize("x", [30, 300])
def test_new_inlets_are_counted_after_the_old_ones(x: int) -> None:
    canvas = parse(f"{HEAD}#X obj {x} 9 inlet;\n#X obj 150 9 inlet;\n#X obj 0 0 inlet;\n")
    before = ports_in_order(canvas.boxes[:2], INLETS)

    after = beside(canvas, 2)

    assert ports_in_order(after.boxes, INLETS) == [*before, 2]
    assert after.boxes[:2] == canvas.boxes[:2]


def test_what_the_parent_shows_is_kept_clear() -> None:
    canvas = parse(f"{HEAD}#X obj 20 20 tgl 15 0 empty empty empty 17 7 0 10 #fcfcfc #000000 "
                   "#000000 0 1;\n#X obj 0 0 print;\n#X connect 0 0 1 0;\n"
                   "#X coords 0 -1 1 1 200 140 1 10 10;\n")  # fmt: skip

    after = beside(canvas, 1)

    assert after.boxes[1].y >= 150
