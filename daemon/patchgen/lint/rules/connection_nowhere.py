"""Connections from or to a box that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View

CODE = "connection-nowhere"
SEVERITY = Severity.ERROR
WHY = "Pd reports a failed connection, and on a canvas without boxes it crashes."

VALID = ["[osc~ 440] -> [dac~]"]
INVALID = [
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 1 1 f;\n#X connect 0 0 7 0;\n", says="box 7", at=0),
    Invalid("#N canvas 0 50 450 300 12;\n#X obj 1 1 f;\n#X connect 3 0 0 0;\n", says="box 3", at=0),
    Invalid("#N canvas 0 50 450 300 12;\n#X connect 0 0 1 0;\n", says="box 0"),
]


def check(view: View) -> Iterator[Finding]:
    """The findings alone."""
    return (finding for _, finding in refused(view))


def refused(view: View) -> Iterator[tuple[int, Finding]]:
    """Connections with an index past the last box."""
    count = len(view.boxes)
    if len(view.whole_cords) == len(view.cords):
        return
    for place, cord in enumerate(view.cords):
        missing = [box for box in (cord.source, cord.sink) if box >= count]
        if missing:
            here = next((box for box in (cord.source, cord.sink) if box < count), None)
            message = f"a connection names box {missing[0]}, but there are {count} boxes"
            hint = "Remove the connection; boxes are counted from 0."
            yield place, Finding(CODE, SEVERITY, message, view.place(here), hint=hint)
