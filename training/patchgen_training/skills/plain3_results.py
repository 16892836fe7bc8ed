"""Skills: two results of one number or of two, each in a box or line of its own: quotient and remainder, halves of a byte, minutes and seconds, sine and cosine."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill
from patchgen_training.skills.expect import all_of, shows
from patchgen_training.skills.plain3_words import Ending, made, sentences
from patchgen_training.skills.plain_words import TYPED
from patchgen_training.skills.sketch import Cord, Handle, Sketch


@dataclass(frozen=True, slots=True)
class Part:
    """One of the results: its label, the boxes, the value, and names with {x}."""

    label: str
    boxes: str
    value: Callable[..., float]
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """Two results that belong together."""

    one: Part
    other: Part
    low: float = 1
    high: float = 100
    step: float = 1
    called: tuple[str, ...] = ()
    operand: tuple[int, int] | None = None


OF_ONE: tuple[Twin, ...] = (
    Twin(Part("quotient", "div {n}", lambda x, n: x // n, ("the integer quotient of {x} divided by {n}", "how often {n} fits into {x}", "the whole quotient by {n}", "the quotient of {x} and {n}")), Part("remainder", "mod {n}", lambda x, n: x % n, ("the remainder", "what remains", "the rest", "the remainder of the division")), 1, 200, operand=(3, 20)),
    Twin(Part("upper", "expr $f1 >> 4", lambda x, n: int(x) >> 4, ("the upper four bits of {x}", "the high nibble of {x}", "the upper half of the byte {x}")), Part("lower", "expr $f1 & 15", lambda x, n: int(x) & 15, ("the lower four bits", "the low nibble", "the lower half")), 0, 255),
    Twin(Part("high", "div 128", lambda x, n: x // 128, ("the upper seven bits of {x}", "the most significant 7 bits of {x}", "the high 7-bit part of {x}")), Part("low", "mod 128", lambda x, n: x % 128, ("the lower seven bits", "the least significant 7 bits", "the low 7-bit part")), 0, 16383, called=("a 14-bit number", "a number from 0 to 16383", "a 14-bit value")),
    Twin(Part("minutes", "div 60", lambda x, n: x // 60, ("the full minutes of {x}", "the minutes in {x}")), Part("seconds", "mod 60", lambda x, n: x % 60, ("the seconds that remain", "the remaining seconds")), 10, 600, called=("a number of seconds", "a time in seconds")),
    Twin(Part("hours", "div 60", lambda x, n: x // 60, ("the full hours of {x}", "the hours in {x}")), Part("minutes", "mod 60", lambda x, n: x % 60, ("the minutes that remain", "the remaining minutes")), 10, 900, called=("a number of minutes", "a time in minutes")),
    Twin(Part("octave", "div 12", lambda x, n: x // 12, ("the octave of {x}, counted from 0", "which octave {x} is in, from 0 up")), Part("class", "mod 12", lambda x, n: x % 12, ("the pitch class", "its pitch class from 0 to 11")), 10, 120, called=("a MIDI note", "a MIDI note number")),
    Twin(Part("tens", "div 10", lambda x, n: x // 10, ("the tens of {x}", "the tens digit of {x}")), Part("ones", "mod 10", lambda x, n: x % 10, ("the ones", "the ones digit", "the units digit")), 10, 99, called=("a two-digit number", "a number below 100")),
    Twin(Part("whole", "int", lambda x, n: math.trunc(x), ("the whole part of {x}", "the integer part of {x}")), Part("fraction", "wrap", lambda x, n: x - math.floor(x), ("the fractional part", "the decimals", "the part after the point")), 0, 40, 0.25),
    Twin(Part("sine", "sin", lambda x, n: math.sin(x), ("the sine of {x}",)), Part("cosine", "cos", lambda x, n: math.cos(x), ("the cosine",)), 0.1, 3, 0.1, ("an angle in radians", "a number")),
    Twin(Part("sine", "expr sin($f1 * 3.14159 / 180)", lambda x, n: math.sin(math.radians(x)), ("the sine of {x}",)), Part("cosine", "expr cos($f1 * 3.14159 / 180)", lambda x, n: math.cos(math.radians(x)), ("the cosine",)), 5, 85, 1, ("an angle in degrees", "a number of degrees")),
    Twin(Part("square", "pow 2", lambda x, n: x * x, ("the square of {x}",)), Part("root", "sqrt", lambda x, n: math.sqrt(x), ("the square root", "its square root")), 1, 60),
    Twin(Part("square", "pow 2", lambda x, n: x * x, ("the square of {x}",)), Part("cube", "pow 3", lambda x, n: x**3, ("the cube", "its cube")), 1, 20),
    Twin(Part("double", "* 2", lambda x, n: x * 2, ("the double of {x}", "twice {x}")), Part("half", "/ 2", lambda x, n: x / 2, ("the half", "half of it")), 1, 90),
    Twin(Part("down", "expr floor($f1)", lambda x, n: math.floor(x), ("{x} rounded down",)), Part("up", "expr ceil($f1)", lambda x, n: math.ceil(x), ("the same rounded up", "the number rounded up")), 1, 30, 0.3),
    Twin(Part("next", "+ 1", lambda x, n: x + 1, ("the number after {x}", "one more than {x}")), Part("previous", "- 1", lambda x, n: x - 1, ("the number before it", "one less")), 1, 60),
    Twin(Part("hertz", "mtof", lambda x, n: 440 * 2 ** ((x - 69) / 12), ("the frequency of {x}", "the frequency of {x} in Hz")), Part("period", "mtof | expr 1000 / $f1", lambda x, n: 1000 / (440 * 2 ** ((x - 69) / 12)), ("the period in ms", "the duration of one cycle in milliseconds")), 40, 90, called=("a MIDI note", "a MIDI note number")),
    Twin(Part("ms", "expr 60000 / $f1", lambda x, n: 60000 / x, ("the beat length in ms at {x}", "the milliseconds per beat at {x}")), Part("hz", "/ 60", lambda x, n: x / 60, ("the beat rate in Hz", "the beats per second")), 40, 240, 5, ("a tempo in bpm", "a tempo in beats per minute")),
    Twin(Part("sum", "+ {n}", lambda x, n: x + n, ("the sum of {x} and {n}", "{x} plus {n}")), Part("product", "* {n}", lambda x, n: x * n, ("the product of the same two", "the number times {n}")), 1, 60, operand=(2, 20)),
    Twin(Part("up", "+ {n}", lambda x, n: x + n, ("the note {n} semitones above {x}", "{x} moved up by {n} semitones")), Part("down", "- {n}", lambda x, n: x - n, ("the note {n} semitones below", "the note moved down by {n} semitones")), 40, 90, called=("a MIDI note", "a note number"), operand=(1, 12)),
)  # fmt: skip
OF_TWO: tuple[Twin, ...] = (
    Twin(Part("quotient", "div", lambda a, b: a // b, ("the integer quotient of {x}", "the whole quotient of {x}", "how often the second of {x} fits into the first")), Part("remainder", "mod", lambda a, b: a % b, ("the remainder", "the rest", "what remains of the division")), 2, 90),
    Twin(Part("sum", "+", lambda a, b: a + b, ("the sum of {x}", "what {x} add up to")), Part("difference", "-", lambda a, b: a - b, ("the difference", "the first minus the second")), 1, 90),
    Twin(Part("sum", "+", lambda a, b: a + b, ("the sum of {x}",)), Part("product", "*", lambda a, b: a * b, ("the product", "their product")), 1, 90),
    Twin(Part("product", "*", lambda a, b: a * b, ("the product of {x}",)), Part("quotient", "/", lambda a, b: a / b, ("the quotient", "the first divided by the second")), 1, 90),
    Twin(Part("smaller", "min", lambda a, b: min(a, b), ("the smaller of {x}", "the minimum of {x}")), Part("larger", "max", lambda a, b: max(a, b), ("the larger one", "the maximum", "the larger of them")), 1, 90),
    Twin(Part("sum", "+", lambda a, b: a + b, ("the sum of {x}", "the total of {x}")), Part("mean", "expr ($f1 + $f2) / 2", lambda a, b: (a + b) / 2, ("the mean", "their average", "the average")), 1, 90),
)  # fmt: skip
FORMAL = (
    "{calc} {one} and {other} and ~show {each}", "{calc} both {one} and {other}, and ~display {each}", "{take} {x} and ~display {one_it} and {other} {each0}", "~show {one} in one number box and {other} in another", "~split {x} into {short1} and {short2}, shown {each0}", "{take} {x}, ~show {one_it} in a first number box and {other} in a second one",
    "~let the user enter {x0} and ~show {one_it} and {other} {each0}", "~display {one} as well as {other} {each0}", "~have two outputs: {one} and {other}", "~give {one} in a number box labelled {l1} and {other} in one labelled {l2}", "{calc} {one}, and also {other}, and ~show {each}", "given {x}, ~show {one_it} and {other} {each0}",
    "~convert {x} to two numbers, {short1} and {short2}, and ~display {each}",
)  # fmt: skip
SHORT = ("{one} and {other}", "{short1} and {short2} of {q}", "{l1} and {l2}", "show {l1} and {l2} of {q}", "both {l1} and {l2}", "{l1} in one box, {l2} in another", "get {short1} and {short2}", "{q} -> {l1} and {l2}", "{short1} and also {short2}, two boxes", "give me {one} and {other}")
SPEECH = (
    "i need two results, {one} and {other}", "one number box should show {one}, the other one {other}", "I enter something and want to see {short1} and {short2}, each in its own box", "can I have both {one} and {other}?", "{x} comes in; two number boxes, {l1} and {l2}, should show {one_it} and {other}", "not just {one} but also {other}", "two outputs please: {one} and {other}",
    "how do i get {one} together with {other}?",
)  # fmt: skip
PRINTED = (
    "{calc} {one} and {other} and ~print both with the labels {l1} and {l2}", "~print {one} with the label {l1} and {other} with the label {l2}", "{take} {x} and ~print {one_it} labelled {l1} and {other} labelled {l2}", "~print both {one} and {other} to the console, labelled {l1} and {l2}", "~post {one} and {other} to the console with the words {l1} and {l2} in front",
)  # fmt: skip
PRINTED_SHORT = ("print {l1} and {l2} of {q}, labelled", "print {one} (label {l1}) and {other} (label {l2})", "print {l1}: {one}, {l2}: {other}", "log {l1} and {l2}, both labelled")
PRINTED_SPEECH = ("both {one} and {other} printed, with the labels {l1} and {l2}", "the console should say {l1} and then {one}, and {l2} and then {other}", "I'd like to read {one} and {other} in the console, marked {l1} and {l2}")
BOTH = ("two numbers", "two numbers", "two numbers entered by the user", "two number boxes", "two input numbers", "two values", "the numbers in two number boxes")


def said_with(label: str, value: float) -> Holds:
    """A value was printed with a label."""
    return lambda seen: any(line.label == label and abs(float(line.atoms[-1]) - value) < 0.01 * max(1, abs(value)) for line in seen.prints)


def told(p: Sketch, twin: Twin, sources: Sequence[Handle | Cord], values: tuple[float, float], n: int, *, is_printed: bool) -> Ending:
    """Both results, each in a labelled number box or print."""
    checks: list[Holds] = []
    watch: list[Handle] = []
    for part, value in zip((twin.one, twin.other), values, strict=True):
        found: Sequence[Handle | Cord] = sources
        for body in part.boxes.split(" | "):
            found = [p.add(body.replace("{n}", str(n)), *found)]
        if is_printed:
            p.add(f"print {part.label}", *found)
            checks.append(said_with(part.label, value))
        else:
            watch.append(p.add(f'number "{part.label}"', *found))
            checks.append(shows(watch[-1], value, 1e-3))
    return Ending({}, all_of(*checks), watch)


def words_for(draw: Draw, twin: Twin, nouns: Sequence[str], whole: Sequence[str], brief: str, n: int, it: str) -> dict[str, Sequence[str] | str]:
    """The slots of a pair of results."""
    one = [noun.replace("{n}", str(n)) for noun in twin.one.nouns]
    other = [noun.replace("{n}", str(n)) for noun in twin.other.nouns]
    boxes = ("in two number boxes", "in separate number boxes", f"in number boxes labelled {twin.one.label} and {twin.other.label}", "each in its own number box")
    return {
        "x": nouns, "x0": whole, "q": brief, "one": [noun.replace("{x}", x) for noun in one for x in draw.some(list(nouns), 3)], "one_it": [noun.replace("{x}", it) for noun in one], "other": other,
        "each": tuple(f"{verb} {box}" for box in boxes for verb in ("them", "both", "the two results")), "each0": boxes, "l1": twin.one.label, "l2": twin.other.label, "short1": f"the {twin.one.label}", "short2": f"the {twin.other.label}",
    }  # fmt: skip


def of_one(rows: Sequence[Twin]) -> Skill:
    """Two results of one number."""

    def make(draw: Draw) -> Example:
        twin, is_printed = draw.one(rows), draw.chance(0.25)
        n = draw.integer(*twin.operand) if twin.operand else 0
        x = draw.number(twin.low, twin.high, twin.step)
        p = Sketch()
        box = p.add("number")
        ending = told(p, twin, [box], (twin.one.value(x, n), twin.other.value(x, n)), n, is_printed=is_printed)
        nouns = [f"{name}{end}" for name in twin.called for end in ("", " entered by the user", " in a number box", " from a number box")] or list(TYPED)
        slots = words_for(draw, twin, nouns, twin.called or ("a number",), (twin.called or ("a number",))[0], n, "it")
        kinds = (PRINTED, PRINTED_SHORT, PRINTED_SPEECH) if is_printed else (FORMAL, SHORT, SPEECH)
        return made(sentences(draw, slots, *kinds), p, ending, [Feed(10, box, draw.text(x))])

    return make


def of_two(draw: Draw) -> Example:
    """Two results of two numbers."""
    twin, is_printed = draw.one(OF_TWO), draw.chance(0.25)
    a, b = draw.integer(int(twin.low), int(twin.high)), draw.integer(int(twin.low), 12)
    p = Sketch()
    first, second = p.add('number "first"'), p.add('number "second"')
    both = p.add("t b f", second)
    ending = told(p, twin, [first, both, p.into(1, p.out(both, 1))], (twin.one.value(a, b), twin.other.value(a, b)), 0, is_printed=is_printed)
    slots = words_for(draw, twin, BOTH, ("two numbers",), "two numbers", 0, "them")
    kinds = (PRINTED, PRINTED_SHORT, PRINTED_SPEECH) if is_printed else (tuple(text for text in FORMAL if "~split" not in text and "~convert" not in text), SHORT, SPEECH)
    return made(sentences(draw, slots, *kinds), p, ending, [Feed(10, second, str(b)), Feed(30, first, str(a))])


SKILLS: dict[str, Skill] = {
    "quotient-and-remainder": of_one(OF_ONE[:1]), "upper-and-lower-bits": of_one(OF_ONE[1:3]), "parts-of-a-number": of_one(OF_ONE[3:8]), "two-figures-of-one": of_one(OF_ONE[8:]), "two-figures-of-two": of_two,
}  # fmt: skip
CORE: tuple[str, ...] = tuple(SKILLS)
