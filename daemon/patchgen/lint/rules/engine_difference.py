"""What one of the Pds that the patch is for does not have."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.connections import fault
from patchgen.lint.known import Known, known
from patchgen.lint.rule import Invalid, View
from patchgen.objects.spec import Engine

CODE = "engine-difference"
SEVERITY = Severity.WARNING
WHY = "The patch would load with complaints, or do something else, in another Pd."

VALID = ["[osc~ 440] -> [dac~]", "[array define a]", "[struct a float x], [pd b]"]
INVALID = [
    Invalid("[array define a] -> [print]", says="Purr Data", at=0),
    Invalid("[noise~] -> 1:[log~ 2]", says="inlet 1", at=1),
    Invalid("[struct a float x], [struct b float x]", says="one [struct]", at=1),
]

STRUCTS = frozenset({"struct", "template"})
"""Both names of the object."""


def check(view: View) -> Iterator[Finding]:
    """Boxes that another engine lacks, and cords that it does not make."""
    for engine in dict.fromkeys(view.patch.scope.engines):
        if engine is not view.patch.scope.engine:
            there = tuple(
                known(box, lookup=view.patch.found_by, engine=engine) for box in view.boxes
            )
            yield from lacking(view, there, engine.title)
            yield from refused(view, there, engine.title)
    if Engine.PURR in view.patch.scope.engines:
        yield from second_structs(view)


def lacking(view: View, there: tuple[Known, ...], title: str) -> Iterator[Finding]:
    """Boxes that only this engine makes."""
    for index, (here, other) in enumerate(zip(view.known, there, strict=True)):
        if here.is_object and not here.fails and other.is_unknown:
            yield Finding(CODE, SEVERITY, f"{title} has no [{here.name}]", view.place(index))
        elif here.is_object and not here.fails and other.trouble:
            message = f"{title} does not make {view.label(index)}"
            yield Finding(CODE, SEVERITY, message, view.place(index))


def refused(view: View, there: tuple[Known, ...], title: str) -> Iterator[Finding]:
    """Cords that only this engine makes."""
    for cord in view.whole_cords:
        ends = view.known[cord.source].ports, view.known[cord.sink].ports
        others = there[cord.source].ports, there[cord.sink].ports
        if ends == others or fault(ends[0], cord.outlet, ends[1], cord.inlet) is not None:
            continue
        trouble = fault(others[0], cord.outlet, others[1], cord.inlet)
        if trouble is not None:
            is_outlet = others[0] is not None and cord.outlet >= len(others[0].outlets)
            box, port = (cord.source, "outlet") if is_outlet else (cord.sink, "inlet")
            number = cord.outlet if is_outlet else cord.inlet
            message = f"{title} does not connect {port} {number} of {view.label(box)}: {trouble}"
            yield Finding(CODE, SEVERITY, message, view.place(box))


def second_structs(view: View) -> Iterator[Finding]:
    """All [struct] of a canvas but the first."""
    structs = [index for index, box in enumerate(view.boxes) if box.name in STRUCTS]
    for index in structs[1:]:
        message = (
            f"{Engine.PURR.title} makes only one [struct] in a canvas, not {view.label(index)}"
        )
        hint = "Put each [struct] into a subpatch of its own."
        yield Finding(CODE, SEVERITY, message, view.place(index), hint=hint)
