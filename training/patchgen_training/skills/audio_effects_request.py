"""An effect on a source, each of its parameters unsaid, named, on a slider or in a number box."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.audio_effects_sources import ANY, SOURCES, Source
from patchgen_training.skills.audio_part import Chain
from patchgen_training.skills.audio_units import plain
from patchgen_training.skills.audio_units_knob import Knob
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.expect_audio import (
    Contrast,
    Sound,
    Trial,
    bypassed,
    is_changed,
    level,
    render,
    sound,
)
from patchgen_training.skills.sketch import Cord, Handle

Check = Callable[[Sound], bool]
SCHEMES = ("plain",) * 3 + ("named",) * 5 + ("turned",) * 6 + ("all",) * 3 + ("both",) * 5
"""What is said about the parameters: nothing, values, sliders, sliders for all, values and sliders."""


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect as a table: how it is called and done, its parameters, how it is built."""

    nouns: tuple[str, ...]
    """Without article; those with `~` in front take none."""
    does: tuple[str, ...]
    """Predicates in the third person about {s}: "distorts {s}"."""
    shorts: tuple[str, ...]
    build: Callable[[Request], None]
    knobs: dict[str, Knob] = field(default_factory=dict)
    goals: tuple[str, ...] = ()
    """Whole sentences about {s}, no controls in them."""
    sources: tuple[str, ...] = ANY
    check: Check | None = None
    """What must be heard."""
    contrast: Contrast = is_changed
    """How it must differ from the sound without it."""
    seconds: float = 0.8
    can_bypass: bool = True
    owner: str = "on"
    """What joins it to its source: an echo on, or for, my voice."""
    heads: tuple[str, ...] = ()
    """Noun phrases for effect and source together; {s|distorted} is the source with an adjective."""
    sings: bool = False
    """Whether it makes the sound itself, so that no source is named."""


@dataclass(slots=True)
class Setting:
    """What is done with one parameter."""

    key: str
    knob: Knob
    mode: str = "unsaid"
    """unsaid, named, slider, box."""
    value: float = 0
    label: str = ""
    words: tuple[str, ...] = ()
    mood: str = ""
    handle: Handle = 0

    @property
    def is_turned(self) -> bool:
        """Whether a control sets it."""
        return self.mode in ("slider", "box")


def settings(draw: Draw, knobs: dict[str, Knob]) -> dict[str, Setting]:
    """Draws what is said about each parameter."""
    made = {key: Setting(key, knob, value=knob.usual) for key, knob in knobs.items()}
    for setting in made.values():
        setting.label, setting.words = draw.one(setting.knob.words)
    offered = [setting for setting in made.values() if draw.chance(setting.knob.likely)]
    scheme = draw.one(SCHEMES)
    fixed = [setting for setting in offered if setting.knob.values]
    named: list[Setting] = []
    if scheme in ("named", "both"):
        named = draw.some(fixed, 1 if scheme == "both" else draw.integer(1, 3))
    for setting in named:
        setting.mode, setting.value = "named", draw.one(setting.knob.values)
    left = [setting for setting in offered if setting.mode == "unsaid"]
    count = {"turned": draw.integer(1, 2), "both": draw.integer(1, 2), "all": 4}.get(scheme, 0)
    chosen = draw.some(left, count)
    in_boxes = bool(chosen) and draw.chance(0.12) and all(setting.knob.boxed for setting in chosen)
    for setting in chosen:
        setting.mode = "box" if in_boxes else "slider"
    for setting in made.values():
        if setting.knob.needed and setting.mode == "unsaid":
            setting.mode = "slider"
    moody = [setting for setting in made.values() if setting.knob.moods and setting.mode != "named"]
    if moody and draw.chance(0.4):
        setting = draw.one(moody)
        setting.mood, setting.value = draw.one(setting.knob.moods)
    return made


class Request(Chain):
    """One effect on one source in the making."""

    def __init__(self, draw: Draw, effect: Effect) -> None:
        super().__init__(draw)
        self.effect = effect
        self.settings = settings(draw, effect.knobs)
        self.probes: list[tuple[Handle, str, Contrast]] = []
        self.starts: list[tuple[Handle, str]] = []
        self.order: list[str] = []
        """The turned parameters, as their controls come."""
        self.bypass = 0
        self.switch = ""
        """`bypass` or `effect` where a toggle takes the effect away or puts it in."""
        self.origin = SOURCES[draw.one(effect.sources)](self) if not effect.sings else Source(("",), ("",), "self")
        if self.origin.start:
            self.starts.append((self.origin.start, "bang"))
        if self.origin.control:
            self.probes.append((self.origin.control, "900", is_changed))

    @property
    def dry(self) -> Handle | Cord:
        """The source."""
        (signal,) = self.signal
        return signal

    def value(self, key: str) -> float:
        """The value of a parameter, at least at the start."""
        return self.settings[key].value

    def is_turned(self, key: str) -> bool:
        """Whether a control sets it."""
        return self.settings[key].is_turned

    def is_said(self, key: str) -> bool:
        """Whether the prompt speaks of it."""
        return key in self.settings and (self.settings[key].mode != "unsaid" or bool(self.settings[key].mood))

    def control(self, key: str) -> Handle:
        """The slider or number box of a parameter."""
        setting, knob = self.settings[key], self.settings[key].knob
        if not setting.handle:
            body = f'number "{setting.label}"' if setting.mode == "box" else f'hsl {plain(knob.low)} {plain(knob.high)} "{setting.label}" init:{plain(setting.value)}'
            setting.handle = self.add(body)
            self.order.append(key)
            self.probes.append((setting.handle, plain(knob.test), knob.check))
        return setting.handle

    def turned(self, key: str, body: str, *sources: Handle | Cord, inlet: int = 1) -> Handle:
        """A box whose number the parameter is: as an argument, or from its control."""
        setting = self.settings[key]
        if not setting.is_turned:
            return self.add(f"{body} {plain(setting.value)}", *sources)
        argument = f" {plain(setting.value)}" if setting.mode == "box" else ""
        control = self.control(key)
        return self.add(f"{body}{argument}", *sources, self.into(inlet, control) if inlet else control)

    def lfo(self, key: str, body: str = "osc~") -> Handle:
        """An oscillator at a rate."""
        return self.turned(key, body, inlet=0)

    def becomes(self, *wet: Handle | Cord, contrast: Contrast | None = None) -> None:
        """The effect's output takes the place of the dry sound, or is mixed with it where that is asked for."""
        if self.effect.sings:
            self.signal = wet
            return
        dry = self.signal[-1]
        setting = self.settings.get("mix")
        if setting is not None and self.is_said("mix") and len(wet) == 1:
            wet = (self.mixed(dry, wet[0], setting),)
        elif self.effect.can_bypass and len(wet) == 1 and self.draw.chance(0.1):
            wet = (self.switched(dry, wet[0]),)
        self.signal = wet
        check = contrast or self.effect.contrast
        self.contrasts.append((dry, wet[-1], check))

    def mixed(self, dry: Handle | Cord, wet: Handle | Cord, setting: Setting) -> Handle:
        """Both, in proportions that a control or a number sets."""
        if setting.is_turned:
            control = self.control("mix")
            loud = self.add("*~", wet, self.into(1, control))
            soft = self.add("*~", dry, self.into(1, self.add("expr 1 - $f1", control)))
        else:
            loud, soft = self.add(f"*~ {plain(setting.value)}", wet), self.add(f"*~ {plain(round(1 - setting.value, 3))}", dry)
        return self.add("+~", soft, self.into(1, loud))

    def switched(self, dry: Handle | Cord, wet: Handle | Cord) -> Handle:
        """A toggle that lets the dry sound pass instead, or one that brings the effect in."""
        self.switch = self.draw.one(("bypass", "bypass", "effect"))
        self.bypass = self.add(f'tgl "{self.switch}"')
        off = self.add("== 0", self.bypass)
        one, other = (off, self.bypass) if self.switch == "bypass" else (self.bypass, off)
        if self.switch == "bypass":
            self.probes.append((self.bypass, "1", is_changed))
        else:
            self.starts.append((self.bypass, "1"))
        loud = self.add("*~ 1" if one == off else "*~", wet, self.into(1, one))
        soft = self.add("*~ 1" if other == off else "*~", dry, self.into(1, other))
        return self.add("+~", soft, self.into(1, loud))


def trial(request: Request) -> Trial:
    """Plays it, moves each control, takes the effect away; noise stands in for the microphone."""
    text = request.sketch.text()
    live = re.sub(r"(?m)^(\d+) adc~ 1\b", r"\1 noise~", text)
    feeds = [Feed(60, box, message) for box, message in request.starts]
    seconds = request.effect.seconds
    plainly = Trial(feeds, seconds)

    def holds(observation: Observation) -> bool:
        if request.origin.kind == "mic" and level(sound(observation)) > 1e-4:
            return False
        wet = sound(render(live, plainly)) if live != text else sound(observation)
        # Noise at full scale is louder than a microphone.
        loudest = 2.0 if request.origin.kind == "mic" else 1.0
        if not np.all(np.isfinite(wet)) or not 0.0005 < level(wet) < 0.5 * loudest or float(np.abs(wet).max()) > loudest:
            return False
        if request.effect.check is not None and not request.effect.check(wet):
            return False
        for dry, after, check in request.contrasts:
            if not check(sound(render(bypassed(live, dry, after), plainly)), wet):
                return False
        for box, message, check in request.probes:
            if not check(wet, sound(render(live, Trial([Feed(2, box, message), *feeds], seconds)))):
                return False
        return True

    return Trial(feeds, seconds, holds)
