"""The ways through a patch in the order of the flow, and where they run in a circle."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from patchgen.findings import Place
from patchgen.lint.cycles import cycles
from patchgen.report.net import Link, Net, Spot

DOORS = frozenset({"inlet", "inlet~", "outlet", "outlet~"})
"""Boxes that only lead into or out of a subpatch, and are left out inside a way."""


LAST = frozenset({"dac~", "output~"})
"""Where sound leaves Pd."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A way from a source to where it ends, or to a box that another way has told already."""

    boxes: tuple[str, ...]
    """As a reader recognises them."""
    places: tuple[Place, ...]
    canvases: tuple[str, ...]
    """The subpatch that each box is in; empty for the patch itself."""
    is_signal: bool
    is_branch: bool
    """Whether it begins in the middle of another way."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Boxes each of which leads back to itself."""

    boxes: tuple[str, ...]
    places: tuple[Place, ...]
    is_signal: bool
    names: tuple[str, ...]
    """Delay lines and names over which it closes."""


class Walk:
    """Covers all links of one kind with ways, each link once."""

    def __init__(self, net: Net, *, is_signal: bool) -> None:
        self.net = net
        self.is_signal = is_signal
        self.told: set[Spot] = set()
        self.leading = leading_out(net) if is_signal else frozenset[Spot]()

    def chains(self, starts: Iterable[Spot]) -> list[Chain]:
        """The ways from the given boxes and, behind each, its branches."""
        found = []
        for start in starts:
            waiting: list[list[Spot]] = [[start]]
            while waiting:
                begun = waiting.pop()
                is_branch = len(begun) > 1
                way, branches = self.follow(begun)
                waiting += reversed(branches)
                if len(way) > 1:
                    found.append(self.chain(way, is_branch=is_branch))
        return found

    def follow(self, way: list[Spot]) -> tuple[list[Spot], list[list[Spot]]]:
        """Goes on from the last box as far as it leads somewhere new, and notes the branches."""
        branches: list[list[Spot]] = []
        here = way[-1]
        while here not in self.told or len(way) == 1:
            self.told.add(here)
            sinks = self.sinks(here, is_first=len(way) == 1)
            fresh = [sink for sink in sinks if sink not in self.told]
            if not sinks:
                break
            nearest = min(fresh or sinks, key=lambda sink: sink not in self.leading)
            branches += [[here, sink] for sink in sinks if sink != nearest]
            way.append(nearest)
            here = nearest
        return way, branches

    def sinks(self, spot: Spot, *, is_first: bool) -> list[Spot]:
        """The boxes that come next, behind the doors of subpatches too.

        A way of messages ends where sound begins.
        """
        if not self.is_signal and not is_first and self.is_sounding(spot):
            return []
        found: dict[Spot, None] = {}
        waiting, seen = deque([spot]), {spot}
        while waiting:
            for link in self.net.leaving.get(waiting.popleft(), ()):
                if link.is_signal is not self.is_signal or link.sink in seen:
                    continue
                seen.add(link.sink)
                if self.is_door(link.sink):
                    waiting.append(link.sink)
                else:
                    found[link.sink] = None
        return list(found)

    def is_sounding(self, spot: Spot) -> bool:
        """Whether a box works on signals."""
        ports = self.net.known(spot).ports
        return ports is not None and any(ports.outlets)

    def chain(self, way: list[Spot], *, is_branch: bool) -> Chain:
        """A way as a value."""
        return Chain(
            tuple(self.net.said(spot) for spot in way),
            tuple(Place(spot.canvas, spot.box) for spot in way),
            tuple(self.net.where(spot.canvas) for spot in way),
            self.is_signal,
            is_branch,
        )

    def is_door(self, spot: Spot) -> bool:
        """Whether a box is the inlet or outlet of a subpatch."""
        return bool(spot.canvas) and self.net.known(spot).name in DOORS


def leading_out(net: Net) -> frozenset[Spot]:
    """Boxes from which sound gets to the loudspeakers or out of an abstraction."""
    waiting = [
        spot
        for spot in net.spots
        if net.known(spot).name in LAST or (net.known(spot).name == "outlet~" and not spot.canvas)
    ]
    found = set(waiting)
    while waiting:
        for link in net.arriving.get(waiting.pop(), ()):
            if link.is_signal and link.source not in found:
                found.add(link.source)
                waiting.append(link.source)
    return frozenset(found)


def chains(net: Net, *, is_signal: bool) -> tuple[Chain, ...]:
    """The ways of sound or of messages from the boxes where they begin, then those in circles."""
    walk = Walk(net, is_signal=is_signal)
    links = [link for link in net.links if link.is_signal is is_signal]
    sources, fed = {link.source for link in links}, {link.sink for link in links}
    spots = [spot for spot in net.spots if spot in sources and not walk.is_door(spot)]
    found = walk.chains(spot for spot in spots if spot not in fed)
    return tuple(found + walk.chains(spot for spot in spots if spot not in walk.told))


def loops(net: Net) -> tuple[Loop, ...]:
    """Every circle of boxes, through names and delay lines too."""
    number = {spot: place for place, spot in enumerate(net.spots)}
    found = []
    for is_signal in (True, False):
        links = [link for link in net.links if link.is_signal is is_signal]
        groups = cycles((number[link.source], number[link.sink]) for link in links)
        found += [loop(net, group, is_signal) for group in groups]
    return tuple(found)


def loop(net: Net, group: tuple[int, ...], is_signal: bool) -> Loop:
    """One circle as a value."""
    inside = {net.spots[place] for place in group}
    links = {spot: inner_links(net, spot, inside, is_signal) for spot in inside}
    spots = in_flow(net.spots[group[0]], links)
    names = (link.name for spot in spots for link in links[spot])
    shown = [spot for spot in spots if not (spot.canvas and net.known(spot).name in DOORS)]
    return Loop(
        tuple(net.said(spot) for spot in shown),
        tuple(Place(spot.canvas, spot.box) for spot in shown),
        is_signal,
        tuple(dict.fromkeys(name for name in names if name)),
    )


def inner_links(net: Net, spot: Spot, inside: set[Spot], is_signal: bool) -> list[Link]:
    """The links from a box to others in the same circle."""
    leaving = net.leaving.get(spot, ())
    return [link for link in leaving if link.sink in inside and link.is_signal is is_signal]


def in_flow(start: Spot, links: dict[Spot, list[Link]]) -> list[Spot]:
    """The boxes of a circle, each behind one that feeds it."""
    order: dict[Spot, None] = {}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here not in order:
            order[here] = None
            waiting += [link.sink for link in reversed(links[here])]
    return list(order)
