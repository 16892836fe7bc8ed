"""Objects without the argument that they need to be of use."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.objects.arity import required

CODE = "missing-argument"
SEVERITY = Severity.WARNING
WHY = "Without a name or number the object waits to be told by message, or does nothing."

VALID = ["[delwrite~ echo 500]", "[osc~]", "[send foo]", "[f] -> 1:[send]", "[tabread]"]
INVALID = [
    Invalid("[osc~] -> [delwrite~]", says="needs", at=1),
    Invalid("[osc~] -> [throw~]", says="throw~"),
]


def check(view: View) -> Iterator[Finding]:
    """Every object with too few arguments whose right inlets nothing feeds either."""
    for index, known in enumerate(view.known):
        if known.args or not known.is_object or known.is_unknown or known.trouble:
            continue
        if is_separate(view, index):
            continue
        needed = required(known.name)
        if needed and not any(cord.inlet for cord in view.fed_by.get(index, ())):
            words = "an argument" if needed == 1 else f"{needed} arguments"
            yield Finding(CODE, SEVERITY, f"[{known.name}] needs {words}", view.place(index))


def is_separate(view: View, box: int) -> bool:
    """Whether the box has no cords at all: of those speaks the rule unconnected-box."""
    return box not in view.fed_by and box not in view.feeds
