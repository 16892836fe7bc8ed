"""Canvases written as plans: one named box a line, then the cords between the names.

    key    inlet
    pitch  mod 128
    off    msg 0 , 0 200

The first word is the name, the rest is the box; a plain comma in a message separates messages.
Cords are chains, `key > pitch > note.1`: outlet 0 into inlet 0 unless a dot names another port,
before the arrow the outlet, after it the inlet. In the middle of a chain it is `name.inlet/outlet`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from patchgen.layout.place import settled
from patchgen.pd.atoms import escape
from patchgen.pd.model import Box, Canvas, Connection, Record

END = re.compile(r"(?P<name>\w+)(?:\.(?P<inlet>\d+))?(?:/(?P<outlet>\d+))?")
FONT = 12
"""Of the whole patch."""

STEP = 30
"""Pixels from one box to the next, each further right and down, so that ports keep their order."""


def plan(name: str, boxes: str, cords: str, parts: Mapping[str, Canvas] | None = None) -> Canvas:
    """The subpatch of that name, laid out; a box `pd NAME` holds what `parts` has for that name."""
    lines = [line.split() for line in boxes.splitlines() if line.strip()]
    index = {words[0]: i for i, words in enumerate(lines)}
    assert len(index) == len(lines), f"two boxes of one name in {name}"
    made = [box(words[1:], parts or {}, STEP * i) for i, words in enumerate(lines)]
    joins = [
        Connection(*cord) for line in cords.splitlines() for cord in chain(line.split(" > "), index)
    ]
    return settled(Canvas(rest=(name, "0"), items=(*made, *joins)), FONT)


def box(words: list[str], parts: Mapping[str, Canvas], place: int) -> Box:
    """One box, its words spelled as a file has them."""
    if words[0] == "msg":
        return Box("msg", tuple(map(escape, words[1:])), place, place)
    if words[0] == "pd":
        return subpatch(parts[words[1]], place, place)
    return Box("obj", tuple(map(escape, words)), place, place)


def subpatch(canvas: Canvas, x: int, y: int) -> Box:
    """The box of a canvas that has a name."""
    return Box("restore", ("pd", canvas.rest[0]), x, y, canvas=canvas)


def chain(ends: list[str], index: Mapping[str, int]) -> list[tuple[int, int, int, int]]:
    """The cords along a chain of boxes; none in an empty line."""
    found = [END.fullmatch(end.strip()) for end in ends if end.strip()]
    assert len(found) != 1, f"no cord: {ends}"
    cords = []
    for source, sink in pairwise(found):
        assert source is not None and sink is not None, f"no cord: {ends}"
        start, end = index[source["name"]], index[sink["name"]]
        cords.append((start, int(source["outlet"] or 0), end, int(sink["inlet"] or 0)))
    return cords


def control(name: str, x: int, y: int, text: str) -> Box:
    """A GUI box from the words of its record."""
    return Box("obj", (name, *map(escape, text.split())), x, y)


def record(text: str) -> Record:
    """A record that is carried as it is."""
    return Record(tuple(text.split()))
