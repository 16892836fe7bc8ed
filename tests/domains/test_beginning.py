"""A given patch as a beginning: whatever the patch, a model may write it, or it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from pd.patches import canvases

from patchgen.domains.patch.beginning import in_notation, in_records
from patchgen.domains.patch.codec import decode
from patchgen.domains.patch.judge import PatchConstraint
from patchgen.domains.patch.raw import patch_in
from patchgen.errors import PatchUnusable
from patchgen.pd.model import Canvas, Record, walk
from patchgen.pd.parse import parse
from patchgen.pd.write import write

HEAD = "#N canvas 0 50 450 300 12;\n"
SAVED = sorted((Path(__file__).parent.parent / "patches" / "saved").glob("*.pd"))


def check(canvas: Canvas) -> bool:
    """Whether the patch can be begun with; then every box of the text is one of the patch."""
    try:
        found = in_notation(canvas)
    except PatchUnusable as error:
        assert error.hint
        return False
    assert PatchConstraint().allows(found.text)
    read = decode(found.text)
    assert [box.name for box in read.boxes] == [canvas.boxes[i].name for i in found.order]
    had = {(c.source, c.outlet, c.sink, c.inlet) for c in canvas.connections}
    order = found.order
    assert {(order[c.source], c.outlet, order[c.sink], c.inlet) for c in read.connections} <= had
    return True


@settings(max_examples=150, deadline=None)
@given(canvases())
def test_any_patch_is_a_beginning_or_refused(canvas: Canvas) -> None:
    check(canvas)


@settings(max_examples=150, deadline=None)
@given(canvases())
def test_records_hold_every_box_in_its_order(canvas: Canvas) -> None:
    canvas = parse(write(canvas))
    assume(all(r.atoms[0] in ("#X", "#A") for _, c in walk(canvas) for r in records(c)))

    found = in_records(canvas)

    read = patch_in(found.text)
    assert [box.record for box in read.boxes] == [canvas.boxes[i].record for i in found.order]
    assert read.connections == ()


def records(canvas: Canvas) -> list[Record]:
    """What is neither box nor connection."""
    return [item for item in canvas.items if isinstance(item, Record)]


def test_some_patches_that_pd_saved_can_be_continued() -> None:
    usable = [path.name for path in SAVED if check(parse(path.read_text("utf-8")))]

    assert usable


def test_boxes_stand_in_the_order_of_the_flow() -> None:
    text = (
        f"{HEAD}#X obj 9 99 dac~;\n#X text 9 9 hello;\n#X obj 9 9 osc~ 440;\n#X obj 9 50 *~ 0.1;\n"
        "#X connect 2 0 3 0;\n#X connect 3 0 0 0;\n#X connect 3 0 0 1;\n"
    )

    found = in_notation(parse(text))

    assert found.text == "1 osc~ 440\n2 *~ 0.1 < 1\n3 dac~ < 2 2>1\n"
    assert found.order == (2, 3, 0)


def test_subpatches_come_without_comments_and_keep_the_numbers_of_their_inlets() -> None:
    text = (
        f"{HEAD}#N canvas 0 50 450 300 voice 0;\n#X text 5 5 hi;\n#X obj 90 9 inlet~;\n"
        "#X obj 9 9 inlet;\n#X obj 9 50 outlet~;\n#X connect 1 0 3 0;\n"
        "#X restore 9 50 pd voice;\n#X obj 9 9 osc~;\n#X connect 1 0 0 1;\n"
    )

    assert in_notation(parse(text)).text == (
        "1 osc~\n2 pd voice < 1>1 {\n1 inlet\n2 inlet~\n3 outlet~ < 2\n}\n"
    )


@pytest.mark.parametrize("box", ["cnv 15 100 60 empty empty t 20 12 0 14 #e0e0e0 #404040 0", ""])
def test_panels_and_empty_boxes(box: str) -> None:
    canvas = parse(f"{HEAD}#X obj 9 9 {box};\n#X obj 9 9 bng;\n")

    assert check(canvas) is (box != "")
