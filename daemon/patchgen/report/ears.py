"""A patch heard twice on paper: left alone, and with somebody at its controls."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from patchgen.findings import Place
from patchgen.lint.messages import messages
from patchgen.pd.atoms import is_number
from patchgen.report.answers import Message
from patchgen.report.firing import Firing
from patchgen.report.level import Level
from patchgen.report.levels import Levels
from patchgen.report.net import NAMED, Link, Net, Spot
from patchgen.report.trouble import REMEDIES, Trouble, capitalized

STEREO = 2
"""Channels that most sound cards have."""

OUTPUTS = frozenset({"dac~", "output~"})
"""Boxes that lead to the loudspeakers."""


class Ears:
    """The levels in a patch at rest and in use, and where its sound comes out."""

    def __init__(self, net: Net) -> None:
        self.net = net
        at_rest = Firing(net, is_played=False)
        self.rest = Levels(net, at_rest)
        self.used = Levels(net, Firing(net, is_played=True), at_rest)

    @cached_property
    def sinks(self) -> tuple[Spot, ...]:
        """Every [dac~]; of an abstraction without one, its signal outlets."""
        dacs = self.named(*OUTPUTS)
        return dacs or tuple(spot for spot in self.named("outlet~") if not spot.canvas)

    def named(self, *names: str) -> tuple[Spot, ...]:
        """The boxes with these full names."""
        return tuple(spot for spot in self.net.spots if self.net.known(spot).name in names)

    def switches(self) -> tuple[tuple[Spot, bool], ...]:
        """Boxes that switch DSP on, and whether they do so when the patch opens."""
        found = []
        for spot in self.named("msg", "send"):
            name, args = self.net.known(spot).name, self.net.known(spot).args
            for firing in (self.rest.firing, self.used.firing):
                if any(is_dsp_on(told) for told in told_to_pd(firing, spot, name, args)):
                    found.append((spot, firing is self.rest.firing))
                    break
        return tuple(found)

    def signals(self, spot: Spot, inlet: int | None = None) -> tuple[Link, ...]:
        """Signals that arrive at a box, or at one inlet of it."""
        return tuple(
            link
            for link in self.net.arriving.get(spot, ())
            if link.is_signal and inlet in (None, link.inlet)
        )

    def controls(self, spot: Spot, inlet: int) -> tuple[Link, ...]:
        """Messages that arrive at an inlet."""
        return tuple(
            link
            for link in self.net.arriving.get(spot, ())
            if not link.is_signal and link.inlet == inlet
        )

    def speakers(self, sink: Spot) -> tuple[Link, ...]:
        """Signals that arrive at an output and are heard in stereo."""
        known = self.net.known(sink)
        if known.name != "dac~" or not known.args:
            return self.signals(sink)
        return tuple(
            link
            for link in self.signals(sink)
            if link.inlet < len(known.args) and is_stereo(known.args[link.inlet])
        )

    def is_heard(self, sink: Spot, levels: Levels) -> bool:
        """Whether sound comes out of an output in stereo."""
        return any(levels.of(link) is Level.SOUND for link in self.speakers(sink))

    def is_named(self, spot: Spot) -> bool:
        """Whether anything arrives under a name."""
        return any(link.inlet == NAMED for link in self.net.arriving.get(spot, ()))

    def place(self, spot: Spot) -> Place:
        """A box as a finding names it."""
        return Place(spot.canvas, spot.box)

    def told(
        self,
        spot: Spot,
        code: str,
        more: str = "",
        *,
        box: str = "",
        fix: str = "",
        controls: tuple[str, ...] = (),
    ) -> Trouble:
        """A trouble at a box; with `controls`, one that a player ends by doing one of them."""
        remedy = REMEDIES[code]
        said = box or self.net.said(spot)
        done = capitalized(f"{' or '.join(controls)}.") if controls else fix or remedy.fix
        message = remedy.says.format(box=said, more=more)
        place, canvas = self.place(spot), self.net.where(spot.canvas)
        return Trouble(code, said, place, canvas, message, done, controls)


def told_to_pd(firing: Firing, spot: Spot, name: str, args: tuple[str, ...]) -> Iterator[Message]:
    """What a message box or a [send] says to Pd itself."""
    if name == "send":
        yield from firing.reaching(spot, 0) if args[:1] == ("pd",) else ()
    elif firing.is_played or firing.came.get(spot):
        yield from (m.atoms for m in messages(args) if m.receiver == "pd")


def is_dsp_on(message: Message) -> bool:
    """Whether a message can switch sound on."""
    return len(message) == 2 and message[0] == "dsp" and message[1] != "0"


def is_stereo(channel: str) -> bool:
    """Whether a channel is one of the first two; nobody knows of `$1`."""
    return not is_number(channel) or 1 <= float(channel) <= STEREO
