"""Delay lines that are long enough for what is read from them."""

from __future__ import annotations

from dataclasses import replace

from patchgen.lint.mend import rebuilt
from patchgen.pd.atoms import is_number, number_text
from patchgen.pd.model import Box, Canvas, walk

READERS = frozenset({"delread~", "delread4~", "vd~"})


def with_room(canvas: Canvas, reader: Box) -> Canvas:
    """The canvas with the [delwrite~] of a reader at least as long as the time that it reads."""
    if reader.name not in READERS or len(reader.args) < 2 or not is_number(reader.args[1]):
        return canvas
    name, time = reader.args[0], float(reader.args[1])
    parts = {}
    for path, inner in walk(canvas):
        boxes = tuple(lengthened(box, name, time) for box in inner.boxes)
        if boxes != inner.boxes:
            parts[path] = inner.with_boxes(boxes)
    return rebuilt(canvas, parts) if parts else canvas


def lengthened(box: Box, name: str, time: float) -> Box:
    """A delay line of that name with room for the time; any other box as it is."""
    length = box.args[1:2]
    is_short = bool(length) and is_number(length[0]) and float(length[0]) < time
    if box.name != "delwrite~" or box.args[:1] != (name,) or not is_short:
        return box
    return replace(box, atoms=(box.name, name, number_text(time), *box.args[2:]))
