"""A comma or semicolon among the arguments of an object."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.objects.arity import takes_only_numbers

CODE = "comma-argument"
SEVERITY = Severity.WARNING
WHY = "Only message boxes and formulas know commas; an object takes one for an argument of its own."

VALID = ["[osc~ 440]", "[expr $f1 \\, $f2]", "[1 \\, 2(", "[mystery 1 \\, 2]", "[print a\\,]"]
INVALID = [
    Invalid("[osc~ 440\\, 1]", says="440,", at=0),
    Invalid("[random 5 \\;]", says="`;`"),
    Invalid("[t b \\, f]", says="`,`"),
]

COUNTED = frozenset({"trigger", "pack", "unpack"})
"""Objects that make a port for each argument, the comma too."""


def check(view: View) -> Iterator[Finding]:
    """Objects of which only numbers or letters are arguments."""
    for index, known in enumerate(view.known):
        if not known.is_object or known.is_unknown:
            continue
        if known.name not in COUNTED and not takes_only_numbers(known.name):
            continue
        marks = [arg for arg in known.args if arg.endswith((",", ";"))]
        if marks:
            message = f"{view.label(index)} has `{marks[0]}` for an argument"
            yield Finding(CODE, SEVERITY, message, view.place(index), hint="Leave the mark out.")
