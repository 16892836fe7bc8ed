"""`$0` in a message box."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.objects.spec import Engine

CODE = "dollar-zero-message"
SEVERITY = Severity.WARNING
WHY = "In a message box `$0` is 0 in vanilla Pd; only Purr Data puts the patch's own number there."

VALID = ["[$1-a(", "[s $0-a]", "[0 $1("]
INVALID = [Invalid("[; $0-pitch 60(", says="$0-pitch", at=0), Invalid("[$0(", at=0)]


def check(view: View) -> Iterator[Finding]:
    """Message boxes with such a word, unless the patch is for Purr Data only."""
    if set(view.patch.scope.engines) == {Engine.PURR}:
        return
    for index, known in enumerate(view.known):
        if known.name == "msg":
            words = [arg for arg in known.args if "$0" in arg]
            if words:
                message = f"`{words[0]}` in a message box does not become the patch's number"
                hint = "Build it with [f $0] and [makefilename], or [list prepend]."
                yield Finding(CODE, SEVERITY, message, view.place(index), hint=hint)
