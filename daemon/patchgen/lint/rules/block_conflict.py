"""Two [block~] or [switch~] on one canvas."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View

CODE = "block-conflict"
SEVERITY = Severity.ERROR
WHY = "Pd lets only one of them rule a canvas and complains about the others."

VALID = ["[block~ 64]", "[switch~], [pd a {[block~ 1024]}]"]
INVALID = [Invalid("[switch~], [block~ 64]", says="[switch~]", at=1)]


def check(view: View) -> Iterator[Finding]:
    """The second such box and those after it."""
    boxes = [i for i, known in enumerate(view.known) if known.name in ("block~", "switch~")]
    for box in boxes[1:]:
        message = f"{view.label(box)} conflicts with {view.label(boxes[0])}"
        yield Finding(CODE, SEVERITY, message, view.place(box), hint="Keep one of them.")
