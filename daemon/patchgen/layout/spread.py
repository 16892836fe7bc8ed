"""Blocks on a page: each keeps its side of the others, with even gaps and no overlaps.

The blocks are cut apart by straight lines, first across the page, then down, then across again;
the pieces go back together in the same order. A picture that is already so stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from patchgen.layout.pack import packed
from patchgen.layout.sheet import Places
from patchgen.pd.rectangle import Rectangle

GRID = 10
NEAREST, FARTHEST = 20, 50
"""Pixels between two pieces: as many as before, within these bounds."""

MOST_TANGLED = 200
"""More blocks than this that no line cuts apart are packed in reading order instead."""

DEEPEST = 60
"""Cuts within cuts before the rest is packed."""

ROUNDS = 8
"""Times the result is cut and joined again until nothing moves any more."""

DOWN, ACROSS = 1, 0

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks with their places, counted from the upper left corner of the piece."""

    places: Places
    size: Size
    """Width and height."""


@dataclass(frozen=True, slots=True)
class Page:
    """Where blocks stood and how large they are now; sides by axis: x is 0, y is 1."""

    start: list[Size]
    end: list[Size]
    sizes: list[Size]

    def first(self, blocks: list[int], axis: int) -> int:
        """Where the foremost of some blocks starts."""
        return min(self.start[block][axis] for block in blocks)

    def last(self, blocks: list[int], axis: int) -> int:
        """Where the last of some blocks ends."""
        return max(self.end[block][axis] for block in blocks)


def spread(before: list[Rectangle], sizes: list[Size]) -> list[Size]:
    """The upper left corner of each block, from where they stood and how large they are now."""
    if not before:
        return []
    areas = [tuple(int(side) for side in (a.left, a.top, a.right, a.bottom)) for a in before]
    page = Page([(a[0], a[1]) for a in areas], [(a[2], a[3]) for a in areas], sizes)
    corners: list[Size] = []
    for _ in range(ROUNDS):
        found = joined_again(list(range(len(sizes))), page, 0).places
        fresh = [found[block] for block in range(len(sizes))]
        if fresh == corners:
            break
        corners = fresh
        ends = [(x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
        page = Page(corners, ends, sizes)
    return corners


def joined_again(blocks: list[int], page: Page, depth: int) -> Piece:
    """The blocks cut apart and put together again without overlaps."""
    if len(blocks) == 1:
        return Piece({blocks[0]: (0, 0)}, page.sizes[blocks[0]])
    if depth > DEEPEST:
        return in_reading_order(blocks, page)
    for axis in (DOWN, ACROSS):
        groups = cut(blocks, axis, page)
        if len(groups) > 1:
            return stacked(groups, axis, page, depth)
    if len(blocks) > MOST_TANGLED:
        return in_reading_order(blocks, page)
    axis, groups = least_cut(blocks, page)
    return stacked(groups, axis, page, depth)


def cut(blocks: list[int], axis: int, page: Page) -> list[list[int]]:
    """The blocks in groups with a free line between each two."""
    groups: list[list[int]] = []
    reached = 0
    for block in sorted(blocks, key=lambda block: (page.start[block][axis], block)):
        if groups and page.start[block][axis] < reached:
            groups[-1].append(block)
            reached = max(reached, page.end[block][axis])
        else:
            groups.append([block])
            reached = max(page.end[block][axis], page.start[block][axis] + 1)
    return groups


def least_cut(blocks: list[int], page: Page) -> tuple[int, list[list[int]]]:
    """The axis and the two groups between which blocks overlap by the fewest pixels."""
    found = []
    for axis in (DOWN, ACROSS):
        ranked = sorted(
            blocks, key=lambda block: (page.start[block][axis] + page.end[block][axis], block)
        )
        ends = list(accumulate((page.end[block][axis] for block in ranked), max))
        starts = list(accumulate((page.start[block][axis] for block in reversed(ranked)), min))
        found += [
            (ends[i] - starts[len(ranked) - 2 - i], axis, [ranked[: i + 1], ranked[i + 1 :]])
            for i in range(len(ranked) - 1)
        ]
    _, axis, groups = min(found, key=lambda item: item[0])
    return axis, groups


def stacked(groups: list[list[int]], axis: int, page: Page, depth: int) -> Piece:
    """The groups one after the other along an axis, each as far aside as it was."""
    pieces = [joined_again(group, page, depth + 1) for group in groups]
    aside = 1 - axis
    edge = min(page.first(group, aside) for group in groups)
    widest = max(piece.size[aside] for piece in pieces)
    places: Places = {}
    end, last = 0, 0
    for group, piece in zip(groups, pieces, strict=True):
        start = page.first(group, axis)
        if places:
            gap = min(FARTHEST, max(NEAREST, start - last))
            end = -(-(end + gap) // GRID) * GRID
        shift = min(page.first(group, aside) - edge, widest - piece.size[aside]) // GRID * GRID
        corner = (end, shift) if axis == ACROSS else (shift, end)
        for block, (x, y) in piece.places.items():
            places[block] = (x + corner[0], y + corner[1])
        end += piece.size[axis]
        last = page.last(group, axis)
    return Piece(places, (widest, end) if axis == DOWN else (end, widest))


def in_reading_order(blocks: list[int], page: Page) -> Piece:
    """The blocks packed, earlier ones higher and further left."""
    ranked = sorted(blocks, key=lambda block: (*page.start[block][::-1], block))
    sizes = [page.sizes[block] for block in ranked]
    corners = packed(sizes)
    ends = [(x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    size = max(x for x, _ in ends), max(y for _, y in ends)
    return Piece(dict(zip(ranked, corners, strict=True)), size)
