"""Which messages go where: by themselves when the patch opens, and once a player uses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from patchgen.lint.messages import messages
from patchgen.pd.atoms import number_text
from patchgen.pd.model import ATOM_BOXES
from patchgen.report.answers import ANY, ANYTHING, BANG, NOTHING, Messages, answer, bounded
from patchgen.report.controls import face
from patchgen.report.net import Link, Net, Spot, settle

STARTING: Mapping[str, Messages] = {"loadbang": BANG, "bang~": BANG}
"""Objects that send messages by themselves once sound is on."""

LISTENING = frozenset({"env~", "sigmund~", "fiddle~", "threshold~", "bonk~", "snapshot~"})
"""Objects that make messages of the sound they hear."""

OUTSIDE = frozenset(
    """notein ctlin pgmin bendin touchin polytouchin midiin midirealtimein sysexin key keyup keyname
    netreceive netsend""".split()
)
"""Objects that send what comes from keys, MIDI or the network."""

PLAYED: Mapping[str, Messages] = {
    "bng": BANG, "msg": BANG, "tgl": frozenset({("0",), ("1",)}),
    **dict.fromkeys("hsl vsl nbx hradio vradio floatatom symbolatom listbox".split(), ANY),
}  # fmt: skip
"""Boxes that a player uses with the mouse, and what they then send or get."""

OWN_NAMES = ("pd-dsp-started", "pd-dsp-stopped")
"""Names to which Pd itself sends when sound is switched on or off."""


class Firing:
    """The messages that reach each inlet, worked out until nothing new comes."""

    def __init__(self, net: Net, *, is_played: bool) -> None:
        self.net = net
        self.is_played = is_played
        self.came: dict[Spot, dict[int, Messages]] = {}
        # This ends: sets only grow and are bounded.
        settle(net.spots, self.send)

    def send(self, spot: Spot) -> Iterator[Spot]:
        """Sends over all links of a box; the boxes that get what they had not got before."""
        for link in self.net.leaving.get(spot, ()):
            if not link.is_signal and self.deliver(link):
                yield link.sink

    def deliver(self, link: Link) -> bool:
        """Sends over one link; whether anything arrived that had not arrived before."""
        sent = self.leaving(link)
        if self.net.is_clone(link.sink.canvas) and link.source.canvas != link.sink.canvas:
            # The first number of a message to [clone] only says which voice gets the rest.
            sent = frozenset(m if m == ANYTHING else m[1:] or ("bang",) for m in sent)
        inlets = self.came.setdefault(link.sink, {})
        before = inlets.get(link.inlet, NOTHING)
        after = bounded(before | sent)
        if after == before:
            return False
        inlets[link.inlet] = after
        return True

    def leaving(self, link: Link) -> Messages:
        """What a box sends over one link."""
        known = self.net.known(link.source)
        if known.name in OUTSIDE and not self.is_played:
            return NOTHING
        if link.name and known.name == "msg":
            return self.told(link)
        arrived = dict(self.came.get(link.source, {}))
        if link.name and not (known.name in PLAYED or known.name == "value"):
            return arrived.get(0, NOTHING)
        if self.is_played and known.name in PLAYED and not self.shows_only(link.source):
            arrived[0] = arrived.get(0, NOTHING) | PLAYED[known.name]
        return self.own(link) | answer(known.name, known.args, arrived, link.outlet)

    def shows_only(self, spot: Spot) -> bool:
        """Whether a number box is there to show what another box sends."""
        is_atom = self.net.known(spot).name in ATOM_BOXES
        return is_atom and bool(self.net.arriving.get(spot))

    def told(self, link: Link) -> Messages:
        """What a message box sends to a name, once it is clicked or gets anything."""
        if not (self.is_played or self.came.get(link.source)):
            return NOTHING
        told = frozenset(
            message.atoms
            for message in messages(self.net.known(link.source).args)
            if message.receiver == link.name
        )
        return ANY if any("$" in atom for atoms in told for atom in atoms) else told

    def own(self, link: Link) -> Messages:
        """What a box sends of its own accord."""
        known = self.net.known(link.source)
        if known.name in STARTING:
            return STARTING[known.name]
        if known.name in LISTENING and (self.is_played or hears_the_patch(self.net, link.source)):
            return ANY
        held = face(self.net.box(link.source))
        if held.sends_at_load:
            return BANG if held.value is None else frozenset({(number_text(held.value),)})
        if known.name == "receive" and known.args[:1] == OWN_NAMES[:1]:
            return ANY
        return ANY if self.is_played and link.source in self.from_outside else NOTHING

    @cached_property
    def from_outside(self) -> frozenset[Spot]:
        """Boxes that get messages from outside the patch."""
        return frozenset(spot for spot in self.net.spots if is_outside(self.net, spot))

    def reaching(self, spot: Spot, inlet: int) -> Messages:
        """The messages that reach an inlet."""
        return self.came.get(spot, {}).get(inlet, NOTHING)


def hears_the_patch(net: Net, spot: Spot) -> bool:
    """Whether a box listens to a sound that the patch itself makes, not to a microphone only."""
    waiting, seen = [spot], {spot}
    while waiting:
        signals = [link for link in net.arriving.get(waiting.pop(), ()) if link.is_signal]
        for here in (link.source for link in signals):
            is_maker = not any(link.is_signal for link in net.arriving.get(here, ()))
            if is_maker and net.known(here).name not in ("adc~", "inlet~"):
                return True
            if here not in seen:
                seen.add(here)
                waiting.append(here)
    return False


def is_outside(net: Net, spot: Spot) -> bool:
    """Whether a box brings messages from outside: MIDI, keys, an inlet, a name of others."""
    known = net.known(spot)
    if known.name in OUTSIDE or (known.name == "inlet" and not spot.canvas):
        return True
    if known.is_unknown:
        return True
    return known.name == "receive" and not net.arriving.get(spot)
