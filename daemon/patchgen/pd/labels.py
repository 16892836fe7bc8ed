"""The text beside a GUI box: where it stands and how much space it takes."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import reduce

from patchgen.pd.atoms import unescape
from patchgen.pd.model import ATOM_BOXES, Box
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import character, number, outline


@dataclass(frozen=True, slots=True)
class Label:
    """A GUI box's label; the text starts at dx and its middle lies at dy."""

    text: str
    dx: int
    dy: int
    """Pixels from the box's x and y."""
    font: int
    """Pixels."""

    @property
    def area(self) -> Rectangle:
        """The space the text takes, relative to the box's x and y."""
        width = math.ceil(len(self.text) * self.font * 0.61)
        half = math.ceil(self.font * 0.62)
        return Rectangle(self.dx - 1, self.dy - half, self.dx + width, self.dy + half)


SCALE = 30
"""Pixels that the numbers of a vu meter take at its right."""

LABEL_INDEX = {
    "bng": 6,
    "tgl": 4,
    "hsl": 8,
    "vsl": 8,
    "nbx": 8,
    "hradio": 6,
    "vradio": 6,
    "hdl": 6,
    "vdl": 6,
    "vu": 3,
    "cnv": 5,
}
"""GUI object -> index of its label among its arguments; dx, dy, font style and font size follow."""


ATOM_LABEL = 4
"""Index of the label among the atoms of a number, symbol or list box."""


def label_text(box: Box) -> str:
    """What is written beside a GUI, number, symbol or list box; empty where nothing is."""
    if box.kind in ATOM_BOXES:
        # Pd writes a dash for no label, and one before a label that starts with a dash.
        return unescape("".join(box.atoms[ATOM_LABEL : ATOM_LABEL + 1])).removeprefix("-")
    found = label(box)
    return "" if found is None else found.text


def label(box: Box) -> Label | None:
    """The label of a GUI box, None where there is none to see."""
    index = label_index(box)
    if index is None or len(box.args) <= index + 4:
        return None
    text = unescape(box.args[index])
    if text in ("", "empty"):
        return None
    dx, dy, _, font = (int(number(box.args, index + offset, 0)) for offset in (1, 2, 3, 4))
    return Label(text, dx, dy, max(4, font))


def label_index(box: Box) -> int | None:
    """The index of the label among the arguments of a box, None for boxes without labels."""
    if box.kind != "obj" or box.name not in LABEL_INDEX:
        return None
    missing = 13 - len(box.args) if box.name == "cnv" and len(box.args) in (10, 11) else 0
    return LABEL_INDEX[box.name] - max(0, missing - 1)


def with_label_at(box: Box, dx: int, dy: int) -> Box:
    """The same GUI box with its label elsewhere."""
    index = label_index(box)
    assert index is not None
    place = index + 2
    return replace(box, atoms=(*box.atoms[:place], str(dx), str(dy), *box.atoms[place + 2 :]))


def label_area(box: Box, font: int = 10) -> Rectangle | None:
    """The space a label takes relative to the box's x and y, for GUI boxes and number boxes."""
    if box.kind in ATOM_BOXES:
        return atom_label_area(box, font)
    found = label(box)
    areas = [] if found is None else [found.area]
    if box.kind == "obj" and box.name == "vu" and number(box.args, 10, 1):
        border = outline(box, font)
        areas.append(Rectangle(border.right, border.top, border.right + SCALE, border.bottom))
    return reduce(Rectangle.joined, areas) if areas else None


def atom_label_area(box: Box, font: int) -> Rectangle | None:
    """The label of a number, symbol or list box: left, right, above or below."""
    text = label_text(box)
    if not text:
        return None
    area = outline(box, font)
    width, height = character(int(number(box.atoms, 7, 0)) or font)
    wide, high = len(text) * width + 2, height + 1
    side = int(number(box.atoms, 3, 0)) & 3
    if side == 0:
        return Rectangle(-3 - wide, 1, -2, 1 + high)
    if side == 1:
        return Rectangle(area.right + 1, 1, area.right + 1 + wide, 1 + high)
    top = -1 - high if side == 2 else area.bottom + 2
    return Rectangle(-2, top, wide - 2, top + high)
