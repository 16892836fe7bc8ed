"""What a control reaches: its messages are followed to the boxes that do something with them."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from patchgen.pd.model import ATOM_BOXES
from patchgen.report.net import Link, Net, Spot
from patchgen.report.outputs import KINDS as OUTPUT_KINDS

RAMPS = frozenset({"line~", "vline~", "sig~"})
"""Signal objects behind which the effect of a control is looked for."""

CLOCKS = frozenset({"metro", "delay", "pipe", "until", "text sequence", "qlist"})

INLET_WORDS: Mapping[tuple[str, int], str] = {
    ("osc~", 0): "the pitch of", ("osc~", 1): "the phase of", ("phasor~", 0): "the pitch of",
    ("phasor~", 1): "the phase of", ("tabosc4~", 0): "the pitch of",
    ("*~", 0): "the left inlet of", ("*~", 1): "the right inlet of", ("+~", 1): "the offset of",
    ("lop~", 1): "the cutoff of", ("hip~", 1): "the cutoff of", ("bp~", 1): "the centre of",
    ("bp~", 2): "the Q of", ("vcf~", 1): "the centre of", ("vcf~", 2): "the Q of",
    ("delread~", 0): "the delay of", ("delread4~", 0): "the delay of",
    ("metro", 1): "the time of", ("delay", 1): "the time of", ("makenote", 1): "the loudness of",
    ("makenote", 2): "the length of", ("clip~", 1): "the lower bound of",
    ("clip~", 2): "the upper bound of", ("random", 1): "the range of",
}  # fmt: skip
"""Inlets that have a meaning of their own in a sentence that begins with `sets`."""

PLAYING = frozenset({"tabplay~", "readsf~"})

FARTHEST = 400
"""Inlets that are looked at behind one control."""

ORDER = ("left", "second", "third", "fourth", "fifth")


@dataclass(frozen=True, slots=True)
class Effect:
    """What one control does to one box."""

    words: str
    """`sets the right inlet of [*~]`."""
    box: str
    inlet: int


def effects(net: Net, start: Spot) -> tuple[Effect, ...]:
    """Everything that a control reaches, the nearest first."""
    found: list[Effect] = []
    shown: list[Effect] = []
    waiting = deque(messages(net, start))
    seen: set[tuple[Spot, int]] = set()
    while waiting and len(seen) < FARTHEST:
        link = waiting.popleft()
        if (link.sink, link.inlet) in seen:
            continue
        seen.add((link.sink, link.inlet))
        name = net.known(link.sink).name
        if is_end(net, link):
            found.append(effect(net, start, link))
        elif not net.leaving.get(link.sink):
            shown.append(effect(net, start, link))
        if name in RAMPS:
            waiting.extend(net.leaving.get(link.sink, ()))
        elif not is_end(net, link) or name in CLOCKS:
            waiting.extend(messages(net, link.sink))
    return tuple(dict.fromkeys(found or shown))


def messages(net: Net, spot: Spot) -> list[Link]:
    """The links over which a box sends messages."""
    return [link for link in net.leaving.get(spot, ()) if not link.is_signal]


def is_end(net: Net, link: Link) -> bool:
    """Whether a box does something that can be heard, seen or told apart."""
    known = net.known(link.sink)
    if known.name in RAMPS or known.name in ("inlet", "inlet~", "outlet"):
        return False
    ports = known.ports
    if ports is None or (known.name, link.inlet) in INLET_WORDS:
        return True
    is_sounding = any(ports.inlets) or any(ports.outlets)
    return is_sounding or known.name in CLOCKS or known.name in OUTPUT_KINDS


def effect(net: Net, start: Spot, link: Link) -> Effect:
    """The effect in words."""
    name, said = net.known(link.sink).name, net.said(link.sink)
    return Effect(f"{verb(net.known(start).name, name, link.inlet)} {said}", said, link.inlet)


def verb(source: str, sink: str, inlet: int) -> str:
    """What a control does to an inlet."""
    if (sink, inlet) in INLET_WORDS:
        return f"sets {INLET_WORDS[sink, inlet]}"
    if sink in CLOCKS and inlet == 0:
        return "starts and stops" if source == "tgl" else "starts"
    if sink in PLAYING and inlet == 0:
        return "plays"
    if sink in OUTPUT_KINDS:
        return "sends to"
    if sink in ATOM_BOXES | {"nbx", "vu"}:
        return "shows in"
    if not sink.endswith("~"):
        return "reaches"
    return f"sets the {ORDER[inlet] if inlet < len(ORDER) else 'last'} inlet of"
