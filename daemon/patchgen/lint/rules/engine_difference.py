"""What one of the Pds that the patch is for does not have."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.rule import Invalid, View
from patchgen.objects.reference import names
from patchgen.objects.spec import Engine

CODE = "engine-difference"
SEVERITY = Severity.WARNING
WHY = "The patch would load with complaints, or do something else, in another Pd."

VALID = ["[osc~ 440] -> [dac~]", "[array define a]"]
INVALID = [
    Invalid("[array define a] -> [print]", says="Purr Data", at=0),
    Invalid("[bng] -> 1:[value a]", says="inlet 1", at=1),
]

ENGINES = {Engine.VANILLA: "vanilla Pd 0.53", Engine.MASTER: "Pd 0.57", Engine.PURR: "Purr Data"}

OUTLETS = frozenset({"array define", "scalar define"})
"""Objects whose outlet Purr Data lacks."""


def check(view: View) -> Iterator[Finding]:
    """Boxes that an engine lacks, and cords to ports that Purr Data's boxes do not have."""
    others = [engine for engine in view.patch.engines if engine is not Engine.VANILLA]
    for engine in others:
        for index, known in enumerate(view.known):
            if known.is_object and not known.is_unknown and not is_in(view, index, engine):
                message = f"{ENGINES[engine]} has no [{known.name}]"
                yield Finding(CODE, SEVERITY, message, view.place(index))
    if Engine.PURR in others:
        yield from purr_ports(view)


def is_in(view: View, index: int, engine: Engine) -> bool:
    """Whether the engine has the object of this box."""
    return view.known[index].name.split(" ")[0] in names((engine,), with_extra=True)


def purr_ports(view: View) -> Iterator[Finding]:
    """Cords that vanilla makes and Purr Data refuses."""
    for cord in view.whole_cords:
        if view.known[cord.source].name in OUTLETS:
            message = f"{view.label(cord.source)} has no outlet in Purr Data"
            yield Finding(CODE, SEVERITY, message, view.place(cord.source))
        if view.known[cord.sink].name == "value" and cord.inlet == 1:
            message = f"{view.label(cord.sink)} has no inlet 1 in Purr Data"
            yield Finding(CODE, SEVERITY, message, view.place(cord.sink))
