"""Mends: how a fault is removed from a canvas without disturbing the indices of its boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from patchgen.findings import Finding, Fix
from patchgen.lint.rule import CordRule, View
from patchgen.pd.model import Box, Canvas, Connection, Record

Item = Box | Connection | Record


@dataclass(frozen=True, slots=True)
class Mend:
    """What removes one fault from one canvas."""

    finding: Finding
    instead: Mapping[int, tuple[Item, ...]]
    """Position in `canvas.items` -> what stands there afterwards; a box only for a box."""
    added: tuple[Box, ...] = ()
    """New boxes. They come after all others: the first has the index `len(canvas.boxes)`."""


class Mender(Protocol):
    """What can remove the faults of one rule; most often the rule's own module."""

    @property
    def FIX(self) -> Fix:  # noqa: N802 - a constant of the module
        """How far the mends change what a patch does."""
        ...

    @property
    def MENDED(self) -> Sequence[tuple[str, str]]:  # noqa: N802
        """Samples before and after."""
        ...

    def mends(self, view: View) -> Iterator[Mend]:
        """A mend for each finding of the rule that can be mended."""
        ...


@dataclass(frozen=True, slots=True)
class Dropping:
    """Leaves out the connections that a rule says Pd refuses."""

    rule: CordRule
    FIX: Fix = Fix.SAFE
    MENDED: Sequence[tuple[str, str]] = ()

    def mends(self, view: View) -> Iterator[Mend]:
        """One mend for each connection."""
        for place, finding in self.rule.refused(view):
            yield Mend(finding, {view.cord_items[place][0]: ()})


def mended(view: View, mends: Sequence[Mend]) -> tuple[Canvas, list[Finding]]:
    """The canvas after those of the mends that do not touch the same items; what they mended."""
    # A cord to a box that is not there would find the new box.
    has_room = len(view.whole_cords) == len(view.cords)
    instead: dict[int, tuple[Item, ...]] = {}
    added: list[Box] = []
    findings: list[Finding] = []
    for mend in mends:
        if instead.keys() & mend.instead.keys() or (mend.added and not has_room):
            continue
        for place, items in mend.instead.items():
            instead[place] = tuple(shifted(item, len(view.boxes), len(added)) for item in items)
        added += mend.added
        findings.append(mend.finding)
    return with_items(view.canvas, instead, added), findings


def shifted(item: Item, count: int, by: int) -> Item:
    """A connection to a new box, with the boxes counted that other mends have added before it."""
    if not isinstance(item, Connection):
        return item
    source, sink = (box + by if box >= count else box for box in (item.source, item.sink))
    return replace(item, source=source, sink=sink)


def with_items(
    canvas: Canvas, instead: Mapping[int, tuple[Item, ...]], added: Sequence[Box]
) -> Canvas:
    """The canvas with other items; new boxes stand after the last box."""
    last = max((p for p, item in enumerate(canvas.items) if isinstance(item, Box)), default=-1)
    items: list[Item] = []
    for place, item in enumerate(canvas.items):
        items += instead.get(place, (item,))
        if place == last:
            items += added
    return replace(canvas, items=tuple(items))


def rebuilt(
    canvas: Canvas, parts: Mapping[tuple[int, ...], Canvas], path: tuple[int, ...] = ()
) -> Canvas:
    """The patch with some of its canvases replaced, by the box indices that lead to them."""
    canvas = parts.get(path, canvas)
    if not any(len(other) > len(path) and other[: len(path)] == path for other in parts):
        return canvas
    boxes = (
        box if box.canvas is None else replace(box, canvas=rebuilt(box.canvas, parts, (*path, i)))
        for i, box in enumerate(canvas.boxes)
    )
    return canvas.with_boxes(tuple(boxes))
