"""Signals led into inlets that only take messages."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View

CODE = "signal-to-control"
SEVERITY = Severity.ERROR
WHY = "Pd ignores the connection and says so as soon as sound is switched on."

VALID = ["[osc~ 440] -> [*~ 0.1] -> [dac~]", "[osc~] -> [snapshot~] -> [print]"]
INVALID = [
    Invalid("[osc~ 440] -> [print]", says="[snapshot~]", at=1),
    Invalid("[osc~ 440] -> 1:[lop~]", says="inlet 1", at=1),
]


def check(view: View) -> Iterator[Finding]:
    """The findings alone."""
    return (finding for _, finding in refused(view))


def refused(view: View) -> Iterator[tuple[int, Finding]]:
    """Connections from a signal outlet into a control inlet."""
    known, boxes = view.known, len(view.boxes)
    for place, cord in enumerate(view.cords):
        if cord.source >= boxes or cord.sink >= boxes or not view.is_signal(cord):
            continue
        sink = known[cord.sink].ports
        if sink is not None and cord.inlet < len(sink.inlets) and not sink.inlets[cord.inlet]:
            message = (
                f"the signal of {view.label(cord.source)} cannot go into inlet {cord.inlet} "
                f"of {view.label(cord.sink)}; [snapshot~] or [env~] makes numbers of it"
            )
            yield place, Finding(CODE, SEVERITY, message, view.place(cord.sink))
