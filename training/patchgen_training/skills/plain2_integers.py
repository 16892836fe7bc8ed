"""Skills: whole numbers in plain words: common divisors, primes, digits, divisibility, powers of two, leap years, percentages of change, how many fit."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, prints_all, shows
from patchgen_training.skills.logic_words import GrowingSlots
from patchgen_training.skills.plain2_words import filled_in, labelled, last
from patchgen_training.skills.plain_words import TYPED, ended, example, fed, plainly
from patchgen_training.skills.sketch import Handle, Sketch

TWO = ("two numbers", "two numbers entered by the user", "two whole numbers", "two numbers in number boxes", "two integers", "the numbers in two number boxes", "a first and a second number")


DIVISOR = ("the greatest common divisor", "the greatest common divisor", "the gcd", "the largest common divisor", "the highest common factor", "the greatest common factor", "the greatest common measure", "the biggest common factor")
MULTIPLE = ("the least common multiple", "the least common multiple", "the lcm", "the lowest common multiple", "the smallest common multiple", "the LCM", "the smallest common multiple", "the lowest shared multiple")
COMMON = (
    "{calc} {g} of {x}", "{take} {x} and {calc} {g}", "~find {g} of {x} and ~show it in a number box", "~show {g} of {x}", "{take} {x}, {calc} {g}, and ~display it", "~have two number boxes and ~show {g} of their values in a third one", "~take a number from each of two number boxes and {calc} {g}",
    "~display {g} of {x} whenever one of them changes", "given {x}, ~output {g}", "for {x}, {calc} {g} and ~show the result in a number box",
    "~accept {x} and ~return {g}",
)  # fmt: skip
COMMON_ASKS = ("{g} of {x}", "what is {g} of {x}?", "{g} of {x} in a number box", "how do I find {g} of {x} in pd?", "i type two numbers and want to see {g}", "two number boxes in, {g} out", "for my maths lesson: {g} of {x}", "e.g. {a} and {b} should give {c}: {g} of {x}", "can pd work out {g} of {x}?")
EUCLID = ("{calc} {g} of {x} with Euclid's algorithm", "~use the Euclidean algorithm to find {g} of {x}", "~apply Euclid's algorithm to {x}", "{take} {x} and ~find {g} by dividing them by turns until nothing is left over")


def euclid(p: Sketch, pair: Handle) -> Handle:
    """A list of two numbers becomes their greatest common divisor."""
    done = p.add("route 0", pair)
    both = p.add("t l l", p.out(done, 1))
    old = p.add("unpack f", p.out(both, 1))
    again = p.add("pack f f", p.add("expr $f2 % $f1", both), p.into(1, old))
    p.connect(again, done)
    return done


def common_number(draw: Draw, *, is_multiple: bool = False) -> Example:
    """The greatest common divisor by Euclid's algorithm, or the least common multiple: the product divided by it."""
    p = Sketch()
    boxes, sources = labelled(p, ("first", "second"))
    pair = p.add("pack f f", *sources)
    if is_multiple:
        order = p.add("t l l", pair)
        product = p.add("*", p.out(order, 1))
        result = p.add("expr $f2 / $f1", euclid(p, order), p.into(1, product))
    else:
        result = euclid(p, pair)
    shown = p.add("number", result)
    k = draw.integer(2, 9)
    a, b = k * draw.integer(2, 12), k * draw.integer(2, 12)
    value = math.lcm(a, b) if is_multiple else math.gcd(a, b)
    names = MULTIPLE if is_multiple else DIVISOR
    clauses = COMMON if is_multiple else (*COMMON, *EUCLID)
    slots: GrowingSlots = {"x": TWO, "g": names, "a": str(a), "b": str(b), "c": str(value)}
    return example(plainly(draw, slots, clauses, COMMON_ASKS), p, shows(shown, value), filled_in(boxes, (a, b)), [shown])


def divisors(p: Sketch, box: Handle) -> Handle:
    """How many numbers divide the number of a box, tried one by one."""
    order = p.add("t b f b f", box)
    loop = p.add("until", p.out(order, 1))
    zero = p.add("msg 0", p.out(order, 2))
    store = p.add("f 0", loop, p.into(1, zero))
    plus = p.add("+ 1", store)
    hit = p.add("expr $f2 % $f1 == 0", plus, p.into(1, p.out(order, 3)))
    total = p.add("+ 0", hit, p.into(1, zero))
    kept = p.add("f", total)
    result = p.add("f", order, p.into(1, kept))
    p.connect(plus, store, 1)
    p.connect(kept, total, 1)
    return result


def prime(draw: Draw) -> Example:
    """Whether a number is prime, or how many divisors it has."""
    p = Sketch()
    box = p.add("number")
    count = divisors(p, box)
    given = (draw.one((7, 13, 17, 23, 29, 31, 97)), draw.one((4, 9, 12, 15, 21, 33, 91)))
    x = ("a number", "a whole number", "a number entered by the user", "an integer", "the number in a number box", "an input number", "a number typed into a number box")
    if draw.chance(0.3):
        ends, holds, watch = ended(draw, p, [count], [sum(n % i == 0 for i in range(1, n + 1)) for n in given])
        clauses: tuple[str, ...] = ("~count the divisors of {x}{out}", "{calc} how many divisors {x} has{out}", "{take} {x} and ~count by how many numbers it can be divided{out}", "{calc} the number of divisors of {x}{out}", "~try all numbers up to {x} and ~count those that divide it{out}")
        asks: tuple[str, ...] = ("how many divisors has {x}?{tail}", "number of divisors of {x}{tail}")
        return example(plainly(draw, {**ends, "x": x}, clauses, asks), p, holds, fed(box, *given), watch)
    test = p.add("== 2", count)
    if draw.chance(0.5):
        ends, holds, watch = ended(draw, p, [test], (1, 0))
        clauses = ("~check {whether} {x} is prime{out}", "~output 1 if {x} is a prime number and 0 {else}{out}", "{take} {x} and ~test {whether} it is a prime number{out}", "~tell {whether} {x} is prime by a 1 or a 0{out}", "~test {x} for being prime, 1 for yes and 0 for no{out}", "~decide {whether} {x} is a prime number, one that only 1 and itself divide{out}")
        asks = ("is {x} prime?{tail}", "prime number test for {x}, 1 or 0{tail}", "1 if {x} is prime, 0 if not{tail}", "i want to know if {x} is a prime number{tail}")
        return example(plainly(draw, {**ends, "x": x}, clauses, asks), p, holds, fed(box, *given), watch)
    a, b = draw.one((("prime", "not prime"), ("yes", "no"), ("prime", "composite"), ("true", "false")))
    select = p.add("sel 1 0", test)
    p.add("print", p.add(f"msg {a}", select), p.add(f"msg {b}", p.out(select, 1)))
    slots: GrowingSlots = {"x": x, "a": a, "b": b}
    clauses = ("{print} {a} if {x} is a prime number and {b} {else}{console}", "~check {whether} {x} is prime and {print} {a} or {b}{console}", "{take} {x} and {print} {a} if it is prime, {else} {b}{console}", "~test {whether} {x} is a prime number, then {print} {a} if so and {b} if not{console}")
    asks = ("is {x} prime? print {a} or {b}", "{a} or {b} in the console: {x} is a prime number?".replace(": {x} is a prime number?", " for {x} as a prime number or not"), "print {a} if {x} is prime, {b} {else}")
    return example(plainly(draw, slots, clauses, asks), p, prints_all([a.split(), b.split()]), fed(box, *given))


def digits(draw: Draw) -> Example:
    """The digits of a number, each in a box, or their sum."""
    p = Sketch()
    box = p.add("number")
    n = draw.one((2, 3, 3))
    x = draw.integer(10 ** (n - 1), 10**n - 1)
    size = "two-digit" if n == 2 else "three-digit"
    xs = (f"a {size} number", f"a {size} number entered by the user", f"a {size} number from a number box", f"a number with {'two' if n == 2 else 'three'} digits")
    if draw.chance(0.45):
        body = "expr int($f1 / 10) + $f1 % 10" if n == 2 else "expr int($f1 / 100) + int($f1 / 10) % 10 + $f1 % 10"
        ends, holds, watch = ended(draw, p, [p.add(body, box)], [sum(map(int, str(x)))])
        clauses: tuple[str, ...] = ("{calc} the sum of the digits of {x}{out}", "~add up the digits of {x}{out}", "{take} {x} and ~add its digits{out}", "{calc} the digit sum of {x}{out}", "~split {x} into digits and ~add them{out}")
        asks: tuple[str, ...] = ("digit sum of {x}{tail}", "add the digits of {x}{tail}", "what do the digits of {x} add up to?{tail}")
        return example(plainly(draw, {**ends, "x": xs}, clauses, asks), p, holds, fed(box, x), watch)
    names = ("hundreds", "tens", "ones")[3 - n :]
    shown = []
    for name in names:
        part = {"hundreds": ("div 100",), "tens": ("div 10",) if n == 2 else ("div 10", "mod 10"), "ones": ("mod 10",)}[name]
        source: Handle = box
        for body in part:
            source = p.add(body, source)
        shown.append(p.add(f'number "{name}"', source))
    listed = "tens and ones" if n == 2 else "hundreds, tens and ones"
    clauses = ("~split {x} into {l}, each in a number box", "{take} {x} and ~show its {l} in number boxes", "~show the digits of {x} in the number boxes {l}", "~take {x} apart into {l}", "~separate {x} into its digits: {l}", "~display {l} of {x} in separate number boxes")
    asks = ("{l} of {x}, each in a box", "split {x} into digits ({l})", "how do i get the single digits of {x}? {l}")
    return example(plainly(draw, {"x": xs, "l": listed}, clauses, asks), p, all_of(*(shows(one, int(digit)) for one, digit in zip(shown, str(x), strict=True))), fed(box, x), shown)


@dataclass(frozen=True, slots=True)
class Test:
    """A property of one number."""

    body: str
    value: Callable[[int], float]
    said: tuple[str, ...]
    tried: tuple[int, int]


TESTS: tuple[Test, ...] = (
    Test("expr ($f1 % 4 == 0 && $f1 % 100 != 0) || $f1 % 400 == 0", lambda y: float((y % 4 == 0 and y % 100 != 0) or y % 400 == 0), ("a leap year", "a year with 366 days"), (2024, 1900)),
    Test("expr ($f1 & ($f1 - 1)) == 0", lambda x: float(x & (x - 1) == 0), ("a power of two", "one of the numbers 1, 2, 4, 8, 16 and so on"), (64, 48)),
    Test("expr int(sqrt($f1)) * int(sqrt($f1)) == $f1", lambda x: float(math.isqrt(x) ** 2 == x), ("a square number", "a perfect square", "the square of a whole number"), (49, 50)),
    Test("expr $f1 == int($f1)", lambda x: float(x == int(x)), ("a whole number", "an integer", "without decimals"), (5, 0)),
    Test("expr $f1 % 3 == 0 && $f1 % 5 == 0", lambda x: float(x % 15 == 0), ("divisible by both 3 and 5", "a multiple of 3 and of 5"), (30, 9)),
    Test("expr $f1 % 2 == 0 && $f1 > 0", lambda x: float(x % 2 == 0 and x > 0), ("both even and positive", "a positive even number"), (8, 7)),
    Test("expr $f1 % 2 == 0 || $f1 > 100", lambda x: float(x % 2 == 0 or x > 100), ("even or greater than 100",), (8, 7)),
    Test("expr $f1 >= 10 && $f1 <= 99", lambda x: float(10 <= x <= 99), ("a number of two digits", "a two-digit number"), (42, 7)),
)  # fmt: skip


def property_of(draw: Draw) -> Example:
    """1 or 0, a toggle, or two words for a property."""
    test = draw.one(TESTS)
    p = Sketch()
    box = p.add("number")
    given = (test.tried[0], test.tried[1] or 2.5)
    checked = p.add(test.body, box)
    slots: GrowingSlots = {"x": ("a year", "a year entered by the user", "a year typed into a number box") if "leap" in test.said[0] else TYPED, "t": test.said}
    kind = draw.one(("number", "number", "toggle", "words"))
    if kind == "number":
        ends, holds, watch = ended(draw, p, [checked], (1, 0))
        clauses: tuple[str, ...] = ("~check {whether} {x} is {t}{out}", "~output 1 if {x} is {t} and 0 {else}{out}", "{take} {x} and ~tell {whether} it is {t}, as 1 or 0{out}", "~test {whether} {x} is {t}{out}", "~give 1 when {x} is {t} and 0 when it is not{out}")
        asks: tuple[str, ...] = ("is {x} {t}? 1 or 0{tail}", "1 if {x} is {t}, 0 if not{tail}", "i want to know whether {x} is {t}{tail}")
        return example(plainly(draw, {**slots, **ends}, clauses, asks), p, holds, fed(box, *given), watch)
    if kind == "toggle":
        lamp = p.add("tgl", checked)
        clauses = ("~turn a toggle on if {x} is {t} and off {else}", "~show with a toggle {whether} {x} is {t}", "{take} {x} and ~switch a toggle on while it is {t}", "~have a toggle that is on while {x} is {t}")
        asks = ("a toggle that tells me {whether} {x} is {t}", "toggle on if {x} is {t}, off if not")
        return example(plainly(draw, slots, clauses, asks), p, all_of(shows(lamp, 1)), fed(box, given[1], given[0]), [lamp])
    a, b = draw.one((("yes", "no"), ("true", "false"), ("right", "wrong")))
    select = p.add("sel 1 0", checked)
    p.add("print", p.add(f"msg {a}", select), p.add(f"msg {b}", p.out(select, 1)))
    slots.update({"a": a, "b": b})
    clauses = ("{print} {a} if {x} is {t} and {b} {else}{console}", "~check {whether} {x} is {t} and {print} {a} or {b}{console}", "{take} {x} and {print} {a} if it is {t}, {b} if not{console}")
    asks = ("is {x} {t}? print {a} or {b}", "print {a} when {x} is {t}, {b} when not")
    return example(plainly(draw, slots, clauses, asks), p, prints_all([a, b]), fed(box, *given))


PAIRS: tuple[tuple[str, tuple[str, str], Callable[[float, float], float], tuple[str, ...], tuple[int, int]], ...] = (
    ("expr $f1 % $f2 == 0", ("first", "second"), lambda a, b: float(a % b == 0), ("whether the first of two numbers can be divided by the second without a remainder (1 or 0)", "whether the first of two numbers is a multiple of the second (1 for yes, 0 for no)"), (24, 6)),
    ("expr ceil($f1 / $f2)", ("items", "size"), lambda a, b: math.ceil(a / b), ("how many boxes of a given size are needed for a number of items", "the number of groups of a size that all items need, rounded up"), (25, 6)),
    ("expr int($f1 / $f2)", ("length", "piece"), lambda a, b: a // b, ("how many whole pieces fit into a length", "how often a piece fits completely into a length"), (25, 6)),
    ("expr $f1 / $f2 * 100", ("part", "whole"), lambda a, b: a / b * 100, ("what percentage of a whole a part is", "how many percent of the whole a part is", "a part as a percentage of the whole"), (12, 48)),
    ("expr $f1 - $f1 * $f2 / 100", ("price", "discount"), lambda a, b: a - a * b / 100, ("the price after a discount in percent", "a price reduced by a discount given in percent"), (80, 25)),
    ("expr $f1 * $f2 / 100", ("amount", "percent"), lambda a, b: a * b / 100, ("a percentage of an amount", "so many percent of an amount"), (80, 25)),
    ("expr abs($f1 - $f2) == 1", ("first", "second"), lambda a, b: float(abs(a - b) == 1), ("whether two numbers are neighbours, 1 apart (1 or 0)",), (8, 7)),
    ("expr ($f1 > 0) == ($f2 > 0)", ("first", "second"), lambda a, b: float((a > 0) == (b > 0)), ("whether two numbers have the same sign (1 or 0)", "whether two numbers are both positive or both not (1 or 0)"), (8, 3)),
)  # fmt: skip


def of_two(draw: Draw) -> Example:
    """Divisibility, groups and percentages of two named numbers."""
    body, names, function, nouns, given = draw.one(PAIRS)
    p = Sketch()
    boxes, sources = labelled(p, names)
    ends, holds, watch = last(draw, p, p.add(body, *sources), function(*given))
    a, b = names
    slots: GrowingSlots = {**ends, "w": nouns, "boxes": (f"number boxes {a} and {b}", f"the number boxes {a} and {b}", f"two number boxes labelled {a} and {b}", f"two numbers, {a} and {b}, entered by the user")}
    clauses: Sequence[str] = ("{calc} {w} from {boxes}{out}", "{take} {boxes} and {calc} {w}{out}", "~have {boxes} and {calc} {w}{out}", "{calc} {w} with {boxes}{out}", "~let the user fill in {boxes} and {calc} {w}{out}")
    asks = ("{w}, from {boxes}{tail}", "{boxes} in, {w} out{tail}", "i need to know {w}, i have {boxes}{tail}")
    return example(plainly(draw, slots, clauses, asks), p, holds, filled_in(boxes, given), watch)


def closed_sums(draw: Draw) -> Example:
    """Sums of series and figurate numbers by their formulas."""
    body, function, nouns = draw.one((
        ("expr $f1 * $f1", lambda n: n * n, ("the sum of the first {x} odd numbers", "what the first {x} odd numbers add up to")), ("expr $f1 * ($f1 + 1)", lambda n: n * (n + 1), ("the sum of the first {x} even numbers", "what the first {x} even numbers add up to")),
        ("expr $f1 * ($f1 + 1) * (2 * $f1 + 1) / 6", lambda n: n * (n + 1) * (2 * n + 1) / 6, ("the sum of the first {x} square numbers", "1 + 4 + 9 and so on, for {x} square numbers")), ("expr $f1 * ($f1 - 1) / 2", lambda n: n * (n - 1) / 2, ("the number of handshakes among {x} people", "how many pairs can be made of {x} things")),
        ("expr pow(2, $f1) - 1", lambda n: 2**n - 1, ("the largest number with {x} bits", "the moves of a tower of Hanoi with {x} discs")), ("expr round(pow(1.61803, $f1) / sqrt(5))", lambda n: round(1.61803**n / math.sqrt(5)), ("the Fibonacci number with the index {x}", "Fibonacci number {x} by Binet's formula")),
    ))  # fmt: skip
    p = Sketch()
    box = p.add("number")
    given = (draw.integer(3, 6), draw.integer(7, 10))
    ends, holds, watch = ended(draw, p, [p.add(body, box)], [function(n) for n in given], 1e-3)  # type: ignore[no-untyped-call]
    slots: GrowingSlots = {**ends, "w": nouns, "x": "n", "n": ("a number n entered by the user", "n from a number box", "a typed n", "a number n in a number box", "a given n")}
    clauses = ("{calc} {w} for {n}{out}", "{take} {n} and {calc} {w}{out}", "~output {w}, with {n}{out}", "{calc} {w}, n being entered in a number box{out}", "~use a formula for {w} with {n}{out}")
    asks = ("{w}, {n}{tail}", "what is {w}? i type in n{tail}", "{n}, and then {w}{tail}")
    asks = (asks[0], asks[1].replace("what is {w}? i type in n", "{w} where i type in n"), asks[2])
    feeds: tuple[Feed, ...] = fed(box, *given)
    return example(plainly(draw, slots, clauses, asks), p, holds, feeds, watch)


SKILLS: dict[str, Skill] = {
    "greatest-common-divisor": common_number, "least-common-multiple": partial(common_number, is_multiple=True), "prime": prime, "digits": digits, "property": property_of, "of-two-names": of_two, "figurate": closed_sums,
}
CORE: tuple[str, ...] = ("greatest-common-divisor", "least-common-multiple", "property", "of-two-names", "digits")
