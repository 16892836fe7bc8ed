"""Graphs of files older than Pd 0.35, from `#X graph` to `#X pop`, read as Pd reads them."""

from __future__ import annotations

from dataclasses import replace

from patchgen.pd.atoms import is_number
from patchgen.pd.items import Written, measure
from patchgen.pd.model import Box, Canvas, Record, Spelling, coordinate
from patchgen.pd.write import block_atoms

EMPTY = Canvas(0, 50, 450, 250, ("(subpatch)", "0"))
"""The canvas that Pd makes for a graph."""
WIDTH, HEIGHT = 200, 140
"""Pixels of a graph that does not say its size."""


def opens_graph(atoms: tuple[str, ...]) -> bool:
    """Whether the record opens a graph: without a name, Pd opens none."""
    return atoms[:2] == ("#X", "graph") and len(atoms) > 2 and not is_number(atoms[2])


def old_graph(opening: Written, inner: Canvas, text: str) -> Box:
    """The box that Pd makes of `#X graph name x1 y1 x2 y2 left top right bottom`.

    It keeps the old text, which comes out again as long as nothing in the graph is changed.
    """
    numbers = [measure(atom) or 0.0 for atom in opening.atoms[3:11]]
    x1, y1, x2, y2, left, top, right, bottom = numbers + [0.0] * (8 - len(numbers))
    if top > bottom:  # Up to Pd 0.34 both pairs were the other way round.
        y1, y2, top, bottom = y2, y1, bottom, top
    if x1 == x2 or y1 == y2:
        x1, y1, x2, y2 = 0.0, 1.0, 100.0, -1.0
    if left >= right or top >= bottom:
        left, top, right, bottom = 100.0, 20.0, 100.0 + WIDTH, 20.0 + HEIGHT
    bounds = map(coordinate, (x1, y1, x2, y2))
    size = (str(int(right - left)), str(int(bottom - top)))
    coords = Record(("#X", "coords", *bounds, *size, "1"))
    canvas = replace(inner, items=(*inner.items, coords))
    box = Box("restore", ("graph",), int(left), int(top), canvas=canvas)
    return replace(box, spelling=Spelling(block_atoms(box, canvas), text))
