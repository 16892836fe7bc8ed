"""A canvas as Pd's window shows it: the marks of all its boxes, and of the cords above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from patchgen.boxes.ports import Used, used_ports
from patchgen.draw.arrays import arrays, curve, plane
from patchgen.draw.boxes import atom_box, text_box, written
from patchgen.draw.controls import control, control_label
from patchgen.draw.graphs import cut_out, frame, may_show, place_inside
from patchgen.draw.marks import Line, Mark, Role, moved_into, rectangle
from patchgen.draw.ports import (
    Lookup,
    content,
    cord_end,
    is_unknown,
    port_marks,
    ports,
    shown_ports,
)
from patchgen.objects.arity import accepts
from patchgen.objects.spec import Ports
from patchgen.pd.model import ATOM_BOXES, Box, Canvas
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import GUI_OUTLINES, face_size, is_titled, number, outline

MOST_MARKS = 300_000
"""A picture with more is cut there: no browser shows it."""

FARTHEST = 100_000
"""Pixels from the corner of a window; boxes beyond stand there."""

LARGEST = 20_000
"""Pixels along the longest side of a box."""

DEEPEST = 16
"""Graphs in graphs that are drawn."""

WEIGHTLESS = frozenset({"scalar", "array"})
CUT_OUT = "#ff8080"
"""The frame with which a window shows what its parent shows of it."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where boxes are drawn: with which letters, and what is known of files beside the patch."""

    font: int
    lookup: Lookup | None = None
    opened: tuple[str, ...] = ()
    """Abstractions whose face is being drawn: none is drawn inside itself."""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with what it takes to draw it and its cords."""

    box: Box
    area: Rectangle
    ports: Ports
    is_missing: bool
    """Whether Pd could not make it: nobody has such an object, or it refuses its arguments."""
    is_abstraction: bool


def scene(canvas: Canvas, font: int | None = None, lookup: Lookup | None = None) -> list[Mark]:
    """The marks of a canvas, the lowest first.

    `font` is the size of the letters where the canvas does not tell: that of the topmost one.
    """
    room = Room(font_of(canvas, font or 10), lookup)
    return list(islice(window(canvas, room), MOST_MARKS))


def font_of(canvas: Canvas, default: int) -> int:
    """The font size that a topmost canvas names."""
    return int(moved_into(number(canvas.rest, 0, default), 1000))


def window(canvas: Canvas, room: Room) -> Iterator[Mark]:
    """Boxes in the order of the file, then cords, as Pd's window draws them."""
    shown = placed_boxes(canvas, room)
    if face_size(canvas) is not None:
        yield from graph_content(canvas)
    for each in shown:
        yield from marks_of(each, room)
    yield from cords(canvas, shown)


def graph_content(canvas: Canvas) -> Iterator[Mark]:
    """What a graph shows in a window of its own: its curves, and the part its parent shows."""
    whole = Rectangle(0, 0, canvas.width, canvas.height)
    for array in arrays(canvas):
        yield from curve(array, plane(canvas, whole))
    part = cut_out(canvas)
    if part is not None:
        yield rectangle(Role.PART, part, colour=CUT_OUT)


def placed_boxes(canvas: Canvas, room: Room) -> list[Placed]:
    """The boxes of a canvas with their areas and ports."""
    used = used_ports(canvas.connections)
    return [placed(box, used.get(i, Used()), room) for i, box in enumerate(canvas.boxes)]


def placed(box: Box, used: Used, room: Room) -> Placed:
    """A box at a whole pixel; the file of an abstraction counts as its content."""
    x, y = (int(moved_into(value, FARTHEST)) for value in (box.x, box.y))
    width = None if box.width is None else min(box.width, LARGEST)
    box = replace(box, x=x, y=y, width=width)
    file = content_of(box, room)
    is_missing = room.lookup is not None and file is None and not is_made(box)
    if file is not None:
        box = replace(box, canvas=file)
    area = bounded(outline(box, room.font)).moved(x, y)
    return Placed(box, area, ports(box, used), is_missing, file is not None)


def content_of(box: Box, room: Room) -> Canvas | None:
    """The canvas that an abstraction loads, but none that is being drawn."""
    return None if box.name in room.opened else content(box, room.lookup)


def is_made(box: Box) -> bool:
    """Whether Pd has such an object, and makes it with these arguments."""
    return not is_unknown(box) and (box.kind != "obj" or accepts(box.name, box.args))


def bounded(area: Rectangle) -> Rectangle:
    """A border of a size that can be drawn; no side may turn around."""
    left, top = moved_into(area.left, LARGEST), moved_into(area.top, LARGEST)
    right = min(max(area.right, left), LARGEST)
    return Rectangle(left, top, right, min(max(area.bottom, top), LARGEST))


def marks_of(each: Placed, room: Room) -> Iterator[Mark]:
    """One box with its ports and its label."""
    box, area = each.box, each.area
    if box.kind in WEIGHTLESS:
        return
    if box.canvas is not None and face_size(box.canvas) is not None:
        yield from graph(each, box.canvas, room)
    elif box.kind in ATOM_BOXES:
        yield from atom_box(box, area, room.font)
    elif box.kind == "obj" and box.name in GUI_OUTLINES:
        yield from control(box, area)
    else:
        yield from text_box(box, area, room.font, is_missing=each.is_missing)
    yield from port_marks(area, *shown_ports(box, each.ports))
    yield from control_label(box) if box.kind == "obj" and box.canvas is None else ()


def graph(each: Placed, canvas: Canvas, room: Room) -> Iterator[Mark]:
    """A graph on its parent: what lies on its frame, and the boxes it shows."""
    area, font = each.area, font_of(canvas, room.font) if each.is_abstraction else room.font
    if is_titled(each.box):
        yield from written(each.box, room.font)
    yield from frame(canvas, area, font)
    if room.depth >= DEEPEST:
        return
    opened = (*room.opened, each.box.name) if each.is_abstraction else room.opened
    inner = Room(font, room.lookup, opened, room.depth + 1)
    for box in canvas.boxes:
        if may_show(box, canvas) or content_of(box, inner) is not None:
            yield from shown_inside(box, canvas, area, inner)


def shown_inside(box: Box, canvas: Canvas, area: Rectangle, room: Room) -> Iterator[Mark]:
    """A box on the face of its canvas, if it lies within the face as a whole."""
    x, y = place_inside(box, canvas, area)
    each = placed(replace(box, x=x, y=y), Used(), room)
    if each.is_abstraction and not may_show(each.box, canvas):
        return
    left, top, right, bottom = each.area.left, each.area.top, each.area.right, each.area.bottom
    is_within = (
        area.left <= left and area.top <= top and right <= area.right and bottom <= area.bottom
    )
    if is_within or cut_out(canvas) is None:
        yield from marks_of(each, room)


def cords(canvas: Canvas, shown: list[Placed]) -> Iterator[Line]:
    """Cords from the lower edge of a box to the upper edge of another; signals are thicker."""
    count = len(shown)
    for cord in canvas.connections:
        if cord.source >= count or cord.sink >= count:
            continue
        source, sink = shown[cord.source], shown[cord.sink]
        outlets, inlets = source.ports.outlets, sink.ports.inlets
        is_signal = cord.outlet < len(outlets) and outlets[cord.outlet]
        start = cord_end(source.area, source.area.bottom, cord.outlet, len(outlets))
        end = cord_end(sink.area, sink.area.top, cord.inlet, len(inlets))
        yield Line(Role.CORD, (start, end), width=2 if is_signal else 1)
