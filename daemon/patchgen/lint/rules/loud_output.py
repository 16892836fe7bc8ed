"""A gain over 1 right before the loudspeakers."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.pd.atoms import is_number

CODE = "loud-output"
SEVERITY = Severity.WARNING
WHY = "Most sounds clip there, and loud noise harms ears."

VALID = ["[osc~] -> [*~ 0.1] -> [dac~]", "[osc~] -> [*~ 20] -> [clip~ -1 1] -> [dac~]"]
INVALID = [Invalid("[osc~] -> [*~ 4] -> [dac~]", says="4", at=1)]


def check(view: View) -> Iterator[Finding]:
    """Each [*~] with a constant over 1 that feeds [dac~]."""
    for index, known in enumerate(view.known):
        if known.name != "*~" or not known.args or not is_number(known.args[0]):
            continue
        is_last = any(view.known[c.sink].name == "dac~" for c in view.feeds.get(index, ()))
        if is_last and abs(float(known.args[0])) > 1:
            message = f"a gain of {known.args[0]} goes straight into [dac~]"
            yield Finding(CODE, SEVERITY, message, view.place(index), hint="Use 0.1 or so.")
