"""What a canvas shows on its parent."""

from __future__ import annotations

from patchgen.layout.metric import measure
from patchgen.layout.place import place
from patchgen.pd.model import Box, Canvas
from patchgen.pd.parse import parse
from patchgen.pd.write import write

COORDS = "#X coords 0 -1 1 1 85 60 1 100 50;\n"
INSIDE = "#X obj 110 60 tgl;\n#X obj 120 80 nbx;\n"
HEAP = "#X obj 400 300 osc~ 440;\n#X obj 400 300 *~ 0.1;\n#X obj 400 310 dac~;\n"
CORDS = "#X connect 2 0 3 0;\n#X connect 3 0 4 0;\n"


def patch(boxes: str, cords: str = "") -> Canvas:
    """A canvas that its parent shows a part of."""
    return parse(f"#N canvas 0 50 450 300 10;\n{boxes}{cords}{COORDS}")


def corners(found: Canvas) -> list[tuple[float, float]]:
    """Where the boxes are."""
    return [(box.x, box.y) for box in found.boxes]


def test_what_is_shown_stays_where_it_is() -> None:
    placed = place(patch(INSIDE + HEAP, CORDS))

    assert corners(placed)[:2] == [(110, 60), (120, 80)]
    assert COORDS in write(placed)


def test_the_rest_is_laid_out_clear_of_it() -> None:
    placed = place(patch(INSIDE + HEAP, CORDS))

    assert all(x >= 185 or y >= 110 for x, y in corners(placed)[2:])
    assert measure(placed).overlaps == 0


def test_canvas_that_would_not_be_better_stays_as_it_is() -> None:
    tidy = patch(INSIDE + "#X obj 110 150 print;\n", "#X connect 0 0 2 0;\n")

    placed = place(place(tidy))

    assert placed == place(tidy)
    assert measure(placed).faults <= measure(tidy).faults


def test_inlets_keep_their_order_across_the_edge_of_the_visible_part() -> None:
    ports = "#X obj 110 60 inlet;\n#X obj 10 300 inlet;\n#X obj 300 300 inlet~;\n"

    placed = place(patch(ports + "#X obj 10 300 f;\n"))

    order = sorted(range(3), key=lambda i: placed.boxes[i].x)
    assert order == [1, 0, 2]
    assert corners(placed)[0] == (110, 60)


def test_arrays_and_scalars_are_not_touched() -> None:
    graph = Canvas(
        rest=("(subpatch)", "0"), items=(Box("array", ("a", "100", "float", "2")), Box("scalar"))
    )
    found = Canvas(items=(Box("restore", ("graph",), canvas=graph), Box("scalar", ("point", "1"))))

    placed = place(found)

    assert placed.boxes[0].canvas == graph
    assert placed.boxes[1] == found.boxes[1]
