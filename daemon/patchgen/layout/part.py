"""Parts: boxes of a canvas that hang together by cords."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from patchgen.layout.together import together
from patchgen.pd.model import Box, Connection
from patchgen.pd.ports import INLETS, OUTLETS, ports_in_order


@dataclass(frozen=True, slots=True)
class Part:
    """Boxes of a canvas by their indices, with the cords between them."""

    boxes: tuple[int, ...]
    cords: tuple[Connection, ...]
    """Their ends count within `boxes`, like the next two fields."""
    inlets: frozenset[int]
    outlets: frozenset[int]
    """The inlets and outlets of the canvas, in ascending order as Pd counts them."""


def parts(
    boxes: tuple[Box, ...], members: Iterable[int], connections: tuple[Connection, ...]
) -> list[Part]:
    """The members sorted into parts; all inlets of a canvas share a part, and so do its outlets."""
    rank = {member: member for member in members}
    pairs = [
        (cord.source, cord.sink)
        for cord in connections
        if cord.source in rank and cord.sink in rank
    ]
    for names in (INLETS, OUTLETS):
        ports = [port for port in ports_in_order(boxes, names) if port in rank]
        rank.update(zip(ports, sorted(ports), strict=True))
        pairs += pairwise(ports)
    found = together(sorted(rank, key=rank.__getitem__), pairs)
    local = {box: (part, i) for part, group in enumerate(found) for i, box in enumerate(group)}
    cords: list[list[Connection]] = [[] for _ in found]
    for cord in dict.fromkeys(connections):
        if cord.source in local and cord.sink in local:
            (part, source), (_, sink) = local[cord.source], local[cord.sink]
            cords[part].append(Connection(source, cord.outlet, sink, cord.inlet))
    return [
        Part(tuple(group), tuple(inside), among(group, boxes, INLETS), among(group, boxes, OUTLETS))
        for group, inside in zip(found, cords, strict=True)
    ]


def among(group: Iterable[int], boxes: tuple[Box, ...], names: frozenset[str]) -> frozenset[int]:
    """Where in a group of boxes the objects of these names are."""
    return frozenset(
        i
        for i, box in enumerate(group)
        if boxes[box].kind == "obj" and boxes[box].name in names
    )
