"""A finding: one thing a check has to say about one place in a patch."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Severity(Enum):
    """How bad a finding is. Only errors keep a patch from Pd."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Fix(Enum):
    """Whether a fault can be mended without a person."""

    NONE = ""
    SAFE = "safe"
    """What the patch does stays the same."""
    UNSAFE = "unsafe"
    """The patch does something else afterwards, most likely what was meant."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a patch: the canvas by the box indices that lead to it, then the box."""

    canvas: tuple[int, ...] = ()
    box: int | None = None
    line: int | None = None
    """Line in the file, from 1, where the patch came from a file."""

    def __str__(self) -> str:
        """`2/0:5` is box 5 of the canvas in box 0 of the canvas in box 2."""
        path = "/".join(str(i) for i in self.canvas)
        box = "" if self.box is None else f":{self.box}"
        return f"{path}{box}" or "patch"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: a stable code, how bad it is, where, and what to do next."""

    code: str
    severity: Severity
    message: str
    place: Place = field(default_factory=Place)
    hint: str = ""
    fixed: bool = False
    """True once a fix has been applied; the finding then only reports it."""
    fix: Fix = field(default=Fix.NONE, compare=False)
    """How it could be mended."""


def finding_data(finding: Finding) -> dict[str, object]:
    """One finding with all its fields, as documented in `patchgen check --help`."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "line": place.line,
        "canvas": list(place.canvas),
        "box": place.box,
        "place": str(place),
        "fix": finding.fix.value,
        "fixed": finding.fixed,
    }
