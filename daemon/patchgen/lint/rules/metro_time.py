"""A [metro] without a time."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.pd.atoms import is_number

CODE = "metro-time"
SEVERITY = Severity.WARNING
WHY = "Without a time, or with 0, it bangs every millisecond."

VALID = ["[tgl] -> [metro 500]", "[hsl] -> 1:[metro]", "[metro $1]", "[metro 4 120 permin]"]
INVALID = [Invalid("[tgl] -> [metro 0]", at=1), Invalid("[tgl] -> [metro]", at=1)]


def check(view: View) -> Iterator[Finding]:
    """Each such [metro] whose right inlet nothing feeds."""
    for index, known in enumerate(view.known):
        if known.name != "metro" or known.trouble or view.is_fed(index, 1):
            continue
        if not view.is_fed(index, 0):
            continue  # It never begins, and another rule says so.
        first = known.args[0] if known.args else "0"
        if is_number(first) and float(first) <= 0:
            message = f"{view.label(index)} bangs every millisecond"
            yield Finding(CODE, SEVERITY, message, view.place(index), hint="Give it a time in ms.")
