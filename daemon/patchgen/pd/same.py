"""Whether two patches are the same graph, however their boxes are numbered."""

from __future__ import annotations

from collections.abc import Hashable

from patchgen.pd.model import PLACED, Box, Canvas, Connection, Record
from patchgen.pd.ports import INLETS, OUTLETS, ports_in_order
from patchgen.pd.sort import speaks_of_box

Colours = dict[Hashable, int]
"""Descriptions -> small numbers, equal for what is equal."""

MOST_ROUNDS = 50
"""Cords so far away still tell two boxes apart that are equal otherwise."""


def same_graph(a: Canvas, b: Canvas) -> bool:
    """Whether both have the same boxes at the same places, with the same cords between them.

    Counted are the atoms, places, widths and records of the boxes, the order in which each outlet
    fires, the numbers of inlets and outlets, and the order of scalars and arrays; the order of
    other boxes is not. Boxes that neither text nor place nor cords tell apart count as one another.
    """
    colours: Colours = {}
    return described(a, colours) == described(b, colours)


def described(canvas: Canvas, colours: Colours) -> int:
    """A number for the canvas, the same for each that is the same graph."""
    spoken, loose = records(canvas)
    own = [
        number((first, described(box.canvas, colours) if box.canvas is not None else -1), colours)
        for first, box in zip(looks(canvas, spoken, colours), canvas.boxes, strict=True)
    ]
    made, refused = cords(canvas)
    refined = refined_by_cords(own, made, colours)
    stray = [(end(c.source, refined), c.outlet, end(c.sink, refined), c.inlet) for c in refused]
    frame = (canvas.x, canvas.y, canvas.width, canvas.height, canvas.rest)
    return number(
        (frame, canvas.preamble, loose, tuple(sorted(refined)), tuple(sorted(stray))),
        colours,
    )


def number(description: Hashable, colours: Colours) -> int:
    """The number of a description; a new one for a new description."""
    return colours.setdefault(description, len(colours))


def looks(canvas: Canvas, spoken: list[tuple[Record, ...]], colours: Colours) -> list[int]:
    """A number for each box by what stands in its records, and by its rank where that counts."""
    ranks: dict[int, int] = {}
    for names in (INLETS, OUTLETS):
        for rank, index in enumerate(ports_in_order(canvas.boxes, names)):
            ranks[index] = rank
    ordered = [i for i, box in enumerate(canvas.boxes) if box.kind not in PLACED]
    ranks.update((index, rank) for rank, index in enumerate(ordered))
    return [
        number((box.kind, box.atoms, box.x, box.y, box.width, ranks.get(i), spoken[i]), colours)
        for i, box in enumerate(canvas.boxes)
    ]


def records(canvas: Canvas) -> tuple[list[tuple[Record, ...]], tuple[Record, ...]]:
    """For each box the records that speak of it, and all other records of the canvas."""
    of_boxes: list[tuple[Record, ...]] = []
    loose: list[Record] = []
    is_after_box = False
    for item in canvas.items:
        if isinstance(item, Box):
            of_boxes.append(())
            is_after_box = True
        elif isinstance(item, Record) and is_after_box and speaks_of_box(item):
            of_boxes[-1] += (item,)
        elif isinstance(item, Record):
            loose.append(item)
            is_after_box = False
    return of_boxes, tuple(loose)


def cords(canvas: Canvas) -> tuple[list[Connection], list[Connection]]:
    """The cords that Pd makes and those that it refuses, as one of their boxes is not there yet."""
    made: list[Connection] = []
    refused: list[Connection] = []
    count = 0
    for item in canvas.items:
        if isinstance(item, Box):
            count += 1
        elif isinstance(item, Connection):
            (made if max(item.source, item.sink) < count else refused).append(item)
    return made, refused


def refined_by_cords(own: list[int], made: list[Connection], colours: Colours) -> list[int]:
    """The numbers of the boxes, told apart further by what they are connected with."""
    leaving: list[list[Connection]] = [[] for _ in own]
    arriving: list[list[Connection]] = [[] for _ in own]
    for cord in made:
        leaving[cord.source].append(cord)
        arriving[cord.sink].append(cord)
    leaving = [sorted(found, key=lambda cord: cord.outlet) for found in leaving]
    kinds = 0
    for _ in range(MOST_ROUNDS):
        if len(set(own)) == kinds:
            break
        kinds = len(set(own))
        own = [
            number((own[i], going(leaving[i], own), coming(arriving[i], own)), colours)
            for i in range(len(own))
        ]
    return own


def going(leaving: list[Connection], own: list[int]) -> tuple[tuple[int, int, int], ...]:
    """Where a box sends, in the order in which each outlet fires."""
    return tuple((cord.outlet, own[cord.sink], cord.inlet) for cord in leaving)


def coming(arriving: list[Connection], own: list[int]) -> tuple[tuple[int, int, int], ...]:
    """Where a box receives from, in no order."""
    return tuple(sorted((cord.inlet, own[cord.source], cord.outlet) for cord in arriving))


def end(index: int, own: list[int]) -> int:
    """The number of a box; below zero for one that does not exist."""
    return own[index] if index < len(own) else -index - 1
