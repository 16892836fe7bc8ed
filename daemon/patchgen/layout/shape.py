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

MOST_PORTS = 500
"""Inlets or outlets of a box that are told apart; a broken file may ask for millions."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of one box; all areas are relative to its x and y."""

    border: Rectangle
    space: Rectangle
    """Border, label, and names of arrays."""
    inlets: tuple[int, ...] = ()
    outlets: tuple[int, ...] = ()
    """Pixels from the box's x to the middle of each."""

    def inlet_x(self, index: int) -> int:
        """Pixels from the box's x to the middle of an inlet."""
        return self.inlets[min(index, len(self.inlets) - 1)]

    def outlet_x(self, index: int) -> int:
        """Pixels from the box's x to the middle of an outlet."""
        return self.outlets[min(index, len(self.outlets) - 1)]


def spread_ports(border: Rectangle, count: int) -> tuple[int, ...]:
    """Pd spreads inlets evenly from the left to the right edge (g_text.c, `glist_drawiofor`)."""
    travel = round(border.width) - PORT_WIDTH
    start = round(border.left) + PORT_WIDTH // 2
    count = min(count, MOST_PORTS)
    return tuple(start + travel * index // max(1, count - 1) for index in range(count))


def shapes(canvas: Canvas, font: int) -> tuple[Shape, ...]:
    """The shape of each box of a canvas."""
    used = used_ports(canvas.connections)
    return tuple(shape(box, font, used.get(i, (0, 0))) for i, box in enumerate(canvas.boxes))


def shape(box: Box, font: int, used: tuple[int, int]) -> Shape:
    """The shape of one box, with at least as many inlets and outlets as are used.

    The space of a comment is that of its letters: people set lines of text closer than boxes.
    """
    border = outline(box, font)
    space = border
    if box.kind == "text":
        space = Rectangle(border.left, border.top + 2, border.right, border.bottom - 1)
    label = label_area(box, font)
    if label is not None:
        space = space.joined(label)
    names = array_names(box)
    if names:
        space = space.joined(Rectangle(0, -1 - names * character(font)[1], 0, 0))
    inlets, outlets = port_counts(box)
    return Shape(
        border,
        space,
        spread_ports(border, max(inlets, used[0])),
        spread_ports(border, max(outlets, used[1])),
    )


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
    if box.canvas is None or not is_graph(box):
        return 0
    return sum(inner.kind == "array" for inner in box.canvas.boxes)


def is_graph(box: Box) -> bool:
    """Whether a box shows a part of the canvas inside it."""
    return box.canvas is not None and face_size(box.canvas) is not None


def is_background(box: Box) -> bool:
    """Whether a box is a coloured area."""
    return box.kind == "obj" and box.name == "cnv"
