"""Cords that are missing, or that carry the wrong thing, on the way to the loudspeakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import hypot

from patchgen.objects.reference import names
from patchgen.report.ears import Ears
from patchgen.report.level import Level
from patchgen.report.net import Spot
from patchgen.report.trouble import Trouble

HOLES = frozenset({"unfed", "dac-unfed", "inlet-unfed"})
"""Troubles that end with one more cord."""

UPWARDS = 3.0
"""How much farther a box counts that lies below the one it would feed."""


def wrong_cords(ears: Ears) -> Iterator[Trouble]:
    """Signals that are led into inlets for messages."""
    for view, cord in ears.net.refused:
        sink = Spot(view.path, cord.sink)
        known = ears.net.known(sink)
        better = f"{known.name}~"
        fix = f"Use [{' '.join((better, *known.args))}]." if better in names() else ""
        if known.name.endswith("~"):
            fix = f"Write [{known.name}] without arguments."
        yield ears.told(sink, "wrong-cord", view.label(cord.source), fix=fix)


def control_cords(ears: Ears) -> Iterator[Trouble]:
    """Numbers that are led into [dac~]."""
    for sink in ears.sinks:
        links = ears.net.arriving.get(sink, ())
        if ears.net.known(sink).name == "dac~" and links and not ears.signals(sink):
            yield ears.told(sink, "dac-control", ears.net.said(links[0].source))


def missing_cords(ears: Ears, found: Iterable[Trouble], *, is_silent: bool) -> list[Trouble]:
    """The troubles, those at an unfed box with the box that most likely should feed it."""
    ends = loose_ends(ears)
    told = [with_source(ears, trouble, ends) for trouble in found]
    is_explained = any(not (trouble.is_minor or trouble.is_waiting) for trouble in told)
    if is_silent and ends and not is_explained and ears.sinks:
        sink = ears.sinks[0]
        told.insert(0, joined(ears, nearest(ears, sink, ends), sink))
    return told


def with_source(ears: Ears, trouble: Trouble, ends: list[Spot]) -> Trouble:
    """A trouble at an unfed box, made a missing cord where some box leads nowhere."""
    if trouble.code not in HOLES or trouble.place.box is None:
        return trouble
    sink = Spot(trouble.place.canvas, trouble.place.box)
    near = [end for end in ends if end.canvas == sink.canvas and end != sink]
    return joined(ears, nearest(ears, sink, near), sink) if near else trouble


def joined(ears: Ears, source: Spot, sink: Spot) -> Trouble:
    """The trouble of a cord that is not there."""
    said, more = ears.net.said(sink), ears.net.said(source)
    inlets = "both inlets" if ears.net.known(sink).name == "dac~" else "the first inlet"
    return ears.told(sink, "missing-cord", more, fix=f"Connect {more} to {inlets} of {said}.")


def loose_ends(ears: Ears) -> list[Spot]:
    """Boxes that make or pass on a sound which goes nowhere."""
    refused = {Spot(view.path, cord.source) for view, cord in ears.net.refused}
    return [spot for spot in ears.net.spots if spot not in refused and is_loose(ears, spot)]


def is_loose(ears: Ears, spot: Spot) -> bool:
    """Whether a box has a signal outlet with sound and no cord at it."""
    known = ears.net.known(spot)
    if known.ports is None or not known.ports.outlets or not known.ports.outlets[0]:
        return False
    if any(link.is_signal for link in ears.net.leaving.get(spot, ())):
        return False
    return ears.used.worked_out(spot, 0) is Level.SOUND


def nearest(ears: Ears, sink: Spot, ends: list[Spot]) -> Spot:
    """The loose end that lies nearest, best above."""
    here = ears.net.box(sink)

    def distance(spot: Spot) -> float:
        box = ears.net.box(spot)
        down = here.y - box.y
        return hypot(box.x - here.x, down if down >= 0 else UPWARDS * down)

    same = [end for end in ends if end.canvas == sink.canvas]
    return min(same or ends, key=distance)
