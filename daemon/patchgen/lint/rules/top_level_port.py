"""Inlets and outlets on the top canvas."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View

CODE = "top-level-port"
SEVERITY = Severity.INFO
WHY = "They only work when the patch is used as an object in another one."

VALID = ["[inlet] -> [print]", "[pd a {[inlet] -> [print]}]"]
INVALID = [
    Invalid("[inlet] -> [print]", says="[inlet]", at=0, is_alone=True),
    Invalid("[outlet~]", is_alone=True),
]

PORTS = frozenset({"inlet", "inlet~", "outlet", "outlet~"})


def check(view: View) -> Iterator[Finding]:
    """Such boxes in a patch that stands alone, or is opened for help."""
    if view.path or not (view.patch.scope.is_strict or view.patch.is_help):
        return
    for index, known in enumerate(view.known):
        if known.name in PORTS:
            message = f"[{known.name}] on the top canvas, where nothing can be connected to it"
            yield Finding(CODE, SEVERITY, message, view.place(index))
