"""A patch as a graph: what feeds what, and boxes in the order of the flow."""

from __future__ import annotations

import heapq
from dataclasses import replace

from patchgen.pd.model import Box, Canvas, Connection, Record, is_coords


def fed_by(canvas: Canvas) -> dict[int, list[Connection]]:
    """For each box index the connections that arrive there, in file order."""
    arriving: dict[int, list[Connection]] = {}
    for connection in canvas.connections:
        arriving.setdefault(connection.sink, []).append(connection)
    return arriving


def feeds(canvas: Canvas) -> dict[int, list[Connection]]:
    """For each box index the connections that leave it, in file order."""
    leaving: dict[int, list[Connection]] = {}
    for connection in canvas.connections:
        leaving.setdefault(connection.source, []).append(connection)
    return leaving


def flow_order(canvas: Canvas) -> list[int]:
    """Box indices so that a box comes after what feeds it; cycles are cut at the lowest index.

    Among boxes that are free to come next, the lowest index is taken: an ordered patch stays.
    """
    leaving, waiting = feeds(canvas), [0] * len(canvas.boxes)
    for connection in canvas.connections:
        if connection.sink < len(waiting):
            waiting[connection.sink] += 1
    ready = [index for index, count in enumerate(waiting) if not count]
    left = set(range(len(waiting)))
    order: list[int] = []
    while left:
        if not ready:
            ready = [min(left)]
        index = heapq.heappop(ready)
        if index not in left:
            continue
        left.remove(index)
        order.append(index)
        for connection in leaving.get(index, ()):
            sink = connection.sink
            if sink in left:
                waiting[sink] -= 1
                if not waiting[sink]:
                    heapq.heappush(ready, sink)
    return order


def reordered(canvas: Canvas, order: list[int]) -> Canvas:
    """The same patch with its boxes in another order (or fewer of them); cords follow.

    Saved contents stay with their box, other records keep their place relative to end or start.
    """
    place = {old: new for new, old in enumerate(order)}
    head, groups, tail = grouped(canvas)
    connections = tuple(
        replace(connection, source=place[connection.source], sink=place[connection.sink])
        for connection in canvas.connections
        if connection.source in place and connection.sink in place
    )
    picked = (item for index in order for item in groups[index])
    return replace(canvas, items=(*head, *picked, *connections, *tail))


def grouped(canvas: Canvas) -> tuple[list[Record], list[list[Box | Record]], list[Record]]:
    """Records that belong to no box, boxes with those that follow them, and what comes last."""
    head: list[Record] = []
    groups: list[list[Box | Record]] = []
    tail: list[Record] = []
    for item in canvas.items:
        if isinstance(item, Box):
            groups.append([item])
        elif isinstance(item, Record):
            belongs = groups and is_content(item)
            (groups[-1] if belongs else tail if is_coords(item) else head).append(item)
    return head, groups, tail


def is_content(record: Record) -> bool:
    """Whether it speaks of the box before it: its content, as of [text define], or its width."""
    return record.atoms[0] in ("#A", "#C") or record.atoms[:2] == ("#X", "f")
