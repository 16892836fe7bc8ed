"""Why there is no sound: goes back from the loudspeakers to the boxes that hold it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from patchgen.pd.atoms import is_number
from patchgen.report.blocks import block
from patchgen.report.cords import control_cords, missing_cords, wrong_cords
from patchgen.report.ears import Ears, is_stereo
from patchgen.report.level import Level
from patchgen.report.net import Link, Spot
from patchgen.report.trouble import Trouble, Verdict


@dataclass(frozen=True, slots=True)
class Sound:
    """Whether anything can be heard, and what stands in the way."""

    verdict: Verdict
    troubles: tuple[Trouble, ...] = ()
    """What must be changed first, then what only waits for a player."""
    unknown: tuple[str, ...] = ()
    """Objects on the way of which nobody knows whether they let sound through."""
    dsp_switches: tuple[str, ...] = ()
    """Boxes of the patch that switch DSP on when they are used."""
    is_dsp_switched: bool = False
    """Whether the patch switches DSP on by itself when it opens."""


ORDINALS = ("first", "second")

HIGHEST = 22050.0
"""Hz; half of Pd's usual sample rate."""

THIN = {"hip~": lambda hertz: hertz >= 15000, "lop~": lambda hertz: 0 < hertz < 20}
"""Filters, and cutoffs at which hardly anything is left to hear."""


def diagnose(ears: Ears) -> Sound:
    """The verdict with its reasons."""
    verdict = judged(ears)
    if not ears.sinks:
        return Sound(verdict, tuple(without_output(ears)))
    search = Search(ears)
    found = [*search.run(), *outputs(ears), *wrong_cords(ears), *control_cords(ears)]
    found = missing_cords(ears, found, is_silent=verdict is Verdict.SILENT)
    unique = list(dict.fromkeys(found))
    ordered = sorted(unique, key=lambda found: (found.is_minor, found.is_waiting))
    switches = ears.switches()
    return Sound(
        verdict,
        tuple(ordered),
        search.strangers,
        tuple(ears.net.said(spot) for spot, _ in switches),
        any(is_at_load for _, is_at_load in switches),
    )


def judged(ears: Ears) -> Verdict:
    """What can be heard at best."""
    if not ears.sinks:
        return Verdict.NO_OUTPUT
    by_level = [sink for sink in ears.sinks if ears.net.known(sink).name == "output~"]
    if any(ears.is_heard(sink, ears.rest) for sink in ears.sinks if sink not in by_level):
        return Verdict.SOUNDS
    is_heard = any(ears.is_heard(sink, ears.used) for sink in ears.sinks)
    return Verdict.WAITS if is_heard else Verdict.SILENT


def without_output(ears: Ears) -> Iterator[Trouble]:
    """A patch that makes sound and sends it nowhere."""
    for spot in ears.net.spots:
        ports = ears.net.known(spot).ports
        if ports is not None and any(ports.outlets) and ears.net.known(spot).name != "inlet~":
            yield ears.told(spot, "no-dac")
            return


def outputs(ears: Ears) -> Iterator[Trouble]:
    """What is wrong with the outputs themselves."""
    for spot in ears.sinks:
        known = ears.net.known(spot)
        fed = {link.inlet for link in ears.net.arriving.get(spot, ())}
        if not fed:
            yield ears.told(spot, "dac-unfed")
        if known.name == "output~" and fed:
            yield ears.told(spot, "level-zero", controls=("move its slider",))
        if known.name != "dac~":
            continue
        channels = known.args or ("1", "2")
        for channel in channels:
            if not is_stereo(channel):
                yield ears.told(spot, "dac-channel", channel)
        if len(channels) == len(ORDINALS) and len(fed) == 1 and len(ears.named("dac~")) == 1:
            yield ears.told(spot, "dac-one-channel", ORDINALS[min(min(fed), 1)])


class Search:
    """Follows every way back from the outputs; each box is looked at once."""

    def __init__(self, ears: Ears) -> None:
        self.ears = ears
        self.seen: set[tuple[Spot, bool]] = set()
        self.found: list[Trouble] = []
        self.unknown: list[str] = []

    @property
    def strangers(self) -> tuple[str, ...]:
        """Objects on the way that Pd does not know."""
        return tuple(dict.fromkeys(self.unknown))

    def run(self) -> list[Trouble]:
        """The troubles behind all outputs."""
        waiting: list[tuple[Link, bool]] = []
        for sink in reversed(self.ears.sinks):
            is_silent = not self.ears.is_heard(sink, self.ears.rest)
            waiting += [(link, is_silent) for link in reversed(self.ears.signals(sink))]
        while waiting:
            link, is_silent = waiting.pop()
            waiting += reversed(list(self.behind(link, is_silent)))
        return self.found

    def behind(self, link: Link, is_silent: bool) -> Iterator[tuple[Link, bool]]:
        """Looks at the box that a link comes from; what to look at next."""
        spot, level = link.source, self.ears.rest.of(link)
        is_blocked = level is Level.NONE or (is_silent and level < Level.SOUND)
        if (spot, is_blocked) in self.seen:
            return
        self.seen.add((spot, is_blocked))
        self.look_at(spot)
        if not is_blocked:
            for fed in self.ears.signals(spot):
                yield fed, False
            return
        reason = block(self.ears, spot)
        self.found += reason.troubles
        for inlet in reason.inlets:
            for fed in self.ears.signals(spot, inlet):
                yield fed, True

    def look_at(self, spot: Spot) -> None:
        """What is odd about a box on the way, whatever goes through it."""
        known = self.ears.net.known(spot)
        if known.is_unknown:
            self.unknown.append(self.ears.net.said(spot))
            self.found.append(self.ears.told(spot, "unknown-object"))
        figure = float(known.args[0]) if known.args and is_number(known.args[0]) else 0.0
        if known.name in ("osc~", "phasor~") and figure > HIGHEST:
            self.found.append(self.ears.told(spot, "frequency-high"))
        is_set = bool(self.ears.controls(spot, 1))
        if known.name in THIN and THIN[known.name](figure) and not is_set:
            self.found.append(self.ears.told(spot, "filter-thin"))
