"""Graphs on their parent: the frame, the title, names of arrays, ticks and labels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from patchgen.draw.arrays import Array, Plane, arrays, curve, plane, rounded
from patchgen.draw.lettering import before, below, beside, line_height, pixels
from patchgen.draw.marks import BLACK, Face, Line, Mark, Role, Words, rectangle
from patchgen.pd.atoms import is_number, unescape
from patchgen.pd.labels import LABEL_INDEX
from patchgen.pd.model import ATOM_BOXES, Box, Canvas, Record
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import coords, face_size, number

MOST_TICKS = 1000
TICKS = {"xticks", "yticks"}


def frame(canvas: Canvas, area: Rectangle, font: int) -> Iterator[Mark]:
    """The border of a graph and what lies on it; the boxes inside come from elsewhere."""
    found = arrays(canvas)
    yield rectangle(Role.BOX, area)
    yield from names(found, area, pixels(font))
    width, height = face_size(canvas) or (0, 0)
    face = Rectangle(area.left, area.top, area.left + width, area.top + height)
    inside = plane(canvas, face)
    yield from scales(canvas, inside, pixels(font))
    for array in found:
        yield from curve(array, inside)


def names(found: list[Array], area: Rectangle, size: int) -> Iterator[Words]:
    """The names of arrays above a graph, the first the lowest."""
    shown = [array.name for array in found if array.has_name]
    for row, name in enumerate(shown, 1):
        yield Words(area.left, area.top - 1 - row * line_height(size), name, size)


def scales(canvas: Canvas, plane: Plane, size: int) -> Iterator[Mark]:
    """Ticks and numbers at the edges."""
    for item in canvas.items:
        if not isinstance(item, Record) or item.atoms[0] != "#X" or len(item.atoms) < 3:
            continue
        kind, values = item.atoms[1], item.atoms[2:]
        if kind in TICKS:
            yield from ticks(plane, values, is_across=kind == "xticks")
        elif kind == "xlabel":
            yield from numbers_below(plane, values, size)
        elif kind == "ylabel":
            yield from numbers_beside(plane, values, size)


def ticks(plane: Plane, values: tuple[str, ...], *, is_across: bool) -> Iterator[Line]:
    """Short lines at both edges, the main ones longer."""
    start, step, group = number(values, 0, 0), abs(number(values, 1, 0)), number(values, 2, 1)
    ends = (plane.left, plane.right) if is_across else (plane.bottom, plane.top)
    low, high = sorted(ends)
    margin = 0.01 * (high - low)
    if not step or (high - low) / step > MOST_TICKS:
        return
    first = int((low + margin - start) / step) - 1
    area = plane.area
    for index in range(first, first + MOST_TICKS + 3):
        value = start + index * step
        if not low + margin < value < high - margin:
            continue
        length = 4 if not index % max(1, int(group)) else 2
        if is_across:
            x = rounded(plane.x(value))
            yield Line(Role.PART, ((x, area.bottom), (x, area.bottom - length)))
            yield Line(Role.PART, ((x, area.top), (x, area.top + length)))
        else:
            y = rounded(plane.y(value))
            yield Line(Role.PART, ((area.left, y), (area.left + length, y)))
            yield Line(Role.PART, ((area.right, y), (area.right - length, y)))


def numbers_below(plane: Plane, values: tuple[str, ...], size: int) -> Iterator[Words]:
    """The labels of the x axis: their height, then the numbers."""
    height = number(values, 0, 0)
    is_above = height > (plane.top + plane.bottom) / 2
    for atom in islice(filter(is_number, values[1:]), MOST_TICKS):
        y = plane.y(height) - (line_height(size) if is_above else 0)
        yield below(plane.x(float(atom)), y, unescape(atom), size)


def numbers_beside(plane: Plane, values: tuple[str, ...], size: int) -> Iterator[Words]:
    """The labels of the y axis: their place across, then the numbers."""
    across = number(values, 0, 0)
    is_right = across > (plane.left + plane.right) / 2
    for atom in islice(filter(is_number, values[1:]), MOST_TICKS):
        x, y, words = plane.x(across), plane.y(float(atom)), unescape(atom)
        if is_right:
            yield beside(x, y, words, size, BLACK, Face.MONOSPACED)
        else:
            yield before(x, y, words, size)


def has_margins(canvas: Canvas) -> bool:
    """Whether a graph is a cut-out of its window; else, as in older files, a smaller window."""
    record = coords(canvas)
    holds_boxes = any(box.kind not in ("scalar", "array") for box in canvas.boxes)
    return record is not None and len(record.atoms) > 9 and holds_boxes


def place_inside(box: Box, canvas: Canvas, area: Rectangle) -> tuple[float, float]:
    """Where a box of a graph stands on the parent."""
    record = coords(canvas)
    width, height = face_size(canvas) or (0, 0)
    if record is not None and has_margins(canvas):
        left, top = number(record.atoms, 9, 0), number(record.atoms, 10, 0)
        return area.left + box.x - left, area.top + box.y - top
    x = box.x * width // max(1, canvas.width)
    y = box.y * height // max(1, canvas.height)
    return area.left + x, area.top + y


def may_show(box: Box, canvas: Canvas) -> bool:
    """Whether Pd shows such a box on the parent: controls, atoms, graphs, and most comments."""
    if box.kind == "text":
        return has_margins(canvas)
    if box.kind in ATOM_BOXES:
        return True
    if box.canvas is not None:
        return face_size(box.canvas) is not None
    return box.kind == "obj" and box.name in LABEL_INDEX


def cut_out(canvas: Canvas) -> Rectangle | None:
    """The part of a window that its parent shows, where it shows a part."""
    record = coords(canvas)
    size = face_size(canvas)
    if record is None or size is None or not has_margins(canvas):
        return None
    left, top = number(record.atoms, 9, 0), number(record.atoms, 10, 0)
    return Rectangle(left, top, left + size[0], top + size[1])
