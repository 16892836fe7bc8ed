"""Labels of GUI boxes that have no place of their own yet: where no cord runs over them."""

from __future__ import annotations

from patchgen.pd.labels import label, with_label_at
from patchgen.pd.model import Box
from patchgen.pd.sizes import outline

ASIDE = 2
"""Pixels between a box and a label at its right."""

USUAL: dict[str, frozenset[tuple[int, int]]] = {
    "bng": frozenset({(17, 7), (0, -8), (0, -6), (0, -9), (8, -8)}),
    "tgl": frozenset({(17, 7), (0, -8), (0, -6), (0, -9), (8, -8)}),
    "hsl": frozenset({(-2, -8), (-2, -6), (-2, -10)}),
    "vsl": frozenset({(0, -9), (0, -8), (0, -6)}),
    "nbx": frozenset({(0, -8), (0, -6), (0, -9)}),
    "hradio": frozenset({(0, -8), (0, -6), (0, -9)}),
    "vradio": frozenset({(0, -8), (0, -6), (0, -9)}),
}
"""GUI object -> label places that Pd gives by itself, in its various versions."""

BESIDE = frozenset({"bng", "tgl"})
"""GUI objects so small that their label is always at the right."""


def labelled(box: Box, is_fed: bool) -> Box:
    """The box with its label at the right where it would lie under a cord; own places stay."""
    found = label(box)
    if found is None or (found.dx, found.dy) not in USUAL.get(box.name, frozenset()):
        return box
    if box.name in BESIDE or is_fed:
        border = outline(box)
        middle = (border.top + border.bottom) / 2
        return with_label_at(box, round(border.right) + ASIDE, int(middle))
    return box
