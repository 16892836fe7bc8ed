"""A patch as one net: boxes of all canvases, joined by cords, subpatches and names."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from patchgen.lint.known import Known
from patchgen.lint.names import Family, Role
from patchgen.lint.rule import Patch, View
from patchgen.pd.model import Box, Connection
from patchgen.pd.ports import INLETS, OUTLETS, ports_in_order
from patchgen.report.naming import said


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """One box anywhere in a patch: its canvas as box indices from the top, and its index."""

    canvas: tuple[int, ...]
    box: int


@dataclass(frozen=True, slots=True)
class Link:
    """One way from a box to another, over a cord or under a name."""

    source: Spot
    outlet: int
    sink: Spot
    inlet: int
    is_signal: bool
    name: str = ""
    """What both boxes are called by, where no cord joins them: of [s volume] and [r volume]."""


NAMES_MEET = {
    Family.SIGNAL: True, Family.BUS: True, Family.DELAY: True,
    Family.MESSAGE: False, Family.ARRAY: False, Family.TEXT: False,
}  # fmt: skip
"""Families of names, and whether a signal goes from one end to the other."""

NAMED = -1
"""The inlet of a link under a name that carries a signal: it comes through no inlet."""

MOST_MEETINGS = 4000
"""Links made under names; a patch with more is not followed further."""


class Net:
    """All boxes of a patch but subpatches, whose cords lead to the inlets and outlets in them."""

    def __init__(self, patch: Patch, folder: Path | None = None) -> None:
        """`folder` is where the patch lies, if sound files are to be looked for."""
        self.patch = patch
        self.folder = folder
        self.views: Mapping[tuple[int, ...], View] = {view.path: view for view in patch.views}

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every box that is no subpatch, canvas by canvas from the top."""
        return tuple(
            Spot(view.path, index)
            for view in self.patch.views
            for index, box in enumerate(view.boxes)
            if box.canvas is None
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Cords in file order, then meetings under names."""
        corded = [link for view in self.patch.views for link in self.cord_links(view)]
        return (*corded, *islice(self.named_links(), MOST_MEETINGS))

    @cached_property
    def leaving(self) -> Mapping[Spot, tuple[Link, ...]]:
        """For each box the links that leave it."""
        return grouped((link.source, link) for link in self.links)

    @cached_property
    def arriving(self) -> Mapping[Spot, tuple[Link, ...]]:
        """For each box the links that arrive."""
        return grouped((link.sink, link) for link in self.links)

    @cached_property
    def refused(self) -> tuple[tuple[View, Connection], ...]:
        """Cords that carry a signal into an inlet for messages, where it is lost."""
        return tuple(
            (view, cord)
            for view in self.patch.views
            for cord in view.whole_cords
            if is_refused(view, cord)
        )

    def box(self, spot: Spot) -> Box:
        """The box itself."""
        return self.views[spot.canvas].boxes[spot.box]

    def known(self, spot: Spot) -> Known:
        """What is known about the box."""
        return self.views[spot.canvas].known[spot.box]

    def said(self, spot: Spot) -> str:
        """The box as a reader recognises it."""
        return said(self.box(spot))

    def has_file(self, name: str) -> bool:
        """Whether a file that the patch opens is there; True where nobody can know."""
        return self.folder is None or "$" in name or (self.folder / name).is_file()

    def is_clone(self, path: tuple[int, ...]) -> bool:
        """Whether a canvas is the abstraction that a [clone] copies."""
        return bool(path) and self.views[path[:-1]].boxes[path[-1]].name == "clone"

    def where(self, path: tuple[int, ...]) -> str:
        """The subpatches that lead to a canvas: `pd voice / pd filter`; empty for the top."""
        names = []
        for depth in range(len(path)):
            box = self.views[path[:depth]].boxes[path[depth]]
            names.append(said(box).strip("[]"))
        return " / ".join(names)

    def cord_links(self, view: View) -> Iterator[Link]:
        """The cords of one canvas that Pd makes, led into and out of subpatches."""
        for cord in view.whole_cords:
            source = self.end(view, cord.source, cord.outlet, OUTLETS)
            sink = self.end(view, cord.sink, cord.inlet, INLETS)
            if source is not None and sink is not None and not is_refused(view, cord):
                yield Link(*source, *sink, is_signal=carries_signal(view, cord))

    def end(
        self, view: View, index: int, port: int, names: frozenset[str]
    ) -> tuple[Spot, int] | None:
        """Where a cord's end really is, None where Pd finds no such port."""
        inner = view.boxes[index].canvas
        if inner is not None:
            ports = ports_in_order(inner.boxes, names)
            path = (*view.path, index)
            return (Spot(path, ports[port]), 0) if port < len(ports) else None
        ports_known = view.known[index].ports
        if ports_known is not None:
            there = ports_known.inlets if names is INLETS else ports_known.outlets
            if port >= len(there):
                return None
        return Spot(view.path, index), port

    def named_links(self) -> Iterator[Link]:
        """From each box that gives under a name to each that takes under it."""
        for (family, name), ends in self.meetings.items():
            for source, gives in ends:
                for sink, takes in ends:
                    if source != sink and meets(gives, takes, family):
                        is_signal = NAMES_MEET[family] or self.is_table_read(family, sink)
                        yield Link(source, 0, sink, NAMED if is_signal else 0, is_signal, name)

    @cached_property
    def meetings(self) -> Mapping[tuple[Family, str], list[tuple[Spot, Role]]]:
        """Every name with the boxes that use it."""
        found: dict[tuple[Family, str], list[tuple[Spot, Role]]] = {}
        for spot in self.spots:
            for use in self.known(spot).uses:
                found.setdefault((use.family, use.name), []).append((spot, use.role))
        for (family, name), ends in list(found.items()):
            if family in (Family.ARRAY, Family.TEXT) and (Family.MESSAGE, name) in found:
                holders = [end for end in ends if end[1] is Role.HOLDS]
                found[Family.MESSAGE, name] += holders
        return found

    def is_table_read(self, family: Family, sink: Spot) -> bool:
        """Whether the sink makes a signal of what is in an array."""
        return family is Family.ARRAY and self.known(sink).name.endswith("~")


def settle(spots: Iterable[Spot], work: Callable[[Spot], Iterable[Spot]]) -> None:
    """Works on each box, and again on those that this changed for, until nothing changes."""
    waiting = deque(spots)
    queued = set(waiting)
    while waiting:
        spot = waiting.popleft()
        queued.discard(spot)
        for other in work(spot):
            if other not in queued:
                waiting.append(other)
                queued.add(other)


def meets(gives: Role, takes: Role, family: Family) -> bool:
    """Whether something goes from the first use of a name to the second."""
    if family is Family.MESSAGE and gives is Role.HOLDS:
        return takes is Role.HOLDS
    return gives is Role.GIVES and takes is not Role.GIVES


def is_refused(view: View, cord: Connection) -> bool:
    """Whether a signal is led into an inlet that takes messages only."""
    sink = view.known[cord.sink].ports
    if not view.is_signal(cord) or sink is None or cord.inlet >= len(sink.inlets):
        return False
    return not sink.inlets[cord.inlet]


def carries_signal(view: View, cord: Connection) -> bool:
    """Whether a cord carries a signal; from a box that nobody knows, what the name suggests."""
    if view.known[cord.source].ports is not None:
        return view.is_signal(cord)
    sink = view.known[cord.sink].ports
    takes = sink is None or (cord.inlet < len(sink.inlets) and sink.inlets[cord.inlet])
    return takes and view.known[cord.source].name.endswith("~")


def grouped(pairs: Iterable[tuple[Spot, Link]]) -> dict[Spot, tuple[Link, ...]]:
    """The links of each box, in their order."""
    lists: dict[Spot, list[Link]] = {}
    for spot, link in pairs:
        lists.setdefault(spot, []).append(link)
    return {spot: tuple(links) for spot, links in lists.items()}
