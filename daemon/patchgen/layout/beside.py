"""New boxes on a canvas that somebody has laid out: what stood there stays, they come below it."""

from __future__ import annotations

from dataclasses import replace

from patchgen.layout.faces import GAP, face
from patchgen.layout.place import BORDER, place, window
from patchgen.layout.sheet import sheet, whole_area, with_places
from patchgen.pd.model import Box, Canvas, Connection
from patchgen.pd.ports import INLETS, OUTLETS, ports_in_order
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import number


def beside(canvas: Canvas, kept: int) -> Canvas:
    """The same patch: the first `kept` boxes as they are, those after them laid out below.

    Where that would give inlets or outlets other numbers, they come to the right.
    """
    boxes = canvas.boxes
    if not kept:
        return place(canvas)
    fresh = place(alone(canvas, kept)).boxes
    font = int(number(canvas.rest, 0, 10))
    taken = occupied(canvas, kept, font)
    down = (max(0, int(taken.left) - BORDER), int(taken.bottom) + GAP - BORDER)
    right = (int(taken.right) + GAP - BORDER, max(0, int(taken.top) - BORDER))
    for x, y in (down, right):
        moved = (replace(box, x=box.x + x, y=box.y + y) for box in fresh)
        after = canvas.with_boxes((*boxes[:kept], *moved))
        if keeps_numbers(after, kept):
            break
    width, height = window(after, font)
    return replace(after, width=max(canvas.width, width), height=max(canvas.height, height))


def alone(canvas: Canvas, kept: int) -> Canvas:
    """The new boxes and the cords among them as a canvas of their own."""
    cords = (
        Connection(cord.source - kept, cord.outlet, cord.sink - kept, cord.inlet)
        for cord in canvas.connections
        if min(cord.source, cord.sink) >= kept
    )
    items: tuple[Box | Connection, ...] = (*canvas.boxes[kept:], *cords)
    return Canvas(rest=canvas.rest, items=items)


def occupied(canvas: Canvas, kept: int, font: int) -> Rectangle:
    """Where nothing new may stand: the old boxes, and what a parent shows of the canvas."""
    areas = sheet(canvas, font).areas
    visible = face(canvas)
    shown = () if visible is None else (visible,)
    return whole_area((*shown, *(areas[i] for i in with_places(canvas.boxes) if i < kept)))


def keeps_numbers(canvas: Canvas, kept: int) -> bool:
    """Whether Pd counts all new inlets and outlets after the old ones."""
    found = (ports_in_order(canvas.boxes, names) for names in (INLETS, OUTLETS))
    return all(order == sorted(order, key=lambda i: i >= kept) for order in found)
