"""Two boxes that claim one name which only one can have."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.names import Family, Role, Use
from patchgen.lint.rule import Invalid, View

CODE = "name-twice"
SEVERITY = Severity.WARNING
WHY = "Pd picks one of the two, and does not say which."

VALID = ["[throw~ a], [throw~ a]#2, [catch~ a]", "[table a], [table b]", "[s a], [s a]#2, [r a]"]
INVALID = [
    Invalid("[table a], [table a]#2", says="a", at=1),
    Invalid("[catch~ a], [catch~ a]#2", at=1),
    Invalid("[delwrite~ a 10], [delwrite~ a 20]"),
]

SINGLE = frozenset(
    {
        (Family.ARRAY, Role.HOLDS),
        (Family.TEXT, Role.HOLDS),
        (Family.BUS, Role.TAKES),
        (Family.DELAY, Role.GIVES),
        (Family.SIGNAL, Role.GIVES),
    }
)


def check(view: View) -> Iterator[Finding]:
    """Claims on this canvas that repeat an earlier one of the same canvas."""
    seen: set[Use] = set()
    for index, known in enumerate(view.known):
        for use in known.uses:
            if (use.family, use.role) not in SINGLE or known.trouble:
                continue
            if use in seen:
                message = f"a second {use.family.value} is named {use.name}"
                yield Finding(CODE, SEVERITY, message, view.place(index))
            seen.add(use)
