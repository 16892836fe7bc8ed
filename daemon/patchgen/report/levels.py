"""How much sound there is at each signal outlet: none, a constant, something slow, or sound."""

from __future__ import annotations

from collections.abc import Mapping

from patchgen.pd.atoms import is_number
from patchgen.report.answers import ANYTHING, Messages, is_figure, may_be_other_than_zero
from patchgen.report.firing import Firing
from patchgen.report.level import Level
from patchgen.report.net import NAMED, Link, Net, Spot, settle
from patchgen.report.sounding import NONE, RULES
from patchgen.report.tables import saved, written

NUMBER_AT: Mapping[str, int] = {
    **dict.fromkeys("*~ +~ -~ /~ max~ min~ pow~ log~".split(), 1),
    **dict.fromkeys("lop~ hip~ bp~ slop~ rpole~ rzero~ rzero_rev~".split(), 1),
    **dict.fromkeys("osc~ phasor~ sig~".split(), 0),
    "vcf~": 2,
}
"""Objects -> the inlet whose number their first argument gives."""


class Levels:
    """The level at each outlet, raised from nothing until nothing changes."""

    def __init__(self, net: Net, firing: Firing, before: Firing | None = None) -> None:
        """`before` is what comes while nobody plays, where somebody does now."""
        self.net = net
        self.firing = firing
        self.before = before or firing
        self.is_played = firing.is_played
        self.filled = saved(net) | written(net, firing)
        self.off = switched_off(net, firing)
        self.at: dict[tuple[Spot, int], Level] = {}
        settle(net.spots, self.raised_by)

    def raised_by(self, spot: Spot) -> list[Spot]:
        """Works out the outlets of a box anew; the boxes that now get more."""
        links = [link for link in self.net.leaving.get(spot, ()) if link.is_signal]
        risen = {outlet for outlet in {link.outlet for link in links} if self.rises(spot, outlet)}
        return [link.sink for link in links if link.outlet in risen]

    def rises(self, spot: Spot, outlet: int) -> bool:
        """Works out an outlet anew; whether its level is now higher."""
        before = self.at.get((spot, outlet), Level.NONE)
        now = max(before, self.worked_out(spot, outlet))
        self.at[spot, outlet] = now
        return now > before

    def of(self, link: Link) -> Level:
        """The level that goes over a link."""
        return self.at.get((link.source, link.outlet), Level.NONE)

    def worked_out(self, spot: Spot, outlet: int) -> Level:
        """The level at an outlet from what feeds the box."""
        if any(spot.canvas[: len(path)] == path for path in self.off):
            return Level.NONE
        known = self.net.known(spot)
        if known.trouble:
            return NONE
        if known.name in RULES:
            return RULES[known.name](self, spot)
        if known.ports is None:
            return Level.SOUND
        return self.loudest(spot) if self.has_signal_inlets(spot) else Level.SOUND

    def has_signal_inlets(self, spot: Spot) -> bool:
        """Whether a box works on signals; one without such inlets makes its own."""
        ports = self.net.known(spot).ports
        return ports is not None and any(ports.inlets)

    def loudest(self, spot: Spot) -> Level:
        """The highest level at any signal inlet."""
        return max((self.inlet(spot, inlet) for inlet in range(self.inlets(spot))), default=NONE)

    def inlets(self, spot: Spot) -> int:
        """How many inlets the box has."""
        ports = self.net.known(spot).ports
        return 0 if ports is None else len(ports.inlets)

    def inlet(self, spot: Spot, inlet: int) -> Level:
        """What arrives at an inlet: signals, or else the number that is set there."""
        signals = [
            self.of(link)
            for link in self.net.arriving.get(spot, ())
            if link.is_signal and link.inlet == inlet
        ]
        if signals:
            return max(signals)
        return Level.STEADY if may_be_other_than_zero(self.number(spot, inlet)) else NONE

    def number(self, spot: Spot, inlet: int) -> Messages:
        """The numbers that an inlet may be set to: what comes, else the argument."""
        messages = self.firing.reaching(spot, inlet)
        come = frozenset(m for m in messages if m == ANYTHING or is_figure(m))
        if come and (not self.is_played or self.before.reaching(spot, inlet)):
            return come
        args = self.net.known(spot).args
        if NUMBER_AT.get(self.net.known(spot).name) == inlet and args and is_number(args[0]):
            come |= frozenset({(args[0],)})
        return come

    def source(self, spot: Spot) -> Level:
        """What comes over a name or a delay line."""
        arriving = self.net.arriving.get(spot, ())
        return max((self.of(link) for link in arriving if link.inlet == NAMED), default=NONE)


def switched_off(net: Net, firing: Firing) -> frozenset[tuple[int, ...]]:
    """Canvases whose [switch~] nobody turns on."""
    return frozenset(
        spot.canvas
        for spot in net.spots
        if net.known(spot).name == "switch~"
        and not may_be_other_than_zero(firing.reaching(spot, 0))
        and ("bang",) not in firing.reaching(spot, 0)
    )
