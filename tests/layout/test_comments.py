from __future__ import annotations

from patchgen.layout.comments import beside, nearest_boxes
from patchgen.layout.line import Line
from patchgen.layout.shape import shapes
from patchgen.pd.model import Canvas

from .canvases import canvas

PAIR = "#X text 0 0 title\n#X obj 0 100 osc~ 440\n#X text {place} the tone"


def owners(found: Canvas) -> dict[int, int]:
    comments = {i for i, box in enumerate(found.boxes) if box.kind == "text"}
    members = [i for i in range(len(found.boxes)) if i not in comments]
    return nearest_boxes(found.boxes, shapes(found, 10), members, comments)


def test_comment_belongs_to_the_box_beside_it() -> None:
    assert owners(canvas(PAIR.format(place="70 100"))) == {2: 1}


def test_comment_far_from_all_boxes_belongs_to_none() -> None:
    assert owners(canvas(PAIR.format(place="300 300"))) == {}


def test_box_beside_is_nearer_than_box_below() -> None:
    found = canvas("f\n#X obj 180 100 f\n#X obj 100 125 f\n#X text 100 100 the_tone_")

    assert owners(found) == {3: 1}


def test_comment_moves_on_where_a_cord_runs() -> None:
    found = canvas(PAIR.format(place="70 100"))
    measured = shapes(found, 10)
    cords = [Line(0, 0, 80, 0, 80, 300), Line(0, 0, 20, 118, 20, 300)]

    free = beside({2: 1}, {1: (0, 100)}, measured, [])
    moved = beside({2: 1}, {1: (0, 100)}, measured, cords)

    assert free[2][0] == 62
    assert moved[2] == (90, free[2][1])
