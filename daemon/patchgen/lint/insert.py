"""A new box between an outlet and what it feeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from patchgen.findings import Finding
from patchgen.lint.emitted import only_kind
from patchgen.lint.mend import Item, Mend
from patchgen.lint.rule import View
from patchgen.pd.model import Box, Connection
from patchgen.pd.sizes import outline

LETTERS = {"bang": "b", "float": "f", "symbol": "s"}
"""Kinds of messages -> how [trigger] passes them on; `a` passes anything as it came."""

GAP = 6
"""Pixels between a box and the new one below it."""

Instead = dict[int, tuple[Item, ...]]
"""Position in `canvas.items` -> what stands there afterwards."""


def with_trigger(view: View, finding: Finding, order: Sequence[int]) -> Mend:
    """A [trigger] for the cords of one outlet, given by their positions in `view.cords`.

    Its outlets fire from right to left: the first cord in the order gets the rightmost one. Where
    the cords come from a [trigger], it gets more outlets.
    """
    source = view.cords[order[0]].source
    if view.known[source].name == "trigger":
        return Mend(finding, with_more_outlets(view, order))
    first = view.cords[order[0]]
    new, last = len(view.boxes), len(order) - 1
    letter = LETTERS.get(only_kind(view, first), "a")
    instead: dict[int, tuple[Connection, ...]] = {}
    for place, cord_place in enumerate(order):
        cord = view.cords[cord_place]
        way_on = Connection(new, last - place, cord.sink, cord.inlet)
        instead[view.cord_items[cord_place][0]] = (way_on,)
    start = min(instead)
    instead[start] = (Connection(source, first.outlet, new, 0), *instead[start])
    return Mend(finding, instead, (below(view, source, ("t", *(letter for _ in order))),))


def with_more_outlets(view: View, order: Sequence[int]) -> Instead:
    """A [trigger] with an outlet for each of these cords of one outlet, in place of that one."""
    first = view.cords[order[0]]
    box, more = view.boxes[first.source], len(order) - 1
    letters = list(box.args or ("f", "f"))
    letters[first.outlet : first.outlet + 1] = [letters[first.outlet]] * len(order)
    wider = replace(box, atoms=(box.name, *letters))
    instead: Instead = {view.box_items[first.source]: (wider,)}
    for place, cord in enumerate(view.cords):
        if cord.source == first.source and cord.outlet >= first.outlet:
            up = more - order.index(place) if place in order else more
            instead[view.cord_items[place][0]] = (replace(cord, outlet=cord.outlet + up),)
    return instead


def below(view: View, source: int, atoms: tuple[str, ...]) -> Box:
    """An object box under another one, moved to the right until it covers no third."""
    above = view.boxes[source]
    box = Box("obj", atoms, above.x, above.y + outline(above).height + GAP)
    taken = [outline(other).moved(other.x, other.y) for other in view.boxes]
    area = outline(box).moved(box.x, box.y)
    for step in range(10):
        moved = area.moved(step * (area.width + GAP), 0)
        if not any(moved.overlaps(other) for other in taken):
            return Box("obj", atoms, round(moved.left), round(moved.top))
    return Box("obj", atoms, round(area.left), round(area.top))
