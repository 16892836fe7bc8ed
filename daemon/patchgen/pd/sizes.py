"""How many pixels a box takes on the screen, from Pd's own font table and drawing code."""

from __future__ import annotations

import math
from collections.abc import Callable

from patchgen.pd.atoms import is_number
from patchgen.pd.model import ATOM_BOXES, Box, Canvas, Record, is_coords
from patchgen.pd.rectangle import Rectangle

FONTS: dict[int, tuple[int, int]] = {
    8: (5, 10),
    10: (6, 13),
    12: (7, 15),
    16: (10, 19),
    24: (14, 29),
    36: (22, 44),
}
"""Font size -> width and height of a character, in pixels, in DejaVu Sans Mono on Linux.

Pd's window takes the largest font that fits its own table (s_main.c, `sys_fontspec`), measures it,
and tells the engine; 8 and 12 come out one pixel lower than in that table.
"""

WRAP = 60
"""Characters after which Pd breaks the text of a box whose width the user has not set."""

PORT_WIDTH = 7
"""Pixels of an inlet or outlet."""

MARGIN = 4
"""Pixels left and right of the text of a box, together."""

LEADING = 5
"""Pixels above and below the text of a box, together."""

VU_STEPS = 40
"""A vu meter has this many segments of at least two pixels."""


def size(box: Box, font: int = 10) -> tuple[int, int]:
    """Width and height of a box in pixels, without its label."""
    area = outline(box, font)
    return round(area.width), round(area.height)


def outline(box: Box, font: int = 10) -> Rectangle:
    """The border of a box relative to its x and y: a slider's starts left of them."""
    if box.kind in ("scalar", "array"):
        return Rectangle(0, 0, 0, 0)
    if box.kind in ATOM_BOXES:
        return atom_outline(box, font)
    if box.kind == "obj" and box.name in GUI_OUTLINES:
        return GUI_OUTLINES[box.name](box.args, font)
    if box.canvas is not None:
        face = face_size(box.canvas)
        if face is not None:
            return graph_outline(box, face, font)
    return text_outline(box, font)


def text_outline(box: Box, font: int) -> Rectangle:
    """Objects, messages and comments: as wide as their longest line."""
    width, height = character(font)
    is_comment = box.kind == "text"
    columns, lines = wrapped(text(box), box.width, least=1 if is_comment else 3)
    right, bottom = columns * width + MARGIN, lines * height + LEADING
    if is_comment:
        return Rectangle(0, 1, right, bottom - 1)
    if box.kind == "msg":
        right += min(bottom // 4, 10)
    return Rectangle(0, 0, right, bottom)


def graph_outline(box: Box, face: tuple[int, int], font: int) -> Rectangle:
    """A graph on its parent is as large as it says, and at least as its title where it has one."""
    width, height = face
    if is_titled(box):
        title = text_outline(box, font)
        width, height = max(width, int(title.right)), max(height, int(title.bottom))
    return Rectangle(0, 0, width, height)


def is_titled(box: Box) -> bool:
    """Whether Pd writes the text of a graph on its parent into its upper left corner."""
    record = None if box.canvas is None else coords(box.canvas)
    return record is not None and not int(number(record.atoms, 8, 0)) & 2 and box.name != "graph"


def atom_outline(box: Box, font: int) -> Rectangle:
    """Number, symbol and list boxes: width in characters, 0 means as wide as the content."""
    width, height = character(int(number(box.atoms, 7, 0)) or font)
    columns = int(number(box.atoms, 0, {"floatatom": 5, "symbolatom": 10}.get(box.kind, 20)))
    if not 0 <= columns <= 500:
        columns = 4
    return Rectangle(0, 0, (columns or 3) * width + MARGIN - 2, height + LEADING - 1)


def text(box: Box) -> str:
    """The text Pd shows in a box: commas and semicolons cling to the word before them.

    An escape is seen where it is part of a symbol, as in `two\\ words`, but not before a dollar.
    """
    shown = ""
    for atom in box.atoms:
        if atom in (",", r"\,"):
            shown = shown.removesuffix(" ") + ", "
        elif atom in (";", r"\;"):
            shown = shown.removesuffix(" ") + ";\n"
        else:
            shown += atom.replace(r"\$", "$") + " "
    return shown.rstrip(" \n")


def wrapped(shown: str, width: int | None, least: int) -> tuple[int, int]:
    """Columns and lines of a text as Pd breaks it (g_rtext.c): at blanks where there are any."""
    broken = lines(shown, width)
    return width or max(least, *map(len, broken)), len(broken)


def lines(shown: str, width: int | None) -> list[str]:
    """A text as Pd breaks it: after 60 characters, or after as many as the user has set."""
    limit = width or WRAP
    broken = []
    for paragraph in shown.split("\n"):
        start = 0
        while len(paragraph) - start > limit:
            cut = paragraph.rfind(" ", start, start + limit + 1)
            broken.append(paragraph[start : start + limit if cut < 0 else cut])
            start = start + limit if cut < 0 else cut + 1
        broken.append(paragraph[start:])
    return broken


def character(font: int) -> tuple[int, int]:
    """Width and height of a character: of the largest known font that is not larger."""
    known = [size for size in FONTS if size <= font]
    return FONTS[max(known, default=8)]


def number(atoms: tuple[str, ...], index: int, default: float) -> float:
    """The number at an index, or the default where there is none."""
    if index < len(atoms) and is_number(atoms[index]):
        value = float(atoms[index])
        return value if math.isfinite(value) else default
    return default


def coords(canvas: Canvas) -> Record | None:
    """The record that makes a canvas show itself on its parent, where it has one."""
    for item in reversed(canvas.items):
        if isinstance(item, Record) and is_coords(item):
            return item
    return None


def face_size(canvas: Canvas) -> tuple[int, int] | None:
    """Width and height of a graph on its parent; None for a subpatch shown as a plain box."""
    record = coords(canvas)
    if record is None or not number(record.atoms, 8, 0):
        return None
    return int(number(record.atoms, 6, 200)), int(number(record.atoms, 7, 140))


def square(args: tuple[str, ...], font: int) -> Rectangle:
    """Bang and toggle."""
    side = clipped(number(args, 0, usual_side(font)))
    return Rectangle(0, 0, side, side)


def horizontal_slider(args: tuple[str, ...], font: int) -> Rectangle:
    """Its border lies 3 pixels left and 2 pixels right of the travel of the knob."""
    side = usual_side(font)
    width = max(2, int(number(args, 0, 128 * side / 15)))
    return Rectangle(-3, 0, width + 2, clipped(number(args, 1, side)))


def vertical_slider(args: tuple[str, ...], font: int) -> Rectangle:
    """Its border lies 2 pixels above and 3 pixels below the travel of the knob."""
    side = usual_side(font)
    height = max(2, int(number(args, 1, 128 * side / 15)))
    return Rectangle(0, -2, clipped(number(args, 0, side)), height + 3)


def number_box(args: tuple[str, ...], font: int) -> Rectangle:
    """As wide as its digits in its own font, plus the triangle."""
    digits = max(1, int(number(args, 0, 5)))
    height = max(8, int(number(args, 1, 14 * usual_side(font) / 15)))
    factor = {1: 27, 2: 25}.get(int(number(args, 11, 0)) & 63, 31)
    width = max(4, int(number(args, 12, font))) * factor * digits // 36
    return Rectangle(0, 0, width + height // 2 + 4, height)


def horizontal_radio(args: tuple[str, ...], font: int) -> Rectangle:
    """Cells side by side."""
    side, cells = radio(args, font)
    return Rectangle(0, 0, side * cells, side)


def vertical_radio(args: tuple[str, ...], font: int) -> Rectangle:
    """Cells one below the other."""
    side, cells = radio(args, font)
    return Rectangle(0, 0, side, side * cells)


def radio(args: tuple[str, ...], font: int) -> tuple[int, int]:
    """Side of a cell in pixels and number of cells."""
    return clipped(number(args, 0, usual_side(font))), min(128, max(1, int(number(args, 3, 8))))


def vu_meter(args: tuple[str, ...], font: int) -> Rectangle:
    """The numbers of the scale stand right of the border."""
    side = usual_side(font)
    step = max(2, int(number(args, 1, VU_STEPS * 4 * side / 15)) // VU_STEPS)
    return Rectangle(-1, -2, clipped(number(args, 0, side)) + 1, VU_STEPS * step + 2)


def background(args: tuple[str, ...], font: int) -> Rectangle:
    """The coloured area of a [cnv], which other boxes may lie on."""
    scale = usual_side(font) / 15
    return Rectangle(
        0, 0, max(1, int(number(args, 1, 100 * scale))), max(1, int(number(args, 2, 60 * scale)))
    )


def clipped(side: float) -> int:
    """Pd keeps the side of a bang, toggle or radio cell within these bounds."""
    return min(1000, max(8, int(side)))


def usual_side(font: int) -> int:
    """The side of a bang without arguments."""
    return character(font)[1] + 5


GUI_OUTLINES: dict[str, Callable[[tuple[str, ...], int], Rectangle]] = {
    "bng": square,
    "tgl": square,
    "hsl": horizontal_slider,
    "vsl": vertical_slider,
    "nbx": number_box,
    "hradio": horizontal_radio,
    "hdl": horizontal_radio,
    "vradio": vertical_radio,
    "vdl": vertical_radio,
    "vu": vu_meter,
    "cnv": background,
}
"""GUI object -> its border from its arguments and the font size of the canvas."""


def port_left(area: Rectangle, index: int, count: int) -> float:
    """Pd spreads ports evenly from the left to the right edge (g_text.c, `glist_drawiofor`)."""
    travel = round(area.width) - PORT_WIDTH
    return area.left + travel * index // max(1, count - 1)
