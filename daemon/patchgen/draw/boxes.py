"""Boxes with text in them: objects, messages, comments, number, symbol and list boxes."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.draw.lettering import line_height, pixels
from patchgen.draw.marks import Line, Mark, Point, Role, Words
from patchgen.pd.atoms import unescape
from patchgen.pd.labels import atom_label_area
from patchgen.pd.model import Box
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import lines, number, text

TEXT_AT = (2, 3)
"""Pixels from the corner of a box to its text."""

MOST_LINES = 2000
"""Lines of one text that are drawn; no picture is high enough for more."""


def text_box(box: Box, area: Rectangle, font: int, *, is_missing: bool) -> Iterator[Mark]:
    """An object, a message or a comment; what Pd could not make has a dashed border."""
    if box.kind == "msg":
        yield Line(Role.BOX, flag(area))
    elif box.kind != "text":
        yield Line(Role.BOX, corners(area), is_dashed=is_missing or not box.atoms)
    yield from written(box, font)


def corners(area: Rectangle) -> tuple[Point, ...]:
    """The border of an object."""
    left, top, right, bottom = area.left, area.top, area.right, area.bottom
    return (left, top), (right, top), (right, bottom), (left, bottom), (left, top)


def flag(area: Rectangle) -> tuple[Point, ...]:
    """The border of a message, which is cut in at its right side."""
    left, top, right, bottom = area.left, area.top, area.right, area.bottom
    cut = min(area.height // 4, 10)
    inner = right - cut
    return (
        (left, top), (right, top), (inner, top + cut), (inner, bottom - cut), (right, bottom),
        (left, bottom), (left, top),
    )  # fmt: skip


def written(box: Box, font: int) -> Iterator[Words]:
    """The text of a box, line by line."""
    size = pixels(font)
    x, y = box.x + TEXT_AT[0], box.y + TEXT_AT[1]
    for row, words in enumerate(lines(text(box), box.width)[:MOST_LINES]):
        if words.strip():
            yield Words(x, y + row * line_height(size), words, size)


def atom_box(box: Box, area: Rectangle, font: int) -> Iterator[Mark]:
    """A number, symbol or list box, with its label."""
    own = int(number(box.atoms, 7, 0)) or font
    size = pixels(own)
    yield Line(Role.BOX, cut_corners(area, is_list=box.kind == "listbox"))
    if box.kind == "floatatom":
        yield Words(box.x + TEXT_AT[0], box.y + TEXT_AT[1], "0", size)
    label = atom_label_area(box, font)
    if label is not None:
        is_left = not int(number(box.atoms, 3, 0)) & 3
        x = box.x + label.left + (2 if is_left else 1)
        yield Words(x, box.y + label.top + 1, unescape(box.atoms[4]), size)


def cut_corners(area: Rectangle, *, is_list: bool) -> tuple[Point, ...]:
    """The border of a number box lacks the upper right corner, a list box also the lower one."""
    left, top, right, bottom = area.left, area.top, area.right, area.bottom
    cut = area.height // 4
    lower = ((right, bottom - cut), (right - cut, bottom)) if is_list else ((right, bottom),)
    return (
        (left, top), (right - cut, top), (right, top + cut), *lower, (left, bottom), (left, top)
    )  # fmt: skip
