"""`$1` in a message box that gets no arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.emitted import only_kind
from patchgen.lint.messages import messages
from patchgen.lint.rule import Invalid, View
from patchgen.pd.model import Connection

CODE = "message-argument"
SEVERITY = Severity.WARNING
WHY = "Pd says `argument number out of range`, and sends the number 0 in its place."

VALID = [
    "[hsl] -> [set $1(",
    "[1 2( -> [$2 $1(",
    "[mystery] -> [$1 $2(",
    "[bng] -> [set 1(",
    "[bng] -> [list $1(, [hsl] -> [list $1(",
    "[pack] -> [$1 $2(",
    "[1 2( -> [t a b] -> [$1 $2(",
]
INVALID = [
    Invalid("[bng] -> [$1 foo(", says="$1", at=1),
    Invalid("[metro 500] -> [pitch $1(", says="no arguments"),
    Invalid("[hsl] -> [$1 $2(", says="$2", at=1),
    Invalid("[t b f] -> [$1(", says="$1", at=1),
    Invalid("[5( -> [$1 $2(", says="$2", at=1),
]

DOLLAR = re.compile(r"\$(\d+)")

COUNTS = {"bang": 0, "float": 1, "symbol": 1}
"""Kinds of messages -> how many arguments they bring."""


def check(view: View) -> Iterator[Finding]:
    """Message boxes all of whose cords bring too little."""
    for index, known in enumerate(view.known):
        if known.name != "msg" or index not in view.fed_by:
            continue
        needed = max(map(int, DOLLAR.findall(" ".join(known.args))), default=0)
        if not needed:
            continue
        brought = [arguments(view, cord) for cord in view.fed_by[index]]
        counts = [count for count in brought if count is not None]
        if len(counts) < len(brought) or max(counts) >= needed:
            continue
        gets = "no arguments" if max(counts) == 0 else "one argument"
        message = f"{view.label(index)} needs ${needed}, but gets {gets}"
        yield Finding(CODE, SEVERITY, message, view.place(index))


def arguments(view: View, cord: Connection) -> int | None:
    """The most arguments that come through a connection, None where nobody knows."""
    known = view.known[cord.source]
    if known.name != "msg":
        return COUNTS.get(only_kind(view, cord))
    own = [message for message in messages(known.args) if not message.receiver]
    if not own or any(set("$") & set(" ".join(message.atoms)) for message in own):
        return None
    # After a word that is no number, the rest are the arguments.
    return max(len(message.atoms) for message in own)
