"""Skills: conversions in both directions: pitch, level, tempo and note values, time, samples, angles, temperature, lengths, ranges of controllers."""

from __future__ import annotations

import math
from collections.abc import Callable

from patchgen_training.skills.example import Skill
from patchgen_training.skills.math_operations import truncated
from patchgen_training.skills.plain3_deeds import Deed, skills_of

KINDS = ("typed", "typed", "typed", "slid", "awaited")
TYPED_ONLY = ("typed", "typed", "awaited")
One = Callable[[float], float]


def way(
    body: str, value: One, have: tuple[str, ...], want: tuple[str, ...], means: tuple[str, ...], brief: tuple[str, ...], low: float, high: float, step: float = 1, kinds: tuple[str, ...] = KINDS
) -> Deed:  # fmt: skip
    """A conversion: what goes in, what comes out, and definitions of the result with {x}."""
    verbs = tuple(f"{verb} {one}" for one in want for verb in ("~convert {x} to", "~convert {x} into", "~turn {x} into", "~translate {x} to", "~express {x} as", "~change {x} into"))
    nouns = means + tuple(f"{one} of {{x}}" for one in want if one.startswith("the ") and " of " not in one)
    return Deed(body, lambda x, n: value(x), nouns, verbs, brief, low, high, step, None, have, kinds)


def hertz(a: float) -> One:
    """Equal temperament on a tuning note."""
    return lambda x: a * 2 ** ((x - 69) / 12)


def by(factor: float) -> One:
    """Multiplied."""
    return lambda x: x * factor


def over(factor: float) -> One:
    """Divided."""
    return lambda x: x / factor


def length_of(beats: float) -> One:
    """The ms of so many beats at a tempo."""
    return lambda bpm: 60000 / bpm * beats


def rate_of(beats: float) -> One:
    """How often so many beats fit into a second at a tempo."""
    return lambda bpm: bpm / 60 / beats


PITCH = (
    way("mtof", hertz(440), ("a MIDI note number", "a MIDI note", "a note number", "a MIDI pitch"), ("the frequency in Hz", "hertz", "a frequency", "the frequency", "cycles per second"), ("the frequency that belongs to {x}", "how many hertz {x} has", "how fast the wave of {x} swings in Hz"), ("midi to freq", "midi to hz", "note number -> hz", "mtof", "midi note to frequency", "freq of a midi note"), 30, 100),
    way("ftom", lambda x: 69 + 12 * math.log2(x / 440), ("a frequency in Hz", "a frequency", "a number of hertz", "a frequency in hertz"), ("the MIDI note number", "a MIDI note", "a MIDI pitch", "the note number", "the matching MIDI note"), ("which MIDI note {x} is", "the MIDI note that belongs to {x}", "the key number that sounds at {x}"), ("freq to midi", "hz to midi", "hz -> note number", "ftom", "frequency to midi note", "which note is this frequency"), 50, 2000),
    *(way(f"expr {a} * pow(2, ($f1 - 69) / 12)", hertz(a), ("a MIDI note number", "a MIDI note"), (f"the frequency in Hz with A tuned to {a} Hz", f"the frequency in a tuning of A = {a} Hz", f"hertz, with the concert pitch A4 at {a} Hz"), (f"the frequency {{x}} has when A4 is {a} Hz", f"the frequency of {{x}} in a {a} Hz tuning"), (f"midi to hz, A = {a}", f"mtof with A at {a}", f"{a} hz tuning: note to freq"), 40, 90) for a in (432, 442, 415, 443)),
    way("mod 12", lambda x: truncated(x, 12), ("a MIDI note number", "a MIDI note"), ("the pitch class", "its pitch class, 0 to 11", "the note inside the octave, 0 for C"), ("the pitch class of {x}, with C as 0", "the position of {x} in the octave, from 0 to 11", "how many semitones {x} is above the C below"), ("pitch class", "note in the octave", "midi note mod 12"), 20, 110),
    way("expr int($f1 / 12) - 1", lambda x: x // 12 - 1, ("a MIDI note number", "a MIDI note"), ("the octave number", "its octave, middle C being C4"), ("the octave of {x}, with 60 in octave 4", "in which octave {x} lies, 60 being C4"), ("octave of a midi note", "note to octave, 60 = C4"), 20, 110),
    way("expr pow(2, $f1 / 12)", lambda x: 2 ** (x / 12), ("an interval in semitones", "a number of semitones", "a transposition in semitones"), ("a frequency ratio", "the frequency ratio", "a playback speed", "a speed factor"), ("by what factor the frequency rises with {x}", "the speed a sample needs for {x}"), ("semitones to ratio", "semitones to speed", "semitones -> factor"), -12, 24, 1, TYPED_ONLY),
    way("expr 12 * log($f1) / log(2)", lambda x: 12 * math.log2(x), ("a frequency ratio", "a playback speed", "a ratio of two frequencies"), ("semitones", "an interval in semitones", "the interval in semitones", "the transposition in semitones"), ("how many semitones {x} makes", "by how many semitones {x} transposes"), ("ratio to semitones", "speed to semitones", "factor -> semitones"), 0.5, 4, 0.25, TYPED_ONLY),
    way("expr pow(2, $f1 / 1200)", lambda x: 2 ** (x / 1200), ("an interval in cents", "a number of cents", "a detuning in cents"), ("a frequency ratio", "the frequency ratio", "a factor for the frequency"), ("by what factor the frequency rises with {x}",), ("cents to ratio", "cents -> factor"), -1200, 1200, 50, TYPED_ONLY),
    way("expr 1200 * log($f1) / log(2)", lambda x: 1200 * math.log2(x), ("a frequency ratio", "a ratio of two frequencies"), ("cents", "an interval in cents", "the interval in cents"), ("how many cents {x} makes",), ("ratio to cents", "factor -> cents"), 0.5, 4, 0.25, TYPED_ONLY),
    way("expr pow(2, $f1)", lambda x: 2**x, ("an interval in octaves", "a number of octaves"), ("a frequency ratio", "the frequency ratio"), ("by what factor the frequency rises with {x}",), ("octaves to ratio",), 1, 6, 1, TYPED_ONLY),
    way("* 12", lambda x: x * 12, ("a number of octaves", "an interval in octaves"), ("semitones", "a number of semitones"), ("how many semitones {x} are",), ("octaves to semitones",), 1, 8, 1, TYPED_ONLY),
    way("/ 12", lambda x: x / 12, ("a number of semitones", "an interval in semitones"), ("octaves", "a number of octaves"), ("how many octaves {x} are",), ("semitones to octaves",), 6, 60, 6, TYPED_ONLY),
    way("* 100", lambda x: x * 100, ("a number of semitones", "an interval in semitones"), ("cents", "a number of cents"), ("how many cents {x} are",), ("semitones to cents",), 1, 24, 1, TYPED_ONLY),
    way("/ 100", lambda x: x / 100, ("a number of cents", "an interval in cents"), ("semitones", "a number of semitones"), ("how many semitones {x} are",), ("cents to semitones",), 100, 1200, 50, TYPED_ONLY),
)  # fmt: skip
FULL = ("where 0 dB is full scale", "with 0 dB as full scale", "where 0 dB means 1", "with 0 dB = 1", "0 dB being an amplitude of 1")
PD = ("where 100 dB is full scale, as usual in Pd", "in Pd's scale, where 100 dB means 1", "with Pd's 100 dB as full scale", "100 dB being an amplitude of 1")
LEVEL = (
    way("dbtorms", lambda x: 10 ** ((x - 100) / 20), ("a level in Pd's decibels", "a level in decibels where 100 is full scale", "a number of decibels from 0 to 100", "a level in dB (100 = full scale)"), ("the linear amplitude", "a linear gain", "an amplitude from 0 to 1", "a factor for the volume"), tuple(f"the amplitude of {{x}}, {words}" for words in PD), ("dbtorms", "db to rms (pd scale)", "dB to linear, 100 = full", "pd decibels to gain"), 40, 100),
    way("rmstodb", lambda x: 100 + 20 * math.log10(x), ("a linear amplitude", "an amplitude from 0 to 1", "a linear gain"), ("Pd's decibels", "decibels where 100 is full scale", "the level in Pd's dB", "dB on Pd's scale with 1 as 100 dB"), tuple(f"the level in dB of {{x}}, {words}" for words in PD), ("rmstodb", "rms to db (pd scale)", "linear to dB, 1 = 100", "gain to pd decibels"), 0.1, 1, 0.1, TYPED_ONLY),
    way("expr pow(10, $f1 / 20)", lambda x: 10 ** (x / 20), ("a level in dBFS", "a gain in decibels where 0 dB is full scale", "a level in dB with 0 dB as full scale", "a gain in dB, 0 dB meaning unchanged"), ("the linear amplitude", "a linear gain", "an amplitude", "a gain factor"), tuple(f"the amplitude of {{x}}, {words}" for words in FULL) + ("10 to the power of {x} divided by 20",), ("dBFS to linear", "0 dB = 1: dB to gain", "dB to gain, 0 dB = unity", "-6 dB to factor"), -40, 6, 1, TYPED_ONLY),
    way("expr 20 * log10($f1)", lambda x: 20 * math.log10(x), ("a linear amplitude", "a linear gain", "an amplitude from 0 to 1"), ("dBFS", "decibels where 0 dB is full scale", "the level in dB with 0 dB for an amplitude of 1", "decibels, 1 becoming 0 dB"), tuple(f"the level in dB of {{x}}, {words}" for words in FULL) + ("20 times the decimal logarithm of {x}",), ("linear to dBFS", "gain to dB, 1 = 0 dB", "amplitude to dB, 0 dB = full scale"), 0.1, 2, 0.15, TYPED_ONLY),
    way("/ 127", lambda x: x / 127, ("a MIDI velocity", "a MIDI value from 0 to 127", "a controller value (0-127)", "a velocity from 0 to 127"), ("a number from 0 to 1", "an amplitude between 0 and 1", "the range 0 to 1", "a gain from 0 to 1"), ("{x} as a fraction of 127",), ("velocity to amplitude", "0-127 to 0-1", "midi value to 0..1"), 1, 127),
    way("expr int($f1 * 127)", lambda x: math.floor(x * 127 + 1e-9), ("a number from 0 to 1", "an amplitude between 0 and 1", "a value between 0 and 1"), ("a MIDI value from 0 to 127", "the MIDI range 0 to 127", "a whole MIDI value", "a velocity"), ("{x} as a whole number from 0 to 127",), ("amplitude to velocity", "0-1 to 0-127", "0..1 to midi value"), 0.1, 0.9, 0.2, TYPED_ONLY),
    way("/ 100", lambda x: x / 100, ("a percentage", "a number of percent", "a percent value"), ("a fraction from 0 to 1", "a factor", "a decimal fraction"), ("{x} as a fraction of one", "{x} as a factor"), ("percent to fraction", "percent to 0-1", "% to factor"), 1, 100),
    way("* 100", lambda x: x * 100, ("a fraction from 0 to 1", "a factor between 0 and 1"), ("a percentage", "percent", "a percent value"), ("how many percent {x} is", "{x} in percent"), ("fraction to percent", "0-1 to percent", "factor to %"), 0.05, 1, 0.05, TYPED_ONLY),
    way("expr $f1 * 100 / 127", lambda x: x * 100 / 127, ("a MIDI value from 0 to 127", "a controller value from 0 to 127", "a velocity (0-127)"), ("percent", "a percentage", "a percent value"), ("how many percent of 127 {x} is",), ("midi value to percent", "0-127 to %"), 1, 127),
    way("expr $f1 * 127 / 100", lambda x: x * 127 / 100, ("a percentage", "a number of percent"), ("the MIDI range 0 to 127", "a MIDI value from 0 to 127"), ("{x} of 127",), ("percent to midi value", "% to 0-127"), 1, 100),
)  # fmt: skip
NOTES: tuple[tuple[tuple[str, ...], str, float], ...] = (
    (("a quarter note", "a quarter", "one beat", "a crotchet"), "", 1), (("an eighth note", "an eighth", "half a beat", "a quaver"), " / 2", 1 / 2), (("a sixteenth note", "a sixteenth", "a 16th note"), " / 4", 1 / 4), (("a thirty-second note", "a 32nd note", "a thirty-second"), " / 8", 1 / 8),
    (("a half note", "two beats", "a minim"), " * 2", 2), (("a whole note", "four beats", "a bar of 4/4", "a 4/4 bar"), " * 4", 4), (("a dotted quarter", "a dotted quarter note"), " * 1.5", 1.5), (("a dotted eighth", "a dotted eighth note"), " * 0.75", 0.75), (("a dotted half", "a dotted half note", "a bar of 3/4", "a 3/4 bar"), " * 3", 3),
    (("an eighth-note triplet", "a triplet eighth", "one note of an eighth triplet", "an eighth triplet"), " / 3", 1 / 3), (("a quarter-note triplet", "a triplet quarter", "one note of a quarter triplet"), " * 2 / 3", 2 / 3), (("a sixteenth triplet", "a triplet sixteenth"), " / 6", 1 / 6), (("a dotted sixteenth", "a dotted 16th note"), " * 0.375", 0.375), (("a bar of 5/4", "five beats"), " * 5", 5), (("two bars of 4/4", "eight beats"), " * 8", 8),
)  # fmt: skip
BPM = ("a tempo in bpm", "a tempo in beats per minute", "a BPM value", "a tempo", "beats per minute")


def note_lengths() -> tuple[Deed, ...]:
    """What every note value lasts in ms at a tempo, and how often it comes in a second."""
    found = []
    for names, factor, beats in NOTES:
        body = {" / 2": "expr 30000 / $f1", " / 4": "expr 15000 / $f1"}.get(factor, f"expr 60000 / $f1{factor}")
        inverse = {" / 2": " * 2", " / 4": " * 4", " * 2": " / 2", " * 4": " / 4", " * 1.5": " / 1.5", " * 0.75": " / 0.75", " * 3": " / 3", " / 3": " * 3", " * 2 / 3": " * 1.5", " / 8": " * 8", " / 6": " * 6", " * 0.375": " / 0.375", " * 5": " / 5", " * 8": " / 8"}.get(factor, "")
        ms = tuple(text.replace("{v}", name) for name in names for text in ("the length of {v} in milliseconds", "the duration of {v} in ms", "the ms of {v}", "the delay time in ms for {v}"))
        hz = tuple(text.replace("{v}", name) for name in names for text in ("the rate of {v} in Hz", "the frequency of an LFO in Hz that lasts {v}"))
        lasting = tuple(text.replace("{v}", name) for name in names for text in ("how long {v} lasts in ms at {x}", "how many milliseconds {v} takes at {x}", "the length of {v} in milliseconds at {x}", "the delay time for {v} at {x} in ms"))
        often = tuple(text.replace("{v}", name) for name in names for text in ("how often {v} fits into a second at {x}", "the rate in hertz of {v} at {x}", "the LFO rate in Hz for {v} at {x}"))
        brief_ms = tuple(text.replace("{v}", name.split(" ", 1)[1] if name.startswith(("a ", "an ")) else name) for name in names for text in ("bpm to ms, {v}", "{v} in ms", "bpm -> ms of {v}", "{v} delay time from bpm"))
        brief_hz = tuple(text.replace("{v}", name.split(" ", 1)[1] if name.startswith(("a ", "an ")) else name) for name in names for text in ("bpm to hz, {v}", "{v} rate in hz from bpm"))
        found.append(way(body, length_of(beats), BPM, ms, lasting, brief_ms, 40, 240, 5))
        found.append(way(f"expr $f1 / 60{inverse}" if factor else "/ 60", rate_of(beats), BPM, hz, often, brief_hz, 40, 240, 5))
    return tuple(found)


TEMPO = (
    way("expr 60000 / $f1", lambda x: 60000 / x, BPM, ("milliseconds per beat", "the time between two beats in ms", "the metro interval in milliseconds", "the beat length in ms"), ("how long a beat lasts at {x} in ms", "60000 divided by {x}"), ("bpm to ms", "tempo to ms", "bpm -> metro ms"), 40, 240, 5),
    way("expr 60000 / $f1", lambda x: 60000 / x, ("a beat length in milliseconds", "the time between two beats in ms", "an interval in ms", "milliseconds per beat"), ("bpm", "the tempo in bpm", "beats per minute", "a tempo in beats per minute"), ("how many beats per minute {x} makes", "the tempo that belongs to {x}"), ("ms to bpm", "milliseconds to tempo", "interval -> bpm"), 200, 2000, 50),
    way("expr 60 / $f1", lambda x: 60 / x, BPM, ("seconds per beat", "the time between two beats in seconds"), ("how long a beat lasts at {x} in seconds", "60 divided by {x}"), ("bpm to seconds", "seconds per beat"), 40, 240, 5),
    way("expr 60 / $f1", lambda x: 60 / x, ("a beat length in seconds", "the time between two beats in seconds"), ("bpm", "the tempo in bpm", "beats per minute"), ("how many beats per minute {x} makes",), ("seconds to bpm", "beat in seconds -> bpm"), 0.25, 2, 0.25, TYPED_ONLY),
    way("/ 60", lambda x: x / 60, BPM, ("Hz", "beats per second", "the beat rate in hertz"), ("how many beats per second {x} makes",), ("bpm to hz", "bpm to beats per second"), 30, 240, 6),
    way("* 60", lambda x: x * 60, ("a rate in Hz", "beats per second", "a frequency in Hz"), ("bpm", "beats per minute", "the tempo in bpm"), ("how many beats per minute {x} makes",), ("hz to bpm", "beats per second to bpm"), 0.5, 5, 0.5, TYPED_ONLY),
    way("expr 1000 / $f1", lambda x: 1000 / x, ("a frequency in Hz", "a rate in hertz", "a number of cycles per second"), ("the period in milliseconds", "the period in ms", "milliseconds per cycle", "the duration of one cycle in ms"), ("how long one cycle of {x} takes in ms", "1000 divided by {x}"), ("hz to ms", "frequency to period in ms", "period of a frequency"), 1, 500, 1),
    way("expr 1000 / $f1", lambda x: 1000 / x, ("a period in milliseconds", "a cycle length in ms", "the duration of one cycle in ms"), ("the frequency in Hz", "hertz", "cycles per second", "the rate in Hz"), ("how many cycles per second {x} gives",), ("ms to hz", "period in ms to frequency"), 2, 900, 2),
    way("expr 1 / $f1", lambda x: 1 / x, ("a frequency in Hz", "a rate in Hz"), ("the period in seconds", "seconds per cycle"), ("how many seconds one cycle of {x} takes",), ("hz to seconds", "period in seconds"), 1, 100, 1, TYPED_ONLY),
    way("expr 1 / $f1", lambda x: 1 / x, ("a period in seconds", "a cycle length in seconds"), ("the frequency in Hz", "hertz"), ("how many cycles per second {x} gives",), ("seconds to hz", "period in seconds to frequency"), 0.25, 10, 0.25, TYPED_ONLY),
)  # fmt: skip


def times() -> tuple[Deed, ...]:
    """Units of time, both ways, and samples at three rates."""
    rows = (("seconds", "milliseconds", 1000, 0.5, 20, 0.5), ("minutes", "seconds", 60, 1, 30, 0.5), ("hours", "minutes", 60, 1, 12, 0.5), ("hours", "seconds", 3600, 1, 12, 0.5), ("days", "hours", 24, 1, 30, 1), ("minutes", "milliseconds", 60000, 1, 5, 0.5), ("weeks", "days", 7, 1, 50, 1))
    found = []
    for big, small, factor, low, high, step in rows:
        have = (f"a time in {big}", f"a number of {big}", f"a duration in {big}")
        back = (f"a time in {small}", f"a number of {small}", f"a duration in {small}")
        found.append(way(f"* {factor}", by(factor), have, (small, f"the time in {small}", f"a number of {small}"), (f"how many {small} {{x}} makes", f"the {small} in {{x}}"), (f"{big} to {small}", f"{big} -> {small}", f"{big} in {small}"), low, high, step, TYPED_ONLY))
        found.append(way(f"/ {factor}", over(factor), back, (big, f"the time in {big}", f"a number of {big}"), (f"how many {big} {{x}} makes",), (f"{small} to {big}", f"{small} -> {big}", f"{small} in {big}"), factor / 4, factor * 8, factor / 4, TYPED_ONLY))
    for rate, names in ((44.1, ("44.1 kHz", "44100 Hz", "a sample rate of 44100")), (48, ("48 kHz", "48000 Hz", "a sample rate of 48000")), (96, ("96 kHz", "96000 Hz"))):
        ms = ("a time in milliseconds", "a number of milliseconds", "a delay in ms")
        count = tuple(f"a number of samples at {name}" for name in names)
        found.append(way(f"* {rate}", by(rate), ms, tuple(f"samples at {name}" for name in names), tuple(f"how many samples {{x}} takes at {name}" for name in names), tuple(f"ms to samples at {name}" for name in names), 1, 500))
        found.append(way(f"/ {rate}", over(rate), count, ("milliseconds", "the time in milliseconds", "the duration in ms"), ("how many milliseconds {x} last", "how long {x} last in ms"), tuple(f"samples to ms at {name}" for name in names), 64, 4096, 64))
    return tuple(found)


TURNS = (
    way("expr $f1 * 3.14159 / 180", math.radians, ("an angle in degrees", "a number of degrees"), ("radians", "the angle in radians", "an angle in radians"), ("how many radians {x} makes", "{x} times pi divided by 180"), ("degrees to radians", "deg to rad", "deg -> rad"), 1, 360),
    way("expr $f1 * 180 / 3.14159", math.degrees, ("an angle in radians", "a number of radians"), ("degrees", "the angle in degrees", "an angle in degrees"), ("how many degrees {x} makes", "{x} times 180 divided by pi"), ("radians to degrees", "rad to deg", "rad -> deg"), 0.1, 6, 0.1, TYPED_ONLY),
    way("/ 360", lambda x: x / 360, ("an angle in degrees", "a phase in degrees"), ("a phase from 0 to 1", "turns", "a fraction of a full circle"), ("what part of a full turn {x} is",), ("degrees to phase 0-1", "degrees to turns"), 10, 360, 10),
    way("* 360", lambda x: x * 360, ("a phase from 0 to 1", "a fraction of a full turn"), ("degrees", "an angle in degrees"), ("how many degrees {x} makes",), ("phase 0-1 to degrees", "turns to degrees"), 0.05, 1, 0.05, TYPED_ONLY),
    way("expr $f1 * 9 / 5 + 32", lambda x: x * 9 / 5 + 32, ("a temperature in Celsius", "a temperature in degrees Celsius", "a Celsius temperature"), ("Fahrenheit", "the temperature in Fahrenheit", "degrees Fahrenheit"), ("how warm {x} is in Fahrenheit",), ("celsius to fahrenheit", "C to F", "C -> F"), -20, 100),
    way("expr ($f1 - 32) * 5 / 9", lambda x: (x - 32) * 5 / 9, ("a temperature in Fahrenheit", "a temperature in degrees Fahrenheit", "a Fahrenheit temperature"), ("Celsius", "the temperature in Celsius", "degrees Celsius"), ("how warm {x} is in Celsius",), ("fahrenheit to celsius", "F to C", "F -> C"), 0, 212),
    way("+ 273.15", lambda x: x + 273.15, ("a temperature in Celsius", "a temperature in degrees Celsius"), ("kelvin", "the temperature in kelvin"), ("how many kelvin {x} is",), ("celsius to kelvin",), -20, 100),
    way("- 273.15", lambda x: x - 273.15, ("a temperature in kelvin",), ("Celsius", "degrees Celsius", "the temperature in Celsius"), ("how many degrees Celsius {x} is",), ("kelvin to celsius",), 250, 400),
)  # fmt: skip


def measures() -> tuple[Deed, ...]:
    """Lengths, weights, speeds, both ways: one unit times a factor is the other."""
    rows = (("inches", "centimetres", 2.54), ("feet", "metres", 0.3048), ("miles", "kilometres", 1.609), ("pounds", "kilograms", 0.4536), ("ounces", "grams", 28.35), ("kilometres", "metres", 1000), ("metres", "centimetres", 100), ("kilograms", "grams", 1000), ("metres per second", "kilometres per hour", 3.6), ("kilohertz", "hertz", 1000), ("bytes", "bits", 8), ("euros", "cents", 100), ("litres", "millilitres", 1000))
    found = []
    for one, other, factor in rows:
        have, back = (f"a value in {one}", f"a number of {one}"), (f"a value in {other}", f"a number of {other}")
        found.append(way(f"* {factor}", by(factor), have, (other, f"a number of {other}"), (f"how many {other} {{x}} is",), (f"{one} to {other}", f"{one} -> {other}", f"{one} in {other}"), 1, 90, 1, TYPED_ONLY))
        found.append(way(f"/ {factor}", over(factor), back, (one, f"a number of {one}"), (f"how many {one} {{x}} is",), (f"{other} to {one}", f"{other} -> {one}", f"{other} in {one}"), 1, 900, 1, TYPED_ONLY))
    return tuple(found)


TABLES: dict[str, tuple[Deed, ...]] = {
    "pitch": PITCH[:2], "pitch-relatives": PITCH, "levels": LEVEL[:4], "levels-and-ranges": LEVEL, "note-lengths": note_lengths()[::2], "note-rates": note_lengths()[1::2], "tempo": TEMPO, "times-and-samples": times(), "angles-and-temperatures": TURNS, "measures": measures(),
}  # fmt: skip
SKILLS: dict[str, Skill] = skills_of(TABLES)
CORE: tuple[str, ...] = ("pitch", "pitch-relatives", "levels", "levels-and-ranges", "note-lengths", "tempo", "times-and-samples")
