"""Skills: music arithmetic in plain words: note values, gains of a crossfade, nearest notes, 7-bit halves, clock times, presets."""

from __future__ import annotations

import math
from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits, shows
from patchgen_training.skills.logic_words import GrowingSlots
from patchgen_training.skills.plain2_words import filled_in, labelled, last
from patchgen_training.skills.plain_words import ended, example, fed, plainly
from patchgen_training.skills.sketch import Handle, Sketch

VALUES: tuple[tuple[tuple[str, ...], str, float], ...] = (
    (("a quarter note", "a quarter", "one beat", "a crotchet"), "", 1), (("an eighth note", "an eighth", "half a beat", "a quaver"), " / 2", 0.5), (("a sixteenth note", "a sixteenth", "a semiquaver"), " / 4", 0.25), (("a half note", "a half", "two beats", "a minim"), " * 2", 2),
    (("a whole note", "a bar of 4/4", "four beats", "a semibreve"), " * 4", 4), (("a dotted quarter", "a dotted quarter note"), " * 1.5", 1.5), (("a dotted eighth", "a dotted eighth note"), " * 0.75", 0.75), (("a dotted half", "a bar of 3/4", "three beats"), " * 3", 3),
    (("an eighth triplet", "one note of an eighth-note triplet", "a third of a beat"), " / 3", 1 / 3), (("a quarter triplet", "one note of a quarter-note triplet"), " * 2 / 3", 2 / 3), (("a thirty-second note", "a thirty-second"), " / 8", 1 / 8), (("a sixteenth triplet", "a sixth of a beat"), " / 6", 1 / 6),
)  # fmt: skip
TEMPO = ("a tempo in bpm", "a tempo entered in a number box", "a tempo in beats per minute", "a bpm value", "the tempo in a number box", "a tempo entered by the user", "bpm from a number box", "a given tempo in bpm")


def note_value(draw: Draw) -> Example:
    """How long a note lasts at a tempo, in ms, seconds, or as a rate in Hz."""
    names, factor, beats = draw.one(VALUES)
    unit = draw.one(("ms", "ms", "ms", "hertz"))
    p = Sketch()
    box = p.add("number")
    given = (60, draw.one((90, 100, 120, 140, 150)))
    if unit == "ms":
        body = {" / 2": "expr 30000 / $f1", " / 4": "expr 15000 / $f1"}.get(factor, f"expr 60000 / $f1{factor}")
        result, values = p.add(body, box), [60000 / x * beats for x in given]
        words: tuple[str, ...] = ("how long {v} lasts in milliseconds at {x}", "the length of {v} in ms for {x}", "the duration of {v} in milliseconds at {x}", "the milliseconds of {v} at {x}", "the delay time in ms of {v} at {x}")
    else:
        inverse = {" / 2": " * 2", " / 4": " * 4", " * 2": " / 2", " * 4": " / 4", " * 1.5": " / 1.5", " * 0.75": " / 0.75", " * 3": " / 3", " / 3": " * 3", " * 2 / 3": " * 1.5", " / 8": " * 8", " / 6": " * 6"}
        result, values = p.add(f"expr $f1 / 60{inverse[factor]}" if factor else "/ 60", box), [x / 60 / beats for x in given]
        words = ("the rate of {v} in Hz at {x}", "how often {v} comes per second at {x}", "the frequency in hertz of an LFO that lasts {v} at {x}", "the LFO rate in Hz that fits {v} at {x}")
    ends, holds, watch = ended(draw, p, [result], values, 1e-3)
    slots: GrowingSlots = {**ends, "v": names, "x": TEMPO, "w": words, "wi": tuple(word.replace("at {x}", "at it").replace("for {x}", "at it") for word in words)}
    clauses = ("{calc} {w}{out}", "{calc} {w}{out}", "{take} {x} and {calc} {wi}{out}", "~convert {x} to {wx}{out}", "~tell {w}{out}", "~turn {x} into {wx}{out}", "~output {w}{out}", "for {x}, {calc} {wx}{out}".replace("for {x}, {calc}", "{calc}").replace("{wx}", "{w}"))
    slots["wx"] = tuple(word.replace(" at {x}", "").replace(" for {x}", "") for word in words if word.startswith("the "))
    asks = ("{w}?{tail}", "what is {w}?{tail}" if unit == "ms" else "{w}{tail}", "i need {wx} from {x}{tail}", "{x} -> {wx}{tail}", "{x} comes in, {wx} should come out{tail}")
    asks = (asks[0].replace("{w}?", "{w}"), asks[1].replace("what is {w}?", "{w}"), *asks[2:])
    return example(plainly(draw, slots, clauses, asks), p, holds, fed(box, *given), watch)


def gains(draw: Draw) -> Example:
    """Two gains from one position, of equal power or linear."""
    is_power = draw.chance(0.6)
    name, (a, b) = draw.one((("pan", ("left", "right")), ("balance", ("left", "right")), ("crossfade", ("a", "b")), ("mix", ("dry", "wet"))))
    p = Sketch()
    is_slid = draw.chance(0.7)
    knob = p.add(f'hsl 0 1 "{name}"' if is_slid else f'number "{name}"')
    one = p.add(f'number "{a}"', p.add("expr cos($f1 * 1.5708)" if is_power else "expr 1 - $f1", knob))
    other = p.add(f'number "{b}"', p.add("expr sin($f1 * 1.5708)", knob) if is_power else knob)
    x = draw.one((0.25, 0.5, 0.75))
    values = (math.cos(x * 1.5708), math.sin(x * 1.5708)) if is_power else (1 - x, x)
    slots: GrowingSlots = {"x": (f"a {name} slider from 0 to 1", f"a slider {name} between 0 and 1", f"a {name} slider (0 to 1)") if is_slid else (f"a {name} value from 0 to 1", f"a {name} position between 0 and 1 in a number box"), "a": a, "b": b,
                    "g": ("equal-power gains", "constant-power gains", "gains with the equal-power law", "cosine and sine gains", "gains that keep the power constant") if is_power else ("linear gains", "two gains that add up to 1", "linear crossfade gains")}  # fmt: skip
    how = ("as the cosine and the sine of the position times a quarter circle", "with cos and sin", "by the equal-power law") if is_power else ("as 1 minus the position and the position itself", "that always sum to 1", "linearly")
    slots["how"] = how
    clauses = ("{calc} the {g0} for {a} and {b} from {x}", "~turn {x} into {g} {a} and {b}, shown in number boxes", "{take} {x} and ~show the {g0} {a} and {b}", "{calc} two gains {a} and {b} from {x} {how}", "~show {g} for {a} and {b} in two number boxes, set with {x}", "~convert {x} to {g} for {a} and {b}")
    slots["g0"] = tuple(g.removeprefix("two ") for g in slots["g"])
    asks = ("{g} {a}/{b} from {x}", "{x} -> {g} for {a} and {b}, in number boxes", "i need {g} for {a} and {b}, set with {x}", "how do i calculate {g} {a} and {b} from {x}?")
    return example(plainly(draw, slots, clauses, asks), p, all_of(shows(one, values[0], 1e-3), shows(other, values[1], 1e-3)), (Feed(10, knob, f"{x:g}"),), [one, other])


def nearest_note(draw: Draw) -> Example:
    """The closest note of a frequency, its distance in cents, its tuned frequency."""
    p = Sketch()
    box = p.add("number")
    exact = p.add("ftom", box)
    x = draw.one((442, 446, 452, 262, 260, 330, 220, 225, 100, 1000))
    midi = 69 + 12 * math.log2(x / 440)
    note = round(midi)
    kind = draw.one(("note", "note", "both", "cents", "frequency"))
    hz = ("a frequency in Hz", "a frequency entered in a number box", "a frequency", "a frequency in hertz from a number box", "an incoming frequency in Hz", "hertz entered by the user")
    if kind == "both":
        one = p.add('number "note"', p.add("expr round($f1)", exact))
        other = p.add('number "cents"', p.add("expr ($f1 - round($f1)) * 100", exact))
        clauses: tuple[str, ...] = ("~find the nearest MIDI note of {x} and how many cents it is off, in number boxes note and cents", "{take} {x} and ~show the closest note and the deviation in cents", "~work as a tuner for {x}: note and cents in number boxes", "~convert {x} to the nearest MIDI note plus cents", "{calc} the nearest MIDI note and the remaining cents of {x}", "~show note and cents for {x}")
        asks = ("tuner: {x} -> nearest note and cents", "which note is {x}, and how many cents off?", "nearest MIDI note and cents for {x}", "is my frequency in tune? note and cents for {x}")
        return example(plainly(draw, {"x": hz}, clauses, asks), p, all_of(shows(one, note), shows(other, (midi - note) * 100, 0.05)), fed(box, x), [one, other])
    body, value, nouns = {
        "note": ("expr round($f1)", float(note), ("the nearest MIDI note of {x}", "the MIDI note closest to {x}", "the closest note number to {x}", "the MIDI note number of {x}, rounded to a whole number")),
        "cents": ("expr ($f1 - round($f1)) * 100", (midi - note) * 100, ("how many cents {x} is away from the nearest note", "the deviation of {x} from the nearest note in cents", "by how many cents {x} is out of tune", "the cents between {x} and the nearest semitone")),
        "frequency": ("expr round($f1)", 440 * 2 ** ((note - 69) / 12), ("the frequency of the note that is nearest to {x}", "the closest tempered frequency to {x}", "{x} corrected to the nearest semitone, in Hz")),
    }[kind]  # fmt: skip
    result = p.add(body, exact)
    if kind == "frequency":
        result = p.add("mtof", result)
    ends, holds, watch = last(draw, p, result, value, 0.05 if kind == "cents" else 1e-3)
    slots: GrowingSlots = {**ends, "x": hz, "w": nouns, "wi": tuple(noun.replace("{x}", "it") for noun in nouns)}
    more = {"note": ("~round {x} to the nearest MIDI note{out}", "~convert {x} to a whole MIDI note number{out}", "~convert {x} to MIDI and ~round the note{out}"), "cents": ("~measure {w}{out}",), "frequency": ("~tune {x} to the nearest semitone{out}", "~quantise {x} to the nearest semitone, in Hz{out}", "~correct {x} to the nearest note and ~give its frequency{out}")}[kind]
    clauses = ("{calc} {w}{out}", "{calc} {w}{out}", "{take} {x} and {calc} {wi}{out}", "~output {w}{out}", *more)
    asks = ("{w}{tail}", "i need {w}{tail}", "{x} comes in, give me {wi}{tail}", "can pd tell me {w}?{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, fed(box, x), watch)


def seven_bits(draw: Draw) -> Example:
    """A 14-bit value in two halves, or two halves in one value."""
    p = Sketch()
    if draw.chance(0.5):
        box = p.add("number")
        high = p.add('number "high"', p.add("div 128", box))
        low = p.add('number "low"', p.add("mod 128", box))
        x = draw.integer(200, 16000)
        slots: GrowingSlots = {"x": ("a 14-bit value", "a 14-bit number", "a number from 0 to 16383", "a pitch bend value from 0 to 16383", "a 14-bit number entered by the user"), "h": ("the high and the low 7 bits", "its upper and lower 7 bits, high and low", "two 7-bit values, high and low", "a high and a low 7-bit byte", "most and least significant 7 bits, in the boxes high and low")}
        clauses = ("~split {x} into {h}", "{take} {x} and ~split it into {h}", "~show {x} as {h}", "~divide {x} into {h}, each in a number box", "~separate {x} into {h}", "~take {x} apart into {h}")
        asks = ("{x} into {h}", "how do i split {x} into {h}?", "MSB and LSB: {x} into {h}", "{x} -> {h}")
        return example(plainly(draw, slots, clauses, asks), p, all_of(shows(high, x // 128), shows(low, x % 128)), fed(box, x), [high, low])
    boxes, sources = labelled(p, ("high", "low"))
    a, b = draw.integer(1, 127), draw.integer(0, 127)
    ends, holds, watch = last(draw, p, p.add("expr $f1 * 128 + $f2", *sources), a * 128 + b)
    slots = {**ends, "h": ("two 7-bit values, high and low", "a high and a low 7-bit value", "the high and the low 7 bits", "two MIDI bytes high and low", "number boxes high and low (0 to 127 each)"), "v": ("a 14-bit value", "one 14-bit number", "a single number from 0 to 16383", "a 14-bit controller value")}
    clauses = ("~combine {h} into {v}{out}", "{take} {h} and ~combine them into {v}{out}", "~join {h} to {v}{out}", "{calc} {v} from {h}{out}", "~multiply the high byte by 128 and ~add the low byte, from {h}{out}", "~put {h} together into {v}{out}")
    asks = ("{h} into {v}{tail}", "how do i combine {h} into {v}?{tail}", "MSB*128+LSB: {h} to {v}{tail}", "{v} out of {h}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, filled_in(boxes, (a, b)), watch)


def clock_seconds(draw: Draw) -> Example:
    """Hours, minutes and seconds to seconds, or minutes and seconds."""
    has_hours = draw.chance(0.6)
    names = ("hours", "minutes", "seconds") if has_hours else ("minutes", "seconds")
    p = Sketch()
    boxes, sources = labelled(p, names)
    given = (draw.integer(1, 9), draw.integer(1, 59), draw.integer(1, 59)) if has_hours else (draw.integer(1, 59), draw.integer(1, 59))
    value = given[0] * 3600 + given[1] * 60 + given[2] if len(given) == 3 else given[0] * 60 + given[1]
    ends, holds, watch = last(draw, p, p.add("expr $f1 * 3600 + $f2 * 60 + $f3" if has_hours else "expr $f1 * 60 + $f2", *sources), value)
    listed = "hours, minutes and seconds" if has_hours else "minutes and seconds"
    slots: GrowingSlots = {**ends, "h": (listed, f"number boxes for {listed}", f"{listed} entered in number boxes", f"a time in {listed}"), "v": ("seconds", "a number of seconds", "the total number of seconds", "seconds only")}
    clauses = ("~convert {h} to {v}{out}", "{take} {h} and {calc} the total number of seconds{out}", "{calc} how many seconds {h} are{out}", "~turn {h} into {v}{out}", "~add up {h} as seconds{out}", "~express {h} in seconds{out}")
    asks = ("how many seconds are {h}?{tail}", "{h} to {v}{tail}", "i type in {h} and want {v}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, filled_in(boxes, given), watch)


def clock_around(draw: Draw) -> Example:
    """So many hours, notes or steps later, around a circle."""
    names, size, words = draw.one((
        (("hour", "later"), 24, ("what hour it is so many hours later on a 24-hour clock", "the hour on a 24-hour clock after some hours have passed")), (("hour", "later"), 12, ("the hour on a 12-hour clock dial (12 counts as 0) after some hours", "the position of the hour hand, 0 to 11, some hours later")),
        (("minute", "later"), 60, ("the minute of the hour some minutes later", "where the minute hand stands, 0 to 59, after some more minutes")), (("day", "later"), 7, ("the day of the week from 0 to 6 some days later", "the weekday number (0 to 6) after some days")),
        (("step", "shift"), 16, ("the step of a 16-step sequence after a shift", "a step from 0 to 15 moved by a shift, going round at the end")), (("pitch", "transpose"), 12, ("the pitch class from 0 to 11 after a transposition", "a pitch class moved by a number of semitones, modulo 12")),
        (("angle", "turn"), 360, ("an angle in degrees after a turn, from 0 to 359", "the direction in degrees after turning, going round at 360")),
    ))  # fmt: skip
    p = Sketch()
    boxes, sources = labelled(p, names)
    given = (draw.integer(size // 2, size - 1), draw.integer(size // 2, size * 2))
    ends, holds, watch = last(draw, p, p.add(f"mod {size}", p.add("+", *sources)), sum(given) % size)
    a, b = names
    slots: GrowingSlots = {**ends, "w": words, "boxes": (f"number boxes {a} and {b}", f"the number boxes {a} and {b}", f"two numbers, {a} and {b}"), "n": str(size), "a": a, "b": b}
    clauses = ("{calc} {w} from {boxes}{out}", "{take} {boxes} and {calc} {w}{out}", "~add {b} to {a} and ~take the sum modulo {n}, both from number boxes{out}", "~have {boxes} and {calc} {w}{out}", "~add the values of {boxes} and ~wrap the sum around at {n}{out}", "{calc} ({a} + {b}) modulo {n} from {boxes}{out}")
    asks = ("{w}, from {boxes}{tail}", "({a} + {b}) mod {n}, with {boxes}{tail}", "clock arithmetic: {boxes}, modulo {n}{tail}", "add {b} to {a} but go round at {n}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, filled_in(boxes, given), watch)


CHORDS: tuple[tuple[tuple[str, ...], tuple[int, ...]], ...] = (
    (("a major triad", "a major chord"), (4, 7)), (("a minor triad", "a minor chord"), (3, 7)), (("a major seventh chord",), (4, 7, 11)), (("a dominant seventh chord",), (4, 7, 10)), (("a diminished triad",), (3, 6)), (("an augmented triad",), (4, 8)), (("a minor seventh chord",), (3, 7, 10)), (("a power chord with octave",), (7, 12)), (("a suspended fourth chord",), (5, 7)),
)  # fmt: skip


def chord_notes(draw: Draw) -> Example:
    """The notes of a chord on a root, in number boxes."""
    names, steps = draw.one(CHORDS)
    p = Sketch()
    box = p.add('number "root"')
    shown: list[Handle] = [p.add("number", p.add(f"+ {step}", box)) for step in steps]
    root = draw.integer(48, 72)
    listed = ", ".join(f"+{step}" for step in steps)
    slots: GrowingSlots = {"c": names, "r": ("a root note", "a root entered in a number box", "a root note in a number box", "the MIDI note of a root"), "l": listed}
    clauses = ("{calc} the other notes of {c} on {r} and ~show them in number boxes", "{take} {r} and ~show the remaining notes of {c} ({l})", "~show the MIDI notes of {c} above {r}", "~add the intervals {l} to {r} and ~show the notes of {c}", "~display the upper notes of {c} built on {r}", "~build {c} on {r}, its upper notes shown in number boxes")
    asks = ("notes of {c} on {r}, without sound", "{c} above {r}: show the MIDI numbers ({l})", "which notes belong to {c} on {r}? show them", "i enter {r} and see the upper notes of {c}")
    return example(plainly(draw, slots, clauses, asks), p, all_of(*(emits(one, [root + step]) for one, step in zip(shown, steps, strict=True))), fed(box, root), shown)


SHIFTS: tuple[tuple[int, tuple[str, ...]], ...] = ((12, ("an octave",)), (7, ("a fifth", "a perfect fifth")), (5, ("a fourth", "a perfect fourth")), (4, ("a major third",)), (3, ("a minor third",)), (2, ("a whole tone", "a major second")), (1, ("a semitone", "a half step")), (24, ("two octaves",)), (9, ("a major sixth",)))


def shifted_note(draw: Draw) -> Example:
    """A note number, or a frequency, an interval higher or lower."""
    semitones, names = draw.one(SHIFTS)
    is_up, is_hertz = draw.chance(0.5), draw.chance(0.4)
    sign = 1 if is_up else -1
    p = Sketch()
    box = p.add("number")
    body = f"{'+' if is_up else '-'} {semitones}"
    function: Callable[[float], float] = lambda x: x + sign * semitones  # noqa: E731
    if is_hertz:
        if semitones % 12 == 0:
            body = f"{'*' if is_up else '/'} {2 ** (semitones // 12)}"
        else:
            exponent = str(semitones) if is_up else f"-{semitones}"
            body = f"expr $f1 * pow(2, {exponent} / 12.)"
        function = lambda x: x * 2 ** (sign * semitones / 12)  # noqa: E731
    given = (220, 440) if is_hertz else (draw.integer(48, 60), draw.integer(61, 80))
    ends, holds, watch = ended(draw, p, [p.add(body, box)], [function(x) for x in given], 1e-3)
    way = "up" if is_up else "down"
    slots: GrowingSlots = {**ends, "i": names, "way": way, "high": ("higher", "above it") if is_up else ("lower", "below it"), "hi": "higher" if is_up else "lower",
                    "x": ("a frequency", "a frequency in Hz", "a frequency entered in a number box", "a frequency in hertz") if is_hertz else ("a MIDI note", "a MIDI note number", "a note number entered in a number box", "a MIDI note in a number box"), "t": "the frequency" if is_hertz else "the note"}  # fmt: skip
    clauses = ("~transpose {x} {way} by {i}{out}", "~shift {x} {way} by {i}{out}", "{take} {x} and ~give {t} {i} {high}{out}", "{calc} {t} that is {i} {hi} than {x}{out}", "~move {x} {i} {way}{out}", "{take} {x}, ~transpose it {i} {way}{out}".replace("{x}, ~", "{x} and ~"), "~output {t} {i} {hi} than {x}{out}")
    asks = ("{x} {i} {way}{tail}", "{t} {i} {hi} than {x}{tail}", "i enter {x} and want {t} {i} {high}{tail}", "transpose {x} {way} {i}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, fed(box, *given), watch)


SKILLS: dict[str, Skill] = {
    "note-value": note_value, "gains-of-position": gains, "nearest-note": nearest_note, "seven-bits": seven_bits, "clock-to-seconds": clock_seconds, "clock-around": clock_around, "chord-notes": chord_notes, "note-shifted": shifted_note,
}
CORE: tuple[str, ...] = ("note-value", "gains-of-position", "nearest-note", "note-shifted")
