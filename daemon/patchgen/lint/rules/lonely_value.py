"""A [value] that shares its name with nobody."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.names import Family, Role, Use
from patchgen.lint.rule import Invalid, Patch, View

CODE = "lonely-value"
SEVERITY = Severity.INFO
WHY = "A [value] is there to be shared; one alone does no more than [float], or its name is wrong."

VALID = [
    "[value a] -> [print], [bng] -> [v a]",
    "[value a] -> [print], [; a 5(",
    "[value a] -> [print], [expr a + 1]",
    "[value $1-a] -> [print]",
    "[value a] -> [print], [mystery]",
]
INVALID = [
    Invalid("[bng] -> [value a] -> [print]", says="a", at=1),
    Invalid("[v pitch] -> [print], [v ptich]", says="pitch", at=0),
]


def check(view: View) -> Iterator[Finding]:
    """Names that one [value] of the patch has, and no message, formula or other [value]."""
    patch = view.patch
    for index, known in enumerate(view.known):
        if known.name != "value" or not known.uses or patch.has_strangers:
            continue
        name = known.uses[0].name
        is_open = "$" in name.replace("$0", "")
        if is_open or Use(Family.MESSAGE, Role.GIVES, name) in patch.uses or is_shared(patch, name):
            continue
        message = f"{view.label(index)}: nothing else in the patch uses {name}"
        yield Finding(CODE, SEVERITY, message, view.place(index))


def is_shared(patch: Patch, name: str) -> bool:
    """Whether two [value]s bear the name, or a formula names it."""
    return patch.values[name] > 1 or name in patch.formula_words
