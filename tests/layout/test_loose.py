"""What has no cords stays together as it stood."""

from __future__ import annotations

from patchgen.layout.loose import bundled, comment_blocks
from patchgen.layout.metric import measure
from patchgen.layout.place import place
from patchgen.layout.sheet import sheet
from patchgen.pd.model import Canvas

from .canvases import TGL, canvas

PART = "#X obj 20 200 osc~ 440\n#X obj 20 300 dac~\n"


def offset(found: Canvas, one: int, other: int) -> tuple[float, float]:
    """Pixels from one box to another."""
    boxes = found.boxes
    return boxes[other].x - boxes[one].x, boxes[other].y - boxes[one].y


def test_lines_of_one_comment_are_a_block() -> None:
    lines = "#X text 20 20 one\n#X text 20 35 two\n#X text 30 50 three\n#X text 20 120 four"

    blocks = comment_blocks(sheet(canvas(lines), 10), [0, 1, 2, 3])

    assert blocks == [[0, 1, 2], [3]]


def test_block_of_comment_lines_stays_together() -> None:
    found = canvas(f"{PART}#X text 400 400 one\n#X text 400 415 two\n#X text 410 430 three", "0>1")

    placed = place(found)

    assert offset(placed, 2, 3) == (0, 15)
    assert offset(placed, 2, 4) == (10, 30)


def test_panel_of_controls_without_cords_stays_as_it_was() -> None:
    panel = "\n".join(TGL.join((f"#X obj {400 + 25 * i} {200 + 3 * i} ", "")) for i in range(4))
    found = canvas(f"{PART}{panel}".replace("empty empty run", "a b empty"), "0>1")

    placed = place(found)

    assert [offset(placed, 2, i) for i in (3, 4, 5)] == [(25, 3), (50, 6), (75, 9)]


def test_heading_stays_on_top_and_the_rest_on_its_side() -> None:
    found = canvas(
        f"#X text 20 20 heading\n{PART}#X text 500 200 a text at the right of all"
        "\n#X text 20 500 a footer",
        "1>2",
    )

    placed = place(found).boxes

    assert placed[0].y + 16 < placed[1].y
    assert placed[3].x > placed[1].x + 60
    assert placed[4].y > placed[2].y


def test_boxes_that_overlapped_are_parted() -> None:
    found = canvas("#X text 20 20 one line\n#X text 25 22 another line\n#X obj 300 20 noise~")

    bundle = bundled(sheet(found, 10), [0, 1, 2])

    assert bundle.offsets[2] == (280, 0)
    assert measure(found).overlaps == 1
    assert measure(place(found)).overlaps == 0


def test_patch_without_cords_stays_as_it_is() -> None:
    found = canvas("#X text 20 20 a table\n#X obj 20 60 noise~\n#X text 133 64 makes noise")

    placed = place(found)

    assert [(box.x, box.y) for box in placed.boxes] == [(20, 20), (20, 60), (133, 64)]
