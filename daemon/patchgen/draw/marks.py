"""What a picture consists of: lines, ovals and words, in the pixels of Pd's window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from patchgen.pd.rectangle import Rectangle

BLACK = "#000000"
NOTHING = "none"
"""No ink: for a fill or an outline that is not there."""

Point = tuple[float, float]


class Role(Enum):
    """What a mark belongs to; the value is its class in an SVG."""

    BOX = "box"
    """The border of a box."""
    PART = "part"
    """Something inside a border: a knob, the cross of a toggle, the curve of an array."""
    PORT = "port"
    CORD = "cord"
    TEXT = "text"


class Face(Enum):
    """Which letters; the value is the number in the file of a GUI box."""

    MONOSPACED = 0
    SANS = 1
    SERIF = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; where it has a fill, it is closed."""

    role: Role
    points: tuple[Point, ...]
    colour: str = BLACK
    fill: str = NOTHING
    width: int = 1
    """Pixels."""
    is_dashed: bool = False
    is_smooth: bool = False
    """Whether the points only bend the line, as in an array drawn as a curve."""


@dataclass(frozen=True, slots=True)
class Oval:
    """The oval that fills an area."""

    role: Role
    area: Rectangle
    colour: str = BLACK
    fill: str = NOTHING


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; x and y are the upper left corner of its first letter's cell."""

    x: float
    y: float
    text: str
    size: int
    """Pixels."""
    colour: str = BLACK
    face: Face = Face.MONOSPACED
    role: Role = Role.TEXT


Mark = Line | Oval | Words


def rectangle(
    role: Role, area: Rectangle, *, colour: str = BLACK, fill: str = NOTHING, width: int = 1
) -> Line:
    """The four sides of an area."""
    left, top, right, bottom = area.left, area.top, area.right, area.bottom
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return Line(role, corners, colour, fill, width)


def moved_into(value: float, limit: float) -> float:
    """The value, or the nearest one that is not further from 0 than the limit."""
    return max(-limit, min(limit, value))
