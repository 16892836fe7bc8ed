"""Boxes that lie on top of each other; only looked for when asked, since layout places boxes."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.lint.rules.hidden_box import covers, touching

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
    """Each box that lies on an earlier one."""
    for one, other in touching(view, [known.name in FREE for known in view.known]):
        (below, lower), (above, upper) = sorted((one, other), key=lambda pair: pair[0])
        # Of a box that cannot be seen at all, the rule hidden-box speaks.
        if not covers(upper, lower):
            message = f"{view.label(above)} lies on {view.label(below)}"
            hint = "`patchgen layout` gives every box a place."
            yield Finding(CODE, SEVERITY, message, view.place(above), hint=hint)
