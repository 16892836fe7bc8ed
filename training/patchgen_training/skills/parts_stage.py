"""A patch of several parts in the making: its boxes, the words for each part, and what is tried on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.audio_units import plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds
from patchgen_training.skills.expect_audio import (
    Change,
    Contrast,
    Trial,
    bypassed,
    level,
    render,
    sound,
)
from patchgen_training.skills.parts_clause import Fills, Head, Part, Words, said
from patchgen_training.skills.parts_paired import let_go
from patchgen_training.skills.parts_sentence import wordings
from patchgen_training.skills.parts_values import measured, spread
from patchgen_training.skills.sketch import Cord, Handle, Sketch


@dataclass(slots=True)
class Stage:
    """The sketch, the signal so far, and what the sentence must name."""

    draw: Draw
    sketch: Sketch = field(default_factory=Sketch)
    parts: list[Part] = field(default_factory=list)
    feeds: list[Feed] = field(default_factory=list)
    checks: list[Holds] = field(default_factory=list)
    watch: list[Handle] = field(default_factory=list)
    probes: list[tuple[Handle, str, Change]] = field(default_factory=list)
    """A message to a control before the start, and how the sound must differ then."""
    contrasts: list[tuple[Handle | Cord, Handle | Cord, Contrast]] = field(default_factory=list)
    """What went into a part, what came out, and how the two must differ."""
    seconds: float = 0.6

    def add(self, body: str, *sources: Handle | Cord) -> Handle:
        """A box."""
        return self.sketch.add(body, *sources)

    def into(self, inlet: int, source: Handle | Cord) -> Cord:
        """A cord to another inlet than the first."""
        return self.sketch.into(inlet, source)

    def out(self, box: Handle, outlet: int) -> Cord:
        """Another outlet than the first."""
        return self.sketch.out(box, outlet)

    def say(self, words: Words, **fills: Callable[[], str]) -> None:
        """The sentence names this part."""
        self.parts.append(Part(words, fills))


DEVICES = {"slider": "hsl", "vertical slider": "vsl", "number box": "number"}
CONTROLLED = Words(
    ("a {d} for the {n}{r}{i}", "a {d} for the {n}{r}{i}", "a {n} {d}{r}{i}", "a {d} that sets the {n}{r}{i}", "a {d} to control the {n}{r}{i}", "a {d} which adjusts the {n}{r}{i}", "the {n} on a {d}{r}{i}", "an adjustable {n} ({d}{r}){i}", "a {n} control ({d}{r}){i}", "a {d}{r} for the {n}{i}"),
    ("the {n} is set with a {d}{r}{i}", "a {d} controls the {n}{r}{i}", "the {n} can be changed with a {d}{r}{i}", "a {d}{r} sets the {n}{i}", "the {n} comes from a {d}{r}{i}", "the user sets the {n} with a {d}{r}{i}", "I can set the {n}{r} with a {d}{i}", "the {n} should be adjustable{r} with a {d}{i}",
     "with a {d} I can change the {n}{r}{i}", "there is a {d} for the {n}{r}{i}", "the {n} goes on a {d}{r}{i}"),
    ("[let] the user set the {n} with a {d}{r}{i}", "[have] a {d} for the {n}{r}{i}", "[take] the {n} from a {d}{r}{i}", "[use] a {d} for the {n}{r}{i}", "[provide] a {d} that controls the {n}{r}{i}", "[let] me change the {n}{r} with a {d}{i}"),
    ("{n} {d}{r}{i}", "{d} for {n}{r}{i}", "{n} on a {d}{r}{i}", "{n}{r} ({d}){i}"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Knob:
    """One thing that a control may set: its label and names, its unit, its usual range and value, other ranges."""

    label: str
    names: tuple[str, ...]
    unit: str
    low: float
    high: float
    usual: float
    spans: tuple[tuple[float, float], ...]
    starts: tuple[float, ...] = ()
    """Values it may begin with by request."""


def control(stage: Stage, knob: Knob, devices: Sequence[str] = ("slider", "slider", "slider", "number box"), told: bool = True) -> tuple[Handle, float]:
    """A slider or number box for something: its handle and the value it begins with."""
    draw, device = stage.draw, stage.draw.one(devices)
    ranged = bool(knob.spans) and draw.chance(0.75)
    low, high = draw.one(knob.spans) if ranged else (knob.low, knob.high)
    begun = [value for value in knob.starts if low <= value <= high] if device != "number box" and draw.chance(0.3) else []
    value = draw.one(begun) if begun else min(max(knob.usual, low), high)
    if device == "number box":
        handle = stage.add(f'number {plain(low)} {plain(high)} "{knob.label}"' if ranged else f'number "{knob.label}"')
        value = min(max(knob.usual, low), high)
    else:
        handle = stage.add(f'{DEVICES[device]} {plain(low)} {plain(high)} "{knob.label}" init:{plain(value)}')
    if told:
        stage.parts.append(Part(CONTROLLED, spoken(draw, knob, device, (low, high) if ranged else None, value if begun else None)))
    return handle, value


def spoken(draw: Draw, knob: Knob, device: str, span: tuple[float, float] | None, start: float | None) -> Fills:
    """The words of a control."""

    def reach() -> str:
        return f" {spread(draw, *span, knob.unit)}" if span else ""

    def begins() -> str:
        if start is None:
            return ""
        text = measured(draw, start, knob.unit)
        return draw.one((f", starting at {text}", f", initially {text}", f" and an initial value of {text}", f" (starts at {text})", f", which starts at {text}", f", set to {text} at the beginning"))

    ways = {"slider": ("slider", "slider", "slider", "fader", "horizontal slider"), "vertical slider": ("vertical slider",), "number box": ("number box", "number box", "numbox")}[device]
    return {"d": said(draw, *ways), "n": said(draw, *knob.names), "r": reach, "i": begins}


def is_bounded(heard: np.ndarray, loudest: float) -> bool:
    """Finite, audible, not too loud."""
    return bool(np.all(np.isfinite(heard))) and 0.0003 < level(heard) < 0.6 * loudest and float(np.abs(heard).max()) <= loudest


def finished(stage: Stage, head: Head, *, audible: bool = True) -> Example:
    """The example: the sound is bounded, each control changes it, each part makes a difference."""
    text = stage.sketch.text()
    live = re.sub(r"(?m)^(\d+) adc~ 1\b", r"\1 noise~", text)
    loudest = 2.0 if live != text else 1.0
    plainly = Trial(list(stage.feeds), stage.seconds)

    def holds(seen: Observation) -> bool:
        if not all(check(seen) for check in stage.checks):
            return False
        if not audible:
            return True
        heard = sound(render(live, plainly)) if live != text else sound(seen)
        if not is_bounded(heard, loudest):
            return False
        for box, message, changed in stage.probes:
            moved = Trial([Feed(2, box, message), *stage.feeds], stage.seconds)
            if not changed(heard, sound(render(live, moved))):
                return False
        return all(differs(sound(render(bypassed(live, dry, wet), plainly)), heard) for dry, wet, differs in stage.contrasts)

    let_go(stage.draw)
    return Example(wordings(stage.draw, head, stage.parts), text, holds, stage.feeds, stage.watch, stage.seconds)
