"""Signal objects that read a delay line, signal or array that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.names import Family, Role, Use
from patchgen.lint.rule import Invalid, View

CODE = "missing-source"
SEVERITY = Severity.ERROR
WHY = "Pd complains as soon as sound is switched on, and the object is silent."

VALID = [
    "[delwrite~ a 100], [delread~ a 50]",
    "[tabwrite~ a], [table a]",
    "[delread~ a 50], [mystery]",
    "[s~ a], [r~ a]",
    "[tabread~ $1-a]",
    "[r~ $1] -> [dac~]",
]
INVALID = [
    Invalid("[delread~ a 50]", says="[delwrite~]", at=0),
    Invalid("[delread4~ a]", says="[delwrite~]"),
    Invalid("[osc~] -> [tabwrite~ a]", says="array", at=1),
    Invalid("[tabosc4~ wave]", says="wave"),
    Invalid("[r~ a]", says="[send~]"),
    Invalid("[r~ 0] -> [dac~]", says="under no name", at=0),
    Invalid("[r~ $1] -> [dac~]", says="under no name", at=0, is_alone=True),
]

SOURCES: dict[str, tuple[Family, Role, str]] = {
    "delread~": (Family.DELAY, Role.GIVES, "[delwrite~]"),
    "delread4~": (Family.DELAY, Role.GIVES, "[delwrite~]"),
    "receive~": (Family.SIGNAL, Role.GIVES, "[send~]"),
    **dict.fromkeys(
        "tabread~ tabread4~ tabosc4~ tabplay~ tabwrite~ tabsend~ tabreceive~".split(),
        (Family.ARRAY, Role.HOLDS, "array"),
    ),
}
"""Object -> what must bear the name."""


def check(view: View) -> Iterator[Finding]:
    """Every such object whose name nobody in the patch provides."""
    for index, known in enumerate(view.known):
        if known.name == "receive~" and is_nameless(view, index):
            message = f"{view.label(index)}: no [send~] can be heard under no name"
            # A message may give it one later.
            severity = Severity.WARNING if view.is_fed(index, 0) else SEVERITY
            yield Finding(CODE, severity, message, view.place(index), hint="Give it a name.")
            continue
        if known.name not in SOURCES or not known.uses:
            continue
        family, role, words = SOURCES[known.name]
        name = known.uses[0].name
        # Where the patch stands alone, `$1` is no name at all, and `$1-a` is that very word.
        is_open = "$" in name.replace("$0", "")
        if view.patch.scope.is_strict:
            is_open = is_argument(name)
        if is_open or Use(family, role, name) in view.patch.uses:
            continue
        if not view.patch.has_strangers:
            message = f"{view.label(index)}: no {words} is named {name}"
            # An abstraction may find it in the patch that uses it.
            is_elsewhere = view.patch.is_abstraction and "$0" not in name
            severity = Severity.WARNING if is_elsewhere else SEVERITY
            yield Finding(CODE, severity, message, view.place(index))


def is_nameless(view: View, index: int) -> bool:
    """Whether a [receive~] has something other than a name for its argument."""
    known = view.known[index]
    is_empty = view.patch.scope.is_strict and any(map(is_argument, known.args[:1]))
    return bool(known.args) and (is_empty or not known.uses)


def is_argument(name: str) -> bool:
    """Whether it is what an abstraction gets, and nothing else: `$1`."""
    return name.startswith("$") and name[1:].isdecimal()
