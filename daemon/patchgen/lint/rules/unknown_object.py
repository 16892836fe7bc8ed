"""Objects that vanilla Pd does not have; only a file beside the patch could make them."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.objects.reference import find, suggest

CODE = "unknown-object"
SEVERITY = Severity.WARNING
"""ERROR where the patch must stand alone, since Pd then says "couldn't create"."""
WHY = "Pd shows the box with a dashed border, and it does nothing."

VALID = ["[osc~ 440] -> [dac~]", "[5] -> [print]", "[t b f]", "[sigmund~]", "[\\$1 2]", "[pd]"]
INVALID = [
    Invalid("[sine~ 440] -> [dac~]", says="[sine~]", at=0),
    Invalid("[osc 440]", says="osc", at=0),
    Invalid("[0x7]", says="0x7"),
]


def check(view: View) -> Iterator[Finding]:
    """Every object box whose name is not in the reference."""
    for index, known in enumerate(view.known):
        if known.is_unknown and known.fails:
            severity = Severity.ERROR if view.patch.is_strict else SEVERITY
            message = f"vanilla Pd has no object [{known.name}]"
            yield Finding(CODE, severity, message, view.place(index), hint=hint(known.name))


def hint(name: str) -> str:
    """What was perhaps meant, or where the object comes from."""
    spec = find(name)
    if spec is not None and spec.library not in ("vanilla", "extra"):
        return f"It comes with {spec.library}."
    guess = suggest(name)
    return f"Did you mean [{guess}]?" if guess else "Put the abstraction beside the patch."
