"""Boxes that are fed and lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.messages import messages
from patchgen.lint.names import FIELDS
from patchgen.lint.rule import Invalid, View

CODE = "dead-end"
SEVERITY = Severity.INFO
WHY = "What arrives there can neither be heard nor seen."

VALID = [
    "[osc~ 440] -> [dac~]",
    "[metro 500] -> [bng]",
    "[metro 500] -> [print]",
    "[loadbang] -> [; pitch 60(",
    "[bng] -> [mystery]",
    "[set $1( -> [(",
]
INVALID = [
    Invalid("[osc~ 440] -> [*~ 0.1]", says="[*~ 0.1]", at=1),
    Invalid("[metro 500] -> [random 12] -> [+ 60]", at=2),
]

ACTING = frozenset(
    """value soundfiler netsend readsf~ writesf~ qlist textfile savestate struct append pointer
    pdcontrol openpanel savepanel send poly clone until""".split()
) | {"text define", "array define", "text set", "text insert", "file handle", "list store"}
"""Objects with outlets that have an effect although nothing follows."""


def check(view: View) -> Iterator[Finding]:
    """Boxes with outlets none of which is connected."""
    for index in view.fed_by:
        if index in view.feeds:
            continue
        known = view.known[index]
        if known.ports is None or not known.ports.outlets or known.name == "pd":
            continue
        if known.name in ACTING or known.name in FIELDS:
            continue
        if known.name == "msg" and is_shown_or_sent(known.args):
            continue
        yield Finding(CODE, SEVERITY, f"{view.label(index)} leads nowhere", view.place(index))


def is_shown_or_sent(args: tuple[str, ...]) -> bool:
    """Whether a message box is an empty one, which displays what it gets, or sends to a name."""
    return not args or any(message.receiver for message in messages(args))
