"""Which areas lie near each other, found without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from patchgen.pd.rectangle import Rectangle

CELL = 200
"""Pixels of the side of a cell that areas are sorted into."""

WIDEST = 10
"""An area across more cells than this, in one direction, is compared with everything."""

MOST = 60
"""Areas looked at in one cell: in a heap, neighbours are near whichever they are."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Areas by their keys, sorted into cells."""

    areas: Mapping[int, Rectangle]
    cells: dict[tuple[int, int], list[int]]
    large: list[int]

    def around(self, area: Rectangle, reach: float) -> Iterator[int]:
        """Keys of areas that may be within some pixels of this one, each once, in order."""
        wide = Rectangle(
            area.left - reach, area.top - reach, area.right + reach, area.bottom + reach
        )
        covered = cells(wide)
        if covered is None:
            yield from self.areas
            return
        found = {key for cell in covered for key in self.cells.get(cell, ())[:MOST]}
        yield from sorted(found.union(self.large[:MOST]))


def neighbourhood(areas: Mapping[int, Rectangle]) -> Neighbourhood:
    """Sorts areas into cells."""
    sorted_in: dict[tuple[int, int], list[int]] = {}
    large = []
    for key, area in areas.items():
        covered = cells(area)
        if covered is None:
            large.append(key)
        for cell in covered or ():
            sorted_in.setdefault(cell, []).append(key)
    return Neighbourhood(areas, sorted_in, large)


def cells(area: Rectangle) -> Iterable[tuple[int, int]] | None:
    """The cells that an area touches, None where they are too many."""
    left, top, right, bottom = (
        int(side // CELL) for side in (area.left, area.top, area.right, area.bottom)
    )
    if right - left > WIDEST or bottom - top > WIDEST:
        return None
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]


def distance(one: Rectangle, other: Rectangle) -> tuple[float, float]:
    """Pixels between two areas, aside and up or down; 0 where they share columns or rows."""
    aside = max(one.left - other.right, other.left - one.right, 0)
    away = max(one.top - other.bottom, other.top - one.bottom, 0)
    return aside, away
