"""What the linter foresees and what Pd says, counted class by class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from patchgen.headless.load import LoadReport
from patchgen.lint.registry import REFUSED_CORDS
from patchgen.lint.rule import Patch, View
from patchgen.lint.runner import lint
from patchgen.lint.scope import Scope
from patchgen.pd.model import Canvas
from patchgen.pd.sizes import text

CREATE = "couldn't create"
CONNECT = "connection failed"
COMPLAINTS = {
    "signal to control": ("signal-to-control", "audio signal outlet connected to nonsignal inlet"),
    "DSP loop": ("dsp-loop", "DSP loop detected"),
    "missing source": ("missing-source", (": no such array", ": no such delwrite~", "no matching")),
    "block conflict": ("block-conflict", "conflicting block~"),
    "unknown record": ("record-kind", ("canvas: no method for", "no such object")),
}
"""Class -> code of the rule, and what the console line holds."""


@dataclass(slots=True)
class Score:
    """Agreement on one class of complaints."""

    both: int = 0
    linter: int = 0
    pd: int = 0
    differences: list[str] = field(default_factory=list)

    def add(self, name: str, foreseen: set[str], made: set[str]) -> list[str]:
        """Counts one patch and tells the differences."""
        self.both += len(foreseen & made)
        self.linter += len(foreseen)
        self.pd += len(made)
        told = [f"{name}: only the linter: {item}" for item in sorted(foreseen - made)]
        told += [f"{name}: only Pd: {item}" for item in sorted(made - foreseen)]
        self.differences += told
        return told


def scores() -> dict[str, Score]:
    """A score for each class, nothing counted yet."""
    return {name: Score() for name in (CREATE, CONNECT, *COMPLAINTS)}


def judge(name: str, canvas: Canvas, report: LoadReport, counted: dict[str, Score]) -> list[str]:
    """Adds one patch to the scores; the differences that it brings."""
    views = Patch(canvas, Scope(is_strict=True)).views
    made = {squeezed(text) for text in report.not_created}
    told = counted[CREATE].add(name, {squeezed(t) for v in views for t in not_created(v)}, made)
    failed = {cord.split(" (")[0] for cord in report.failed_connections}
    told += counted[CONNECT].add(name, {cord for view in views for cord in refused(view)}, failed)
    codes = {finding.code for finding in lint(canvas, Scope(is_strict=True))}
    for kind, (code, words) in COMPLAINTS.items():
        wanted = (words,) if isinstance(words, str) else words
        said = any(word in line for line in report.complaints for word in wanted)
        told += counted[kind].add(name, {code} & codes, {code} if said else set())
    return told


def not_created(view: View) -> Iterator[str]:
    """Texts of the boxes that Pd should fail to make."""
    for box, known in zip(view.boxes, view.known, strict=True):
        if known.fails:
            yield text(box)


def squeezed(words: str) -> str:
    """Text without blanks and escapes, which Pd and we put in different places, as in 1e+037."""
    return re.sub(r"e\+0+", "e+", "".join(words.replace("\\", "").split()))


def refused(view: View) -> Iterator[str]:
    """Connections that Pd should fail to make; those of signals it only ignores."""
    for code, rule in REFUSED_CORDS.items():
        if code != "signal-to-control":
            for place, _ in rule.refused(view):
                cord = view.cords[place]
                yield f"{cord.source} {cord.outlet} {cord.sink} {cord.inlet}"
