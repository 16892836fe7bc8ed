"""Skills: more of a musician's conversions: less common units, two inputs, several results at once, conversions to be heard."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from patchgen.headless.probe import Feed
from patchgen_training.skills.convert_units import Conversion, conversion, midi_to_hertz
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits
from patchgen_training.skills.expect_time import crossings, loudness
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.logic_watch import loud
from patchgen_training.skills.sketch import Sketch

NOTES: tuple[Conversion, ...] = (
    Conversion("expr pow(10, $f1 / 20)", lambda x: 10 ** (x / 20), ("a level in dBFS", "a decibel value where 0 dB is full scale", "dB relative to full scale", "a gain in dB"), ("{n} dBFS", "a gain of {n} dB"), ("a gain factor", "a linear factor", "a multiplier for the amplitude"), ("dBFS to gain", "dB to gain factor"), ("the gain factor of {x}",), -60, 6),
    Conversion("expr 20 * log10($f1)", lambda x: 20 * math.log10(x), ("a gain factor", "a linear gain", "an amplitude factor"), ("a gain factor of {n}",), ("dBFS", "decibels relative to full scale", "dB (0 dB = 1)"), ("gain to dBFS", "factor to dB"), (), 0.05, 2, 0.05),
    Conversion("expr 12 * log($f1) / log(2)", lambda x: 12 * math.log2(x), ("a frequency ratio", "a ratio"), ("a ratio of {n}",), ("semitones", "an interval in semitones"), ("ratio to semitones",), ("the interval in semitones of {x}",), 1.05, 4, 0.05),
    Conversion("expr 1200 * log($f1) / log(2)", lambda x: 1200 * math.log2(x), ("a frequency ratio", "a ratio"), ("a ratio of {n}",), ("cents", "an interval in cents"), ("ratio to cents",), ("the interval in cents of {x}",), 1.05, 4, 0.05),
    Conversion("/ 100", lambda x: x / 100, ("cents", "an interval in cents"), ("{n} cents",), ("semitones", "half tones"), ("cents to semitones",), (), 50, 1200, 50),
    Conversion("* 100", lambda x: x * 100, ("semitones", "an interval in semitones"), ("{n} semitones",), ("cents",), ("semitones to cents",), (), 1, 24),
    Conversion("/ 12", lambda x: x / 12, ("semitones", "a number of half steps"), ("{n} semitones",), ("octaves",), ("semitones to octaves",), (), 3, 48, 3),
    Conversion("* 12", lambda x: x * 12, ("octaves", "a number of octaves"), ("{n} octaves",), ("semitones", "half steps"), ("octaves to semitones",), (), 1, 6),
    Conversion("* 2", lambda x: x * 2, ("a frequency", "a frequency in Hz"), ("{n} Hz",), ("the frequency one octave higher", "the octave above"), ("octave up",), ("the frequency an octave above {x}",), 50, 2000, 10),
    Conversion("/ 2", lambda x: x / 2, ("a frequency", "a frequency in Hz"), ("{n} Hz",), ("the frequency one octave lower", "the octave below"), ("octave down",), ("the frequency an octave below {x}",), 50, 2000, 10),
    Conversion("* 1.5", lambda x: x * 1.5, ("a frequency", "a frequency in Hz"), ("{n} Hz",), ("a pure fifth above", "the just fifth above it"), ("fifth above a frequency",), ("the frequency a pure fifth above {x}",), 50, 2000, 10),
    Conversion("+ 12", lambda x: x + 12, ("a MIDI note number", "a MIDI note"), ("MIDI note {n}",), ("the note an octave higher", "the same note one octave up"), ("note one octave up",), ("the note an octave above {x}",), 24, 96),
    Conversion("- 12", lambda x: x - 12, ("a MIDI note number", "a MIDI note"), ("MIDI note {n}",), ("the note an octave lower", "the same note one octave down"), ("note one octave down",), ("the note an octave below {x}",), 24, 96),
)  # fmt: skip
RHYTHM: tuple[Conversion, ...] = (
    Conversion("expr 60000 / $f1 * 4", lambda x: 240000 / x, ("a tempo in BPM", "bpm", "a bpm value"), ("{n} bpm",), ("the length of a 4/4 bar in ms", "a bar length in milliseconds", "the duration of one 4/4 measure in ms"), ("BPM to bar length",), (), 40, 240, 5),
    Conversion("expr 60000 / $f1 * 1.5", lambda x: 90000 / x, ("a tempo in BPM", "bpm"), ("{n} bpm",), ("the length of a dotted quarter in ms", "dotted quarter notes in milliseconds"), ("BPM to dotted quarter",), (), 40, 240, 5),
    Conversion("expr 60000 / $f1 * 0.75", lambda x: 45000 / x, ("a tempo in BPM", "bpm"), ("{n} bpm",), ("a dotted eighth delay time in ms", "the length of a dotted eighth in milliseconds"), ("BPM to dotted eighth",), (), 40, 240, 5),
    Conversion("expr 60000 / $f1 / 3", lambda x: 20000 / x, ("a tempo in BPM", "bpm"), ("{n} bpm",), ("the length of an eighth triplet in ms", "triplet eighths in milliseconds"), ("BPM to triplets",), (), 40, 240, 5),
    Conversion("expr 120000 / $f1", lambda x: 120000 / x, ("a tempo in BPM", "bpm"), ("{n} bpm",), ("the length of a half note in ms", "half notes in milliseconds"), ("BPM to half note ms",), (), 40, 240, 5),
    Conversion("* 60", lambda x: x * 60, ("a frequency in Hz", "beats per second", "Hz"), ("{n} Hz",), ("BPM", "beats per minute"), ("Hz to BPM",), ("the tempo in BPM of {x}",), 0.5, 6, 0.5),
    Conversion("* 2", lambda x: x * 2, ("a tempo in BPM", "a tempo"), ("{n} bpm",), ("double time", "twice the tempo"), ("double time",), ("the double tempo of {x}",), 40, 140, 5),
    Conversion("/ 2", lambda x: x / 2, ("a tempo in BPM", "a tempo"), ("{n} bpm",), ("half time", "half the tempo"), ("half time",), (), 40, 240, 10),
    Conversion("* 48", lambda x: x * 48, ("milliseconds", "a time in ms"), ("{n} ms",), ("samples at 48 kHz", "samples at a rate of 48000 Hz"), ("ms to samples at 48k",), (), 1, 1000, 5),
    Conversion("* 44100", lambda x: x * 44100, ("seconds", "a time in seconds"), ("{n} seconds",), ("samples", "samples at 44100 Hz", "a number of samples"), ("seconds to samples",), (), 0.5, 10, 0.5),
    Conversion("/ 44100", lambda x: x / 44100, ("samples", "a number of samples at 44.1 kHz"), ("{n} samples",), ("seconds", "a time in seconds"), ("samples to seconds",), (), 4410, 441000, 4410),
    Conversion("expr 44100 / $f1", lambda x: 44100 / x, ("a frequency in Hz", "a pitch in Hz"), ("{n} Hz",), ("the samples per cycle", "a period in samples"), ("Hz to samples per period",), (), 50, 1000, 50),
    Conversion("expr $f1 / 343 * 1000", lambda x: x / 343 * 1000, ("a distance in metres", "meters"), ("{n} meters",), ("the delay of sound in ms", "a sound delay in milliseconds"), ("distance to sound delay",), ("the time in ms that sound needs for {x}",), 1, 100),
)  # fmt: skip
RANGES: tuple[Conversion, ...] = (
    Conversion("expr $f1 / 127 * 100", lambda x: x / 127 * 100, ("a MIDI value", "a MIDI controller value (0-127)", "a velocity"), ("MIDI value {n}", "a velocity of {n}"), ("percent", "a percentage"), ("MIDI to percent", "velocity to percent"), (), 1, 127),
    Conversion("expr int($f1 / 100 * 127)", lambda x: math.floor(x / 100 * 127), ("a percentage", "percent"), ("{n} percent", "{n}%"), ("a MIDI value from 0 to 127", "the MIDI range 0-127"), ("percent to MIDI",), (), 1, 99),
    Conversion("expr $f1 / 127 * 2 - 1", lambda x: x / 127 * 2 - 1, ("a MIDI pan value", "a MIDI value from 0 to 127"), ("MIDI value {n}",), ("a range of -1 to 1", "a pan position from -1 to 1"), ("MIDI to -1..1",), (), 0, 127),
    Conversion("expr ($f1 - 8192) / 8192", lambda x: (x - 8192) / 8192, ("a MIDI pitch bend value (0-16383)", "a 14 bit pitch bend"), ("a pitch bend of {n}",), ("a range of -1 to 1",), ("pitch bend to -1..1",), (), 0, 16383, 500),
    Conversion("expr ($f1 + 1) / 2", lambda x: (x + 1) / 2, ("a value between -1 and 1", "a bipolar value (-1 to 1)"), ("{n}",), ("a value between 0 and 1", "the unipolar range 0 to 1"), ("bipolar to unipolar",), (), -0.9, 0.9, 0.1),
    Conversion("expr $f1 * 2 - 1", lambda x: x * 2 - 1, ("a value between 0 and 1", "a unipolar value (0 to 1)"), ("{n}",), ("a value between -1 and 1", "the bipolar range -1 to 1"), ("unipolar to bipolar",), (), 0.1, 0.9, 0.1),
    Conversion("expr 1 - $f1", lambda x: 1 - x, ("a value between 0 and 1", "a number from 0 to 1"), ("{n}",), ("its complement, so that 0 becomes 1 and 1 becomes 0", "one minus it"), ("invert 0-1",), (), 0.1, 0.9, 0.1),
    Conversion("expr 127 - $f1", lambda x: 127 - x, ("a MIDI value from 0 to 127", "a MIDI controller value"), ("MIDI value {n}",), ("the inverted MIDI value, 127 for 0", "the opposite MIDI value"), ("invert MIDI value",), (), 0, 127),
    Conversion("* 360", lambda x: x * 360, ("turns", "a number of rotations", "a phase from 0 to 1"), ("{n} turns",), ("degrees", "an angle in degrees"), ("turns to degrees",), (), 0.1, 3, 0.1),
    Conversion("/ 360", lambda x: x / 360, ("degrees", "an angle in degrees"), ("{n} degrees",), ("turns", "a phase from 0 to 1", "rotations"), ("degrees to phase",), (), 10, 720, 10),
    Conversion("/ 1000", lambda x: x / 1000, ("grams", "a weight in g"), ("{n} grams",), ("kilograms", "kg"), ("g to kg",), (), 50, 5000, 50),
    Conversion("/ 3600", lambda x: x / 3600, ("seconds",), ("{n} seconds",), ("hours",), ("seconds to hours",), (), 360, 7200, 360),
    Conversion("/ 100", lambda x: x / 100, ("centimetres", "a length in cm"), ("{n} cm",), ("metres", "meters"), ("cm to m",), (), 5, 500, 5),
)  # fmt: skip


@dataclass(frozen=True)
class Pairwise:
    """A conversion of two numbers."""

    first: str
    second: str
    """Labels."""
    body: str
    value: Callable[[float, float], float]
    inputs: tuple[str, ...]
    results: tuple[str, ...]
    given: tuple[float, float]


PAIRS: tuple[Pairwise, ...] = (
    Pairwise("tempo", "beats", "expr 60000 / max($f1, 1) * $f2", lambda a, b: 60000 / max(a, 1) * b, ("a tempo in bpm and a number of beats", "bpm and beats", "a bpm value and how many beats"), ("the duration in milliseconds", "how long that is in ms", "the time in ms"), (120, 6)),
    Pairwise("tempo", "bars", "expr 240 / max($f1, 1) * $f2", lambda a, b: 240 / max(a, 1) * b, ("a tempo in bpm and a number of 4/4 bars", "bpm and bars of four beats"), ("the length in seconds", "how many seconds that takes", "the duration in s"), (100, 8)),
    Pairwise("note", "cents", "expr 440 * pow(2, ($f1 + $f2 / 100 - 69) / 12)", lambda a, b: 440 * 2 ** ((a + b / 100 - 69) / 12), ("a MIDI note and a detuning in cents", "a midi note number and cents"), ("the frequency in Hz", "the frequency", "hertz"), (64, 30)),
    Pairwise("frequency", "semitones", "expr $f1 * pow(2, $f2 / 12)", lambda a, b: a * 2 ** (b / 12), ("a frequency and a number of semitones", "Hz and semitones"), ("the transposed frequency", "the frequency that many semitones higher", "the new frequency"), (440, 5)),
    Pairwise("frequency", "cents", "expr $f1 * pow(2, $f2 / 1200)", lambda a, b: a * 2 ** (b / 1200), ("a frequency and a detuning in cents", "Hz and cents"), ("the detuned frequency", "the resulting frequency"), (440, 20)),
    Pairwise("samples", "rate", "expr $f1 / max($f2, 1) * 1000", lambda a, b: a / max(b, 1) * 1000, ("a number of samples and a sample rate", "samples and the sampling rate"), ("the duration in ms", "the time in milliseconds"), (512, 48000)),
    Pairwise("time", "rate", "expr $f1 * $f2 / 1000", lambda a, b: a * b / 1000, ("a time in ms and a sample rate", "milliseconds and the sampling rate"), ("the number of samples", "the length in samples"), (250, 48000)),
    Pairwise("first", "second", "expr 12 * log(max($f2, 1.0) / max($f1, 1.0)) / log(2)", lambda a, b: 12 * math.log2(max(b, 1) / max(a, 1)), ("two frequencies", "two frequencies in Hz"), ("the interval in semitones", "how many semitones lie between them", "the distance in semitones"), (220, 330)),
    Pairwise("first", "second", "expr 1200 * log(max($f2, 1.0) / max($f1, 1.0)) / log(2)", lambda a, b: 1200 * math.log2(max(b, 1) / max(a, 1)), ("two frequencies", "two frequencies in Hz"), ("the interval in cents", "the distance in cents", "how many cents lie between them"), (440, 450)),
    Pairwise("first", "second", "expr abs($f1 - $f2)", lambda a, b: abs(a - b), ("two frequencies", "two frequencies in Hz"), ("the beat frequency", "how fast they beat", "the beating rate in Hz"), (440, 443)),
    Pairwise("fundamental", "number", "*", lambda a, b: a * b, ("a fundamental frequency and a harmonic number", "a fundamental and the number of a harmonic", "the frequency of a tone and a partial number"), ("the frequency of the harmonic", "the partial's frequency", "the frequency of that overtone"), (110, 5)),
    Pairwise("note", "transpose", "+", lambda a, b: a + b, ("a MIDI note and a transposition in semitones", "a midi note and how many semitones to transpose"), ("the transposed note", "the new MIDI note", "the resulting note number"), (60, 7)),
    Pairwise("octave", "step", "expr ($f1 + 1) * 12 + $f2", lambda a, b: (a + 1) * 12 + b, ("an octave and a pitch class from 0 to 11", "an octave number and a step (0 to 11)"), ("the MIDI note number", "the midi note"), (4, 9)),
    Pairwise("speed", "frequency", "expr $f1 / max($f2, 1)", lambda a, b: a / max(b, 1), ("the speed of sound and a frequency", "a speed in m/s and a frequency"), ("the wavelength in metres", "the wavelength"), (343, 170)),
    Pairwise("minutes", "seconds", "expr $f1 * 60 + $f2", lambda a, b: a * 60 + b, ("minutes and seconds", "a time in minutes and seconds"), ("the total in seconds", "all seconds together", "how many seconds that is"), (3, 20)),
    Pairwise("part", "whole", "expr $f1 / max($f2, 1) * 100", lambda a, b: a / max(b, 1) * 100, ("a part and a whole", "a number and a total"), ("what percentage it is", "the percentage", "how many percent that is"), (30, 120)),
    Pairwise("number", "percent", "expr $f1 * $f2 / 100", lambda a, b: a * b / 100, ("a number and a percentage", "a value and percent"), ("that percentage of the number", "the percentage of it"), (200, 15)),
)  # fmt: skip


def of_two(draw: Draw) -> Example:
    """A conversion that needs two numbers."""
    row = draw.one(PAIRS)
    p = Sketch()
    one, other = p.add(f'number "{row.first}"'), p.add(f'number "{row.second}"')
    both = p.add("t b f", other)
    a, b = row.given[0], row.given[1] + draw.integer(0, 4)
    slots, example = output_words(draw, p, p.add(row.body, one, both, p.into(1, p.out(both, 1))), [row.value(0, b), row.value(a, b)])
    slots = {**slots, "in": row.inputs, "r": row.results}
    clauses = ("~calculate {r} from {in}{out}", "~take {in} and ~calculate {r}{out}", "~compute {r} from {in}, entered in two number boxes{out}", "~work out {r} from {in}{out}", "~convert {in} to {r}{out}", "~ask for {in} and ~give {r}{out}", "~have number boxes for {in} and ~calculate {r}{out}", "~use {in} to find {r}{out}")
    asks = ("{in} in, {r} out{tail}", "i have {in} and need {r}{tail}", "{r} from {in}{tail}", "how do i get {r} from {in}?{tail}", "calculator: {in} to {r}{tail}")
    holds = example.holds
    if any(v % 1 and abs(v) > 100 for v in (row.value(a, b),)):
        wanted = [row.value(0, b), row.value(a, b)]
        holds = all_of(*(emits(handle, wanted, 2e-3) for handle in example.watch)) if example.watch else holds
    example = Example((), example.patch, holds, (), example.watch, 0.2)
    return finished(example, asked(draw, slots, clauses, ("a calculator for {r} from {in}{tail}",), asks), (Feed(10, other, f"{b:g}"), Feed(30, one, f"{a:g}")))


@dataclass(frozen=True)
class Fan:
    """One number with several conversions of it."""

    inputs: tuple[str, ...]
    given: tuple[int, ...]
    results: tuple[tuple[str, str, Callable[[float], float], tuple[str, ...]], ...]
    """Label, box, function, words."""


FANS: tuple[Fan, ...] = (
    Fan(("a tempo in bpm", "bpm", "a bpm value", "a tempo"), (60, 90, 100, 120, 150), (
        ("quarter", "expr 60000 / $f1", lambda x: 60000 / x, ("quarter notes", "a quarter")), ("eighth", "expr 30000 / $f1", lambda x: 30000 / x, ("eighth notes", "an eighth")), ("sixteenth", "expr 15000 / $f1", lambda x: 15000 / x, ("sixteenth notes", "a sixteenth")),
        ("half", "expr 120000 / $f1", lambda x: 120000 / x, ("half notes", "a half note")), ("bar", "expr 240000 / $f1", lambda x: 240000 / x, ("a 4/4 bar", "a whole bar")), ("triplet", "expr 20000 / $f1", lambda x: 20000 / x, ("eighth triplets", "a triplet eighth")))),
    Fan(("a MIDI note", "a MIDI note number", "a midi note"), (60, 57, 69, 64, 81), (
        ("frequency", "mtof", midi_to_hertz, ("its frequency", "the frequency in Hz")), ("octave", "expr int($f1 / 12) - 1", lambda x: x // 12 - 1, ("the octave", "the octave number (C4 = 60)")), ("class", "mod 12", lambda x: x % 12, ("the pitch class", "the pitch class (0 to 11)")))),
    Fan(("a frequency", "a frequency in Hz"), (100, 200, 250, 400, 440), (
        ("note", "ftom", lambda x: 69 + 12 * math.log2(x / 440), ("the MIDI note", "the note number")), ("period", "expr 1000 / $f1", lambda x: 1000 / x, ("the period in ms", "the period")), ("wavelength", "expr 343 / $f1", lambda x: 343 / x, ("the wavelength", "the wavelength in metres")),
        ("samples", "expr 44100 / $f1", lambda x: 44100 / x, ("the samples per period", "the period in samples")))),
    Fan(("a time in seconds", "seconds"), (75, 90, 130, 200, 3661), (
        ("minutes", "div 60", lambda x: x // 60, ("full minutes", "the minutes")), ("seconds", "mod 60", lambda x: x % 60, ("the remaining seconds", "the seconds left over")))),
    Fan(("a number", "a number i type in", "an input number"), (9, 16, 25, 4, 36), (
        ("double", "* 2", lambda x: 2 * x, ("its double", "the double")), ("half", "/ 2", lambda x: x / 2, ("its half", "the half")), ("square", "expr $f1 * $f1", lambda x: x * x, ("its square", "the square")), ("root", "sqrt", math.sqrt, ("its square root", "the root")),
        ("negative", "* -1", lambda x: -x, ("its negative", "the negative")), ("remainder", "mod 10", lambda x: x % 10, ("its last digit", "the remainder of a division by 10")))),
    Fan(("a note length in ms", "milliseconds"), (250, 500, 1000, 125), (
        ("seconds", "/ 1000", lambda x: x / 1000, ("seconds",)), ("samples", "* 44.1", lambda x: x * 44.1, ("samples", "samples at 44.1 kHz")), ("hertz", "expr 1000 / $f1", lambda x: 1000 / x, ("Hz", "the rate in Hz")), ("tempo", "expr 60000 / $f1", lambda x: 60000 / x, ("bpm", "the tempo in BPM")))),
)  # fmt: skip


def fan(draw: Draw) -> Example:
    """Two or three results of one number, each in its own box."""
    row = draw.one((*FANS, FANS[0], FANS[4]))
    chosen = draw.some(row.results, draw.one((2, 2, 3)))
    x = draw.one(row.given)
    p = Sketch()
    box = p.add("number")
    shown = [p.add(f'number "{label}"', p.add(body, box)) for label, body, _, _ in chosen]

    def said() -> str:
        words = [draw.one(row_words) for _, _, _, row_words in chosen]
        return ", ".join(words[:-1]) + f" and {words[-1]}"

    is_lengths = row is FANS[0]
    lead = ("the lengths in ms of ", "the milliseconds for ", "the durations of ") if is_lengths else ("",)
    slots = {"in": row.inputs, "what": tuple(draw.one(lead) + said() for _ in range(4))}
    clauses = ("~show {what} for {in}", "~convert {in} to {what}", "~calculate {what} from {in} and ~show all results", "~take {in} and ~show {what}", "~display {what} of {in} in separate number boxes", "~turn {in} into {what}", "~output {what} for {in}, each in a number box of its own", "~compute {what} of {in} at once")
    asks = ("{in} in, {what} out", "i type {in} and want to see {what}", "{what} from {in}", "show me {what} when i enter {in}", "one number box for {in}, others for {what}")
    holds = all_of(*(emits(handle, [function(x)], 1e-3) for handle, (_, _, function, _) in zip(shown, chosen, strict=True)))
    return Example(asked(draw, slots, clauses, ("a converter from {in} to {what}", "a calculator that shows {what} for {in}"), asks), p.text(), holds, fed(box, x), shown, 0.1)


HEARD: tuple[tuple[str, str, str, Callable[[float], float], tuple[float, float], tuple[str, ...]], ...] = (
    ("number", "", "mtof", midi_to_hertz, (57, 81), ("the MIDI note in a number box", "a MIDI note from a number box", "a MIDI note that i type in", "whatever midi note number is entered")),
    ("hsl 36 84", "note", "mtof", midi_to_hertz, (45, 72), ("the MIDI note of a slider from 36 to 84", "the MIDI note set with a slider (36 to 84)", "a MIDI note chosen with a slider from 36 to 84")),
    ("hsl -12 12", "transpose", "expr {f} * pow(2, $f1 / 12)", lambda x: 2 ** (x / 12), (-12, 7), ("{f} Hz transposed by a slider from -12 to 12 semitones", "{f} Hz, transposed with a slider by up to 12 semitones up or down")),
    ("hsl -100 100", "cents", "expr {f} * pow(2, $f1 / 1200)", lambda x: 2 ** (x / 1200), (-100, 100), ("{f} Hz detuned by a slider from -100 to 100 cents", "{f} Hz with a fine tuning slider of plus or minus 100 cents")),
    ("number", "harmonic", "* {f}", lambda x: x, (2, 5), ("the harmonic of {f} Hz chosen in a number box", "a harmonic of {f} Hz, its number typed into a number box")),
    ("number", "octave", "expr {f} * pow(2, $f1)", lambda x: 2**x, (1, 2), ("{f} Hz shifted by a number of octaves from a number box", "{f} Hz, transposed by octaves with a number box")),
    ("number", "period", "expr 1000 / $f1", lambda x: 1000 / x, (2, 5), ("the frequency that belongs to a period in ms typed into a number box", "the frequency of a period in milliseconds from a number box")),
)  # fmt: skip


def heard(draw: Draw) -> Example:
    """A conversion whose result drives an oscillator."""
    kind, label, body, function, given, words = draw.one(HEARD)
    base = draw.one((110, 200, 220, 300, 440))
    scaled = "{f}" in body
    volume = draw.chance(0.4)
    p = Sketch()
    start = {"note": " init:60", "transpose": " init:0", "cents": " init:0"}.get(label, "")
    box = p.add(kind + (f' "{label}"' if label else "") + start)
    converted = p.add(body.replace("{f}", str(base)), box)
    shows = draw.chance(0.3)
    if shows:
        converted = p.add('number "frequency"', converted)
    loud(p, p.add("osc~", converted), volume)
    slots = {"what": tuple(word.replace("{f}", str(base)) for word in words), "tone": ("a sine", "a sine tone", "a tone", "a sine wave", "an oscillator"), "vol": (" with a volume slider", ", with volume control", " and ~have a volume slider") if volume else "",
             "show": (", and ~show the frequency", " and ~display the frequency in Hz", " and ~show its frequency in a number box") if shows else ""}
    clauses = ("~play {tone} at {what}{show}{vol}", "~let {tone} sound at {what}{show}{vol}", "~play {what} as {tone}{show}{vol}", "~make {what} audible as {tone}{show}{vol}", "~set the frequency of {tone} to {what}{show}{vol}", "~control {tone}: it plays {what}{show}{vol}")
    asks = ("{tone} at {what}{show}{vol}", "i want to hear {what} as {tone}{show}{vol}", "{what} -> {tone}{show}{vol}", "how do i play {what}?" if not (shows or volume) else "play {what} with {tone}{show}{vol}")
    one, two = (function(x) * (base if scaled else 1) for x in given)
    holds = all_of(crossings(one, 20, 395, 0.05), crossings(two, 415, 780, 0.05), lambda seen: loudness(seen, 20, 390) < 0.6)
    feeds = (Feed(2, box, f"{given[0]:g}"), Feed(400, box, f"{given[1]:g}"))
    return Example(asked(draw, slots, clauses, (), asks), p.text(), holds, feeds, seconds=0.8)


SKILLS: dict[str, Skill] = {
    "notes-and-ratios": partial(conversion, NOTES),
    "rhythm-and-samples": partial(conversion, RHYTHM),
    "controller-ranges": partial(conversion, RANGES),
    "conversion-of-two": of_two,
    "several-conversions": fan,
    "heard-conversion": heard,
}
