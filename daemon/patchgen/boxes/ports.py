"""The ports of any box: those it has, and those that cords need it to have."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.objects import arity
from patchgen.objects.spec import Engine, Ports
from patchgen.pd.atoms import unescape
from patchgen.pd.model import ATOM_BOXES, Box, Canvas, Connection
from patchgen.pd.ports import INLETS, OUTLETS, ports_in_order

GRAPH = Ports()

UNNAMED = ("", "-")
"""How a number, symbol or list box is saved without a name to send to or receive from."""


def ports_of(box: Box, engine: Engine = Engine.VANILLA) -> Ports | None:
    """Inlets and outlets of any box; None where nothing is known about it."""
    if box.canvas is not None:
        return canvas_ports(box.canvas)
    if box.kind == "restore":
        return None
    if box.kind in ("scalar", "array"):
        return GRAPH
    if box.kind in ATOM_BOXES:
        return atom_box_ports(box.atoms)
    if box.kind != "obj":
        return arity.ports(box.kind, box.atoms, box.kind)
    args = tuple(unescape(atom) for atom in box.args)
    return arity.ports(unescape(box.name), args, box.kind, engine)


def atom_box_ports(atoms: tuple[str, ...]) -> Ports:
    """A number, symbol or list box loses its inlet to a receive name, its outlet to a send name."""
    receives, sends = (atoms[i] if i < len(atoms) else "-" for i in (5, 6))
    return Ports(
        (False,) if receives in UNNAMED else (),
        (False,) if sends in UNNAMED else (),
    )


def canvas_ports(canvas: Canvas) -> Ports:
    """The inlets and outlets of a subpatch, from left to right."""
    inlets, outlets = (
        tuple(canvas.boxes[i].name.endswith("~") for i in ports_in_order(canvas.boxes, names))
        for names in (INLETS, OUTLETS)
    )
    return Ports(inlets, outlets)


@dataclass(frozen=True, slots=True)
class Used:
    """How many ports the cords of a canvas need a box to have."""

    inlets: int = 0
    outlets: int = 0


def used_ports(connections: tuple[Connection, ...]) -> dict[int, Used]:
    """Box index -> the ports that its cords name."""
    used: dict[int, Used] = {}
    for cord in connections:
        before = used.get(cord.source, Used())
        used[cord.source] = Used(before.inlets, max(before.outlets, cord.outlet + 1))
        before = used.get(cord.sink, Used())
        used[cord.sink] = Used(max(before.inlets, cord.inlet + 1), before.outlets)
    return used
