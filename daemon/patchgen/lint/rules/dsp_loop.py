"""Signals that run in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.cycles import cycles
from patchgen.lint.rule import Invalid, View
from patchgen.pd.model import Connection

CODE = "dsp-loop"
SEVERITY = Severity.ERROR
WHY = "Pd cannot compute a circle of signals and leaves its boxes out."

VALID = [
    "[delread~ a 10] -> [*~ 0.5] -> [delwrite~ a 10]",
    "[r~ a] -> [*~ 0.5] -> [s~ a]",
    "[osc~] -> [*~] -> [dac~]",
]
INVALID = [
    Invalid("[osc~] -> [+~] -> [*~ 0.5] -> 1:[+~]", says="[+~] -> [*~ 0.5]"),
    Invalid("[*~] -> [*~]", at=0),
    Invalid("[pd a {[inlet~] -> [print~], [osc~] -> [outlet~]}] -> [+~] -> [pd a]"),
]


def check(view: View) -> Iterator[Finding]:
    """Circles of signal connections; a subpatch counts as one box, as it does in Pd."""
    for group in cycles((c.source, c.sink) for c in view.whole_cords if is_computed(view, c)):
        chain = " -> ".join(view.label(box) for box in group[:4])
        message = f"a signal runs in the circle {chain}{' ...' if len(group) > 4 else ''}"
        hint = "Lead it back through [delwrite~] and [delread~], or [s~] and [r~]."
        yield Finding(CODE, SEVERITY, message, view.place(group[0]), hint=hint)


def is_computed(view: View, cord: Connection) -> bool:
    """Whether Pd has to compute the source before the sink."""
    sink = view.known[cord.sink].ports
    takes = sink is not None and cord.inlet < len(sink.inlets) and sink.inlets[cord.inlet]
    return takes and view.is_signal(cord)
