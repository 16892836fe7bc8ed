"""Skills: the conversions that everybody asks for, both directions in the same sentences, with questions, units in words and in symbols, and definitions."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.math_sources import ENTERED
from patchgen_training.skills.plain_words import ended, example, fed, plainly
from patchgen_training.skills.sketch import Sketch


@dataclass(frozen=True, slots=True)
class Way:
    """One direction of a conversion."""

    body: str
    value: Callable[[float], float]
    samples: tuple[float, ...]
    have: tuple[str, ...]
    """What goes in: "a MIDI note number"."""
    want: tuple[str, ...]
    """What comes out: "the frequency in Hz"."""
    means: tuple[str, ...]
    """Definitions of the result with {x}: "how many hertz {x} has"."""
    short: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    """Whole sentences; {n} is a number to convert."""
    exact: float = 1e-3


def amplitude(x: float) -> float:
    """Pd's decibels: 100 is full scale."""
    return 10 ** ((x - 100) / 20)


NOTES = (
    Way("mtof", lambda x: 440 * 2 ** ((x - 69) / 12), (60, 69, 45, 72), ("a MIDI note number", "a MIDI note", "a midi pitch", "a note number", "a key number of a MIDI keyboard"), ("the frequency in Hz", "its frequency", "a frequency in hertz", "the pitch in Hz", "the frequency"),
        ("how many hertz {x} has", "the frequency that belongs to {x}", "at what frequency {x} sounds", "which frequency an oscillator needs for {x}"), ("midi to hz", "mtof", "note number to frequency", "MIDI to frequency", "midi note -> hertz"),
        ("what frequency is midi note {n}? I want to type in note numbers", "which Hz belongs to a MIDI note?", "middle C is {n}, how many hertz is that? let me enter other notes too", "I have MIDI notes but need Hz for my oscillator", "i need frequencies from note numbers, not the other way round"), 2e-3),
    Way("ftom", lambda x: 69 + 12 * math.log2(x / 440), (440, 220, 100, 1000), ("a frequency in Hz", "a frequency", "a frequency in hertz", "hertz", "the frequency of an oscillator"), ("the MIDI note number", "the matching MIDI note", "a MIDI note", "a note number", "its midi pitch"),
        ("which MIDI note {x} is", "the note number that belongs to {x}", "the key number for {x}", "how high {x} is as a MIDI note"), ("hz to midi", "ftom", "frequency to note number", "frequency to MIDI", "hertz -> midi note"),
        ("what midi note is {n} Hz? I want to type in frequencies", "which MIDI note belongs to a frequency?", "{n} hertz, which note is that? let me enter other frequencies too", "I have Hz but need MIDI notes for my synth", "i need note numbers from frequencies, not the other way round")),
)
LEVELS = (
    Way("dbtorms", amplitude, (100, 80, 60, 94), ("a level in dB", "a number of decibels", "decibels", "a dB value", "a level in decibels"), ("the linear amplitude", "an amplitude", "a linear gain", "the rms amplitude", "an amplitude from 0 to 1"),
        ("how large the amplitude of {x} is", "the linear value of {x}", "the amplitude that belongs to {x}"), ("dB to amplitude", "decibels to linear", "dbtorms", "dB to rms", "dB -> gain"),
        ("how loud is {n} dB as a factor?", "my fader is in dB but [*~] needs an amplitude", "what amplitude is {n} dB? i type the decibels", "from decibels to a linear amplitude, not back")),
    Way("rmstodb", lambda x: 100 + 20 * math.log10(x), (1, 0.5, 0.1, 0.25), ("a linear amplitude", "an amplitude", "an rms amplitude", "a gain from 0 to 1", "an amplitude from 0 to 1"), ("the level in dB", "decibels", "a dB value", "the level in decibels", "a number of decibels"),
        ("how many decibels {x} is", "the level in dB of {x}", "the decibels that belong to {x}"), ("amplitude to dB", "linear to decibels", "rmstodb", "rms to dB", "gain -> dB"),
        ("how many dB is an amplitude of {n}?", "my amplitude goes from 0 to 1 but i want to read decibels", "what is {n} in dB? i type the amplitude", "from a linear amplitude to decibels, not back")),
)
TEMPO = (
    Way("expr 60000 / $f1", lambda x: 60000 / x, (120, 60, 100, 150), ("a tempo in bpm", "a tempo in beats per minute", "a BPM value", "beats per minute", "a tempo"), ("the length of a beat in milliseconds", "the time between two beats in ms", "milliseconds per beat", "the duration of one beat in ms", "the beat duration in milliseconds"),
        ("how many milliseconds one beat of {x} lasts", "how long a beat lasts in ms at {x}", "60000 divided by {x}", "the time in ms from one beat to the next at {x}"), ("bpm to ms", "tempo to milliseconds", "BPM -> ms"),
        ("how many ms is a beat at {n} bpm?", "my metro wants ms but i think in bpm", "how long is a quarter note at {n} bpm? i type the tempo", "bpm in, milliseconds out")),
    Way("expr 60000 / $f1", lambda x: 60000 / x, (500, 1000, 250, 400), ("a time in milliseconds between two beats", "the length of a beat in ms", "milliseconds per beat", "a beat duration in milliseconds"), ("the tempo in bpm", "the tempo in beats per minute", "beats per minute", "the BPM"),
        ("how many beats per minute {x} makes", "which tempo {x} belongs to", "the tempo that has {x}"), ("ms to bpm", "milliseconds to tempo", "ms -> BPM"),
        ("what bpm is a beat every {n} ms?", "i know the milliseconds between my beats but not the bpm", "a beat lasts {n} ms, what tempo is that?", "milliseconds in, bpm out")),
    Way("expr 1000 / $f1", lambda x: 1000 / x, (2, 50, 100, 440), ("a frequency in Hz", "a frequency", "a number of cycles per second", "hertz"), ("the period in milliseconds", "the duration of one cycle in ms", "the period in ms", "the length of one oscillation in ms"),
        ("how long one cycle of {x} lasts in ms", "the time in milliseconds of one period of {x}", "1000 divided by {x}"), ("Hz to ms", "frequency to period", "Hz -> ms"), ("how long does one cycle of {n} Hz last in ms?", "the period of a frequency in milliseconds, i type Hz")),
    Way("expr 1000 / $f1", lambda x: 1000 / x, (500, 20, 10, 4), ("a period in milliseconds", "the duration of one cycle in ms", "a cycle length in ms", "the length of one oscillation in ms"), ("the frequency in Hz", "the frequency", "cycles per second", "hertz"),
        ("how many cycles per second {x} gives", "the frequency of {x}", "how many hertz {x} makes"), ("ms to Hz", "period to frequency", "ms -> Hz"), ("what frequency has a period of {n} ms?", "i know how long a cycle is in ms and need the Hz")),
)
SAMPLES = (
    Way("* 44.1", lambda x: x * 44.1, (10, 100, 1000, 20), ("a time in milliseconds", "milliseconds", "a duration in ms", "a delay time in ms"), ("the number of samples at 44.1 kHz", "samples at 44100 Hz", "the length in samples at a sample rate of 44100", "samples at 44.1 kHz"),
        ("how many samples {x} takes at 44.1 kHz", "how many samples there are in {x} at 44100 Hz"), ("ms to samples", "milliseconds to samples", "ms -> samples at 44.1k"), ("how many samples are {n} ms at 44.1 kHz? I'd like to type the milliseconds", "{n} milliseconds in samples at 44100 Hz?", "i have ms and need samples (44.1 kHz)")),
    Way("/ 44.1", lambda x: x / 44.1, (441, 512, 64, 44100), ("a number of samples at 44.1 kHz", "samples at 44100 Hz", "a length in samples at a sample rate of 44100", "a block size in samples at 44.1 kHz"), ("milliseconds", "the time in milliseconds", "the duration in ms", "the time in ms"),
        ("how many milliseconds {x} last", "how long {x} last in ms", "how many ms {x} are"), ("samples to ms", "samples to milliseconds", "samples -> ms at 44.1k"), ("how many ms are {n} samples at 44.1 kHz? I'd like to type the number of samples", "{n} samples in milliseconds at 44100 Hz?", "i have samples (44.1 kHz) and need ms")),
    Way("* 1000", lambda x: x * 1000, (1, 2.5, 0.5, 3), ("a time in seconds", "seconds", "a number of seconds", "a duration in s"), ("milliseconds", "the time in milliseconds", "the time in ms", "ms"), ("how many milliseconds {x} are", "{x} expressed in milliseconds"), ("seconds to ms", "s to milliseconds", "s -> ms"), ("how many ms are {n} seconds?", "my delay needs ms but i want to type seconds")),
    Way("/ 1000", lambda x: x / 1000, (1000, 500, 2500, 100), ("a time in milliseconds", "milliseconds", "a number of milliseconds", "a duration in ms"), ("seconds", "the time in seconds", "the time in s", "a number of seconds"), ("how many seconds {x} are", "{x} expressed in seconds"), ("ms to seconds", "milliseconds to s", "ms -> s"), ("how many seconds are {n} ms?", "i type milliseconds and want seconds")),
)
INTERVALS = (
    Way("expr pow(2, $f1 / 12)", lambda x: 2 ** (x / 12), (12, 7, 1, -12), ("a number of semitones", "an interval in semitones", "semitones", "half tones"), ("the frequency ratio", "a ratio", "the factor for the frequency", "a transposition ratio", "a playback speed factor"),
        ("the frequency ratio of {x}", "by what factor a frequency changes with {x}", "2 to the power of {x} divided by 12"), ("semitones to ratio", "semitones -> factor"), ("what ratio is {n} semitones?", "by how much do i multiply a frequency to transpose it by {n} semitones? the semitones are typed in", "transposition in semitones to a playback speed")),
    Way("expr 12 * log($f1) / log(2)", lambda x: 12 * math.log2(x), (2, 1.5, 0.5, 4), ("a frequency ratio", "a ratio of two frequencies", "a transposition ratio", "a ratio"), ("semitones", "the interval in semitones", "the number of semitones", "half tones"),
        ("how many semitones {x} is", "the interval in semitones of {x}"), ("ratio to semitones", "factor -> semitones"), ("how many semitones is a ratio of {n}?", "the interval of a frequency ratio, in semitones")),
    Way("expr pow(2, $f1 / 1200)", lambda x: 2 ** (x / 1200), (1200, 100, 50, 700), ("a number of cents", "an interval in cents", "cents", "a detuning in cents"), ("the frequency ratio", "a ratio", "the factor for the frequency"),
        ("the frequency ratio of {x}", "by what factor a frequency changes with {x}"), ("cents to ratio", "cents -> factor"), ("what ratio is {n} cents?",)),
)
ANGLES = (
    Way("expr $f1 * 3.14159 / 180", math.radians, (180, 90, 45, 360), ("an angle in degrees", "degrees", "a number of degrees", "an angle of so many degrees"), ("radians", "the angle in radians", "rad", "an angle in radians"), ("how many radians {x} are", "{x} expressed in radians", "{x} times pi divided by 180"),
        ("degrees to radians", "deg to rad", "degrees -> radians"), ("what is {n} degrees in radians?", "i type degrees, i need radians", "sin wants radians but my angle is in degrees")),
    Way("expr $f1 * 180 / 3.14159", math.degrees, (3.14159, 1, 0.5, 2), ("an angle in radians", "radians", "a number of radians", "an angle in rad"), ("degrees", "the angle in degrees", "a number of degrees", "an angle in degrees"), ("how many degrees {x} are", "{x} expressed in degrees", "{x} times 180 divided by pi"),
        ("radians to degrees", "rad to deg", "radians -> degrees"), ("what is {n} radians in degrees?", "i type radians, i need degrees", "my angle is in radians but i want to read degrees")),
    Way("expr $f1 * 9 / 5 + 32", lambda x: x * 9 / 5 + 32, (0, 100, 20, -40), ("a temperature in Celsius", "degrees Celsius", "a Celsius temperature", "a temperature in °C", "a temperature in degrees Celsius"), ("Fahrenheit", "the temperature in Fahrenheit", "degrees Fahrenheit", "°F"), ("how warm {x} is in Fahrenheit", "{x} expressed in degrees Fahrenheit", "{x} times 9 divided by 5 plus 32"),
        ("Celsius to Fahrenheit", "C to F", "°C -> °F"), ("what is {n} °C in Fahrenheit? c is what i type", "it is {n} degrees Celsius, what would an American say?", "F = C * 9 / 5 + 32, c is the number i type")),
    Way("expr ($f1 - 32) * 5 / 9", lambda x: (x - 32) * 5 / 9, (32, 212, 68, -40), ("a temperature in Fahrenheit", "degrees Fahrenheit", "a Fahrenheit temperature", "a temperature in °F", "a temperature in degrees Fahrenheit"), ("Celsius", "the temperature in Celsius", "degrees Celsius", "°C"), ("how warm {x} is in Celsius", "{x} expressed in degrees Celsius", "five ninths of {x} minus 32"),
        ("Fahrenheit to Celsius", "F to C", "°F -> °C"), ("what is {n} °F in Celsius? f is what i type", "it is {n} degrees Fahrenheit, what is that for a European?", "C = (F - 32) * 5 / 9, f is the number i type")),
)
UNIT = (
    Way("/ 127", lambda x: x / 127, (127, 64, 0, 100), ("a MIDI velocity", "a MIDI value from 0 to 127", "a controller value (0-127)", "a velocity from 0 to 127", "a MIDI controller value"), ("a number from 0 to 1", "an amplitude between 0 and 1", "the range 0 to 1", "a value between 0 and 1"), ("{x} as a number from 0 to 1", "{x} divided by 127"),
        ("0-127 to 0-1", "midi value to 0..1", "velocity to amplitude"), ("my controller sends 0 to 127 and i need 0 to 1", "velocity {n} as an amplitude?")),
    Way("expr int($f1 * 127)", lambda x: math.floor(x * 127), (1, 0.5, 0.25, 0), ("a number from 0 to 1", "an amplitude between 0 and 1", "a value between 0 and 1"), ("a MIDI value from 0 to 127", "the MIDI range 0 to 127", "a whole number from 0 to 127", "a MIDI velocity"), ("{x} as a whole number from 0 to 127",),
        ("0-1 to 0-127", "0..1 to midi value", "amplitude to velocity"), ("my number goes from 0 to 1 and i need 0 to 127", "an amplitude of {n} as a velocity?")),
    Way("/ 100", lambda x: x / 100, (50, 100, 25, 5), ("a percentage", "a number of percent", "percent", "a percent value"), ("a fraction from 0 to 1", "a factor", "a value between 0 and 1", "a fraction"), ("{x} as a fraction of 1", "{x} divided by 100"), ("percent to fraction", "percent -> factor"), ("what is {n} % as a factor?", "i type percent and need 0 to 1")),
    Way("* 100", lambda x: x * 100, (0.5, 1, 0.25, 0.1), ("a fraction", "a fraction from 0 to 1", "a value between 0 and 1", "a factor"), ("a percentage", "percent", "a number of percent", "a percent value"), ("how many percent {x} is", "{x} times 100"), ("fraction to percent", "factor -> percent"), ("what is {n} in percent?", "i have 0 to 1 and need percent")),
)
CLAUSES = (
    "~convert {x} to {want}{out}", "~convert {x} into {want}{out}", "{take} {x} and ~convert it to {want}{out}", "{take} {x} and {calc} {want}{out}", "{calc} {of}{out}", "{take} {x}, {calc} {want}, and {end}", "{calc} {means}{out}", "{calc} {means}{out}",
    "~turn {x} into {want}{out}", "~translate {x} into {want}{out}", "for {x}, {calc} {want}{out}", "given {x}, ~output {want}{out}", "~let the user enter {have} and {calc} {want}{out}", "~express {x} as {want}{out}", "{take} {x}, ~convert it to {want}, and {end}",
    "when {have} is entered, {calc} {want}{out}", "~change {x} to {want}{out}", "~accept {x} and ~output {want}{out}", "~tell {means}{out}", "~use {x} to {calc0} {want}{out}",
)
TALK = (
    "{short}{tail}", "{short}, please{tail}", "i have {have} and need {want}{tail}", "what is {of}?{tail}", "i want to enter {have} and get {want}{tail}", "i need {means}{tail}", "tell me {means}{tail}", "{q}", "{q}", "{q}", "how do i get from {have} to {want}?{tail}",
    "{have} in, {want} out{tail}", "converter: {short}{tail}", "i type {have} and it should tell me {want}{tail}",
)


def converted(ways: tuple[Way, ...], draw: Draw) -> Example:
    """One of several conversions that are easily taken for one another."""
    way = draw.one(ways)
    p = Sketch()
    box = p.add("number")
    given = draw.some(way.samples, 2)
    slots, holds, watch = ended(draw, p, [p.add(way.body, box)], [way.value(x) for x in given], way.exact)
    questions = tuple(text.replace("{n}", f"{given[0]:g}") for text in way.questions)
    own = {
        **slots, "have": way.have, "x": (*way.have, *(f"{word} {entered}" for word in way.have[:3] for entered in draw.some(ENTERED, 4))), "want": way.want, "means": way.means, "short": way.short,
        "of": tuple(f"{word} of {{x}}" if word.startswith("the ") else f"{word} from {{x}}" for word in way.want), "calc0": ("calculate", "find", "work out"),
        "q": tuple(text + "{tail}" for text in questions),
    }  # fmt: skip
    return example(plainly(draw, own, CLAUSES, TALK, ("{short} converter{tail}",)), p, holds, fed(box, *given), watch)


SKILLS: dict[str, Skill] = {
    "notes-and-hertz": partial(converted, NOTES), "decibels-and-amplitude": partial(converted, LEVELS), "tempo-and-time": partial(converted, TEMPO), "samples-and-milliseconds": partial(converted, SAMPLES),
    "semitones-and-ratio": partial(converted, INTERVALS), "degrees-and-others": partial(converted, ANGLES), "ranges-of-one": partial(converted, UNIT),
}
CORE: tuple[str, ...] = (
    "notes-and-hertz", "decibels-and-amplitude", "tempo-and-time", "samples-and-milliseconds",
    "semitones-and-ratio", "degrees-and-others", "ranges-of-one", "convert_units/midi-and-frequency", "convert_units/levels",
    "convert_units/tempo-and-period", "convert_units/samples-and-seconds", "convert_units/intervals", "convert_units/temperature-and-angle",
)
