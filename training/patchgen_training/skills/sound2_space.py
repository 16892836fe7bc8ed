"""Skills: where a sound is: equal-power and plain panning, test tones per side, detuned sides, channel strips with pan, reverb and chorus with their settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from patchgen_training.skills.audio_scene import Scene, played
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_units import an, plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example
from patchgen_training.skills.expect_audio import Sound, Step
from patchgen_training.skills.expect_audio import level as rms
from patchgen_training.skills.expect_audio_time import during, every, left, right
from patchgen_training.skills.expect_audio_time import quiet as still
from patchgen_training.skills.expect_audio_time import sounds as heard_between
from patchgen_training.skills.sketch import Handle
from patchgen_training.skills.sound2_delays import heard_input, text_of
from patchgen_training.skills.sound2_probe import begun, pulsed, tested
from patchgen_training.skills.sound_stage import (
    Voice,
    both,
    finished,
    in_hertz,
    level,
    microphone,
    named,
    noise,
    tone,
)
from patchgen_training.skills.sound_words import Control, Request


def mono(scene: Scene) -> Voice:
    """Any source in one channel."""
    kind = scene.draw.one(("white", "pink", "mic", "mic", "sine", "sine", "sawtooth"))
    if kind in ("white", "pink"):
        return noise(scene, kind)
    return microphone(scene) if kind == "mic" else tone(scene, scene.draw.one(("steady", "fixed")), kind)


def only_left(_before: Sound, after: Sound) -> bool:
    """The right side is silent."""
    return rms(after[:1]) > 3e-3 and rms(after[1:]) < 0.03 * rms(after[:1])


def only_right(_before: Sound, after: Sound) -> bool:
    """The left side is silent."""
    return rms(after[1:]) > 3e-3 and rms(after[:1]) < 0.03 * rms(after[1:])


def evenly_strong(before: Sound, _after: Sound) -> bool:
    """In the middle each side has 0.707 of what it has at its end."""
    return 0.6 < rms(before[:1]) / max(rms(_after[:1]), 1e-9) < 0.8


EQUAL = (
    "pans {what} between left and right with equal power", "places {what} in the stereo field with a constant-power pan", "distributes {what} to the two speakers so that the loudness stays the same at every position", "multiplies {what} by the cosine of the pan position for the left and by its sine for the right channel",
    "moves {what} from left to right without a drop of loudness in the middle", "uses the cosine and the sine of the position to pan {what}", "pans {what} with an equal-power law, cos for the left and sin for the right",
)  # fmt: skip
EQUAL_THINGS = ("an equal-power panner for {what}", "a constant power pan of {what}", "a sine/cosine panner for {what}", "an equal power pan control for {what}")
EQUAL_ASKS = ("my pan gets quieter in the middle, how do I pan {what} with equal power?", "I want to pan {what} with a constant loudness", "panning of {what} with cos and sin instead of linear")


def equal_power(draw: Draw) -> Example:
    """The sides follow cosine and sine of one position."""
    scene = begun(draw)
    voice = mono(scene)
    box = draw.chance(0.2)
    control = scene.add('number 0 1 "pan"' if box else 'hsl 0 1 "pan" init:0.5')
    cosine, sine = scene.add("expr cos($f1 * 1.5708)", control), scene.add("expr sin($f1 * 1.5708)", control)
    both(scene, scene.add("*~", voice.signal, scene.into(1, cosine)), scene.add("*~", voice.signal, scene.into(1, sine)))
    if not box:
        scene.steps.append(Step(control, "0", lambda before, after: only_left(before, after) and evenly_strong(before, after), "0.5"))
        scene.steps.append(Step(control, "1", only_right, "0.5"))
    controls = [*voice.controls, Control(draw.one(("pan", "pan position", "position", "panning")), "number box" if box else "slider", draw.one(("", "from 0 to 1"))), *level(scene, draw.one(("unsaid", "unsaid", "volume")) if not box else "unsaid")]
    request = Request(EQUAL, EQUAL_THINGS, EQUAL_ASKS, controls, values={"what": named(draw, voice.what), "f": in_hertz(draw, voice.frequency)})
    if not box:
        return finished(scene, request)
    check = every(during(0.15, 0.3, lambda heard: only_left(heard, heard)), during(0.45, 0.6, lambda heard: only_right(heard, heard)))
    return finished(scene, request, played([(0.02, control, "0"), (0.35, control, "1")], check, 0.65))


TEST = (
    "plays a test tone {at}, with a toggle for the left and a toggle for the right channel", "sends {tone} to the left output if one toggle is on and to the right output if another toggle is on", "switches {tone} on and off separately on the left and on the right speaker with two toggles",
    "tests the speakers with {tone}, which is switched on for each side with its own toggle", "has two toggles, one that plays {tone} on the left and one that plays it on the right", "checks whether left and right are connected correctly by sending {tone} to the side whose toggle is on",
)  # fmt: skip
TEST_THINGS = ("a speaker test with {tone} and a toggle for each side", "a left/right test tone {at} with two toggles", "{tone} with separate on/off toggles for left and right")
TEST_ASKS = ("I want to check my two speakers: {tone}, a toggle for left and one for right", "which speaker is left? I need {tone} that I can turn on for each side with a toggle")


def side_toggles(draw: Draw) -> Example:
    """One tone, two switches."""
    scene = begun(draw)
    noisy = draw.chance(0.25)
    voice = noise(scene, "pink") if noisy else tone(scene, "fixed", "sine")
    first, second = scene.add('tgl "left"'), scene.add('tgl "right"')
    both(scene, scene.add("*~", voice.signal, scene.into(1, first)), scene.add("*~", voice.signal, scene.into(1, second)))
    controls = level(scene, "unsaid")
    request = Request([text for text in TEST if not noisy or "{at}" not in text], [text for text in TEST_THINGS if not noisy or "{at}" not in text], TEST_ASKS, controls, values={"tone": named(draw, voice.what), "at": lambda: draw.one(("at {f}", "of {f}")), "f": in_hertz(draw, voice.frequency)})
    check = every(during(0.05, 0.2, lambda heard: only_left(heard, heard)), during(0.3, 0.45, lambda heard: only_right(heard, heard)))
    return finished(scene, request, played([(0.03, first, "1"), (0.25, first, "0"), (0.25, second, "1")], check, 0.5, before=0.03))


SPREAD = (
    "plays {wave} of {f} on the left and the same wave {d} higher on the right", "sends {wave} at {f} to the left speaker and {wave} detuned by {d} to the right speaker", "widens {wave} of {f} by detuning the right channel by {d}",
    "makes a wide stereo sound out of two oscillators, {f} on the left and {d} more on the right, with {wave} each", "detunes the two sides of {wave} at {f} against each other by {d}",
)  # fmt: skip
SPREAD_THINGS = ("a stereo detune of {wave} at {f}, {d} between left and right", "a wide pair of oscillators: {wave} of {f} left, {d} higher right")
SPREAD_ASKS = ("I want a fat stereo sound: {wave}, {f} in the left ear and {d} more in the right",)


def detuned_sides(draw: Draw) -> Example:
    """Two oscillators, one for each ear, a little apart."""
    scene = begun(draw)
    name = draw.one(("sawtooth", "sawtooth", "square", "triangle", "sine"))
    frequency, apart = draw.one((110, 146, 165, 196, 220, 262, 294, 330, 440)), draw.one((0.5, 1, 1.5, 2, 2.5, 3, 4, 5))
    both(scene, wave(scene, WAVEFORMS[name], plain(frequency)), wave(scene, WAVEFORMS[name], plain(frequency + apart)))
    controls = level(scene, draw.one(("unsaid", "volume", "toggle", "unsaid")))
    request = Request(SPREAD, SPREAD_THINGS, SPREAD_ASKS, controls, values={"wave": lambda: an(f"{name} wave"), "f": in_hertz(draw, frequency), "d": in_hertz(draw, apart)})
    scene.frequency = frequency
    return finished(scene, request)


ROOM = (
    "adds a reverb to {what}", "puts {what} into a room with a reverb", "plays {what} through a reverb made of several delay lines with feedback", "sends {what} through a simple reverberator", "makes {what} sound as if it were in a hall", "applies reverberation to {what}",
    "adds reverberation to {what} with four delay lines whose sum is fed back", "processes {what} with an artificial reverb",
)  # fmt: skip
ROOM_THINGS = ("a reverb for {what}", "{what} with reverb", "a hall effect on {what}", "a reverberation unit for {what}", "an adjustable reverb on {what}")
ROOM_ASKS = ("how can I make {what} sound like in a church?", "I'd like to add some room to {what}", "i need reverb on {what}, nothing else")
SIZES = ("room size", "size", "reverb time", "decay", "decay time", "length of the reverb")
MIXES = ("dry/wet mix", "mix", "wet/dry balance", "amount of reverb", "reverb amount", "balance between the dry and the reverberated sound")


def label(name: str) -> str:
    """A word of the name for the control."""
    return next((word for word in ("size", "decay", "time", "length", "balance", "amount", "mix", "speed", "rate", "depth", "width") if word in name), "mix")


def balanced(scene: Scene, dry: Handle, wet: Handle, name: str) -> None:
    """From the dry to the wet sound with one slider, which is tried."""
    control = scene.add(f'hsl 0 1 "{label(name)}" init:0.5')
    one = scene.add("*~", wet, scene.into(1, control))
    other = scene.add("*~", dry, scene.into(1, scene.add("expr 1 - $f1", control)))
    scene.signal = (scene.add("+~", other, scene.into(1, one)),)


def reverb(draw: Draw) -> Example:
    """Four delays fed back, their gain on a slider, and the mix."""
    scene = begun(draw)
    voice = heard_input(scene)
    line = scene.add("delwrite~ reverb 200", voice.signal)
    taps = [scene.add(f"delread~ reverb {time}") for time in ("29.7", "37.1", "43.3", "51.9")]
    size, mix = draw.one(SIZES), draw.one(MIXES)
    has_size = draw.chance(0.75)
    control = scene.add(f'hsl 0 0.24 "{label(size)}" init:0.22') if has_size else 0
    wet = scene.add("*~", *taps, scene.into(1, control)) if has_size else scene.add("*~ 0.22", *taps)
    scene.sketch.connect(wet, line)
    has_mix = not has_size or draw.chance(0.7)
    if has_mix:
        balanced(scene, voice.signal, wet, mix)
    else:
        scene.signal = (scene.add("+~", voice.signal, scene.into(1, wet)),)
    controls = [*([Control(size)] if has_size else []), *([Control(mix)] if has_mix else []), *level(scene, draw.one(("unsaid", "unsaid", "volume", "mute")))]
    request = Request(ROOM, ROOM_THINGS, ROOM_ASKS, controls, values={"what": named(draw, voice.what)})
    return tested(scene, request, pulsed(text_of(scene), [], [0, 0.03, 0.1], [], low=0.0005))


THICK = (
    "thickens {what} with a chorus", "adds a chorus effect to {what}", "plays {what} through a chorus, that is a delay moved by a slow oscillator", "mixes {what} with a copy whose delay time is modulated by an LFO", "makes {what} sound like several voices with a chorus",
    "processes {what} with a chorus", "delays {what} by about 20 ms, modulates this time with a sine LFO and mixes it with the direct sound",
)  # fmt: skip
THICK_THINGS = ("a chorus for {what}", "{what} with a chorus effect", "a chorus effect on {what}")
THICK_ASKS = ("how do I make {what} sound thicker with a chorus?", "chorus on {what}", "I'd like {what} with a slowly moving doubled sound")


def chorus(draw: Draw) -> Example:
    """A delay around 20 ms that moves; two or three of speed, depth and mix on sliders."""
    scene = begun(draw)
    voice = heard_input(scene)
    wanted = draw.one((("rate", "depth"), ("rate", "mix"), ("depth", "mix"), ("rate", "depth", "mix"), ("rate", "depth", "mix"), ("depth",)))
    scene.add("delwrite~ chorus 100", voice.signal)
    names = {"rate": draw.one(("rate", "speed", "LFO rate", "modulation speed")), "depth": draw.one(("depth", "modulation depth", "depth of the modulation")), "mix": draw.one(("mix", "dry/wet mix", "wet/dry mix"))}
    rate = scene.add(f'hsl 0 10 "{label(names["rate"])}" init:0.5') if "rate" in wanted else 0
    slow = scene.add("osc~", rate) if rate else scene.add("osc~ 0.5")
    depth = scene.add('hsl 0 10 "depth" init:3') if "depth" in wanted else 0
    moved = scene.add("+~ 20", scene.add("*~", slow, scene.into(1, depth)) if depth else scene.add("*~ 3", slow))
    wet = scene.add("delread4~ chorus", moved)
    if "mix" in wanted:
        balanced(scene, voice.signal, wet, names["mix"])
    else:
        scene.signal = (scene.add("+~", voice.signal, scene.into(1, wet)),)
    controls = [*(Control(names[name]) for name in wanted), *level(scene, draw.one(("unsaid", "unsaid", "volume", "mute")))]
    request = Request(THICK, THICK_THINGS, THICK_ASKS, controls, values={"what": named(draw, voice.what)})
    return tested(scene, request, pulsed(text_of(scene), [], [0, 0.02], [0.1]))


STRIPS = (
    "mixes {all} with a volume slider and a pan slider for each", "has {count} channels, {all}, with level and pan each on a slider", "lets the user set the volume and the stereo position of {all} with two sliders each", "mixes {all} in stereo, where every channel has its own volume and its own pan slider",
    "places {all} in the stereo field, with a pan slider and a level slider per channel", "works as a small stereo mixer for {all} with volume and panning per channel",
)  # fmt: skip
STRIPS_THINGS = ("a stereo mixer for {all} with volume and pan for each channel", "a {count}-channel mixer ({all}) with pan per channel", "a mixing desk for {all}, each with a fader and a pan slider")
STRIPS_ASKS = ("I want to mix {all}: a fader and a pan for each", "how do I pan every channel of a mixer separately? The channels are {all}")


def strips(draw: Draw) -> Example:
    """Two or three sources, each with volume and pan."""
    scene = begun(draw)
    kinds = draw.some(("sine", "sawtooth", "noise", "mic", "square"), draw.one((2, 2, 3)))
    voices = {kind: noise(scene, "white") if kind == "noise" else microphone(scene) if kind == "mic" else tone(scene, "steady", kind) for kind in kinds}
    lefts, rights, pans = [], [], []
    for kind, voice in voices.items():
        volume = scene.add(f'hsl 0 1 "{kind}" init:0.3')
        loud = scene.add("*~", voice.signal, scene.into(1, volume))
        pan = scene.add('hsl 0 1 "pan" init:0.5')
        lefts.append(scene.add("*~", loud, scene.into(1, scene.add("expr 1 - $f1", pan))))
        rights.append(scene.add("*~", loud, scene.into(1, pan)))
        pans.append(pan)
    both(scene, scene.add("*~ 0.5", *lefts), scene.add("*~ 0.5", *rights))
    numbers = {2: ("two", "2"), 3: ("three", "3")}[len(kinds)]

    def everything() -> str:
        words = [draw.one(voice.what) for voice in voices.values()]
        return ", ".join(words[:-1]) + " and " + words[-1]

    request = Request(STRIPS, STRIPS_THINGS, STRIPS_ASKS, (), values={"all": everything, "count": named(draw, numbers)})
    feeds = [(0.02, pan, "0") for pan in pans] + [(0.3, pan, "1") for pan in pans]
    check = every(during(0.1, 0.25, every(left(heard_between(0.003)), right(still))), during(0.4, 0.5, every(right(heard_between(0.003)), left(still))))
    chosen = played(feeds, check, 0.55)
    # The microphone is silent here beside the others, so that the check needs no noise in its place.
    return replace(finished(scene, request, chosen), holds=chosen.holds)


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "equal-power": equal_power,
    "side-toggles": side_toggles,
    "detuned-sides": detuned_sides,
    "reverb": reverb,
    "chorus": chorus,
    "strips": strips,
}

CORE: tuple[str, ...] = ("equal-power", "side-toggles", "reverb", "chorus", "audio_chains/reverb", "audio_chains/chorus", "audio_mixing_places/left-and-right")
"""Plain requests that deserve more examples than exotic ones."""
