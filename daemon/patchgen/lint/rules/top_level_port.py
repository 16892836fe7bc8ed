"""Inlets and outlets on the top canvas."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View

CODE = "top-level-port"
SEVERITY = Severity.INFO
WHY = "They only work when the patch is used as an object in another one."

VALID = ["[pd a {[inlet] -> [print]}]"]
INVALID = [Invalid("[inlet] -> [print]", says="[inlet]", at=0), Invalid("[outlet~]")]

PORTS = frozenset({"inlet", "inlet~", "outlet", "outlet~"})


def check(view: View) -> Iterator[Finding]:
    """Such boxes where nothing is above."""
    if view.path:
        return
    for index, known in enumerate(view.known):
        if known.name in PORTS:
            message = f"[{known.name}] on the top canvas: is this an abstraction?"
            yield Finding(CODE, SEVERITY, message, view.place(index))
