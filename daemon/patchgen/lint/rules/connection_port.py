"""Connections from an outlet or into an inlet that a box does not have."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.connections import count
from patchgen.lint.rule import Invalid, View

CODE = "connection-port"
SEVERITY = Severity.ERROR
WHY = "Pd reports a failed connection."

VALID = ["[osc~ 440] -> 1:[dac~]", "[t b f]:1 -> [print]", "[mystery]:7 -> 3:[riddle]"]
INVALID = [
    Invalid("[osc~ 440]:1 -> [dac~]", says="has 1 outlet", at=0),
    Invalid("[osc~ 440] -> 2:[dac~]", says="has 2 inlets", at=1),
    Invalid("[bng] -> [loadbang]", says="has no inlets"),
    Invalid("[floatatom 5 0 0 0 - - volume] -> [print]", says="has no outlets", at=0),
    Invalid("[pd a {[inlet] -> [print]}] -> [print]", says="has no outlets"),
]


def check(view: View) -> Iterator[Finding]:
    """The findings alone."""
    return (finding for _, finding in refused(view))


def refused(view: View) -> Iterator[tuple[int, Finding]]:
    """Connections whose outlet or inlet is too high; boxes of unknown ports take any."""
    known, boxes = view.known, len(view.boxes)
    for place, cord in enumerate(view.cords):
        if cord.source >= boxes or cord.sink >= boxes:
            continue
        source, sink = known[cord.source].ports, known[cord.sink].ports
        if source is not None and cord.outlet >= len(source.outlets):
            has = count(len(source.outlets), "outlet")
            message = f"outlet {cord.outlet} of {view.label(cord.source)}: the box has {has}"
            yield place, Finding(CODE, SEVERITY, message, view.place(cord.source))
        elif sink is not None and cord.inlet >= len(sink.inlets):
            has = count(len(sink.inlets), "inlet")
            message = f"inlet {cord.inlet} of {view.label(cord.sink)}: the box has {has}"
            yield place, Finding(CODE, SEVERITY, message, view.place(cord.sink))
