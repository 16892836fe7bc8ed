"""Which controls lie upstream of an inlet: what a player has to use so that something comes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from patchgen.report.firing import PLAYED, Firing, is_outside
from patchgen.report.net import Link, Net, Spot

MOST = 3
"""Controls that are named for one inlet."""

FARTHEST = 400
"""Boxes that are looked at behind one inlet."""

ACTIONS = {
    "notein": "play a MIDI key", "ctlin": "move a MIDI controller",
    "bendin": "move the pitch bend wheel", "touchin": "press a MIDI key harder",
    "polytouchin": "press a MIDI key harder", "pgmin": "choose a MIDI program",
    "midiin": "play something by MIDI", "key": "press a key", "keyname": "press a key",
    "keyup": "press a key", "netreceive": "send something over the network",
    "tgl": "switch on {box}", "bng": "click {box}", "msg": "click {box}", "inlet": "use its inlet",
    "hradio": "choose in {box}", "vradio": "choose in {box}", "receive": "send something to {box}",
}  # fmt: skip
"""Controls and boxes that bring messages from outside, and what a player does there."""

OTHERS = "move {box}"


def upstream(net: Net, spot: Spot, inlet: int) -> Iterator[Spot]:
    """Boxes from which messages can come to an inlet, the nearest first."""
    waiting = deque(
        link.source
        for link in net.arriving.get(spot, ())
        if not link.is_signal and link.inlet == inlet
    )
    seen: set[Spot] = set()
    while waiting and len(seen) < FARTHEST:
        here = waiting.popleft()
        if here in seen:
            continue
        seen.add(here)
        yield here
        waiting.extend(link.source for link in net.arriving.get(here, ()) if not link.is_signal)


def hands(firing: Firing, spot: Spot, inlet: int) -> tuple[str, ...]:
    """What a player can do so that something comes to the inlet, the nearest first."""
    net = firing.net
    found: list[str] = []
    clickable: list[str] = []
    for here in upstream(net, spot, inlet):
        name = net.known(here).name
        is_control = name in PLAYED and not firing.shows_only(here)
        if not (is_control or is_outside(net, here)):
            continue
        action = ACTIONS.get(name, OTHERS).format(box=net.said(here))
        # A message box that something else clicks is the last resort.
        is_fed = name == "msg" and bool(net.arriving.get(here))
        (clickable if is_fed else found).append(action)
    return tuple(dict.fromkeys(found or clickable))[:MOST]


def stopped(firing: Firing, spot: Spot, inlet: int) -> str:
    """The nearest metro upstream that nothing starts; empty where there is none."""
    for here in upstream(firing.net, spot, inlet):
        if firing.net.known(here).name == "metro" and not any(
            firing.leaving(link) for link in control_links(firing.net, here)
        ):
            return firing.net.said(here)
    return ""


def control_links(net: Net, spot: Spot) -> tuple[Link, ...]:
    """The links over which a box sends messages."""
    return tuple(link for link in net.leaving.get(spot, ()) if not link.is_signal)
