"""Skills: conversions between units of music, sound, time, temperature and length."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.math_long import illustrated, wordings
from patchgen_training.skills.math_operations import Operation
from patchgen_training.skills.math_sources import (
    ENTERED,
    OUTPUTS,
    Input,
    button_beside,
    constant_at_load,
    constant_on_bang,
    message_box,
    number_box,
    slider,
    weighted,
)
from patchgen_training.skills.math_tasks import Task, step
from patchgen_training.skills.sketch import Sketch


@dataclass(frozen=True)
class Conversion:
    """From one unit to another."""

    body: str
    value: Callable[[float], float]
    inputs: tuple[str, ...]
    """What the number is: "a MIDI note"."""
    fixed: tuple[str, ...]
    """What a given number is: "MIDI note {n}"."""
    targets: tuple[str, ...]
    """What it becomes: "a frequency in Hz"."""
    names: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    low: float = 1
    high: float = 100
    step: float = 1


def midi_to_hertz(note: float) -> float:
    """440 Hz for note 69."""
    return 440 * 2 ** ((note - 69) / 12)


MUSIC: tuple[Conversion, ...] = (
    Conversion("mtof", midi_to_hertz, ("a MIDI note number", "a MIDI note", "a midi pitch", "a MIDI note value"),
               ("MIDI note {n}", "the MIDI note {n}", "midi note number {n}"),
               ("a frequency in Hz", "a frequency", "Hz", "hertz", "a frequency in hertz"),
               ("MIDI to frequency", "midi note to Hz", "mtof"),
               ("the frequency of {x}", "the frequency in Hz of {x}"), 24, 100),
    Conversion("ftom", lambda x: 69 + 12 * math.log2(x / 440),
               ("a frequency", "a frequency in Hz", "a frequency in hertz"), ("{n} Hz", "a frequency of {n} Hz"),
               ("a MIDI note number", "a MIDI note", "a midi pitch", "the matching MIDI note"),
               ("frequency to MIDI", "Hz to midi note", "ftom"),
               ("the MIDI note of {x}", "the MIDI note number of {x}"), 30, 4000),
    Conversion("expr pow(2, $f1 / 12)", lambda x: 2 ** (x / 12), ("a number of semitones", "an interval in semitones"),
               ("{n} semitones", "an interval of {n} semitones"), ("a frequency ratio", "a ratio"),
               ("semitones to ratio", "semitones to frequency ratio"), ("the frequency ratio of {x}",), 2, 24),
    Conversion("expr pow(2, $f1 / 1200)", lambda x: 2 ** (x / 1200), ("a number of cents", "an interval in cents"),
               ("{n} cents",), ("a frequency ratio", "a ratio"), ("cents to ratio",),
               ("the frequency ratio of {x}",), 10, 1200, 10),
    Conversion("mod 12", lambda x: x % 12, ("a MIDI note number", "a MIDI note"), ("MIDI note {n}",),
               ("a pitch class", "a pitch class from 0 to 11"), ("MIDI note to pitch class", "pitch class"),
               ("the pitch class of {x}",), 21, 108),
    Conversion("div 12", lambda x: x // 12, ("a MIDI note number", "a MIDI note"), ("MIDI note {n}",),
               ("an octave number", "the number of its octave"), ("MIDI note to octave",),
               ("the octave number of {x}",), 21, 108),
    Conversion("expr 343 / $f1", lambda x: 343 / x, ("a frequency", "a frequency in Hz"), ("{n} Hz",),
               ("a wavelength in metres", "a wavelength in air", "a wavelength"), ("frequency to wavelength",),
               ("the wavelength of {x}",), 50, 5000, 10),
)
LEVELS: tuple[Conversion, ...] = (
    Conversion("dbtorms", lambda x: 10 ** ((x - 100) / 20), ("a level in dB", "a decibel value", "decibels"),
               ("{n} dB", "a level of {n} dB"), ("a linear amplitude", "an rms amplitude", "amplitude", "rms"),
               ("dB to rms", "decibels to amplitude"), ("the amplitude of {x}", "the rms value of {x}"), 50, 100),
    Conversion("rmstodb", lambda x: 100 + 20 * math.log10(x), ("a linear amplitude", "an rms value", "an amplitude"),
               ("an amplitude of {n}", "an rms value of {n}"), ("decibels", "dB", "a decibel value", "a level in dB"),
               ("amplitude to dB", "rms to decibels"), ("the level in dB of {x}",), 0.05, 1, 0.05),
    Conversion("/ 127", lambda x: x / 127, ("a MIDI velocity", "a MIDI value", "a controller value"),
               ("a MIDI velocity of {n}", "MIDI value {n}"), ("a value between 0 and 1", "the range 0 to 1", "a gain from 0 to 1"),
               ("MIDI velocity to amplitude", "0-127 to 0-1"), (), 1, 127),
    Conversion("expr int($f1 * 127)", lambda x: math.floor(x * 127), ("a value between 0 and 1", "a number from 0 to 1"),
               ("{n}",), ("a MIDI value from 0 to 127", "the MIDI range 0 to 127"), ("0-1 to MIDI",), (), 0.05, 0.95, 0.05),
    Conversion("/ 100", lambda x: x / 100, ("a percentage", "a percent value"), ("{n} percent", "{n}%"),
               ("a fraction", "a value between 0 and 1", "a factor"), ("percent to fraction",), (), 1, 100),
    Conversion("* 100", lambda x: x * 100, ("a fraction", "a value between 0 and 1"), ("{n}",),
               ("a percentage", "percent"), ("fraction to percent",), (), 0.05, 1, 0.05),
)
TIMES: tuple[Conversion, ...] = (
    Conversion("expr 60000 / $f1", lambda x: 60000 / x, ("a tempo in BPM", "beats per minute", "a bpm value", "a tempo"),
               ("{n} bpm", "a tempo of {n} BPM"), ("milliseconds", "milliseconds per beat", "ms", "a beat length in ms"),
               ("BPM to ms", "bpm to milliseconds"),
               ("the beat duration in milliseconds of {x}", "the length of a beat in ms of {x}"), 40, 240, 5),
    Conversion("expr 60000 / $f1", lambda x: 60000 / x, ("a beat length in ms", "a time in milliseconds per beat"),
               ("{n} ms per beat", "a beat of {n} ms"), ("BPM", "beats per minute", "a tempo in BPM"), ("ms to BPM",),
               ("the tempo in BPM of {x}",), 200, 1500, 50),
    Conversion("expr 30000 / $f1", lambda x: 30000 / x, ("a tempo in BPM", "a bpm value"), ("{n} bpm",),
               ("the length of an eighth note in ms", "eighth notes in milliseconds"), ("BPM to eighth note ms",), (),
               40, 240, 5),
    Conversion("expr 15000 / $f1", lambda x: 15000 / x, ("a tempo in BPM", "a bpm value"), ("{n} bpm",),
               ("the length of a sixteenth note in ms", "sixteenth notes in milliseconds"), ("BPM to sixteenth note ms",), (),
               40, 240, 5),
    Conversion("/ 60", lambda x: x / 60, ("a tempo in BPM", "beats per minute"), ("{n} bpm",),
               ("Hz", "a frequency in Hz", "beats per second"), ("BPM to Hz",), (), 40, 240, 6),
    Conversion("expr 1000 / $f1", lambda x: 1000 / x, ("a frequency in Hz", "a frequency", "hertz"), ("{n} Hz",),
               ("a period in milliseconds", "a period in ms", "milliseconds"), ("Hz to ms", "frequency to period"),
               ("the period in milliseconds of {x}",), 1, 1000, 5),
    Conversion("expr 1000 / $f1", lambda x: 1000 / x, ("a period in milliseconds", "a time in ms", "milliseconds"),
               ("{n} ms", "a period of {n} ms"), ("a frequency in Hz", "Hz", "hertz"), ("ms to Hz", "period to frequency"),
               ("the frequency in Hz of {x}",), 2, 1000, 5),
    Conversion("* 44.1", lambda x: x * 44.1, ("milliseconds", "a time in milliseconds", "a duration in ms"),
               ("{n} ms", "{n} milliseconds"), ("samples", "samples at 44100 Hz", "a number of samples"),
               ("ms to samples", "milliseconds to samples"), ("the number of samples in {x}",), 1, 2000, 5),
    Conversion("/ 44.1", lambda x: x / 44.1, ("a number of samples", "samples", "a length in samples"), ("{n} samples",),
               ("milliseconds", "ms", "milliseconds at 44100 Hz"), ("samples to ms", "samples to milliseconds"),
               ("the duration in ms of {x}",), 64, 48000, 64),
    Conversion("* 1000", lambda x: x * 1000, ("seconds", "a time in seconds"), ("{n} seconds", "{n} s"),
               ("milliseconds", "ms"), ("seconds to milliseconds", "s to ms"), (), 0.5, 20, 0.5),
    Conversion("/ 1000", lambda x: x / 1000, ("milliseconds", "a time in milliseconds"), ("{n} ms", "{n} milliseconds"),
               ("seconds",), ("milliseconds to seconds", "ms to s"), (), 50, 9000, 50),
    Conversion("* 60", lambda x: x * 60, ("minutes", "a time in minutes"), ("{n} minutes",), ("seconds",),
               ("minutes to seconds",), (), 1, 90),
    Conversion("/ 60", lambda x: x / 60, ("seconds", "a time in seconds"), ("{n} seconds",), ("minutes",),
               ("seconds to minutes",), (), 6, 600, 6),
    Conversion("* 60", lambda x: x * 60, ("hours", "a time in hours"), ("{n} hours",), ("minutes",),
               ("hours to minutes",), (), 1, 24),
    Conversion("* 1000", lambda x: x * 1000, ("kilohertz", "a frequency in kHz"), ("{n} kHz",), ("Hz", "hertz"),
               ("kHz to Hz",), (), 0.5, 20, 0.5),
    Conversion("/ 1000", lambda x: x / 1000, ("hertz", "a frequency in Hz"), ("{n} Hz",), ("kHz", "kilohertz"),
               ("Hz to kHz",), (), 100, 20000, 100),
)
EVERYDAY: tuple[Conversion, ...] = (
    Conversion("expr $f1 * 9 / 5 + 32", lambda x: x * 9 / 5 + 32,
               ("a temperature in Celsius", "degrees Celsius", "Celsius", "a Celsius temperature"),
               ("{n} degrees Celsius", "{n} °C"), ("Fahrenheit", "degrees Fahrenheit"),
               ("Celsius to Fahrenheit",), (), -30, 100),
    Conversion("expr ($f1 - 32) * 5 / 9", lambda x: (x - 32) * 5 / 9,
               ("a temperature in Fahrenheit", "degrees Fahrenheit", "Fahrenheit"),
               ("{n} degrees Fahrenheit", "{n} °F"), ("Celsius", "degrees Celsius"),
               ("Fahrenheit to Celsius",), (), -20, 220),
    Conversion("+ 273.15", lambda x: x + 273.15, ("a temperature in Celsius", "degrees Celsius", "Celsius"),
               ("{n} degrees Celsius",), ("Kelvin", "a temperature in Kelvin"), ("Celsius to Kelvin",), (), -50, 200),
    Conversion("- 273.15", lambda x: x - 273.15, ("a temperature in Kelvin", "Kelvin"), ("{n} Kelvin",),
               ("Celsius", "degrees Celsius"), ("Kelvin to Celsius",), (), 1, 500),
    Conversion("expr $f1 * 3.14159 / 180", math.radians, ("an angle in degrees", "degrees"),
               ("{n} degrees", "an angle of {n} degrees"), ("radians", "an angle in radians"),
               ("degrees to radians",), (), 5, 360, 5),
    Conversion("expr $f1 * 180 / 3.14159", math.degrees, ("an angle in radians", "radians"),
               ("{n} radians", "an angle of {n} radians"), ("degrees", "an angle in degrees"),
               ("radians to degrees",), (), 0.1, 6.2, 0.1),
    Conversion("* 0.621371", lambda x: x * 0.621371, ("kilometres", "a distance in km", "kilometers"),
               ("{n} km", "{n} kilometers"), ("miles",), ("km to miles", "kilometers to miles"), ()),
    Conversion("* 1.60934", lambda x: x * 1.60934, ("miles", "a distance in miles"), ("{n} miles",),
               ("kilometres", "km", "kilometers"), ("miles to km", "miles to kilometers"), ()),
    Conversion("* 2.54", lambda x: x * 2.54, ("inches", "a length in inches"), ("{n} inches",), ("centimetres", "cm"),
               ("inches to cm",), ()),
    Conversion("/ 2.54", lambda x: x / 2.54, ("centimetres", "a length in cm"), ("{n} cm",), ("inches",),
               ("cm to inches",), ()),
    Conversion("* 0.3048", lambda x: x * 0.3048, ("feet", "a length in feet"), ("{n} feet",), ("metres", "meters"),
               ("feet to meters",), ()),
    Conversion("/ 0.3048", lambda x: x / 0.3048, ("metres", "a length in meters"), ("{n} meters",), ("feet",),
               ("meters to feet",), ()),
    Conversion("* 2.20462", lambda x: x * 2.20462, ("kilograms", "a weight in kg"), ("{n} kg",), ("pounds",),
               ("kg to pounds",), ()),
    Conversion("/ 2.20462", lambda x: x / 2.20462, ("pounds", "a weight in pounds"), ("{n} pounds",),
               ("kilograms", "kg"), ("pounds to kg",), ()),
    Conversion("* 3.6", lambda x: x * 3.6, ("metres per second", "a speed in m/s"), ("{n} m/s",),
               ("kilometres per hour", "km/h"), ("m/s to km/h",), ()),
    Conversion("/ 3.6", lambda x: x / 3.6, ("kilometres per hour", "a speed in km/h"), ("{n} km/h",),
               ("metres per second", "m/s"), ("km/h to m/s",), ()),
)
Shape = Callable[[Draw, Task, Sketch], Input]
SHAPES: tuple[tuple[Shape, float], ...] = ((number_box, 6), (message_box, 2), (slider, 1.5), (button_beside, 1), (constant_on_bang, 1),
          (constant_at_load, 0.6))
TURNS = ("~convert {x} to {t}", "~convert {x} into {t}", "~turn {x} into {t}", "~translate {x} into {t}",
         "~convert {x} to {t}", "~transform {x} to {t}", "~express {x} as {t}", "~change {x} into {t}", "~convert from {x} to {t}")
RESULTS = ("the result of converting {x} to {t}", "{x} converted to {t}", "{x} expressed as {t}")


def task_of(draw: Draw, conversion: Conversion) -> Task:
    """The conversion as a task of one step."""
    verbs = tuple(turn.replace("{t}", target) for turn in TURNS for target in conversion.targets)
    turned = tuple(noun.replace("{t}", draw.one(conversion.targets)) for noun in RESULTS)
    operation = Operation(conversion.body, "", lambda x, n: conversion.value(x), (*conversion.nouns, *conversion.nouns, *turned), verbs,
                          conversion.names, conversion.low, conversion.high, conversion.step)
    one = step(draw, operation)
    return Task((one,), one.nouns, one.verbs, one.names, is_float=False)


def conversion(rows: tuple[Conversion, ...], draw: Draw) -> Example:
    """One conversion with an input and an output."""
    chosen = draw.one(rows)
    for _ in range(50):
        task, sketch = task_of(draw, chosen), Sketch()
        shape, output = weighted(draw, SHAPES), weighted(draw, OUTPUTS)
        try:
            source = shape(draw, task, sketch)
        except ValueError:
            continue
        box = source.box
        words = chosen.inputs
        if shape in (message_box, constant_on_bang, constant_at_load):
            text = draw.text(source.given[0])
            words = tuple(fixed.replace("{n}", text) for fixed in chosen.fixed)
        elif shape in (number_box, button_beside):
            words = (*words, *(f"{noun} {entered}" for noun in words[:2] for entered in draw.some(ENTERED, 5)))
        elif shape is slider:
            words = tuple(f"{noun} from {value}" for noun in chosen.inputs[:2] for value in source.nouns)
        source = replace(source, nouns=words, taken=words)
        holds, watch = output.add(sketch, sketch.add(chosen.body, box), tuple(map(task.value, source.given)))
        said = wordings(draw, task, source, output)
        if shape is number_box:
            said = illustrated(draw, said, task.value, source.given)
        return Example(said, sketch.text(), holds, source.feeds, watch, seconds=0.1)
    raise AssertionError("no input found")


SKILLS: dict[str, Skill] = {
    "midi-and-frequency": partial(conversion, MUSIC[:2]),
    "intervals": partial(conversion, MUSIC[2:]),
    "levels": partial(conversion, LEVELS),
    "tempo-and-period": partial(conversion, TIMES[:7]),
    "samples-and-seconds": partial(conversion, TIMES[7:]),
    "temperature-and-angle": partial(conversion, EVERYDAY[:6]),
    "lengths-and-weights": partial(conversion, EVERYDAY[6:]),
}
