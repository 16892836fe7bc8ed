"""Cuts cycles: which cords have to run upwards so that all others can run downwards."""

from __future__ import annotations

from patchgen.pd.model import Connection

UNSEEN, OPEN, DONE = range(3)


def forward(count: int, cords: tuple[Connection, ...]) -> tuple[Connection, ...]:
    """The cords without those that close a cycle, seen from the boxes that nothing feeds.

    Where everything feeds everything, the box with the lowest index counts as the start.
    """
    leaving: list[list[Connection]] = [[] for _ in range(count)]
    fed = [False] * count
    for cord in cords:
        leaving[cord.source].append(cord)
        fed[cord.sink] = fed[cord.sink] or cord.source != cord.sink
    starts = sorted(range(count), key=lambda box: (fed[box], box))
    closing = closing_cords(leaving, starts)
    return tuple(cord for cord in cords if cord not in closing)


def closing_cords(leaving: list[list[Connection]], starts: list[int]) -> set[Connection]:
    """Depth first: a cord to a box whose own walk is still open closes a cycle."""
    state = [UNSEEN] * len(leaving)
    closing: set[Connection] = set()
    for start in starts:
        if state[start] != UNSEEN:
            continue
        state[start] = OPEN
        walk = [(start, iter(leaving[start]))]
        while walk:
            box, cords = walk[-1]
            cord = next(cords, None)
            if cord is None:
                state[box] = DONE
                walk.pop()
            elif state[cord.sink] == OPEN:
                closing.add(cord)
            elif state[cord.sink] == UNSEEN:
                state[cord.sink] = OPEN
                walk.append((cord.sink, iter(leaving[cord.sink])))
    return closing
