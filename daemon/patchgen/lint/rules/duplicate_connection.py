"""The same connection twice."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.pd.model import Connection

CODE = "duplicate-connection"
SEVERITY = Severity.ERROR
WHY = "Pd refuses the second one as already connected."

VALID = ["[f] -> [+ 1], [f] -> 1:[+ 1]"]
INVALID = [Invalid("[f] -> [+ 1], [f] -> [+ 1]", says="twice", at=1)]


def check(view: View) -> Iterator[Finding]:
    """The findings alone."""
    return (finding for _, finding in refused(view))


def refused(view: View) -> Iterator[tuple[int, Finding]]:
    """Every repetition of a connection between boxes that exist."""
    if len(set(view.cords)) == len(view.cords):
        return
    seen: set[Connection] = set()
    for place, cord in enumerate(view.cords):
        if cord in seen and max(cord.source, cord.sink) < len(view.boxes):
            message = f"{view.label(cord.source)} is connected twice to {view.label(cord.sink)}"
            yield place, Finding(CODE, SEVERITY, message, view.place(cord.sink))
        seen.add(cord)
