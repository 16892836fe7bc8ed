"""Listens to a patch in Pd: how loud each box on the way to the loudspeakers is."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from math import inf, isfinite, log10
from operator import mul
from pathlib import Path

from patchgen.findings import Finding, Place
from patchgen.headless.hearing import SOFTEST, hear
from patchgen.headless.instrument import MOST_CHANNELS, dac_channels
from patchgen.headless.probe import observe
from patchgen.pd.atoms import is_number
from patchgen.pd.model import Box, Canvas, Connection, walk
from patchgen.report.ears import Ears
from patchgen.report.net import Spot

SECONDS = 1.0
TIMEOUT = 30.0
"""Seconds that Pd may take, so that a busy machine is no silent patch."""

FEWEST_CHANNELS = 2

BLOCK = 64
"""Pd's usual block size; in canvases with another one nothing can be listened to."""


@dataclass(frozen=True, slots=True)
class Tap:
    """How loud the sound is that leaves one box."""

    box: str
    place: Place
    decibels: float | None
    """Of what changes, 0 being a full square wave; None where nothing changes."""
    is_silent: bool
    """Whether all its samples are next to 0."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was heard in the first second of a patch that nobody played."""

    is_silent: bool
    taps: tuple[Tap, ...]
    """Boxes on the way, in the order of the flow."""
    first_silent: tuple[Tap, ...]
    """Silent boxes which nothing before them can excuse."""
    findings: tuple[Finding, ...]
    complaints: tuple[str, ...]
    """What Pd had to say meanwhile."""


def measured(ears: Ears, canvas: Canvas, pd: Path, *, seconds: float = SECONDS) -> Measured:
    """Runs the patch in Pd and listens. Raises PdFailed when Pd hangs or crashes on it.

    `canvas` has its abstractions in it, since Pd does not find their files then.
    """
    own = max(
        (c for _, part in walk(canvas) for b in part.boxes for c in dac_channels(b)), default=0
    )
    first = max(own, FEWEST_CHANNELS)
    spots = on_the_way(ears)[: MOST_CHANNELS - first]
    tapped = canvas
    for channel, spot in enumerate(spots, start=first + 1):
        tapped = with_tap(tapped, spot.canvas, spot.box, outlet(ears, spot), channel)
    seen = observe(tapped, seconds=seconds, pd=pd, timeout=TIMEOUT)
    channels = [*seen.audio, *(array("f") for _ in range(first + len(spots)))]
    taps = {spot: tap(ears, spot, channels[first + i]) for i, spot in enumerate(spots)}
    heard = replace(seen, audio=seen.audio[:own])
    return Measured(
        not any(moving(samples) > SOFTEST for samples in heard.audio[:FEWEST_CHANNELS]),
        tuple(taps.values()),
        first_silent(ears, taps),
        hear(heard),
        seen.complaints,
    )


def channels_of(canvas: Canvas) -> int:
    """How many channels the patch itself uses."""
    boxes = (box for _, part in walk(canvas) for box in part.boxes)
    return max((channel for box in boxes for channel in dac_channels(box)), default=0)


def tap(ears: Ears, spot: Spot, samples: array[float]) -> Tap:
    """What was heard behind one box."""
    level = moving(samples)
    is_silent = not samples or max(max(samples), -min(samples)) < SOFTEST
    decibels = round(20 * log10(level), 1) if SOFTEST < level < inf else None
    return Tap(ears.net.said(spot), ears.place(spot), decibels, is_silent)


def moving(samples: array[float]) -> float:
    """Root mean square of samples around their mean; infinite where they are not finite."""
    if not samples:
        return 0.0
    power = sum(map(mul, samples, samples)) / len(samples)
    mean = sum(samples) / len(samples)
    return max(0.0, power - mean * mean) ** 0.5 if isfinite(power) else inf


def on_the_way(ears: Ears) -> list[Spot]:
    """Boxes that feed the outputs and can be listened to, each behind what feeds it."""
    order: dict[Spot, None] = {}
    waiting = [(sink, False) for sink in reversed(ears.sinks)]
    seen: set[Spot] = set()
    while waiting:
        spot, is_done = waiting.pop()
        if is_done:
            order[spot] = None
        elif spot not in seen:
            seen.add(spot)
            waiting.append((spot, True))
            waiting += [(link.source, False) for link in reversed(ears.signals(spot))]
    return [spot for spot in order if can_be_heard(ears, spot)]


def can_be_heard(ears: Ears, spot: Spot) -> bool:
    """Whether a box has a signal outlet, in a canvas that Pd computes in usual blocks."""
    ports = ears.net.known(spot).ports
    if ports is None or not any(ports.outlets) or ears.net.known(spot).name == "inlet~":
        return False
    views = (ears.net.views[spot.canvas[:depth]] for depth in range(len(spot.canvas) + 1))
    blocks = (k for view in views for k in view.known if k.name in ("block~", "switch~"))
    sizes = (float(k.args[0]) for k in blocks if k.args and is_number(k.args[0]))
    return all(size in (0, BLOCK) for size in sizes)


def outlet(ears: Ears, spot: Spot) -> int:
    """The first signal outlet that is in use."""
    used = (link.outlet for link in ears.net.leaving.get(spot, ()) if link.is_signal)
    return min(used, default=0)


def with_tap(canvas: Canvas, path: tuple[int, ...], box: int, outlet: int, channel: int) -> Canvas:
    """The patch in which one outlet also leads to a channel of its own."""
    boxes = canvas.boxes
    if path:
        inner = boxes[path[0]].canvas
        assert inner is not None
        made = replace(boxes[path[0]], canvas=with_tap(inner, path[1:], box, outlet, channel))
        return canvas.with_boxes((*boxes[: path[0]], made, *boxes[path[0] + 1 :]))
    place = max(i for i, item in enumerate(canvas.items) if isinstance(item, Box)) + 1
    fresh = Box("obj", ("dac~", str(channel)))
    items = (*canvas.items[:place], fresh, *canvas.items[place:])
    cord = Connection(box, outlet, len(boxes), 0)
    return replace(canvas, items=items).with_connections((*canvas.connections, cord))


def first_silent(ears: Ears, taps: dict[Spot, Tap]) -> tuple[Tap, ...]:
    """Silent boxes that no silent box feeds; without any, those that stand still."""
    for is_bad in (lambda tap: tap.is_silent, lambda tap: tap.decibels is None):
        bad = {spot for spot, heard in taps.items() if is_bad(heard)}
        found = [spot for spot in taps if spot in bad and not feeders(ears, spot) & bad]
        if found:
            return tuple(taps[spot] for spot in found)
    return ()


def feeders(ears: Ears, spot: Spot) -> set[Spot]:
    """The boxes that feed one, those behind doors and names too."""
    found: set[Spot] = set()
    waiting, seen = [spot], {spot}
    while waiting:
        for here in (link.source for link in ears.signals(waiting.pop())):
            if here in seen:
                continue
            seen.add(here)
            if can_be_heard(ears, here):
                found.add(here)
            else:
                waiting.append(here)
    return found
