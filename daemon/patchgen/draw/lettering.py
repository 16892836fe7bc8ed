"""How large letters are on the screen, and where a text that hangs on a point begins."""

from __future__ import annotations

from math import ceil

from patchgen.draw.marks import BLACK, Face, Words
from patchgen.pd.sizes import FONTS

LARGEST = 500
"""Pixels; larger letters are drawn in this size."""

ASCENT, DESCENT, ADVANCE = 0.928, 0.236, 0.602
"""Of a DejaVu Sans Mono of one pixel. Tk rounds the first two up."""


def pixels(font: int) -> int:
    """The size of letters in the boxes of a canvas: Tk fits 37 pixels where Pd wants 36."""
    size = max((known for known in FONTS if known <= font), default=8)
    return 37 if size == 36 else size


def ascent(size: int) -> int:
    """Pixels from the top of a line down to the foot of its letters."""
    return ceil(ASCENT * size)


def line_height(size: int) -> int:
    """Pixels from one line to the next."""
    return ascent(size) + ceil(DESCENT * size)


def advance(size: int) -> int:
    """Pixels from one letter to the next."""
    return round(ADVANCE * size)


def beside(x: float, y: float, text: str, size: int, colour: str, face: Face) -> Words:
    """A text that starts at x and has its middle at y, as the labels of GUI boxes have."""
    size = min(size, LARGEST)
    return Words(x, y - line_height(size) // 2, text, size, colour, face)


def before(x: float, y: float, text: str, size: int) -> Words:
    """A text that ends at x and has its middle at y."""
    return beside(x - len(text) * advance(size), y, text, size, BLACK, Face.MONOSPACED)


def below(x: float, y: float, text: str, size: int) -> Words:
    """A text that has the middle of its upper edge at a point."""
    return Words(x - len(text) * advance(size) // 2, y, text, size)
