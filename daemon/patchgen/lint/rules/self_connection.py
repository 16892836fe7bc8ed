"""A box connected to itself."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.objects.spec import Engine

CODE = "self-connection"
SEVERITY = Severity.WARNING
WHY = "Purr Data refuses the connection; in vanilla Pd it is rarely meant."

VALID = ["[f] -> [+ 1], [+ 1] -> 1:[f]"]
INVALID = [Invalid("[f] -> 1:[f]", says="itself", at=0)]


def check(view: View) -> Iterator[Finding]:
    """Connections whose two ends are the same box."""
    for cord in view.whole_cords:
        if cord.source == cord.sink:
            message = f"{view.label(cord.source)} is connected to itself"
            # In Purr Data alone, it is a connection that fails.
            severity = Severity.ERROR if view.patch.scope.engine is Engine.PURR else SEVERITY
            yield Finding(CODE, severity, message, view.place(cord.source))
