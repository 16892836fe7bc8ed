"""Skills: series and loops: factorials, sums and powers with until, next terms by clicks, tables between two numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import accumulate

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import prints_all
from patchgen_training.skills.logic_gates import clicks
from patchgen_training.skills.logic_speech import asked
from patchgen_training.skills.logic_tests import fed, finished, output_words
from patchgen_training.skills.math_tasks import spoken
from patchgen_training.skills.sketch import Handle, Sketch

TYPED = ("a number from a number box", "the number in a number box", "a number i type in", "a number n", "the input number", "any number i enter")
LOOP = ("with a loop", "using until", "in a loop", "with until", "by looping")

Loop = tuple[str, int, str, Callable[[int], float], tuple[str, ...]]
LOOPS: dict[str, Loop] = {
    "factorial": ("*", 1, "", lambda n: float(math.factorial(n)), ("the factorial of {x}", "{x} factorial", "the product of all numbers from 1 to {x}", "n! for {x}")),
    "sum": ("+", 0, "", lambda n: n * (n + 1) / 2, ("the sum of all numbers from 1 to {x}", "the sum 1 + 2 + 3 ... up to {x}", "the total of the whole numbers up to {x}")),
    "squares": ("+", 0, "expr $f1 * $f1", lambda n: float(sum(i * i for i in range(n + 1))), ("the sum of the squares from 1 to {x}", "the sum of all square numbers up to the square of {x}")),
    "harmonic": ("+", 0, "expr 1 / $f1", lambda n: sum(1 / i for i in range(1, n + 1)), ("the harmonic sum 1 + 1/2 + 1/3 ... up to 1 over {x}", "the sum of the reciprocals of 1 to {x}")),
}  # fmt: skip


def accumulated(draw: Draw) -> Example:
    """A loop with until that adds or multiplies up to a number, and tells the end."""
    body, start, inner, function, nouns = LOOPS[draw.one(("factorial", "factorial", "sum", "sum", "squares", "harmonic"))]
    p = Sketch()
    box = p.add("number")
    order = p.add("t b f b", box)
    clear = p.add("t b b", p.out(order, 2))
    loop = p.add("until", p.out(order, 1))
    stored = p.add("f 0", loop, p.into(1, p.add("msg 0", clear)))
    plus = p.add("+ 1", stored)
    p.connect(plus, stored, 1)
    term = p.add(inner, plus) if inner else plus
    combined = p.add(f"{body} {start}", term)
    first = p.add(f"msg {start}", p.out(clear, 1))
    p.connect(first, combined, 1)
    p.connect(p.add("f", combined), combined, 1)
    total = p.add("f", order, p.into(1, combined), p.into(1, first))
    n = draw.integer(2, 9)
    slots, example = output_words(draw, p, total, [function(n), function(n - 1)])
    slots = {**slots, "what": tuple(noun.replace("{x}", x) for noun in nouns for x in TYPED[:4]), "loop": LOOP}
    clauses = ("~calculate {what} {loop}{out}", "~compute {what} {loop}{out}", "~use a loop to calculate {what}{out}", "~work out {what} {loop}{out}", "~loop to find {what}{out}", "~use until to compute {what}{out}")
    asks = ("{what} {loop}{tail}", "how do i calculate {what} {loop}?{tail}", "i need {what}, done {loop}{tail}", "loop that computes {what}{tail}")
    return finished(example, asked(draw, slots, clauses, ("a loop for {what}{tail}",), asks), fed(box, n, n - 1))


def fibonacci(count: int) -> list[float]:
    """0 1 1 2 3 ..."""
    terms = [0.0, 1.0]
    while len(terms) < count:
        terms.append(terms[-1] + terms[-2])
    return terms[:count]


FORMULAS: tuple[tuple[str, Callable[[int], float], tuple[str, ...]], ...] = (
    ("* 2", lambda i: 2.0 * i, ("even number", "even numbers", "0, 2, 4, 6")), ("expr $f1 * 2 + 1", lambda i: 2.0 * i + 1, ("odd number", "odd numbers", "1, 3, 5, 7")), ("expr $f1 * $f1", lambda i: float(i * i), ("square number", "square numbers", "0, 1, 4, 9")),
    ("expr pow(2, $f1)", lambda i: 2.0**i, ("power of two", "powers of two", "1, 2, 4, 8")), ("expr $f1 * ($f1 + 1) / 2", lambda i: i * (i + 1) / 2, ("triangular number", "triangular numbers", "0, 1, 3, 6")), ("expr pow($f1, 3)", lambda i: float(i**3), ("cube number", "cube numbers", "0, 1, 8, 27")),
    ("expr pow(10, $f1)", lambda i: 10.0**i, ("power of ten", "powers of ten", "1, 10, 100, 1000")), ("expr 1 / ($f1 + 1)", lambda i: 1 / (i + 1), ("term of the harmonic series", "terms of the harmonic series", "1, 1/2, 1/3, 1/4")),
)  # fmt: skip
CLICK = ("with each click on a button", "on every click", "each time a button is pressed", "when i press a button", "per button click", "whenever a bang is hit")


def next_term(draw: Draw) -> Example:
    """Each click brings the next term of a series."""
    has_reset = draw.chance(0.3)
    p = Sketch()
    button = p.add("bng")
    if draw.chance(0.3):
        one, many, begin = "Fibonacci number", "Fibonacci numbers", "0, 1, 1, 2, 3"
        has_reset = False
        first = p.add("f 0", button)
        plus = p.add("+ 1", first)
        order = p.add("t f b", plus)
        second = p.add("f 1", p.out(order, 1), p.into(1, order))
        p.connect(second, first, 1)
        p.connect(order, plus, 1)
        wanted = fibonacci(6)
        result: Handle = first
    else:
        n = draw.integer(3, 12)
        body, function, (one, many, begin) = draw.one((*FORMULAS, *[(f"* {n}", lambda i: float(n * i), (f"multiple of {n}", f"multiples of {n}", f"0, {n}, {2 * n}, {3 * n}"))] * 2))
        reset = [p.into(1, p.add("msg 0", p.add('bng "reset"')))] if has_reset else []
        stored = p.add("f 0", button, *reset)
        p.connect(p.add("+ 1", stored), stored, 1)
        result = p.add(body, stored)
        wanted = [function(i) for i in range(4)]
    slots, example = output_words(draw, p, result, wanted)
    slots = {**slots, "one": one, "many": many, "begin": begin, "click": CLICK, "reset": (" with a reset button", ", with a button to start again") if has_reset else ""}
    clauses = ("~give the next {one} {click}{reset}{out}", "~output the {many} one by one {click}{reset}{out}", "~step through the {many} ({begin} and so on) {click}{reset}{out}", "~count in {many} {click}{reset}{out}", "~generate the series {begin} and so on {click}{reset}{out}", "~go to the next {one} {click}{reset}{out}", "~produce the {many} {begin} ... {click}{reset}{out}")
    asks = ("{many}, one {click}{reset}{tail}", "{begin}, ... the next one {click}{reset}{tail}", "i want the {many} one after the other {click}{reset}{tail}", "button for the next {one}{reset}{tail}")
    return finished(example, asked(draw, slots, clauses, ("a generator of {many}, one {click}{reset}{tail}",), asks), clicks(*[button] * len(wanted)))


def between_bounds(draw: Draw) -> Example:
    """A loop that prints the numbers from one to another, up, down or in steps."""
    low, step, count = draw.integer(0, 60), draw.one((1, 1, 1, 2, 3, 5, 10)), draw.integer(3, 12)
    down = draw.chance(0.4)
    terms = [low + i * step for i in range(count)]
    terms = terms[::-1] if down else terms
    p = Sketch()
    button = p.add("bng")
    order = p.add("t b b", button)
    loop = p.add("until", p.add(f"msg {count}", order))
    stored = p.add(f"f {terms[0]}", loop, p.into(1, p.add(f"msg {terms[0]}", p.out(order, 1))))
    p.add("print", stored)
    p.connect(p.add(f"- {step}" if down else f"+ {step}", stored), stored, 1)
    slots = {"a": str(terms[0]), "b": str(terms[-1]), "by": f" in steps of {step}" if step > 1 else "", "dir": ("down", "backwards") if down else ("up", ""), "once": ("at once", "in a loop", "with a loop", "using until", "all at once"), "click": CLICK[2:] + ("when a button is clicked", "with one click")}
    clauses = ("~print the numbers from {a} to {b}{by} {once} {click}", "~loop from {a} to {b}{by} and ~print every number {click}", "~count from {a} to {b}{by} {once} and ~print all numbers {click}", "~use a loop to print {a} to {b}{by} {click}", "~write all numbers from {a} {to} {b}{by} to the console {click}", "~run a for loop from {a} to {b}{by} that prints each number {click}")
    slots["to"] = "down to" if down else ("to", "up to")
    asks = ("for loop {a} to {b}{by}, print each, button to start", "print {a} {to} {b}{by} {once}, one click", "loop from {a} {to} {b}{by}, printed")
    return Example(asked(draw, slots, clauses, ("a loop from {a} {to} {b}{by} that prints all numbers {click}",), asks), p.text(), prints_all(terms), clicks(button))


def as_often(draw: Draw) -> Example:
    """Something as often as a number says."""
    kind = draw.one(("word", "count", "count", "table"))
    word = draw.one(("hello", "tick", "again", "loop", "beep", "go", "yes", "echo", "test"))
    by = draw.integer(2, 12)
    p = Sketch()
    box = p.add("number")
    n = draw.integer(2, 6)
    if kind == "word":
        p.add("print", p.add(f"msg {word}", p.add("until", box)))
        clauses: tuple[str, ...] = ("~print {w} as often as a number box says", "~print {w} n times, n coming from a number box", "~repeat {w} in the console as many times as the number in a number box", "~take a number and ~print {w} that many times", "~use until to print {w} as many times as i type into a number box", "~write {w} to the console x times for a number x that i enter")
        asks: tuple[str, ...] = ("{w} as many times as the number box says, printed", "type 5 and get {w} five times in the console", "how do i print {w} n times (number box)?")
        wanted: list[float | str] = [word] * n
    else:
        order = p.add("t f b", box)
        loop = p.add("until", order)
        stored = p.add("f 0", loop, p.into(1, p.add("msg 0", p.out(order, 1))))
        plus = p.add("+ 1", stored)
        p.connect(plus, stored, 1)
        p.add("print", p.add(f"* {by}", plus) if kind == "table" else plus)
        wanted = [float(i * (by if kind == "table" else 1)) for i in range(1, n + 1)]
        what = f"the first n multiples of {by}" if kind == "table" else "the numbers from 1 to n"
        one = f"the multiples of {by}, as many as the number box says" if kind == "table" else "all numbers from 1 up to the number in a number box"
        clauses = (f"~print {what}, n coming from a number box", f"~print {one}", f"~take a number n and ~print {what} in a loop", f"~use until to print {one}", f"~loop and ~print {one}", f"~write {one} to the console", f"~use a loop to print {what} for a number n that i type in")
        asks = (f"print {one}", f"{one}, printed with a loop", f"loop that prints {what}, n from a number box")
    slots = {"w": (word, f'"{word}"', f"the word {word}")}
    return Example(asked(draw, slots, clauses, (), asks), p.text(), prints_all(wanted), fed(box, n))


def multiplying(draw: Draw) -> Example:
    """The powers of a number in a loop, a balance with interest, a halving: terms printed at once."""
    n = draw.integer(3, 9)
    rows: tuple[tuple[str, float, str, Callable[[float], float]], ...] = (
        ("* 2", draw.one((1, 1, 3, 5, 10)), "doubling each time", lambda x: x * 2), ("* 3", 1, "tripling each time", lambda x: x * 3), ("/ 2", draw.one((64, 128, 1000, 440)), "halving each time", lambda x: x / 2), ("* 1.5", draw.one((100, 110, 220)), "multiplied by 1.5 each time", lambda x: x * 1.5),
        ("* 10", 1, "ten times bigger each time", lambda x: x * 10), ("+ 7", draw.one((36, 48, 60)), "7 higher each time", lambda x: x + 7), ("- 5", draw.one((100, 60)), "5 lower each time", lambda x: x - 5))
    body, start, words, function = draw.one(rows)
    p = Sketch()
    button = p.add("bng")
    order = p.add("t b b", button)
    loop = p.add("until", p.add(f"msg {n}", order))
    stored = p.add(f"f {start}", loop, p.into(1, p.add(f"msg {start}", p.out(order, 1))))
    p.add("print", stored)
    p.connect(p.add(body, stored), stored, 1)
    terms = list(accumulate([float(start)] * n, lambda x, _: function(x)))
    slots = {"n": spoken(draw, n), "start": str(start), "words": words, "click": ("when a button is clicked", "on a click", "with one button", "when i press a button"), "once": ("in a loop", "at once", "with until", "using a loop")}
    clauses = ("~print {n} numbers {once} {click}, starting at {start} and {words}", "~start at {start} and ~print {n} numbers {once}, {words}, {click}", "~loop {n} times from {start}, {words}, and ~print each number {click}", "~print a series of {n} numbers from {start}, {words}, {once} {click}")
    asks = ("{n} numbers from {start}, {words}, printed {once} {click}", "series of {n} terms, first {start}, {words}, print them {click}")
    return Example(asked(draw, slots, clauses, (), asks), p.text(), prints_all(terms, 1e-3), clicks(button))


def of_two_numbers(draw: Draw) -> Example:
    """Repeated multiplication: a power by a loop, or how often one number fits into another."""
    p = Sketch()
    one, other = p.add('number "base"'), p.add('number "exponent"')
    order = p.add("t b f b", other)
    start = p.add("msg 1", p.out(order, 2))
    power = p.add("f", order)
    loop = p.add("until", p.out(order, 1))
    stored = p.add("f 1", loop, p.into(1, start))
    product = p.add("*", stored, p.into(1, one))
    p.connect(product, stored, 1)
    p.connect(product, power, 1)
    p.connect(start, power, 1)
    a, b = draw.integer(2, 6), draw.integer(2, 5)
    slots, example = output_words(draw, p, power, [float(a**b)])
    slots = {**slots, "loop": LOOP}
    clauses = ("~calculate a power {loop} from a base and an exponent in number boxes{out}", "~raise a base to an exponent {loop} instead of pow{out}", "~multiply a base with itself as often as the exponent says, {loop}{out}", "~compute base to the power of exponent {loop}{out}", "~use a loop to raise one number to the power of another{out}")
    asks = ("power of base and exponent {loop}{tail}", "base ^ exponent {loop}, two number boxes{tail}")
    return finished(example, asked(draw, slots, clauses, ("a power calculator {loop}, base and exponent in number boxes{tail}",), asks), (Feed(10, one, str(a)), Feed(30, other, str(b))))


SKILLS: dict[str, Skill] = {
    "loop-to-number": accumulated,
    "next-term": next_term,
    "loop-from-to": between_bounds,
    "as-often-as": as_often,
    "series-at-once": multiplying,
    "power-by-loop": of_two_numbers,
}
