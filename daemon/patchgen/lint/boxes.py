"""What can be said of a box alone: its ports, and what is wrong with its arguments."""

from __future__ import annotations

from patchgen.lint import expressions
from patchgen.objects import arity
from patchgen.objects.arity import accepts, required
from patchgen.objects.reference import full_name
from patchgen.objects.spec import Ports
from patchgen.pd.atoms import unescape
from patchgen.pd.model import Box, Canvas

GRAPH = Ports()


def ports_of(box: Box) -> Ports | None:
    """Inlets and outlets of any box; None where nothing is known about it."""
    if box.canvas is not None:
        return Ports() if box.name == "graph" else canvas_ports(box.canvas)
    if box.kind == "restore":
        return None
    if box.kind in ("scalar", "array"):
        return GRAPH
    if box.kind != "obj":
        return arity.ports(box.kind, box.atoms, box.kind)
    return arity.ports(box.name, tuple(unescape(atom) for atom in box.args), box.kind)


def canvas_ports(canvas: Canvas) -> Ports:
    """The inlets and outlets of a subpatch, from left to right."""
    return Ports(sides(canvas, "inlet"), sides(canvas, "outlet"))


def sides(canvas: Canvas, name: str) -> tuple[bool, ...]:
    """Signal flags of the inlet (or outlet) objects by x, as Pd orders them; ties keep file order."""
    found = [box for box in canvas.boxes if box.kind == "obj" and box.name in (name, f"{name}~")]
    return tuple(box.name.endswith("~") for box in sorted(found, key=lambda box: box.x))


def trouble(box: Box) -> str | None:
    """What is wrong with a box's arguments, or None."""
    if box.kind != "obj":
        return None
    args = tuple(unescape(atom) for atom in box.args)
    name, rest = full_name(box.name, args)
    if not accepts(box.name, args):
        return f"[{' '.join((box.name, *args))}] has arguments of the wrong type"
    missing = required(name) - len(rest)
    if missing > 0:
        return f"[{name}] needs {required(name)} argument{'s' if required(name) > 1 else ''}"
    return expressions.trouble(" ".join(rest)) if name in expressions.OBJECTS else None
