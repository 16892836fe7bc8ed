"""Which boxes of two patches are the same: by object, arguments and neighbours."""

from __future__ import annotations

from collections.abc import Callable

from patchgen.pd.model import Box, Canvas

ROUNDS = 4
"""How often neighbours pass on how alike they are: cords so far away still count."""

ARGUMENTS, NEIGHBOUR = 2.0, 1.0
"""What equal arguments add to an equal name, and what a neighbour does that is alike."""

Pair = tuple[int, int]
Around = list[list[tuple[bool, int, int, int]]]
"""For each box its cords: whether it is the source, its port, the other port, the other box."""


def aligned(
    one: Canvas, other: Canvas, called: Callable[[Box], str] = lambda box: box.name
) -> dict[int, int]:
    """For each box of the other patch that is one of the first patch, its index there.

    `called` says of what kind a box is; only boxes of one kind may be the same.
    """
    pairs = {
        (i, j): 1.0 + ARGUMENTS * likeness(mine, theirs)
        for i, mine in enumerate(one.boxes)
        for j, theirs in enumerate(other.boxes)
        if called(mine) == called(theirs)
    }
    scores, here, there = pairs, around(one), around(other)
    for _ in range(ROUNDS):
        largest = max(scores.values(), default=1.0)
        scores = {
            pair: own + NEIGHBOUR * agreement(here[pair[0]], there[pair[1]], scores, largest)
            for pair, own in pairs.items()
        }
    return best_first(scores)


def likeness(one: Box, other: Box) -> float:
    """How alike the arguments of two boxes of one kind are, 0 to 1."""
    mine, theirs = one.args, other.args
    if not mine and not theirs:
        return 1.0
    same = sum(a == b for a, b in zip(mine, theirs, strict=False))
    return same / max(len(mine), len(theirs))


def around(canvas: Canvas) -> Around:
    """The cords of each box."""
    found: Around = [[] for _ in canvas.boxes]
    for cord in canvas.connections:
        if max(cord.source, cord.sink) < len(found):
            found[cord.source].append((True, cord.outlet, cord.inlet, cord.sink))
            found[cord.sink].append((False, cord.inlet, cord.outlet, cord.source))
    return found


def agreement(
    mine: list[tuple[bool, int, int, int]],
    theirs: list[tuple[bool, int, int, int]],
    scores: dict[Pair, float],
    largest: float,
) -> float:
    """How far the neighbours of two boxes are the same: their number, weighed by likeness."""
    total = 0.0
    for is_source, port, far, box in mine:
        total += max(
            (
                scores.get((box, other), 0.0) / largest
                for has_source, near, end, other in theirs
                if (has_source, near, end) == (is_source, port, far)
            ),
            default=0.0,
        )
    return 2 * total / max(1, len(mine) + len(theirs))


def best_first(scores: dict[Pair, float]) -> dict[int, int]:
    """Pairs by how alike they are; each box has one partner at most."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(scores, key=lambda pair: (-scores[pair], pair[1], pair[0])):
        if i not in taken and j not in found:
            found[j] = i
            taken.add(i)
    return found
