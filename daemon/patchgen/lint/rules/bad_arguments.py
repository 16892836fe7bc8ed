"""Arguments with which Pd refuses to make an object."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View

CODE = "bad-arguments"
SEVERITY = Severity.ERROR
WHY = "Pd does not make an object from arguments of the wrong type."

VALID = ["[osc~ 440]", "[osc~ \\$1]", "[expr $f1 * 2 \\; max($f2 \\, 3)]", "[list append a 1]"]
INVALID = [
    Invalid("[osc~ high]", says="[osc~ high]", at=0),
    Invalid("[metro fast] -> [bng]", says="types", at=0),
    Invalid("[list foo]", says="[list foo]"),
    Invalid("[expr $f1 +]", says="operand"),
    Invalid("[expr foo($f1)]", says="`foo`"),
    Invalid("[expr~ ($v1]", says="`)` is missing"),
    Invalid("[expr pow($f1)]", says="needs 2"),
]


def check(view: View) -> Iterator[Finding]:
    """Every object that Pd would not make although it knows the name."""
    for index, known in enumerate(view.known):
        if known.trouble:
            message = f"{view.label(index)}: {known.trouble}"
            yield Finding(CODE, SEVERITY, message, view.place(index))
