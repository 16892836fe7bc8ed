"""An [until] that nothing can stop."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.messages import messages
from patchgen.lint.rule import Invalid, View
from patchgen.pd.model import Connection

CODE = "until-without-stop"
SEVERITY = Severity.ERROR
WHY = "A bang starts it, and Pd hangs for ever."

VALID = [
    "[bng] -> [until] -> [f] -> [sel 9] -> 1:[until]",
    "[8( -> [until]",
    "[t b f]:1 -> [until]",
]
INVALID = [
    Invalid("[bng] -> [until] -> [print]", at=1),
    Invalid("[t b] -> [until]", at=1),
    Invalid("[bang( -> [until]", at=1),
]

BANGING = frozenset("bng bang loadbang metro delay".split())
"""Objects that send nothing but bangs from their first outlet."""


def check(view: View) -> Iterator[Finding]:
    """Each [until] that gets bangs, but nothing at its right inlet."""
    for index, known in enumerate(view.known):
        if known.name != "until" or view.is_fed(index, 1):
            continue
        if any(bangs(view, cord) for cord in view.fed_by.get(index, ())):
            message = "[until] gets a bang, and nothing stops it"
            hint = "Send it a number of times, or a bang into its right inlet."
            yield Finding(CODE, SEVERITY, message, view.place(index), hint=hint)


def bangs(view: View, cord: Connection) -> bool:
    """Whether the connection carries bangs."""
    known = view.known[cord.source]
    if known.name == "trigger":
        types = known.args or ("f", "f")
        return cord.outlet < len(types) and types[cord.outlet] in ("b", "bang")
    if known.name == "msg":
        return any(not m.receiver and m.atoms == ("bang",) for m in messages(known.args))
    return known.name in BANGING
