"""The inlets and outlets of a box: how many, which carry signals, and where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from patchgen.boxes.ports import Used, canvas_ports, ports_of
from patchgen.draw.marks import BLACK, Line, Point, Role, rectangle
from patchgen.objects.reference import find
from patchgen.objects.spec import Ports
from patchgen.pd.atoms import is_number
from patchgen.pd.labels import label_index
from patchgen.pd.model import ATOM_BOXES, Box, Canvas
from patchgen.pd.rectangle import Rectangle
from patchgen.pd.sizes import PORT_WIDTH, port_left

Lookup = Callable[[str], Canvas | None]
"""The canvas of the abstraction that a box of this name loads; None where there is none."""

DEPTH = 2
"""Pixels that a port reaches into its box."""

MOST = 500
"""Ports of one box that are drawn; a cord may name any number."""


def ports(box: Box, used: Used, lookup: Lookup | None = None) -> Ports:
    """The ports of a box; of an object that nobody knows those that its cords name."""
    canvas = box.canvas or content(box, lookup)
    known = ports_of(box) if canvas is None else canvas_ports(canvas)
    if known is not None:
        return Ports(known.inlets[:MOST], known.outlets[:MOST])
    carries = (box.name.endswith("~"),)
    return Ports(carries * min(used.inlets, MOST), carries * min(used.outlets, MOST))


def content(box: Box, lookup: Lookup | None) -> Canvas | None:
    """The canvas that an abstraction loads, where it can be found."""
    return lookup(box.name) if lookup is not None and is_unknown(box) else None


def is_unknown(box: Box) -> bool:
    """Whether a box is an object of which the reference knows nothing."""
    is_named = box.kind == "obj" and bool(box.atoms) and not is_number(box.name)
    return is_named and box.name != "obj" and find(box.name) is None


def shown_ports(box: Box, found: Ports) -> tuple[int, int]:
    """How many inlets and outlets Pd draws: none that the name of a receive or send replaces."""
    inlets, outlets = len(found.inlets), len(found.outlets)
    index = label_index(box)
    if box.kind in ATOM_BOXES:
        names, nameless = box.atoms[5:7], ("-", "")
    elif index is not None and len(box.args) > index and box.name not in ("vu", "cnv"):
        names, nameless = (box.args[index - 1], box.args[index - 2]), ("empty", "")
    elif box.name == "vu" and len(box.args) > 2:
        names, nameless = (box.args[2],), ("empty", "")
    else:
        return inlets, outlets
    hides = [name not in nameless for name in (*names, nameless[0], nameless[0])]
    return 0 if hides[0] else inlets, 0 if hides[1] else outlets


def port_marks(area: Rectangle, inlets: int, outlets: int) -> Iterator[Line]:
    """The small black areas at the upper and the lower edge of a box."""
    for count, top in ((outlets, area.bottom - DEPTH), (inlets, area.top)):
        for index in range(count):
            left = port_left(area, index, count)
            place = Rectangle(left, top, left + PORT_WIDTH, top + DEPTH)
            yield rectangle(Role.PORT, place, fill=BLACK)


def cord_end(area: Rectangle, y: float, index: int, count: int) -> Point:
    """Where a cord meets a port."""
    return port_left(area, min(index, MOST), max(count, index + 1)) + PORT_WIDTH // 2, y
