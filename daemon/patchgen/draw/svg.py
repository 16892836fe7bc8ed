"""A canvas as an SVG that looks like Pd's own window."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from patchgen.draw.lettering import advance, ascent
from patchgen.draw.marks import NOTHING, Face, Line, Mark, Oval, Point, Words, moved_into
from patchgen.draw.ports import Lookup
from patchgen.draw.scene import scene
from patchgen.pd.model import Canvas
from patchgen.pd.rectangle import Rectangle

LARGEST = 16_000
"""Pixels along a side of a picture; what lies further out is not seen."""

FAMILIES = {
    Face.MONOSPACED: "'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace",
    Face.SANS: "'DejaVu Sans',Helvetica,Arial,sans-serif",
    Face.SERIF: "'DejaVu Serif',Times,serif",
}
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DASHES = "6 4"
BORDER = 2
"""Pixels between what lies outside the window and the edge of the picture."""


def svg(canvas: Canvas, font: int | None = None, lookup: Lookup | None = None) -> str:
    """The picture of a canvas: its window, and what lies outside of it.

    `font` is the size of the letters in a subpatch, whose record does not tell it; `lookup` finds
    abstractions, which then show their ports and faces, and without it all objects pass for known.
    """
    marks = scene(canvas, font, lookup)
    return document(picture_area(canvas, marks), marks)


def document(area: Rectangle, marks: Iterable[Mark]) -> str:
    """A picture of an area on white ground."""
    left, top, width, height = (
        f"{value:g}" for value in (area.left, area.top, area.width, area.height)
    )
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="{left} {top} {width} {height}" font-weight="bold" fill="none"'
        f' font-family="{FAMILIES[Face.MONOSPACED]}" xml:space="preserve">'
    )
    ground = f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="#ffffff"/>'
    return "\n".join([head, ground, *map(element, marks), "</svg>\n"])


def picture_area(canvas: Canvas, marks: Iterable[Mark]) -> Rectangle:
    """The window, and as much around it as is drawn upon."""
    left, top = 0.0, 0.0
    right, bottom = float(max(canvas.width, 1)), float(max(canvas.height, 1))
    for mark in marks:
        for x, y in extent(mark):
            left, right = min(left, x - BORDER), max(right, x + BORDER)
            top, bottom = min(top, y - BORDER), max(bottom, y + BORDER)
    left, top, right, bottom = (
        round(moved_into(edge, LARGEST)) for edge in (left, top, right, bottom)
    )
    return Rectangle(left, top, min(right, left + LARGEST), min(bottom, top + LARGEST))


def extent(mark: Mark) -> tuple[Point, ...]:
    """Points that hold a mark between them."""
    if isinstance(mark, Line):
        return mark.points
    if isinstance(mark, Oval):
        return (mark.area.left, mark.area.top), (mark.area.right, mark.area.bottom)
    foot = mark.y + ascent(mark.size)
    return (mark.x, mark.y), (mark.x + len(mark.text) * advance(mark.size), foot)


def element(mark: Mark) -> str:
    """A mark as an element."""
    if isinstance(mark, Line):
        return line(mark)
    return oval(mark) if isinstance(mark, Oval) else words(mark)


def line(mark: Line) -> str:
    """A line; those of an odd width run through the middle of pixels."""
    shift = mark.width % 2 / 2
    if is_rectangle(mark.points):
        form = f'path class="{mark.role.value}" d="{around(mark.points, shift)}"'
    elif mark.is_smooth and len(mark.points) > 2:
        form = f'path class="{mark.role.value}" d="{curved(mark.points, shift)}"'
    else:
        form = f'polyline class="{mark.role.value}" points="{spelled(mark.points, shift)}"'
    ink = "" if mark.colour == NOTHING else f' stroke="{mark.colour}"'
    fill = "" if mark.fill == NOTHING else f' fill="{mark.fill}"'
    width = "" if mark.width <= 1 else f' stroke-width="{mark.width}"'
    dashes = f' stroke-dasharray="{DASHES}"' if mark.is_dashed else ""
    # Else there is a gap in the corner where a border closes.
    caps = ' stroke-linecap="square"' if mark.points[0] == mark.points[-1] else ""
    return f"<{form}{ink}{fill}{width}{dashes}{'' if mark.is_dashed else caps}/>"


def is_rectangle(points: tuple[Point, ...]) -> bool:
    """Whether a line goes around an area."""
    if len(points) != 5 or points[0] != points[4]:
        return False
    (left, top), (right, over), (end, bottom), (start, below) = points[:4]
    return (top, right, bottom, left) == (over, end, below, start)


def around(points: tuple[Point, ...], shift: float) -> str:
    """The four sides of an area in few letters, and without a join that would blur a corner."""
    (left, top), (right, bottom) = points[0], points[2]
    across, down = pixel(right - left), pixel(bottom - top)
    back, up = pixel(left - right), pixel(top - bottom)
    return f"M{pixel(left + shift)},{pixel(top + shift)}h{across}v{down}h{back}v{up}"


def spelled(points: Iterable[Point], shift: float) -> str:
    """Points as an attribute holds them."""
    return " ".join(f"{pixel(x + shift)},{pixel(y + shift)}" for x, y in points)


def curved(points: tuple[Point, ...], shift: float) -> str:
    """A curve that Tk's way touches the middle between each two points."""
    places = [(x + shift, y + shift) for x, y in points]
    text = f"M{pixel(places[0][0])},{pixel(places[0][1])}"
    for index, (x, y) in enumerate(places[1:-1], 1):
        after = places[index + 1]
        is_last = index == len(places) - 2
        end = after if is_last else ((x + after[0]) / 2, (y + after[1]) / 2)
        text += f" Q{pixel(x)},{pixel(y)} {pixel(end[0])},{pixel(end[1])}"
    return text


def oval(mark: Oval) -> str:
    """An ellipse."""
    area = mark.area
    x, y = (area.left + area.right + 1) / 2, (area.top + area.bottom + 1) / 2
    return (
        f'<ellipse class="{mark.role.value}" cx="{pixel(x)}" cy="{pixel(y)}"'
        f' rx="{pixel(max(0, area.width / 2))}" ry="{pixel(max(0, area.height / 2))}"'
        f' stroke="{mark.colour}" fill="{mark.fill}"/>'
    )


def words(mark: Words) -> str:
    """A line of text, as wide as Pd draws it in whatever font the viewer has."""
    length = len(mark.text) * advance(mark.size)
    is_plain = mark.face is Face.MONOSPACED and is_narrow(mark.text)
    stretch = f' textLength="{length}"' if is_plain and len(mark.text) > 1 else ""
    family = "" if mark.face is Face.MONOSPACED else f' font-family="{FAMILIES[mark.face]}"'
    place = f'x="{pixel(mark.x)}" y="{pixel(mark.y + ascent(mark.size))}"'
    look = f'font-size="{mark.size}" fill="{mark.colour}"{stretch}{family}'
    return f'<text class="{mark.role.value}" {place} {look}>{printed(mark.text)}</text>'


def is_narrow(text: str) -> bool:
    """Whether each character takes one cell."""
    return all(character < "\u0300" for character in text)


def printed(text: str) -> str:
    """Text as XML may hold it."""
    return escape(NOT_IN_XML.sub("\ufffd", text))


def pixel(value: float) -> str:
    """A place within bounds that every viewer can count with."""
    return f"{value if -1e6 < value < 1e6 else moved_into(value, 1e6):.6g}"
