"""A box as the layout sees it: border, space needed, and where its inlets and outlets are."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.objects.arity import ports
from patchgen.pd.labels import label_area
from patchgen.pd.model import Box, Canvas, Connection
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import PORT_WIDTH, character, face_size, outline

WEIGHTLESS = frozenset({"scalar", "array"})
"""Kinds of boxes that have no place of their own."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of one box; all areas are relative to its x and y."""

    border: Rectangle
    space: Rectangle
    """Border, label, names of arrays, and any comments that go with the box."""
    inlets: int
    outlets: int

    def inlet_x(self, index: int) -> int:
        """Pixels from the box's x to the middle of an inlet."""
        return port_x(self.border, index, self.inlets)

    def outlet_x(self, index: int) -> int:
        """Pixels from the box's x to the middle of an outlet."""
        return port_x(self.border, index, self.outlets)


def port_x(border: Rectangle, index: int, count: int) -> int:
    """Pd spreads inlets evenly from the left to the right edge (g_text.c, `glist_drawiofor`)."""
    travel = round(border.width) - PORT_WIDTH
    return round(border.left) + travel * index // max(1, count - 1) + PORT_WIDTH // 2


def shapes(canvas: Canvas, font: int) -> tuple[Shape, ...]:
    """The shape of each box of a canvas."""
    used = used_ports(canvas.connections)
    return tuple(shape(box, font, used.get(i, (0, 0))) for i, box in enumerate(canvas.boxes))


def shape(box: Box, font: int, used: tuple[int, int]) -> Shape:
    """The shape of one box, with at least as many inlets and outlets as are used."""
    border = outline(box, font)
    space = border
    label = label_area(box, font)
    if label is not None:
        space = space.joined(label)
    names = array_names(box)
    if names:
        space = space.joined(Rectangle(0, -1 - names * character(font)[1], 0, 0))
    inlets, outlets = port_counts(box)
    return Shape(border, space, max(inlets, used[0]), max(outlets, used[1]))


def used_ports(connections: tuple[Connection, ...]) -> dict[int, tuple[int, int]]:
    """Box index -> how many inlets and outlets its cords need it to have."""
    used: dict[int, tuple[int, int]] = {}
    for cord in connections:
        inlets, outlets = used.get(cord.source, (0, 0))
        used[cord.source] = (inlets, max(outlets, cord.outlet + 1))
        inlets, outlets = used.get(cord.sink, (0, 0))
        used[cord.sink] = (max(inlets, cord.inlet + 1), outlets)
    return used


def port_counts(box: Box) -> tuple[int, int]:
    """Inlets and outlets of a box; nothing is known of unknown objects."""
    if box.canvas is not None:
        names = [inner.name for inner in box.canvas.boxes if inner.kind == "obj"]
        return (
            sum(name in ("inlet", "inlet~") for name in names),
            sum(name in ("outlet", "outlet~") for name in names),
        )
    known = ports(box.name, box.args)
    return (0, 0) if known is None else (len(known.inlets), len(known.outlets))


def array_names(box: Box) -> int:
    """How many names of arrays Pd writes above a graph on its parent."""
    if box.canvas is None or face_size(box.canvas) is None:
        return 0
    return sum(inner.kind == "array" for inner in box.canvas.boxes)
