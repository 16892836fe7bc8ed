"""Skills: two numbers in, one out: arithmetic, extremes, means, remainders, powers, comparisons, bits, and a step behind them, in short and long sentences."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.math_pair_sources import PAIR_INPUTS, PairInput, PairShape
from patchgen_training.skills.math_pairings import Pairing
from patchgen_training.skills.math_sources import is_held_out, weighted
from patchgen_training.skills.plain3_deeds import FEW, instruct
from patchgen_training.skills.plain3_sources import CLEAR_FRONTS, Source
from patchgen_training.skills.plain3_words import finished, made, sentences
from patchgen_training.skills.sketch import Handle, Sketch

Two = Callable[[float, float], float]
INVITES = (
    "~have two number boxes", "~let the user enter two numbers", "~offer two number boxes for the input", "~ask for two numbers in number boxes", "~provide two number boxes in which numbers can be entered", "~wait for two numbers", "~use two number boxes as inputs",
)  # fmt: skip
EITHER = ("whenever one of them changes", "whenever either number changes", "when either of the two numbers changes", "as soon as one of them is changed", "no matter which of the two changes")


@dataclass(frozen=True, slots=True)
class Joint:
    """What two numbers become: a box, the value, and names with {x} for both or {a} and {b} for each."""

    boxes: str
    """The box that takes both, and boxes behind it after ` | `."""
    value: Two
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    brief: tuple[str, ...]
    low: float = 1
    high: float = 60


def whole(function: Callable[[int, int], int]) -> Two:
    """An operation on whole numbers as one on floats."""
    return lambda a, b: float(function(int(a), int(b)))


def after_it(function: Two, then: Callable[[float], float]) -> Two:
    """One operation on two numbers and one on what it gives."""
    return lambda a, b: then(function(a, b))


TABLES: dict[str, tuple[Joint, ...]] = {
    "sum-or-difference": (
        Joint("+", lambda a, b: a + b, ("the sum of {x}", "the total of {x}", "{a} plus {b}", "what {x} add up to"), ("~add {x}", "~add {x} together", "~sum {x}", "~add {b} to {a}", "~total {x}"), ("add two numbers", "a + b", "sum of two numbers", "add them up", "a plus b", "two numbers added"), -50, 100),
        Joint("-", lambda a, b: a - b, ("{a} minus {b}", "the difference of {x}, the first minus the second", "what is left of {a} when {b} is taken away", "by how much {a} exceeds {b}"), ("~subtract {b} from {a}", "~take {b} away from {a}", "~reduce {a} by {b}"), ("subtract two numbers", "a - b", "a minus b", "first minus second", "difference of two numbers"), -50, 100),
        Joint("expr $f2 - $f1", lambda a, b: b - a, ("{b} minus {a}", "the second number minus the first number", "by how much {b} exceeds {a}"), ("~subtract {a} from {b}", "~take {a} away from {b}"), ("b - a", "second minus first", "b minus a"), -50, 100),
        Joint("expr abs($f1 - $f2)", lambda a, b: abs(a - b), ("the distance between {x}", "how far apart {x} are", "the absolute difference between {x}", "the difference between {x} without its sign"), ("~measure the distance between {x}",), ("|a - b|", "how far apart are two numbers", "distance of two numbers", "absolute difference"), -50, 100),
    ),
    "product-or-quotient": (
        Joint("*", lambda a, b: a * b, ("the product of {x}", "{a} times {b}", "{a} multiplied by {b}"), ("~multiply {x}", "~multiply {x} with each other", "~multiply {a} by {b}"), ("multiply two numbers", "a * b", "a times b", "product of two numbers")),
        Joint("/", lambda a, b: a / b, ("{a} divided by {b}", "the quotient of {x}", "the ratio of {a} to {b}", "the first over the second of {x}"), ("~divide {a} by {b}", "~divide the first of {x} by the second"), ("divide two numbers", "a / b", "a over b", "first divided by second")),
        Joint("expr $f2 / $f1", lambda a, b: b / a, ("{b} divided by {a}", "the second number divided by the first number"), ("~divide {b} by {a}",), ("b / a", "second divided by first")),
        Joint("mod", whole(lambda a, b: a % b), ("the remainder of {a} divided by {b}", "{a} modulo {b}", "what remains when {a} is divided by {b}"), ("~take {a} modulo {b}", "~divide {a} by {b} and ~keep only the remainder"), ("a mod b", "remainder of a / b", "modulo of two numbers", "a % b")),
        Joint("div", whole(lambda a, b: a // b), ("how often {b} fits into {a} as a whole number", "the integer quotient of {a} and {b}", "the whole number of times {b} goes into {a}", "{a} divided by {b} without the remainder"), ("~divide {a} by {b} and ~drop the remainder", "~do an integer division of {a} by {b}"), ("a div b", "integer division of two numbers", "how often does b fit in a")),
    ),
    "means-and-extremes": (
        Joint("expr ($f1 + $f2) / 2", lambda a, b: (a + b) / 2, ("the average of {x}", "the mean of {x}", "the number halfway between {x}", "half the sum of {x}", "the midpoint of {x}"), ("~average {x}",), ("average of two numbers", "mean of two", "average them", "midpoint of a and b", "(a + b) / 2"), -50, 100),
        Joint("max", max, ("the larger one of {x}", "the greater of {x}", "the maximum of {x}", "the bigger of {x}", "whichever of {x} is larger"), ("~compare {x} and ~keep the larger one", "~pick the larger of {x}"), ("bigger of two numbers", "max of a and b", "which is larger, show it", "the larger of two"), -50, 100),
        Joint("min", min, ("the smaller one of {x}", "the lesser of {x}", "the minimum of {x}", "the lower of {x}", "whichever of {x} is smaller"), ("~compare {x} and ~keep the smaller one", "~pick the smaller of {x}"), ("smaller of two numbers", "min of a and b", "the smaller of two"), -50, 100),
        Joint("expr sqrt($f1 * $f2)", lambda a, b: math.sqrt(a * b), ("the geometric mean of {x}", "the square root of the product of {x}"), (), ("geometric mean of two", "sqrt(a * b)")),
        Joint("expr sqrt(pow($f1, 2) + pow($f2, 2))", math.hypot, ("the hypotenuse of a right triangle whose legs are {x}", "the square root of the sum of the squares of {x}", "the length of the vector with the components {x}"), ("~apply Pythagoras to {x}",), ("hypotenuse of two legs", "pythagoras", "sqrt(a^2 + b^2)")),
        Joint("expr $f1 * 100 / $f2", lambda a, b: a * 100 / b, ("what percentage {a} is of {b}", "{a} as a percentage of {b}", "how many percent of {b} {a} is"), (), ("a in percent of b", "what percent of b is a")),
        Joint("pow", lambda a, b: a**b, ("{a} to the power of {b}", "{a} raised to the power of {b}", "{a} multiplied by itself {b} times over, as a power"), ("~raise {a} to the power of {b}", "~use {b} as the exponent of {a}"), ("a^b", "a to the power of b", "power of two numbers"), 1, 6),
    ),
    "comparisons-of-two": (
        Joint(">", lambda a, b: float(a > b), ("1 if {a} is greater than {b} and 0 otherwise", "whether {a} is greater than {b} (1 or 0)"), ("~check whether {a} is greater than {b}", "~test if {a} exceeds {b}"), ("a > b", "is a bigger than b", "first greater than second?"), 1, 9),
        Joint("<", lambda a, b: float(a < b), ("1 if {a} is less than {b} and 0 otherwise", "whether {a} is smaller than {b} (1 or 0)"), ("~check whether {a} is less than {b}", "~test if {a} is below {b}"), ("a < b", "is a smaller than b"), 1, 9),
        Joint("==", lambda a, b: float(a == b), ("1 if {x} are equal and 0 if they differ", "whether {x} are the same (1 or 0)"), ("~check whether {x} are equal", "~test if {x} are identical"), ("a == b", "are two numbers equal", "same number or not"), 1, 4),
        Joint("!=", lambda a, b: float(a != b), ("1 if {x} differ and 0 if they are equal", "whether {x} are different (1 or 0)"), ("~check whether {x} differ", "~test if {x} are unequal"), ("a != b", "are two numbers different"), 1, 4),
        Joint(">=", lambda a, b: float(a >= b), ("1 if {a} is at least {b} and 0 otherwise", "1 if {a} is greater than or equal to {b} and 0 if not"), ("~check whether {a} is at least as large as {b}",), ("a >= b",), 1, 6),
        Joint("<=", lambda a, b: float(a <= b), ("1 if {a} is at most {b} and 0 otherwise", "1 if {a} is less than or equal to {b} and 0 if not"), ("~check whether {a} is no larger than {b}",), ("a <= b",), 1, 6),
    ),
    "bits-of-two": (
        Joint("&", whole(lambda a, b: a & b), ("the bitwise AND of {x}", "the bits that {x} have in common"), ("~combine {x} with bitwise AND", "~apply a bitwise AND to {x}"), ("a & b", "bitwise and of two numbers")),
        Joint("|", whole(lambda a, b: a | b), ("the bitwise OR of {x}", "the bits that are set in at least one of {x}"), ("~combine {x} with bitwise OR", "~apply a bitwise OR to {x}"), ("a | b", "bitwise or of two numbers")),
        Joint("expr $f1 ^ $f2", whole(lambda a, b: a ^ b), ("the bitwise XOR of {x}", "the exclusive or of {x}", "the bits in which {x} differ"), ("~combine {x} with bitwise XOR",), ("xor of two numbers", "a xor b")),
        Joint("<<", whole(lambda a, b: a << b), ("{a} shifted left by as many bits as {b} says", "the left shift of {a} by {b} bits"), ("~shift {a} to the left by {b} bits",), ("a << b", "left shift a by b"), 1, 6),
        Joint(">>", whole(lambda a, b: a >> b), ("{a} shifted right by as many bits as {b} says", "the right shift of {a} by {b} bits"), ("~shift {a} to the right by {b} bits",), ("a >> b", "right shift a by b"), 2, 6),
    ),
    "two-then-a-step": tuple(
        Joint(f"{body} | {box}", after_it(function, then), tuple(text.format(s=noun) for text in after for noun in nouns), tuple(f"{verb} and ~{deed}" for verb in verbs for deed in deeds), tuple(text.format(s=noun.replace("{x}", "two numbers")) for text in after[:1] for noun in nouns[:1]), 2, 30)
        for body, function, nouns, verbs in (
            ("+", lambda a, b: a + b, ("the sum of {x}", "the total of {x}"), ("~add {x}", "~sum {x}")), ("-", lambda a, b: a - b, ("the difference between {x}",), ("~subtract {b} from {a}",)), ("*", lambda a, b: a * b, ("the product of {x}",), ("~multiply {x}", "~multiply {x} with each other")),
        )
        for box, then, after, deeds in (
            ("* 2", lambda y: y * 2, ("twice {s}", "two times {s}", "the double of {s}"), ("double the result", "multiply the result by 2")), ("/ 2", lambda y: y / 2, ("half of {s}", "half {s}", "{s}, divided by two"), ("halve the result", "divide the result by 2")), ("* 3", lambda y: y * 3, ("three times {s}",), ("triple the result", "multiply the result by 3")), ("pow 2", lambda y: y * y, ("the square of {s}",), ("square the result",)),
            ("/ 10", lambda y: y / 10, ("a tenth of {s}", "{s}, divided by ten"), ("divide the result by 10",)), ("* -1", lambda y: -y, ("the negative of {s}", "{s} with the opposite sign"), ("negate the result",)), ("+ 1", lambda y: y + 1, ("one more than {s}",), ("add 1 to the result",)), ("- 1", lambda y: y - 1, ("one less than {s}",), ("subtract 1 from the result",)), ("mod 12", lambda y: math.trunc(y) % 12, ("{s}, modulo 12",), ("take the result modulo 12",)), ("abs", abs, ("the absolute value of {s}",), ("make the result positive", "take its absolute value")),
        )
        if (body, box) not in (("+", "/ 2"), ("-", "abs"))
    ),
}  # fmt: skip
BRIEF = ("two numbers", "two numbers", "both numbers", "my two numbers", "2 numbers", "a and b", "two inputs", "them")


def source_of(draw: Draw, found: PairInput, box: Handle) -> Source:
    """The words for two numbers in the frames for one."""
    is_typed = found.nouns[0][0].isalpha() and "slider" not in found.nouns[0] and "the numbers " not in found.nouns[0] and "float" not in found.nouns[0]
    is_fixed = found.nouns[0][0] in "-0123456789"
    invites = INVITES if is_typed else tuple(f"~use {noun}" for noun in found.taken)
    brief = BRIEF if is_typed else found.nouns if is_fixed else ("two sliders", "both sliders", "the two sliders")
    fronts = CLEAR_FRONTS if found.whens != ("",) and found.feeds else EITHER[:2] if is_typed else ()
    return Source(box, found.feeds, (), found.nouns, invites, brief, ("them", "them", "these numbers", "the two"), found.whens, fronts if found.feeds else found.whens)


def each(texts: Sequence[str], found: PairInput, draw: Draw) -> tuple[str, ...]:
    """Names with the words for each of the two numbers."""
    return tuple(text.replace("{a}", a).replace("{b}", b) for text in texts for a, b in (draw.some(found.each, 3) if "{a}" in text else found.each[:1]))


def joint(rows: Sequence[Joint], inputs: Sequence[tuple[PairShape, float]] = PAIR_INPUTS, counts: tuple[int, int, int] = (6, 3, 3)) -> Skill:
    """A skill for relatives."""

    def make(draw: Draw) -> Example:
        while True:
            row, p = draw.one(rows), Sketch()
            first, *later = row.boxes.split(" | ")
            pairing = Pairing(first, "", row.value, (), (), (), row.low, row.high)
            found = weighted(draw, inputs)(draw, pairing, first, p, False)
            box = found.result
            for body in later:
                box = p.add(body, box)
            try:
                values = [float(row.value(a, b)) for a, b in found.given]
            except (ValueError, ZeroDivisionError, OverflowError):
                continue
            if max(map(abs, values)) < 9e5 and not any(0 < abs(y) < 1e-3 for y in values):
                break
        ending = finished(draw, p, [box], values)
        if is_held_out(p):
            return make(draw)
        source = source_of(draw, found, box)
        brief = [f"{text}{{st}}" for text in row.brief] * 2 if source.brief is BRIEF and found.whens == ("",) else []
        slots, formal, short, speech = instruct(draw, each(row.nouns, found, draw), each(row.verbs, found, draw), brief, source, ending.slots)
        return made(sentences(draw, slots, formal, short, speech, counts), p, ending, source.feeds)

    return make


SKILLS: dict[str, Skill] = {name: joint(rows) for name, rows in TABLES.items()} | {
    f"{name}-in-a-hurry": joint(rows, PAIR_INPUTS[:1], FEW) for name, rows in TABLES.items()
}
CORE: tuple[str, ...] = tuple(TABLES)
