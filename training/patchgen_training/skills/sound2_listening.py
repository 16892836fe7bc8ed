"""Skills: meters with lights, a tuner, gates with two thresholds, and loudness that steers pitch, brightness or another sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from patchgen.domains.patch.codec import decode
from patchgen.headless.engine import find_pd
from patchgen.headless.probe import Feed, Observation, observe
from patchgen_training.skills.audio_sources import WAVEFORMS, wave
from patchgen_training.skills.audio_units import an, plain
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_audio import Trial, centroid, dominant, level, sound
from patchgen_training.skills.expect_time import numbers
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.sound2_probe import begun, listening
from patchgen_training.skills.sound_levels import with_tone
from patchgen_training.skills.sound_stage import (
    MICROPHONE,
    WAVE_NAMES,
    finished,
    in_hertz,
    named,
    tone,
)
from patchgen_training.skills.sound_stage import level as leveled
from patchgen_training.skills.sound_words import Control, Request, said

LIMITED = (
    "shows the level of {what} in decibels in a number box and turns on a toggle when it is above {l} dB", "measures how loud {what} is in dB, displays it in a number box and lights a toggle while it is over {l} dB", "has a level meter in dB for {what} with a clip light that is on above {l} dB",
    "displays the loudness of {what} in decibels and, with a toggle, whether it exceeds {l} dB", "tracks the level of {what} with env~, shows it in a number box and switches a toggle on as long as it is greater than {l} dB", "monitors {what}: its level in dB goes to a number box, and a toggle is checked while the level is above {l} dB",
)  # fmt: skip
LIMITED_THINGS = ("a level meter in dB for {what} with a clip light at {l} dB", "a dB meter for {what} with a warning toggle above {l} dB", "a number box with the level of {what} in dB and a toggle that is on above {l} dB")
LIMITED_ASKS = ("how loud is {what} in dB, and is it over {l} dB? A number box and a toggle, please", "I need to see the level of {what} in dB and a light (toggle) when it is above {l} dB", "show me the decibels of {what}; if it goes over {l} dB a toggle should light up")


def meter_with_light(draw: Draw) -> Example:
    """The level in a number box and a toggle for what is too loud."""
    sketch = Sketch()
    limit = draw.one((80, 85, 90, 90, 94, 95, 97, 98))
    follower = sketch.add("env~", sketch.add("adc~ 1"))
    box = sketch.add("number", follower)
    light = sketch.add("tgl", sketch.add(f"> {limit}", follower))
    request = Request(LIMITED, LIMITED_THINGS, LIMITED_ASKS, values={"what": named(draw, MICROPHONE), "l": lambda: plain(limit)})
    text = sketch.text()

    def over(yes: bool) -> Holds:
        return lambda seen: bool(numbers(seen, box)) and numbers(seen, light)[-1:] == [float(yes)] and (numbers(seen, box)[-1] > limit) == yes

    return Example(said(draw, request), text, all_of(with_tone(text, over(True), 1.41, [], [box, light], 0.3), with_tone(text, over(False), 0.01, [], [box, light], 0.3)), (), [box, light], 0.1)


TUNER = (
    "shows the frequency of {what} in Hz in a number box", "works as a tuner that displays the pitch of {what} in hertz", "determines the frequency of {what} by counting its zero crossings and shows it in a number box", "measures the pitch of {what} in Hz and displays it in a number box",
    "detects which frequency {what} has and shows it in hertz", "counts how often {what} crosses zero upwards per second and displays this frequency", "tells the fundamental frequency of {what} in a number box, so that I can tune an instrument",
)  # fmt: skip
NOTED = (
    "shows which MIDI note {what} is closest to", "detects the pitch of {what} and displays the nearest MIDI note number in a number box", "determines the frequency of {what}, converts it to a MIDI note and rounds it to a whole number", "works as a tuner that displays the nearest MIDI note of {what}",
    "measures the frequency of {what} from its zero crossings, converts it with ftom and shows the rounded note number", "tells the MIDI note number of the pitch I sing, taken from {what}",
)  # fmt: skip
TUNER_THINGS = ("a tuner for {what}", "a pitch display in Hz for {what}", "a frequency meter for {what}", "a simple tuner that shows the frequency of {what}")
NOTED_THINGS = ("a tuner that shows the nearest MIDI note of {what}", "a pitch-to-MIDI display for {what}", "a display of the note number I sing, from {what}")


def tuner(draw: Draw) -> Example:
    """The frequency of what comes in, or the nearest note, four times a second."""
    sketch = Sketch()
    as_note = draw.chance(0.4)
    edges = sketch.add("fexpr~ $x1[0] > 0 && $x1[-1] <= 0", sketch.add("adc~ 1"))
    rate = sketch.add("*~ 44100", sketch.add("lop~ 3", edges))
    switch = sketch.add('tgl "on"')
    value = sketch.add("snapshot~", rate, sketch.add("metro 250", switch))
    if as_note:
        value = sketch.add("int", sketch.add("+ 0.5", sketch.add("ftom", value)))
    box = sketch.add("number" if as_note else 'number "Hz"', value)
    asks = ("which note am I singing? show me the MIDI number for {what}", "i want to sing into {what} and see the note number") if as_note else ("i want to tune my guitar: show me the Hz of {what}", "what pitch does {what} have? I'd like to see the frequency")
    request = Request(NOTED if as_note else TUNER, NOTED_THINGS if as_note else TUNER_THINGS, asks, [Control("", "toggle")], values={"what": named(draw, MICROPHONE)})
    text = sketch.text()
    wanted, margin = (69, 0.5) if as_note else (440, 12)

    def right(seen: Observation) -> bool:
        found = numbers(seen, box)
        return bool(found) and abs(found[-1] - wanted) <= margin

    return Example(said(draw, request), text, listening(text, right, 441, [box], [(0.01, switch, "1")], 1.6), (), [box], 0.1)


TWO_LIMITS = (
    "opens when {what} is louder than {h} dB and closes only when it falls below {l} dB", "works as a noise gate with hysteresis for {what}: it opens above {h} dB and closes below {l} dB", "lets {what} through as soon as it is above {h} dB and mutes it when it is under {l} dB",
    "gates {what} with two thresholds, {h} dB for opening and {l} dB for closing", "passes {what} when its level rises above {h} dB and stops it when the level has dropped below {l} dB, without flickering in between",
)  # fmt: skip
TWO_THINGS = ("a noise gate with hysteresis for {what} that opens at {h} dB and closes at {l} dB", "a gate for {what} with an upper threshold of {h} dB and a lower one of {l} dB")
TWO_ASKS = ("my noise gate on {what} flickers, it should open at {h} dB and close at {l} dB", "how can I make a gate for {what} that opens above {h} dB but closes only below {l} dB?")


def hysteresis(draw: Draw) -> Example:
    """A gate that opens at one level and closes at a lower one."""
    scene = begun(draw)
    high = draw.one((60, 65, 70, 75, 80))
    low = high - draw.one((5, 10, 10, 15, 20))
    microphone = scene.add("adc~ 1")
    follower = scene.add("env~", microphone)
    opened = scene.add("sel 1", scene.add(f"> {high}", follower))
    closed = scene.add("sel 1", scene.add(f"< {low}", follower))
    gate = scene.add("line~", scene.add("msg 1 20", opened), scene.add("msg 0 20", closed))
    scene.signal = (scene.add("*~", microphone, scene.into(1, gate)),)
    controls = leveled(scene, draw.one(("unsaid", "unsaid", "volume")))
    request = Request(TWO_LIMITS, TWO_THINGS, TWO_ASKS, controls, values={"what": named(draw, MICROPHONE), "h": lambda: plain(high), "l": lambda: plain(low)})
    example = finished(scene, request)
    wanted = {(low + high) / 2: False, high + 5.0: True, (low + high) / 2 + 0.1: True, low - 5.0: False}
    return replace(example, holds=all_of(example.holds, stepped(example.patch, wanted)))


def stepped(text: str, wanted: dict[float, bool]) -> Holds:
    """A steady level instead of the microphone takes these values in dB in turn; whether it is heard each time."""
    notation = text.replace("adc~ 1\n", "vline~\n", 1)
    told = [Feed(400 * i + 5, 0, plain(10 ** ((decibels - 100) / 20))) for i, decibels in enumerate(wanted)]

    def holds(_seen: Observation) -> bool:
        seen = observe(decode(notation), feeds=told, seconds=0.4 * len(wanted), pd=find_pd())
        levels = [level(sound(seen, 0.4 * i + 0.3, 0.4 * i + 0.39)) for i in range(len(wanted))]
        return all((found > 1e-4) == heard for found, heard in zip(levels, wanted.values(), strict=True))

    return holds


TO_PITCH = (
    "uses the loudness of {what} to control the pitch of {wave}", "makes {wave} higher the louder {what} is", "tracks the level of {what} and turns it into the frequency of {wave}", "lets the volume of {what} determine how high {wave} is", "tracks the amplitude of {what} and sends it to the frequency of {wave}",
)  # fmt: skip
TO_LEVEL = (
    "uses the loudness of {what} to control the volume of {wave}", "makes {wave} louder the louder {what} is", "tracks the level of {what} and plays {wave} just as loud", "lets {wave} take over the loudness of {what}", "tracks the amplitude of {what} and multiplies {wave} by it", "imposes the envelope of {what} on {wave}",
)  # fmt: skip
TO_DARK = (
    "uses the loudness of {what} to control the cutoff of a low-pass filter on {wave}", "opens a low-pass filter on {wave} further the louder {what} is", "tracks the level of {what} and turns it into the cutoff of a low-pass on {wave}", "makes {wave} brighter the louder {what} is, with a low-pass filter",
    "tracks the amplitude of {what} and moves the cutoff frequency of a filter on {wave} with it",
)  # fmt: skip
FOLLOWED: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "pitch": (TO_PITCH, ("an envelope follower on {what} that controls the pitch of {wave}", "{wave} whose pitch follows the loudness of {what}"), ("the louder I sing into {what}, the higher {wave} should be", "{what} loudness -> pitch of {wave}")),
    "level": (TO_LEVEL, ("an envelope follower on {what} that controls the volume of {wave}", "{wave} whose loudness follows {what}"), ("the louder I sing into {what}, the louder {wave} should be", "{what} loudness -> volume of {wave}")),
    "cutoff": (TO_DARK, ("an envelope follower on {what} that controls a low-pass filter on {wave}", "{wave} through a low-pass whose cutoff follows the loudness of {what}"), ("the louder I sing into {what}, the brighter {wave} should be", "{what} loudness -> cutoff of a lowpass on {wave}")),
}  # fmt: skip


def follower(aim: str) -> Callable[[Draw], Example]:
    """The microphone's loudness steers an oscillator's pitch, level or brightness."""

    def skill(draw: Draw) -> Example:
        scene = begun(draw)
        microphone = scene.add("adc~ 1")
        if aim == "level":
            strength = scene.add("line~", scene.add("msg $1 30", scene.add("dbtorms", scene.add("env~", microphone))))
            voice = tone(scene, draw.one(("steady", "fixed")), draw.one(("sine", "sawtooth", "square")))
            names, frequency = voice.what, voice.frequency
            scene.signal = (scene.add("*~", voice.signal, scene.into(1, strength)),)
        else:
            scaled = scene.add("+ 200", scene.add("* 10" if aim == "pitch" else "* 20", scene.add("env~", microphone)))
            name = draw.one(("sine", "sawtooth", "square", "triangle") if aim == "pitch" else ("sawtooth", "square"))
            names, frequency = tuple(an(text) for text in WAVE_NAMES[name]), 0
            if aim == "pitch":
                scene.signal = (wave(scene, WAVEFORMS[name], "", scaled),)
            else:
                voice = tone(scene, draw.one(("steady", "fixed")), name)
                names, frequency = voice.what, voice.frequency
                scene.signal = (scene.add("lop~", voice.signal, scene.into(1, scaled)),)
        scene.steps = []
        controls = leveled(scene, draw.one(("unsaid", "unsaid", "volume")))
        scene.steps = []
        does, things, asks = FOLLOWED[aim]
        request = Request(does, things, asks, controls, values={"what": named(draw, MICROPHONE), "wave": named(draw, names), "f": in_hertz(draw, frequency)})
        example = finished(scene, request, Trial([], 0.4, lambda seen: True))
        return replace(example, holds=rising(example.patch, aim))

    return skill


def rising(text: str, aim: str) -> Holds:
    """With a steady level of 90 dB instead of the microphone's 60, the sound is higher, louder or brighter."""
    notation = text.replace("adc~ 1\n", "vline~\n", 1)

    def holds(_seen: Observation) -> bool:
        measured = []
        for decibels in (60, 90):
            seen = observe(decode(notation), feeds=[Feed(1, 0, plain(10 ** ((decibels - 100) / 20)))], seconds=0.6, pd=find_pd())
            heard = sound(seen, 0.3, 0.6)
            measured.append(dominant(heard) if aim == "pitch" else level(heard) if aim == "level" else centroid(heard))
        return measured[1] > 1.1 * measured[0] > 0

    return holds


SKILLS: dict[str, Callable[[Draw], Example]] = {
    "meter-with-light": meter_with_light,
    "tuner": tuner,
    "hysteresis": hysteresis,
    **{f"follow-{aim}": follower(aim) for aim in FOLLOWED},
}

CORE: tuple[str, ...] = ("meter-with-light", "tuner", "follow-pitch", "follow-level", "audio_meters/noise-gate", "audio_meters/level-number")
"""Plain requests that deserve more examples than exotic ones."""
