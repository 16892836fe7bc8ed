"""`$1` in the boxes of a patch that gets no arguments, since it is no abstraction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View

CODE = "argument-alone"
SEVERITY = Severity.WARNING
WHY = "Only an abstraction has arguments; in a patch that is opened by itself, `$1` is 0."

VALID = ["[osc~ $1] -> [dac~]", "[s $0-a]", "[$1(", "[expr $f1 + 1]"]
INVALID = [
    Invalid("[osc~ $1] -> [dac~]", says="$1", at=0, is_alone=True),
    Invalid("[s $2-pitch]", says="$2-pitch", is_alone=True),
]

DOLLAR = re.compile(r"\$[1-9]")


def check(view: View) -> Iterator[Finding]:
    """Object boxes of a patch that stands alone, or is opened for help."""
    if not (view.patch.scope.is_strict or view.patch.is_help):
        return
    for index, known in enumerate(view.known):
        words = [arg for arg in known.args if DOLLAR.search(arg)] if known.is_object else []
        is_apart = index not in view.fed_by and index not in view.feeds and not known.uses
        if words and not known.trouble and not is_apart:
            message = f"`{words[0]}` in {view.label(index)}: the patch has no arguments"
            yield Finding(CODE, SEVERITY, message, view.place(index))
