"""Objects that vanilla Pd does not have; only a file beside the patch could make them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from patchgen.findings import Finding, Fix, Severity
from patchgen.lint.mend import Mend
from patchgen.lint.rule import Invalid, View
from patchgen.objects.reference import find, suggest
from patchgen.pd.atoms import escape

CODE = "unknown-object"
SEVERITY = Severity.WARNING
"""ERROR where the patch must stand alone, since Pd then says "couldn't create"."""
WHY = "Pd shows the box with a dashed border, and it does nothing."

VALID = ["[osc~ 440] -> [dac~]", "[5] -> [print]", "[t b f]", "[sigmund~]", "[\\$1 2]", "[pd]"]
INVALID = [
    Invalid("[sine~ 440] -> [dac~]", says="[sine~]", at=0),
    Invalid("[osc 440]", says="osc", at=0),
    Invalid("[0x7]", says="0x7"),
]

FIX = Fix.UNSAFE
"""The box becomes the object that was perhaps meant."""
MENDED = [("[bng] -> [Metro 500]", "[bng] -> [metro 500]")]


def check(view: View) -> Iterator[Finding]:
    """Every object box whose name the engine does not know."""
    for index, known in enumerate(view.known):
        if known.is_unknown and known.fails and not is_shown(view, known.name):
            severity = Severity.ERROR if view.patch.scope.is_strict else SEVERITY
            message = f"{view.patch.scope.engine.title} has no object [{known.name}]"
            near = hint(view, known.name)
            yield Finding(CODE, severity, message, view.place(index), hint=near)
        elif known.content is not None:
            yield from within_itself(view, index)
        elif known.name == "clone" and is_missing(view, known.loads):
            message = f"{view.label(index)}: there is no abstraction [{known.loads}] to copy"
            near = hint(view, known.loads)
            yield Finding(CODE, SEVERITY, message, view.place(index), hint=near)


def is_missing(view: View, name: str) -> bool:
    """Whether an abstraction has been sought and not found."""
    lookup = view.patch.found_by
    return lookup is not None and bool(name) and "$" not in name and not lookup.has(name)


def is_shown(view: View, name: str) -> bool:
    """Whether it is the very object that the help patch is about."""
    return view.patch.is_help and view.patch.scope.name == f"{name}-help.pd"


def within_itself(view: View, index: int) -> Iterator[Finding]:
    """An abstraction in which Pd meets the same abstraction again, and does not make it."""
    for name in sorted(view.patch.brings(view.known[index]).recursive):
        message = f"{view.label(index)}: Pd can't load the abstraction [{name}] within itself"
        hint = f"Take the box [{name}] out of the abstraction."
        yield Finding(CODE, Severity.ERROR, message, view.place(index), hint=hint)


def neighbours(view: View) -> frozenset[str]:
    """Abstractions beside the patch, which could have been meant, too."""
    lookup = view.patch.found_by
    return frozenset() if lookup is None else lookup.names()


def library(name: str) -> str:
    """The library that has the object; empty where none is known."""
    spec = find(name)
    return "" if spec is None or spec.library in ("vanilla", "extra") else spec.library


def guess(view: View, name: str) -> str | None:
    """What was perhaps meant."""
    return suggest(name, neighbours(view))


def hint(view: View, name: str) -> str:
    """What was perhaps meant, or where the object comes from."""
    if library(name):
        return f"It comes with {library(name)}."
    near = guess(view, name)
    return f"Did you mean [{near}]?" if near else "Put the abstraction beside the patch."


def mends(view: View) -> Iterator[Mend]:
    """The name that was perhaps meant, unless the object is one of a known library."""
    for finding in check(view):
        box = finding.place.box
        assert box is not None
        known, item = view.known[box], view.boxes[box]
        near = None if not known.is_unknown or library(known.name) else guess(view, known.name)
        if near:
            renamed = replace(item, atoms=(escape(near), *item.args))
            yield Mend(finding, {view.box_items[box]: (renamed,)})
