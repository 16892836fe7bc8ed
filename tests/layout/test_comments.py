from __future__ import annotations

import pytest

from patchgen.layout.comments import LEFT, OVER, RIGHT, UNDER, owned, remarked
from patchgen.layout.metric import measure
from patchgen.layout.place import place
from patchgen.layout.sheet import Places, sheet
from patchgen.pd.model import Canvas

from .canvases import canvas

CHAIN = "#X obj 100 100 metro 500\n#X obj 100 150 random 8\n#X obj 100 200 print\n"


def owners(found: Canvas) -> Places:
    """Comment -> its box and side, in a canvas whose objects all have cords."""
    comments = [i for i, box in enumerate(found.boxes) if box.kind == "text"]
    corded = [i for i in range(len(found.boxes)) if i not in comments]
    return owned(sheet(found, 10), comments, corded, [])


@pytest.mark.parametrize(
    ("at", "side"), [("180 151", RIGHT), ("20 151", LEFT), ("100 133", OVER), ("100 170", UNDER)]
)
def test_comment_belongs_to_the_side_of_the_nearest_box(at: str, side: int) -> None:
    found = canvas(f"{CHAIN}#X text {at} remark", "0>1 1>2")

    assert owners(found) == {3: (1, side)}


def test_comment_far_from_all_boxes_belongs_to_none() -> None:
    found = canvas(f"{CHAIN}#X text 400 350 remark", "0>1 1>2")

    assert owners(found) == {}


def test_heading_above_all_boxes_belongs_to_none() -> None:
    found = canvas(f"{CHAIN}#X text 100 80 heading", "0>1 1>2")

    assert owners(found) == {}


def test_comment_beside_a_box_without_cords_stays_with_that_one() -> None:
    found = canvas(f"{CHAIN}#X obj 200 150 noise~\n#X text 260 151 remark", "0>1 1>2")

    assert owned(sheet(found, 10), [4], [0, 1, 2], [3]) == {}


def test_box_beside_is_nearer_than_box_below() -> None:
    found = canvas("#X text 100 100 the_tone_\nf\n#X obj 180 100 f\n#X obj 100 125 f", "1>2 2>3")

    assert owners(found)[0][0] == 2


def test_two_remarks_at_one_side_stand_below_each_other() -> None:
    found = canvas(f"{CHAIN}#X text 180 146 first\n#X text 190 158 second", "0>1 1>2")
    drawn = sheet(found, 10)

    bundle = remarked(drawn, owners(found))[0]

    areas = [drawn.shapes[i].space.moved(*bundle.offsets[i]) for i in (3, 4)]
    assert areas[0].bottom < areas[1].top
    assert areas[0].left == areas[1].left


def test_remark_keeps_its_place_beside_the_box_and_no_cord_runs_over_it() -> None:
    found = canvas(
        "#X obj 50 20 r a\n#X obj 50 60 mtof\n#X text 100 61 to a frequency\n"
        "#X obj 300 20 r b\n#X obj 300 60 mtof\n#X obj 50 120 pack",
        "0>1 3>4 1>5:0 4>5:1",
    )

    placed = place(found)

    box, remark = placed.boxes[1], placed.boxes[2]
    assert (remark.x - box.x, remark.y - box.y) == (38, 0)
    assert measure(placed).covered == measure(placed).overlaps == 0


def test_line_of_a_list_of_controls_keeps_its_remark() -> None:
    lines = [
        f"#X msg 50 {20 + 30 * i} a rather long message number {i}\n"
        f"#X text 300 {21 + 30 * i} what the message number {i} does"
        for i in range(6)
    ]
    found = canvas("\n".join([*lines, "#X obj 50 300 print"]), "0>12 2>12 4>12 6>12 8>12 10>12")

    placed = place(found)

    heights = [placed.boxes[i].y for i in range(0, 12, 2)]
    assert heights == sorted(set(heights))
    assert all(placed.boxes[i + 1].y == placed.boxes[i].y for i in range(0, 12, 2))
    assert measure(placed).crossings == measure(placed).covered == 0
