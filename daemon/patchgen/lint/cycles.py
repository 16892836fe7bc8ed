"""Finds cycles: groups of boxes each of which leads back to itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def cycles(edges: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """The groups, each in ascending order; a box that feeds itself is a group of one."""
    pairs = list(edges)
    # Every cycle has an edge that goes back; most patches have none at all.
    if all(source < sink for source, sink in pairs):
        return []
    leaving: dict[int, list[int]] = {}
    for source, sink in pairs:
        leaving.setdefault(source, []).append(sink)
    loops = {source for source, sink in pairs if source == sink}
    return sorted(
        tuple(sorted(group)) for group in components(leaving) if len(group) > 1 or group[0] in loops
    )


def components(leaving: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """Strongly connected components, by Tarjan's method without recursion."""
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    open_boxes: list[int] = []
    groups: list[list[int]] = []
    for root in leaving:
        if root in order:
            continue
        walk = [(root, 0)]
        while walk:
            box, place = walk.pop()
            if box not in order:
                order[box] = low[box] = len(order)
                open_boxes.append(box)
            targets = leaving.get(box, ())
            while place < len(targets) and targets[place] in order:
                if order[targets[place]] >= 0:
                    low[box] = min(low[box], low[targets[place]])
                place += 1
            if place < len(targets):
                walk += [(box, place), (targets[place], 0)]
                continue
            if low[box] == order[box]:
                group = [open_boxes.pop()]
                while group[-1] != box:
                    group.append(open_boxes.pop())
                groups.append(group)
                order.update(dict.fromkeys(group, -1))
    return groups
