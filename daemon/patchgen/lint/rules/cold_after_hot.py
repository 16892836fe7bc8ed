"""A cold inlet that is fed after the hot one has already fired."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View

CODE = "cold-after-hot"
SEVERITY = Severity.INFO
WHY = "The first inlet fires with the old value of the second; [trigger] sends right to left."

VALID = [
    "[t f f]:1 -> 1:[* 2], [t f f] -> [* 2]",
    "[floatatom] -> 1:[*], [floatatom] -> [*]",
    "[osc~] -> [*~], [osc~] -> 1:[*~]",
]
INVALID = [
    Invalid("[floatatom] -> [*], [floatatom] -> 1:[*]", says="[floatatom]", at=1),
]


def check(view: View) -> Iterator[Finding]:
    """Boxes fed by one outlet at the first inlet, then at another."""
    for box, cords in view.fed_by.items():
        if len(cords) < 2:
            continue
        fired: set[tuple[int, int]] = set()
        for cord in cords:
            source = (cord.source, cord.outlet)
            if cord.inlet == 0 and not view.is_signal(cord):
                fired.add(source)
            elif source in fired:
                message = (
                    f"{view.label(cord.source)} feeds inlet {cord.inlet} of {view.label(box)} "
                    "after its first inlet"
                )
                hint = "Put [t f f] between them, its right outlet into the right inlet."
                yield Finding(CODE, SEVERITY, message, view.place(box), hint=hint)
                break
