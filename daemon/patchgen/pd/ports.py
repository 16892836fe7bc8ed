"""The inlet and outlet objects of a canvas, in the order in which Pd counts them."""

from __future__ import annotations

from patchgen.pd.model import Box, Canvas

INLETS = frozenset({"inlet", "inlet~"})
OUTLETS = frozenset({"outlet", "outlet~"})


def ports_in_order(boxes: tuple[Box, ...], names: frozenset[str]) -> list[int]:
    """Indices of the inlets (or outlets) as Pd counts them: from left to right.

    Where all stand at one place they have no places yet, and their order in the file counts;
    Pd itself would count them backwards, so such a canvas must be laid out before Pd loads it.
    """
    found = [i for i, box in enumerate(boxes) if box.kind == "obj" and box.name in names]
    if len({(boxes[i].x, boxes[i].y) for i in found}) <= 1:
        return found
    return sorted(found, key=lambda i: (boxes[i].x, -i))


def with_ports_in_file_order(canvas: Canvas) -> list[int]:
    """The order of all boxes in which inlets and outlets follow each other as Pd counts them.

    Every other box keeps its index.
    """
    boxes = canvas.boxes
    order = list(range(len(boxes)))
    for names in (INLETS, OUTLETS):
        ports = ports_in_order(boxes, names)
        for place, port in zip(sorted(ports), ports, strict=True):
            order[place] = port
    return order
