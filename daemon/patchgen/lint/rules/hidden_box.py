"""Boxes that lie completely under another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.lint.rules.size_limit import BOXES
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import outline

CODE = "hidden-box"
SEVERITY = Severity.INFO
WHY = "The box can be neither seen nor clicked, as another one is drawn over it."

VALID = [
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 f;\n#X obj 10 40 f;\n",
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 cnv;\n#X obj 10 10 f;\n",
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 metro 500;\n#X obj 12 12 f;\n",
]
INVALID = [
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 10 10 f;\n#X obj 10 10 metro 500;\n", at=0),
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 10 10 f;\n#X obj 10 10 f;\n", says="[f]", at=0),
]

FREE = frozenset({"cnv", "text", "scalar", "array", "graph", "struct", "pd"})
"""What may lie under others, or what Pd draws as more, or less, than a box.

So do objects of libraries.
"""


NEAR = 32
"""Boxes below it that each one is compared with: files with thousands at one place exist."""


def check(view: View) -> Iterator[Finding]:
    """Each box that a later one covers: Pd draws them in the order of the file."""
    free = [view.known[i].name in FREE or view.known[i].is_stranger for i in range(len(view.boxes))]
    told: set[int] = set()
    for one, other in touching(view, free):
        (below, lower), (above, upper) = (one, other) if one[0] < other[0] else (other, one)
        if below not in told and covers(upper, lower):
            told.add(below)
            message = f"{view.label(below)} lies under {view.label(above)}"
            hint = "`patchgen layout` gives every box a place."
            yield Finding(CODE, SEVERITY, message, view.place(below), hint=hint)


def touching(
    view: View, is_free: Sequence[bool]
) -> Iterator[tuple[tuple[int, Rectangle], tuple[int, Rectangle]]]:
    """Pairs of boxes that share a pixel, each with its index, from the top of the canvas down.

    None on a canvas with more boxes than are sensible, which is told by itself.
    """
    if len(view.boxes) > BOXES:
        return
    areas = [
        (index, outline(box).moved(box.x, box.y))
        for index, box in enumerate(view.boxes)
        if not is_free[index]
    ]
    areas.sort(key=lambda item: (item[1].top, item[1].left))
    for place, one in enumerate(areas):
        for other in areas[place + 1 : place + 1 + NEAR]:
            if other[1].top >= one[1].bottom:
                break
            if one[1].overlaps(other[1]):
                yield one, other


def covers(above: Rectangle, below: Rectangle) -> bool:
    """Whether nothing of the lower area is left to see."""
    return (
        above.left <= below.left
        and above.top <= below.top
        and above.right >= below.right
        and above.bottom >= below.bottom
    )
