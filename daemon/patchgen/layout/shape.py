"""A box as the layout sees it: border, space needed, and where its inlets and outlets are."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.boxes.ports import Used, ports_of, used_ports
from patchgen.objects.spec import Ports
from patchgen.pd.labels import label_area
from patchgen.pd.model import Box, Canvas
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import PORT_WIDTH, character, face_size, outline, port_left

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
    """Pixels from the box's x to the middle of each of its inlets or outlets."""
    count = min(count, MOST_PORTS)
    return tuple(round(port_left(border, i, count)) + PORT_WIDTH // 2 for i in range(count))


def shapes(canvas: Canvas, font: int) -> tuple[Shape, ...]:
    """The shape of each box of a canvas."""
    used = used_ports(canvas.connections)
    return tuple(shape(box, font, used.get(i, Used())) for i, box in enumerate(canvas.boxes))


def shape(box: Box, font: int, used: Used) -> Shape:
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
    ports = ports_of(box) or Ports()
    return Shape(
        border,
        space,
        spread_ports(border, max(len(ports.inlets), used.inlets)),
        spread_ports(border, max(len(ports.outlets), used.outlets)),
    )


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
