"""How loud: the last stage of a chain, from a fixed gain to sliders in decibels, mutes and switches."""

from __future__ import annotations

from collections.abc import Callable

from patchgen_training.skills.audio_part import SLIDER_WORDS, Chain, Part
from patchgen_training.skills.audio_units import share
from patchgen_training.skills.expect_audio import (
    Sound,
    Step,
    goes_silent,
    level,
    starts,
)

Level = Callable[[Chain], Part | None]

VOLUME = Part(
    does=(
        "allows for volume control", "lets me control the volume with a {knob}", "has a volume {knob}",
        "provides a {knob} for the volume", "has volume control", "offers a volume {knob}",
        "lets the user set the volume with a {knob}", "includes a volume control",
        "scales it with a volume {knob}", "lets you adjust the volume", "has an adjustable volume",
        "multiplies it by a volume {knob}", "allows the user to adjust the volume",
        "controls the output level with a volume {knob}",
    ),
    having=(
        "a volume slider", "volume control", "a volume {knob}", "adjustable volume", "a volume control",
        "a {knob} for the volume", "a slider for volume", "variable volume",
        "control over the volume", "a {knob} to set the volume",
    ),
    can=("change the volume", "set the volume with a {knob}", "adjust the volume", "turn the volume up and down"),
    short=("volume slider", "vol slider", "volume", "volume control", "volume {knob}", "vol"),
)  # fmt: skip
DECIBELS = Part(
    does=("lets me set the volume in dB with a {knob}", "has a volume {knob} in decibels",
          "controls the level in dB", "scales it by a level in decibels set with a {knob}"),
    having=("a volume {knob} in dB", "a dB {knob} for the level", "a decibel {knob}", "volume in decibels"),
    can=("set the level in dB", "change the volume in decibels with a {knob}"),
    short=("volume in dB", "dB slider", "dB volume"),
)  # fmt: skip
NUMBER = Part(
    does=("lets me set the volume in a number box", "has a number box for the volume",
          "takes the volume from a number box", "multiplies it by a volume number box"),
    having=("a volume number box", "a number box for the volume"),
    can=("type in the volume", "set the volume in a number box"),
    short=("volume number box", "number box for volume"),
)  # fmt: skip
SWITCH = Part(
    does=("can be turned on and off with a toggle", "has an on/off toggle", "is switched on and off by a toggle",
          "starts and stops with a toggle", "has a toggle to turn it on and off", "has an on/off switch"),
    having=("an on/off toggle", "a toggle to switch it on and off", "an on off switch", "an on/off switch",
            "a toggle to turn it on and off", "a toggle that starts and stops it"),
    can=("turn it on and off with a toggle", "switch it on and off", "start and stop it with a toggle"),
    short=("on/off toggle", "toggle on/off", "on off switch"),
    suffix=("when a toggle is on", "while a toggle is on", "as long as a toggle is on", "when a toggle is switched on",
            "only when a toggle is checked", "that a toggle turns on and off", "when I turn on a toggle"),
)  # fmt: skip
MUTE = Part(
    does=("can be muted with a toggle", "has a mute toggle", "has a mute switch", "lets me mute it with a toggle"),
    having=("a mute toggle", "a mute switch", "a toggle to mute it"),
    can=("mute it with a toggle", "mute it"),
    short=("mute toggle", "mute switch"),
)  # fmt: skip
BOTH = Part(
    does=("has an on/off toggle and a volume {knob}", "can be switched on and off and has a volume {knob}",
          "has a toggle to turn it on and off and volume control"),
    having=("an on/off toggle and a volume {knob}", "a volume {knob} and an on/off toggle",
            "a toggle to switch it on and off and a volume {knob}", "volume control and an on/off switch"),
    can=("turn it on and off with a toggle and change the volume", "switch it on and off and set the volume"),
    short=("on/off toggle, volume slider", "toggle on/off + volume {knob}"),
)  # fmt: skip
GAIN = Part(
    does=("scales it to {gain} of its level", "multiplies it by {gain}", "applies a gain of {gain}",
          "sets the volume to {gain}", "attenuates it to {gain}", "reduces the amplitude to {gain}"),
    having=("an amplitude of {gain}", "a gain of {gain}", "a volume of {gain}", "a fixed level of {gain}",
            "the volume at {gain}"),
    short=("gain {gain}", "volume {gain}", "amp {gain}", "*~ {gain}"),
)  # fmt: skip


VERTICAL = Part(
    does=("has a vertical volume slider", "lets me set the volume with a vertical slider", "uses a vertical slider for the volume"),
    having=("a vertical volume slider", "a vertical slider for the volume"),
    can=("set the volume with a vertical slider",), short=("vertical volume slider", "vslider for volume"),
)  # fmt: skip
SMOOTH = Part(
    does=("has a volume {knob} smoothed over {n} ms", "lets me set the volume with a {knob}, smoothed with line~ over {n} ms",
          "ramps the volume of a {knob} over {n} ms to avoid clicks"),
    having=("a volume {knob} smoothed over {n} ms", "a click-free volume {knob} ({n} ms ramp)", "a volume {knob} with {n} ms of smoothing"),
    can=("set the volume without clicks, ramped over {n} ms", "change the volume smoothly in {n} ms with a {knob}"),
    short=("smooth volume {knob} {n} ms", "volume {knob} with line~ {n} ms"),
)  # fmt: skip
BUTTONS = Part(
    does=("has a start button and a stop button", "is started and stopped with two buttons", "can be started with one button and stopped with another"),
    having=("a start button and a stop button", "start and stop buttons", "two buttons to start and stop it"),
    can=("start and stop it with two buttons", "start it with one button and stop it with another"),
    short=("start/stop buttons", "start + stop buttons"),
)  # fmt: skip
CONTROLLER = Part(
    does=("sets the volume with MIDI controller {n}", "takes its volume from MIDI CC {n}", "controls the volume with control change {n}"),
    having=("its volume controlled by MIDI CC {n}", "MIDI controller {n} for the volume", "CC {n} as volume control"),
    can=("set the volume with MIDI CC {n}",), short=("volume from CC {n}", "midi cc{n} volume"),
)  # fmt: skip


def worded(chain: Chain, part: Part, gain: float = 0, word: str = "volume") -> Part:
    """The part with every {knob} and {gain} filled in."""

    def fill(texts: tuple[str, ...]) -> tuple[str, ...]:
        knob, amount = chain.draw.one(SLIDER_WORDS), share(chain.draw, gain)
        return tuple(text.replace("{knob}", knob).replace("{gain}", amount).replace("{n}", f"{gain:g}").replace("volume", word) for text in texts)

    return Part(
        does=fill(part.does), can=fill(part.can), short=fill(part.short), having=fill(part.having),
        suffix=part.suffix,
    )  # fmt: skip


VOLUME_WORDS = ("volume",) * 10 + ("gain", "level", "amplitude", "loudness")
"""What people call the volume; the slider is labelled with the word that the prompt uses."""


def falls_far(before: Sound, after: Sound) -> bool:
    """A tenth of the level or so is left; modulated sounds may vary by themselves."""
    return 0.003 < level(after) / max(level(before), 1e-9) < 0.6


def volume(chain: Chain) -> Part:
    """The default: a slider from 0 to 1; a vertical one where the prompt says so."""
    is_vertical = chain.draw.chance(0.08)
    word = chain.draw.one(VOLUME_WORDS)
    control = chain.add(f'{"vsl" if is_vertical else "hsl"} 0 1 "{word}" init:0.3')
    chain.mono("*~", chain.into(1, control))
    chain.steps.append(Step(control, "0.03", falls_far, "0.3"))
    chain.steps.append(Step(control, "0", goes_silent))
    return worded(chain, VERTICAL if is_vertical else VOLUME, word=word)


def smooth(chain: Chain) -> Part:
    """A slider whose steps are smoothed."""
    time = chain.draw.one((20, 30, 50, 80, 100))
    control = chain.add('hsl 0 1 "volume" init:0.3')
    ramp = chain.add("line~", chain.add(f"msg $1 {time}", control))
    chain.mono("*~", chain.into(1, ramp))
    chain.steps.append(Step(control, "0", goes_silent))
    return worded(chain, SMOOTH, time)


def buttons(chain: Chain) -> Part:
    """One button to start, another to stop."""
    chain.mono("*~ 0.2")
    start, stop = chain.add('bng "start"'), chain.add('bng "stop"')
    on, off = chain.add("msg 1", start), chain.add("msg 0", stop)
    chain.mono("*~", chain.into(1, on), chain.into(1, off))
    chain.silent = True
    chain.steps.insert(0, Step(start, "bang", starts))
    chain.steps.append(Step(stop, "bang", goes_silent))
    return worded(chain, BUTTONS)


def controller(chain: Chain) -> Part:
    """A MIDI controller."""
    number = chain.draw.one((1, 2, 7, 7, 11, 16, 20, 21, 74))
    scaled = chain.add("/ 127", chain.add(f"ctlin {number}"))
    chain.mono("*~ 0.3", chain.into(1, scaled))
    chain.steps.append(Step(scaled, "10", falls_far, "38"))
    chain.steps.append(Step(scaled, "0", goes_silent))
    return worded(chain, CONTROLLER, number)


def decibels(chain: Chain) -> Part:
    """A slider in dB below full scale."""
    control = chain.add('hsl -60 0 "volume_dB" init:-12')
    gain = chain.add("dbtorms", chain.add("+ 100", control))
    chain.mono("*~", chain.into(1, gain))
    chain.steps.append(Step(control, "-32", falls_far, "-12"))
    return worded(chain, DECIBELS)


def number(chain: Chain) -> Part:
    """A number box; 0.3 until something is typed."""
    control = chain.add('number 0 1 "volume"')
    chain.mono("*~ 0.3", chain.into(1, control))
    chain.steps.append(Step(control, "0.03", falls_far, "0.3"))
    chain.steps.append(Step(control, "0", goes_silent))
    return worded(chain, NUMBER)


def switch(chain: Chain) -> Part:
    """A toggle that starts and stops the sound."""
    chain.mono("*~ 0.2")
    control = chain.add('tgl "on"')
    chain.mono("*~", chain.into(1, control))
    chain.silent = True
    chain.steps.insert(0, Step(control, "1", starts))
    chain.steps.append(Step(control, "0", goes_silent))
    return worded(chain, SWITCH)


def mute(chain: Chain) -> Part:
    """A toggle that silences the sound."""
    chain.mono("*~ 0.2")
    control = chain.add("== 0", chain.add('tgl "mute"'))
    chain.mono("*~ 1", chain.into(1, control))
    chain.steps.append(Step(control - 1, "1", goes_silent, "0"))
    return worded(chain, MUTE)


def switch_and_volume(chain: Chain) -> Part:
    """A volume slider and a toggle."""
    control = chain.add('hsl 0 1 "volume" init:0.3')
    chain.mono("*~", chain.into(1, control))
    toggle = chain.add('tgl "on"')
    chain.mono("*~", chain.into(1, toggle))
    chain.silent = True
    chain.steps.insert(0, Step(toggle, "1", starts))
    chain.steps.append(Step(control, "0.03", falls_far, "0.3"))
    chain.steps.append(Step(toggle, "0", goes_silent))
    return worded(chain, BOTH)


def gain(chain: Chain) -> Part:
    """A level the prompt names."""
    amount = chain.draw.one((0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4))
    chain.mono(f"*~ {amount:g}")
    return worded(chain, GAIN, amount)


def unsaid(chain: Chain) -> None:
    """A gain the prompt does not speak of."""
    chain.mono("*~ 0.2")


def full(_chain: Chain) -> None:
    """No level of its own: the sound already has one."""


LEVELS: dict[str, Level] = {
    "volume": volume, "decibels": decibels, "number": number, "switch": switch, "mute": mute,
    "switch-volume": switch_and_volume, "gain": gain, "unsaid": unsaid, "smooth": smooth, "buttons": buttons,
    "controller": controller, "full": full,
}  # fmt: skip
USUAL = ("volume",) * 8 + ("unsaid",) * 6 + ("switch",) * 2 + ("switch-volume",) * 2 + (
    "gain", "mute", "number", "decibels", "smooth", "buttons",
)  # fmt: skip
