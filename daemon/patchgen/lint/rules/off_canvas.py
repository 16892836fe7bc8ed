"""Boxes where nobody looks: beyond the upper or left edge, or far away."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.pd.model import PLACED, Box
from patchgen.pd.sizes import outline

CODE = "off-canvas"
SEVERITY = Severity.INFO
WHY = "The window opens without the box in it, and a reader does not know that it is there."

VALID = [
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 f;\n#X obj 430 600 f;\n",
    "#N canvas 0 50 450 300 12;\n#X obj -5 -3 f;\n",
    "#N canvas 0 50 450 300 12;\n#X obj -50 10 print a name that is long;\n",
]
INVALID = [
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 9 9 f;\n#X obj -200 10 f;\n", says="[f]", at=1),
    Invalid("#N canvas 0 50 450 300 12;\n#X obj -99 9 f;\n#X obj -99 9 f;\n", says="1 more", at=0),
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 10 -80 bng;\n", at=0),
    Invalid("#N canvas 0 50 450 300 12;\n#X msg 90000 10 1;\n", at=0),
]

FAR = 20_000
"""Pixels: no canvas is as large."""


def check(view: View) -> Iterator[Finding]:
    """The first box of each canvas of which nothing can be seen without scrolling, and how many."""
    outside = [index for index, box in enumerate(view.boxes) if is_outside(box)]
    if outside:
        box = view.boxes[outside[0]]
        others = f", and {len(outside) - 1} more" if len(outside) > 1 else ""
        message = (
            f"{view.label(outside[0])} lies outside the canvas at {box.x:g}, {box.y:g}{others}"
        )
        hint = "`patchgen layout` gives every box a place."
        yield Finding(CODE, SEVERITY, message, view.place(outside[0]), hint=hint)


def is_outside(box: Box) -> bool:
    """Whether no part of the box is on the canvas, or it is out of reach."""
    if box.kind not in PLACED or (0 <= box.x <= FAR and 0 <= box.y <= FAR):
        return False
    area = outline(box).moved(box.x, box.y)
    return area.right < 0 or area.bottom < 0 or max(box.x, box.y) > FAR
