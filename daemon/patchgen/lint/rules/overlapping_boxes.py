"""Boxes that lie on top of each other; only looked for when asked, since layout places boxes."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.pd.sizes import outline

CODE = "overlapping-boxes"
SEVERITY = Severity.WARNING
WHY = "What lies underneath can be neither read nor clicked."

VALID = ["#N canvas 0 50 450 300 12;\n#X obj 10 10 f;\n#X obj 10 40 f;\n#X text 9 9 on it;\n"]
INVALID = [
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 10 10 f;\n#X obj 15 12 metro;\n", at=1),
]

FREE = frozenset({"cnv", "text", "scalar", "array"})
"""What may lie on or under others."""


def check(view: View) -> Iterator[Finding]:
    """Each box that touches the one before it in reading order."""
    shown = [
        (outline(box).moved(box.x, box.y), index)
        for index, box in enumerate(view.boxes)
        if view.known[index].name not in FREE
    ]
    shown.sort(key=lambda item: item[0].top)
    for place, (area, index) in enumerate(shown):
        for other, below in shown[place + 1 :]:
            if other.top >= area.bottom:
                break
            if area.overlaps(other):
                first, second = sorted((index, below))
                message = f"{view.label(second)} lies on {view.label(first)}"
                yield Finding(CODE, SEVERITY, message, view.place(second))
