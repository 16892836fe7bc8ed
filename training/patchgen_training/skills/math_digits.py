"""Skills: bits on toggles, digits, decimals, percentages, shares of time, names of notes and days."""

from __future__ import annotations

import math
from collections.abc import Callable

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, emits, prints_all
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.logic_watch import TYPED
from patchgen_training.skills.sketch import Handle, Sketch

COUNTS = {3: "three", 4: "four", 5: "five"}


def bits_on_toggles(draw: Draw) -> Example:
    """The bits of a number as toggles."""
    count = draw.one((3, 4, 4, 5))
    p = Sketch()
    box = p.add("number")
    weights = [2**i for i in range(count - 1, -1, -1)]
    toggles = [p.add(f'tgl "{weight}"', p.add("> 0", p.add(f"& {weight}", box))) for weight in weights]
    x = draw.integer(1, 2**count - 1)
    slots = {"x": TYPED, "n": (COUNTS[count], str(count)), "t": ("toggles", "toggles as lights", "toggle boxes")}
    clauses = ("~show {x} in binary on {n} {t}", "~display the lowest {n} bits of {x} on {t}", "~convert {x} to binary, shown with {n} {t}", "~show the bits of {x} with {n} {t}", "~turn {x} into {n} bits on {t}", "~light {n} {t} as the binary digits of {x}")
    asks = ("{x} in binary, {n} {t}", "binary display of {x} with {n} {t}", "decimal to binary, {n} {t} as bits")
    return Example(asked(draw, slots, clauses, ("a binary display for {x} with {n} {t}", "a {n} bit decimal to binary converter with {t}"), asks), p.text(), all_of(*(emits(box, [float(bool(x & weight))]) for box, weight in zip(toggles, weights, strict=True))), fed(box, x), toggles)


def toggles_to_number(draw: Draw) -> Example:
    """Toggles as the bits of a number."""
    count = draw.one((2, 3, 4, 4))
    p = Sketch()
    weights = [2**i for i in range(count - 1, -1, -1)]
    toggles = [p.add(f'tgl "{weight}"') for weight in weights]
    sources = [toggles[0]]
    for inlet, toggle in enumerate(toggles[1:], 1):
        both = p.add("t b f", toggle)
        sources += [both, p.into(inlet, p.out(both, 1))]  # type: ignore[list-item]
    body = "expr " + " + ".join(f"$f{i + 1} * {weight}" if weight > 1 else f"$f{i + 1}" for i, weight in enumerate(weights))
    slots, example = output_words(draw, p, p.add(body, *sources), [sum(weights[: i + 1]) for i in range(count)])
    slots = {**slots, "n": {2: "two", 3: "three", 4: "four"}[count], "w": ", ".join(map(str, weights)), "t": ("toggles", "toggle boxes", "switches (toggles)")}
    clauses = ("~convert {n} {t} as bits ({w}) to a number{out}", "~read {n} {t} as a binary number{out}", "~calculate the decimal number of {n} {t} used as bits{out}", "~turn {n} {t} with the weights {w} into a number{out}", "~make a number out of {n} bits set with {t}{out}")
    asks = ("binary to decimal with {n} {t}{tail}", "{n} {t} as bits {w} to a number{tail}")
    return finished(example, asked(draw, slots, clauses, ("a {n} bit binary to decimal converter with {t}{tail}",), asks), tuple(Feed(10 + 20 * i, toggle, "1") for i, toggle in enumerate(toggles)))


def one_bit(draw: Draw) -> Example:
    """Whether one bit is set; setting or flipping it."""
    bit = draw.integer(0, 7)
    weight = 2**bit
    function: Callable[[int], float]
    kind = draw.one(("test", "test", "set", "flip", "clear"))
    p = Sketch()
    box = p.add("number")
    xs = [weight + 1 if bit else 3, 0, 2 * weight]
    said = (f"bit {bit}", f"bit number {bit} (value {weight})", f"the bit with the value {weight}")
    if kind == "test":
        result, function = p.add("> 0", p.add(f"& {weight}", box)), lambda x: float(bool(x & weight))
        clauses: tuple[str, ...] = ("~check if {b} of {x} is set{out}", "~test {b} of {x}{out}", "~output 1 if {b} of {x} is set and 0 if not{out}", "~tell whether {b} of {x} is on{out}", "~extract {b} of {x}{out}")
        asks: tuple[str, ...] = ("is {b} of {x} set?{tail}", "{b} of {x}, 1 or 0{tail}")
    elif kind == "set":
        result, function = p.add(f"| {weight}", box), lambda x: float(x | weight)
        clauses = ("~set {b} of {x}{out}", "~switch {b} of {x} on{out}", "~make sure {b} of {x} is 1{out}", "~turn on {b} in {x} with a bitwise or{out}")
        asks = ("set {b} of {x}{tail}", "{x} with {b} switched on{tail}")
    elif kind == "flip":
        result, function = p.add(f"expr $f1 ^ {weight}", box), lambda x: float(x ^ weight)
        clauses = ("~flip {b} of {x}{out}", "~toggle {b} of {x}{out}", "~invert {b} of {x} with xor{out}", "~change {b} of {x} to its opposite{out}")
        asks = ("flip {b} of {x}{tail}", "{x} with {b} inverted{tail}")
    else:
        result, function = p.add(f"expr $f1 & {255 - weight}", box), lambda x: float(x & (255 - weight))
        clauses = ("~clear {b} of {x} (8 bits){out}", "~switch {b} of {x} off, 8 bits in all{out}", "~set {b} of an 8 bit number to 0{out}", "~turn off {b} of {x} with a bitwise and (8 bit){out}")
        asks = ("clear {b} of {x}, 8 bit{tail}", "{x} (8 bit) with {b} switched off{tail}")
    slots, example = output_words(draw, p, result, [function(x) for x in xs])
    slots = {**slots, "x": TYPED[:8], "b": said}
    return finished(example, asked(draw, slots, clauses, (), asks), fed(box, *xs))


DIGITS: tuple[tuple[tuple[str, ...], Callable[[float], float], tuple[str, ...]], ...] = (
    (("mod 10",), lambda x: x % 10, ("the last digit", "the ones digit", "the units digit")), (("div 10", "mod 10"), lambda x: x // 10 % 10, ("the tens digit", "the second digit from the right")), (("div 100", "mod 10"), lambda x: x // 100 % 10, ("the hundreds digit", "the third digit from the right")),
    (("div 10",), lambda x: x // 10, ("everything but the last digit", "all digits but the last")), (("mod 100",), lambda x: x % 100, ("the last two digits",)))  # fmt: skip


def digit(draw: Draw) -> Example:
    """A digit of a number."""
    bodies, function, nouns = draw.one(DIGITS)
    p = Sketch()
    box = p.add("number")
    result = box
    for body in bodies:
        result = p.add(body, result)
    x = draw.integer(1000, 9999)
    slots, example = output_words(draw, p, result, [function(x)])
    slots = {**slots, "x": TYPED[:8], "d": nouns}
    clauses = ("~get {d} of {x}{out}", "~extract {d} of {x}{out}", "~find {d} of {x}{out}", "~take {x} and ~output {d}{out}", "~calculate {d} of {x}{out}", "~pick {d} out of {x}{out}")
    return finished(example, asked(draw, slots, clauses, ("{d} of {x}{tail}",), ("{d} of {x}{tail}", "i need {d} of {x}{tail}", "what is {d} of {x}?{tail}")), fed(box, x))


def decimals(draw: Draw) -> Example:
    """Rounds to so many decimals, or to steps."""
    p = Sketch()
    box = p.add("number")
    function: Callable[[float], float]
    if draw.chance(0.5):
        n = draw.one((1, 2, 3))
        factor = 10**n
        body, function = f"expr round($f1 * {factor}) / {factor}", lambda x: math.floor(x * factor + 0.5) / factor
        to: tuple[str, ...] = {1: ("to one decimal", "to one decimal place", "to tenths", "to one digit after the point"), 2: ("to two decimals", "to 2 decimal places", "to hundredths", "to two digits after the point"), 3: ("to three decimals", "to 3 decimal places", "to thousandths")}[n]
    else:
        step = draw.one((0.5, 0.25, 5, 10, 12, 20, 50, 100))
        body, function = f"expr round($f1 / {step}) * {step}", lambda x: math.floor(x / step + 0.5) * step
        to = (f"to steps of {step}", f"to the nearest multiple of {step}", f"to multiples of {step}", f"in steps of {step}")
        to = (*to, "to the nearest half", "to halves") if step == 0.5 else (*to, "to the nearest ten", "to tens") if step == 10 else to
    x = round(draw.integer(1, 90) + 0.1234 * draw.integer(1, 7), 4)
    slots, example = output_words(draw, p, p.add(body, box), [function(x)])
    slots = {**slots, "x": TYPED, "to": to}
    clauses = ("~round {x} {to}{out}", "~quantize {x} {to}{out}", "~take {x} and ~round it {to}{out}", "~snap {x} {to}{out}", "~round off {x} {to}{out}")
    return finished(example, asked(draw, slots, clauses, ("{x} rounded {to}{tail}",), ("round {x} {to}{tail}", "{x}, rounded {to}{tail}", "how do i round {x} {to}?{tail}")), fed(box, x))


def percentages(draw: Draw) -> Example:
    """More or less by some percent; the change in percent; a share."""
    n = draw.one((5, 10, 15, 19, 20, 25, 30, 50, 75))
    kind = draw.one(("more", "less", "of", "change", "tip"))
    p = Sketch()
    if kind == "change":
        one, other = p.add('number "old"'), p.add('number "new"')
        both = p.add("t b f", other)
        result = p.add("expr ($f2 - $f1) / max($f1, 1) * 100", one, both, p.into(1, p.out(both, 1)))
        a, b = draw.one((50, 100, 200)), draw.integer(10, 300)
        slots, example = output_words(draw, p, result, [b * 100.0, (b - a) / a * 100])
        slots = {**slots, "two": ("an old and a new value", "two numbers, old and new", "an old number and a new number")}
        clauses: tuple[str, ...] = ("~calculate the change in percent from {two}{out}", "~compute by how many percent a number has changed, with {two}{out}", "~take {two} and ~work out the percentage change{out}", "~find the percent difference between {two}{out}")
        return finished(example, asked(draw, slots, clauses, ("the percentage change of {two}{tail}",), ("percent change from {two}{tail}", "by how many percent did it change? {two}{tail}")), (Feed(10, other, str(b)), Feed(30, one, str(a))))
    box = p.add("number")
    x = draw.integer(10, 400)
    rows: dict[str, tuple[str, Callable[[float], float], tuple[str, ...]]] = {"more": (f"expr $f1 * (1 + {n} / 100.)", lambda x: x * (1 + n / 100), (f"{{x}} plus {n} percent", f"{{x}} increased by {n}%", f"{{x}} with {n} percent added", f"{{x}} and {n}% on top")),
                             "less": (f"expr $f1 * (1 - {n} / 100.)", lambda x: x * (1 - n / 100), (f"{{x}} minus {n} percent", f"{{x}} reduced by {n}%", f"{{x}} with {n} percent taken off", f"{{x}} after a discount of {n} percent")),
                             "of": (f"expr $f1 * {n} / 100", lambda x: x * n / 100, (f"{n} percent of {{x}}", f"{n}% of {{x}}")), "tip": (f"expr $f1 * {n} / 100", lambda x: x * n / 100, (f"{n} percent of {{x}}", f"a {n}% share of {{x}}"))}
    body, function, nouns = rows[kind]
    slots, example = output_words(draw, p, p.add(body, box), [function(x)])
    slots = {**slots, "x": TYPED[:9], "r": nouns}
    clauses = ("~calculate {r}{out}", "~compute {r}{out}", "~work out {r}{out}", "~give {r}{out}", "~find {r}{out}")
    return finished(example, asked(draw, slots, clauses, ("{r}{tail}",), ("{r}{tail}", "what is {r}?{tail}", "i need {r}{tail}")), fed(box, x))


TABLES: tuple[tuple[int, int, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (12, 0, ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"), ("the note name of a MIDI note", "the name of a MIDI note number (C, C#, D and so on)", "the pitch name of a midi note in a number box", "the letter name of a MIDI note"), ("midi note to note name", "note names for midi numbers", "which note is a midi number?")),
    (7, 0, ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"), ("the weekday of a number (0 is sunday)", "the name of the weekday for a number from 0 to 6, beginning with sunday", "the day of the week for a number in a number box, 0 for sunday"), ("number to weekday, 0 = sunday", "weekday names for 0 to 6 from sunday")),
    (7, 0, ("do", "re", "mi", "fa", "sol", "la", "ti"), ("the solfege syllable of a scale degree (0 is do)", "do, re, mi, fa, sol, la or ti for the numbers 0 to 6", "the solmisation syllable for a number from 0 (do) to 6 (ti)"), ("number to solfege, 0 = do", "do re mi for the numbers 0 to 6")),
    (4, 0, ("north", "east", "south", "west"), ("the direction of a number (0 north, 1 east, 2 south, 3 west)", "north, east, south or west for the numbers 0 to 3"), ("compass direction for 0 to 3, north first",)),
    (4, 0, ("spring", "summer", "autumn", "winter"), ("the season for a number from 0 (spring) to 3 (winter)", "spring, summer, autumn or winter for the numbers 0 to 3"), ("number 0-3 to season, spring first",)),
)  # fmt: skip


def named(draw: Draw) -> Example:
    """Numbers that go round, as names."""
    n, _, names, nouns, short = draw.one((*TABLES[:1] * 4, *TABLES[1:]))
    shows = draw.chance(0.45)
    p = Sketch()
    box = p.add("number")
    select = p.add("sel " + " ".join(map(str, range(n))), p.add(f"mod {n}", box))
    messages: list[Handle] = [p.add(f"msg symbol {name}" if shows else f"msg {name}", p.out(select, i) if i else select) for i, name in enumerate(names)]
    shown = p.add("symbolbox" if shows else "print", *messages)
    xs = [60 + draw.integer(0, 11), 48 + draw.integer(0, 20)] if n == 12 else [draw.integer(0, n - 1), draw.integer(0, n - 1)]
    slots = {"what": nouns, "short": short, "out": (" in a symbol box", " and ~show it in a symbol box") if shows else ("",), "tail": (", in a symbol box", ", shown in a symbol box") if shows else (", printed", ", in the console")}
    clauses: tuple[str, ...] = ("~show {what} in a symbol box", "~display {what} in a symbol box", "~find {what}{out}", "~look up {what}{out}", "~convert a number to a name: {what}{out}", "~output {what} to a symbol box") if shows else ("~print {what}", "~print {what} to the console", "~find {what} and ~print it", "~look up {what} and ~post it to the console", "~write {what} to the console", "~tell {what} with a print")
    if shows:
        clauses = tuple(c.replace("{out}", " and ~show it in a symbol box") for c in clauses)
    wanted = [names[x % n] for x in xs]
    return Example(asked(draw, slots, clauses, (), ("{short}{tail}", "{what}{tail}", "i need {what}{tail}")), p.text(), emits(shown, wanted) if shows else prints_all(wanted), fed(box, *xs), [shown] if shows else [])


def clock_parts(draw: Draw) -> Example:
    """Seconds as hours, minutes and seconds; beats as bars and beats."""
    p = Sketch()
    parts: tuple[tuple[str, tuple[str, ...], Callable[[int], int]], ...]
    kind = draw.one(("clock", "bars", "octaves", "money"))
    if kind == "clock":
        box = p.add("number")
        parts = (("hours", ("div 3600",), lambda x: x // 3600), ("minutes", ("div 60", "mod 60"), lambda x: x // 60 % 60), ("seconds", ("mod 60",), lambda x: x % 60))
        words: tuple[str, ...] = ("seconds", "a number of seconds", "a time in seconds")
        x = draw.integer(4000, 20000)
    elif kind == "bars":
        n = draw.one((3, 4, 4, 5, 6, 7))
        box = p.add("number")
        parts = (("bar", (f"div {n}", "+ 1"), lambda x: x // n + 1), ("beat", (f"mod {n}", "+ 1"), lambda x: x % n + 1))
        words = (f"a beat count in {n}/4 (starting at 0)", f"a number of beats from 0, {n} beats per bar,", f"beats counted from 0 with {n} per bar")
        x = draw.integer(5, 60)
    elif kind == "octaves":
        box = p.add("number")
        parts = (("octaves", ("div 12",), lambda x: x // 12), ("semitones", ("mod 12",), lambda x: x % 12))
        words = ("a number of semitones", "an interval in semitones", "semitones")
        x = draw.integer(12, 60)
    else:
        box = p.add("number")
        parts = (("whole", ("div 100",), lambda x: x // 100), ("cents", ("mod 100",), lambda x: x % 100))
        words = ("an amount in cents", "a sum of money in cents")
        x = draw.integer(100, 3000)
    shown = []
    for label, bodies, _ in parts:
        handle = box
        for body in bodies:
            handle = p.add(body, handle)
        shown.append(p.add(f'number "{label}"', handle))
    names = [label for label, _, _ in parts]
    listed = ", ".join(names[:-1]) + f" and {names[-1]}"
    if kind == "money":
        listed = "whole units and remaining cents"
    if kind == "octaves":
        listed = "octaves and remaining semitones"
    slots = {"x": words, "parts": listed}
    clauses = ("~split {x} into {parts}", "~convert {x} to {parts}", "~show {x} as {parts} in separate number boxes", "~turn {x} into {parts}", "~take {x} and ~display {parts}", "~calculate {parts} from {x}")
    holds = all_of(*(emits(box, [function(x)]) for box, (_, _, function) in zip(shown, parts, strict=True)))
    return Example(asked(draw, slots, clauses, ("a converter from {x} to {parts}",), ("{x} as {parts}", "{x} in, {parts} out", "show {parts} for {x}")), p.text(), holds, fed(box, x), shown, 0.1)


SKILLS: dict[str, Skill] = {
    "bits-on-toggles": bits_on_toggles,
    "toggles-to-number": toggles_to_number,
    "one-bit": one_bit,
    "digit": digit,
    "decimals-and-steps": decimals,
    "percentages": percentages,
    "names-for-numbers": named,
    "clock-parts": clock_parts,
}
