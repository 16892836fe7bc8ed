"""GUI boxes: buttons, sliders, number boxes, meters and coloured areas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from patchgen.draw.colours import DARK, LIGHT, colour
from patchgen.draw.lettering import LARGEST, beside
from patchgen.draw.marks import Face, Line, Mark, Oval, Role, Words, rectangle
from patchgen.pd.labels import label, label_index
from patchgen.pd.model import Box
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import GUI_OUTLINES, VU_STEPS, number

SCALE = {
    0: "<-99", 4: "-50", 8: "-30", 12: "-20", 16: "-12", 20: "-6", 24: "-2", 28: "-0dB", 32: "+2",
    36: "+6", 40: ">+12",
}  # fmt: skip
"""Step of a vu meter, from its foot -> the number beside it."""


@dataclass(frozen=True, slots=True)
class Dress:
    """The colours of a GUI box, and the letters of its label."""

    back: str
    front: str
    label: str
    size: int
    face: Face


def dress(box: Box) -> Dress:
    """Colours follow the label among the arguments; a meter and an area have no front."""
    index = label_index(box)
    assert index is not None
    found = [box.args[i] if i < len(box.args) else None for i in range(index + 5, index + 8)]
    if box.name in ("vu", "cnv"):
        found.insert(1, None)
    back = {"vu": "#404040", "cnv": "#e0e0e0"}.get(box.name, LIGHT)
    size = int(max(4, min(LARGEST, number(box.args, index + 4, 10))))
    style = int(number(box.args, index + 3, 0)) & 63
    face = Face(style) if style in (1, 2) else Face.MONOSPACED
    return Dress(colour(found[0], back), colour(found[1], DARK), colour(found[2], DARK), size, face)


def control(box: Box, area: Rectangle) -> Iterator[Mark]:
    """A GUI box without its ports and its label."""
    yield from CONTROLS[box.name](box, area, dress(box))


def control_label(box: Box) -> Iterator[Words]:
    """The text beside a GUI box."""
    found = label(box)
    if found is not None:
        worn = dress(box)
        x, y = box.x + found.dx, box.y + found.dy
        yield beside(x, y, found.text, worn.size, worn.label, worn.face)


def bang(box: Box, area: Rectangle, worn: Dress) -> Iterator[Mark]:
    """A square with a circle."""
    yield rectangle(Role.BOX, area, fill=worn.back)
    inner = Rectangle(area.left + 1, area.top + 1, area.right - 1, area.bottom - 1)
    yield Oval(Role.PART, inner, fill=worn.back)


def toggle(box: Box, area: Rectangle, worn: Dress) -> Iterator[Mark]:
    """A square, with a cross where the file says that it is on."""
    yield rectangle(Role.BOX, area, fill=worn.back)
    if not number(box.args, 1, 0) or not number(box.args, 12, 0):
        return
    width = 1 + (area.width >= 30) + (area.width >= 60)
    left, top = area.left + width + 1, area.top + width + 1
    right, bottom = area.right - width - 1, area.bottom - width - 1
    for y, other in ((top, bottom), (bottom, top)):
        yield Line(Role.PART, ((left, y), (right, other)), worn.front, width=width)


def horizontal_slider(box: Box, area: Rectangle, worn: Dress) -> Iterator[Mark]:
    """The knob stands where the file says."""
    yield rectangle(Role.BOX, area, fill=worn.back)
    x = area.left + 3 + knob(box, area.width - 5)
    place = Rectangle(x, area.top + 2, x + 1, area.bottom - 2)
    yield rectangle(Role.PART, place, colour=worn.front, width=3)


def vertical_slider(box: Box, area: Rectangle, worn: Dress) -> Iterator[Mark]:
    """The knob stands where the file says, counted from below."""
    yield rectangle(Role.BOX, area, fill=worn.back)
    y = area.bottom - 3 - knob(box, area.height - 5)
    place = Rectangle(area.left + 2, y, area.right - 2, y + 1)
    yield rectangle(Role.PART, place, colour=worn.front, width=3)


def knob(box: Box, travel: float) -> int:
    """Pixels from the start of a slider; the file counts hundredths."""
    if not number(box.args, 5, 0):
        return 0
    hundredths = max(0.0, min(100 * travel - 100, number(box.args, 16, 0)))
    return int(hundredths + 50) // 100


def number_box(box: Box, area: Rectangle, worn: Dress) -> Iterator[Mark]:
    """A cut corner, a triangle, and the number that the file holds."""
    left, top, right, bottom = area.left, area.top, area.right, area.bottom
    cut, half = area.height // 4, area.height // 2
    border = (
        (left, top), (right - cut, top), (right, top + cut), (right, bottom), (left, bottom),
        (left, top),
    )  # fmt: skip
    yield Line(Role.BOX, border, fill=worn.back)
    triangle = ((left + 1, top + 1), (left + half, top + half), (left + 1, bottom - 1))
    yield Line(Role.PART, triangle, worn.front)
    digits = max(1, int(number(box.args, 0, 5)))
    x, y = left + half + 2, top + half + 1
    yield beside(x, y, fitted(held(box), digits), worn.size, worn.front, worn.face)


def held(box: Box) -> float:
    """The value of a number box: saved where it is initialised, else the nearest to 0."""
    value = number(box.args, 16, 0) if number(box.args, 5, 0) else 0.0
    low, high = sorted((number(box.args, 2, -1e37), number(box.args, 3, 1e37)))
    return max(low, min(high, value))


def fitted(value: float, digits: int) -> str:
    """A number cut to a width; a mere sign where it has more digits before its point."""
    shown = f"{value:g}"
    if len(shown) <= digits:
        return shown
    whole = shown.partition(".")[0]
    if "e" in shown or len(whole) > digits:
        return "-" if value < 0 else "+"
    return shown[:digits]


def radio(box: Box, area: Rectangle, worn: Dress) -> Iterator[Mark]:
    """Cells in a row, the chosen one filled."""
    is_across = box.name[0] == "h"
    side = area.height if is_across else area.width
    count = round((area.width if is_across else area.height) / side)
    chosen = int(number(box.args, 14, 0)) if number(box.args, 2, 0) else 0
    chosen = max(0, min(count - 1, chosen))
    for index in range(count):
        x = area.left + (index * side if is_across else 0)
        y = area.top + (0 if is_across else index * side)
        yield rectangle(Role.BOX, Rectangle(x, y, x + side, y + side), fill=worn.back)
        if index == chosen:
            gap = side // 4
            dot = Rectangle(x + gap, y + gap, x + side - gap, y + side - gap)
            yield rectangle(Role.PART, dot, colour=worn.front, fill=worn.front)


def vu_meter(box: Box, area: Rectangle, worn: Dress) -> Iterator[Mark]:
    """A dark column, with its scale."""
    yield rectangle(Role.BOX, area, fill=worn.back)
    if not number(box.args, 10, 1):
        return
    step = (area.height - 4) / VU_STEPS
    for index, name in SCALE.items():
        y = area.bottom - 2 - index * step
        yield beside(area.right + 3, y, name, worn.size, worn.label, worn.face)


def background(box: Box, area: Rectangle, worn: Dress) -> Iterator[Mark]:
    """A coloured area."""
    yield rectangle(Role.BOX, area, colour=worn.back, fill=worn.back)


CONTROLS: dict[str, Callable[[Box, Rectangle, Dress], Iterator[Mark]]] = {
    "bng": bang,
    "tgl": toggle,
    "hsl": horizontal_slider,
    "vsl": vertical_slider,
    "nbx": number_box,
    "hradio": radio,
    "hdl": radio,
    "vradio": radio,
    "vdl": radio,
    "vu": vu_meter,
    "cnv": background,
}
"""GUI object -> what is drawn for it."""
assert CONTROLS.keys() == GUI_OUTLINES.keys()
