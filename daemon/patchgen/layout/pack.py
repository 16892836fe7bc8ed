"""Puts parts side by side and below each other so that they fit a window of pleasant shape."""

from __future__ import annotations

from patchgen.layout.groups import GRID

GAP = 30
"""Pixels between two parts."""

SHAPE = 4 / 3
"""Width to height of the window to aim at."""

WIDTHS = (300, 400, 500, 600, 700, 800, 1000, 1200, 1500, 2000)
"""Widths to try, in pixels."""


def packed(sizes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The upper left corner of each area; earlier ones come higher and further left."""
    if not sizes:
        return []
    cells = [(round_up(width + GAP), round_up(height + GAP)) for width, height in sizes]
    widest = max(width for width, _ in cells)
    tries = [fill(cells, max(width, widest)) for width in WIDTHS]
    return min(tries, key=lambda corners: bulk(cells, corners))


def round_up(pixels: int) -> int:
    """The next multiple of the grid."""
    return -(-pixels // GRID) * GRID


def bulk(cells: list[tuple[int, int]], corners: list[tuple[int, int]]) -> float:
    """The width of the smallest window of the right shape that holds everything."""
    ends = [(x + w, y + h) for (x, y), (w, h) in zip(corners, cells, strict=True)]
    return max(max(x for x, _ in ends), max(y for _, y in ends) * SHAPE)


def fill(cells: list[tuple[int, int]], limit: int) -> list[tuple[int, int]]:
    """Each area at the highest place within the limit that no earlier area covers."""
    skyline = [(0, limit, 0)]
    corners = []
    for width, height in cells:
        x, y = highest_place(skyline, width)
        corners.append((x, y))
        skyline = raised(skyline, x, x + width, y + height)
    return corners


def highest_place(skyline: list[tuple[int, int, int]], width: int) -> tuple[int, int]:
    """The leftmost of the highest places where an area of this width fits below the skyline."""
    end = skyline[-1][1]
    y, x = min(
        (depth(skyline, first, left + width), left)
        for first, (left, _, _) in enumerate(skyline)
        if left + width <= end
    )
    return x, y


def depth(skyline: list[tuple[int, int, int]], first: int, right: int) -> int:
    """How deep the skyline reaches from one of its pieces on up to a place further right."""
    deepest = 0
    while first < len(skyline) and skyline[first][0] < right:
        deepest = max(deepest, skyline[first][2])
        first += 1
    return deepest


def raised(
    skyline: list[tuple[int, int, int]], start: int, stop: int, low: int
) -> list[tuple[int, int, int]]:
    """The skyline (left, right, depth) after an area has been put below it."""
    out = []
    for left, right, depth in skyline:
        if left < start:
            out.append((left, min(right, start), depth))
        if right > stop:
            out.append((max(left, stop), right, depth))
    return sorted([*out, (start, stop, low)])
