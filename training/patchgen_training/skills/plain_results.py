"""Skills: two results at once, an operand or threshold set in a second box, and the direction of a change."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, bangs, prints_all, shows
from patchgen_training.skills.logic_words import GrowingSlots
from patchgen_training.skills.plain_memory import STREAM
from patchgen_training.skills.plain_words import TYPED, ended, example, fed, plainly
from patchgen_training.skills.sketch import Handle, Sketch


@dataclass(frozen=True, slots=True)
class Result:
    """One of several results."""

    body: str
    value: Callable[[float, float], float]
    label: str
    nouns: tuple[str, ...]


ONE: tuple[tuple[Result, Result], ...] = (
    (Result("int", lambda x, y: math.trunc(x), "integer", ("the integer part", "the whole part")), Result("wrap", lambda x, y: x - math.floor(x), "fraction", ("the fractional part", "the decimals"))),
    (Result("* 2", lambda x, y: x * 2, "double", ("the double", "twice the value")), Result("/ 2", lambda x, y: x / 2, "half", ("the half", "half the value"))),
    (Result("pow 2", lambda x, y: x * x, "square", ("the square",)), Result("sqrt", lambda x, y: math.sqrt(x), "root", ("the square root", "the root"))),
    (Result("pow 2", lambda x, y: x * x, "square", ("the square",)), Result("pow 3", lambda x, y: x**3, "cube", ("the cube",))),
    (Result("expr floor($f1)", lambda x, y: math.floor(x), "down", ("the value rounded down", "the next lower integer")), Result("expr ceil($f1)", lambda x, y: math.ceil(x), "up", ("the value rounded up", "the next higher integer"))),
    (Result("sin", lambda x, y: math.sin(x), "sine", ("the sine",)), Result("cos", lambda x, y: math.cos(x), "cosine", ("the cosine",))),
    (Result("+ 1", lambda x, y: x + 1, "next", ("the next number", "the number after it")), Result("- 1", lambda x, y: x - 1, "previous", ("the previous number", "the number before it"))),
    (Result("abs", lambda x, y: abs(x), "absolute", ("the absolute value",)), Result("* -1", lambda x, y: -x, "negative", ("the negative", "the opposite"))),
)
TWO: tuple[tuple[Result, Result], ...] = (
    (Result("+", lambda x, y: x + y, "sum", ("the sum", "the total")), Result("-", lambda x, y: x - y, "difference", ("the difference",))),
    (Result("+", lambda x, y: x + y, "sum", ("the sum", "the total")), Result("*", lambda x, y: x * y, "product", ("the product",))),
    (Result("*", lambda x, y: x * y, "product", ("the product",)), Result("/", lambda x, y: x / y, "quotient", ("the quotient", "the ratio"))),
    (Result("div", lambda x, y: x // y, "quotient", ("the integer quotient", "the whole quotient")), Result("mod", lambda x, y: x % y, "remainder", ("the remainder", "the rest"))),
    (Result("min", min, "smaller", ("the smaller one", "the minimum")), Result("max", max, "larger", ("the larger one", "the maximum"))),
    (Result("+", lambda x, y: x + y, "sum", ("the sum",)), Result("expr ($f1 + $f2) / 2", lambda x, y: (x + y) / 2, "average", ("the average", "the mean"))),
)
BOTH = (
    "{calc} both {a} and {b} of {x} and ~show them in two number boxes", "~show {a} and {b} of {x} in two number boxes", "{take} {x} and {calc} {a} and {b}", "{take} {x}, {calc} {a} and {b}, and ~display both", "~display {a} of {x} in one number box and {b} in another",
    "{calc} {a} of {x}, and also {b}, each in a number box", "{take} {x} and ~show both {a} and {b}", "~output {a} and {b} of {x} in separate number boxes", "for {x}, ~show {a} in one number box and {b} in a second one",
)
BOTH_ASKS = ("{a} and {b} of {x}, both shown", "two number boxes: {a} and {b} of {x}", "i want to see {a} and {b} of {x}", "{x} in, {a} and {b} out", "what are {a} and {b} of {x}?")


def two_results(draw: Draw) -> Example:
    """Two results of one number or of two, each in its own labelled box."""
    is_pair = draw.chance(0.5)
    first, second = draw.one(TWO if is_pair else ONE)
    p = Sketch()
    shown: list[Handle] = []
    if is_pair:
        one, other = p.add('number "first"'), p.add('number "second"')
        both = p.add("t b f", other)
        a, b = float(draw.integer(20, 60)), float(draw.integer(2, 9))
        for row in (first, second):
            shown.append(p.add(f'number "{row.label}"', p.add(row.body, one, both, p.into(1, p.out(both, 1)))))
        feeds: tuple[Feed, ...] = (Feed(10, other, f"{b:g}"), Feed(30, one, f"{a:g}"))
        x: tuple[str, ...] = ("two numbers", "two numbers entered by the user", "two input numbers", "two number boxes", "two values", "a first and a second number")
    else:
        box = p.add("number")
        a, b = draw.number(2, 20, 0.25 if "$" in first.body or first.body == "int" else 1), 0.0
        for row in (first, second):
            shown.append(p.add(f'number "{row.label}"', p.add(row.body, box)))
        feeds = fed(box, a)
        x = TYPED
    holds = [shows(box, row.value(a, b), 1e-3) for box, row in zip(shown, (first, second), strict=True)]
    return example(plainly(draw, {"x": x, "a": first.nouns, "b": second.nouns}, BOTH, BOTH_ASKS), p, all_of(*holds), feeds, shown)


SET: tuple[tuple[str, str, Callable[[float, float], float], tuple[str, ...]], ...] = (
    ("*", "factor", lambda x, y: x * y, ("~multiply {x} by a factor {set}", "~scale {x} by a factor {set}", "~multiply {x} with an adjustable factor {set}")),
    ("+", "offset", lambda x, y: x + y, ("~add an offset {set} to {x}", "~shift {x} by an offset {set}", "~increase {x} by an offset {set}")),
    ("/", "divisor", lambda x, y: x / y, ("~divide {x} by a divisor {set}", "~divide {x} by an adjustable divisor {set}")),
    ("-", "amount", lambda x, y: x - y, ("~subtract an amount {set} from {x}", "~decrease {x} by an amount {set}", "~lower {x} by an amount {set}")),
    (">", "threshold", lambda x, y: float(x > y), ("~check whether {x} is greater than a threshold {set}", "~output 1 if {x} is above a threshold {set} and 0 if not", "~tell if {x} is over a threshold {set}", "~give 1 while {x} is larger than a threshold {set}, otherwise 0")),
    ("<", "threshold", lambda x, y: float(x < y), ("~check whether {x} is less than a threshold {set}", "~output 1 if {x} is below a threshold {set} and 0 if not", "~tell if {x} is under a threshold {set}", "~give 1 while {x} is smaller than a threshold {set}, otherwise 0")),
    ("min", "maximum", min, ("~limit {x} to a maximum {set}", "~keep {x} from going above a maximum {set}", "~cap {x} at a maximum {set}")),
    ("max", "minimum", max, ("~keep {x} from going below a minimum {set}", "~limit {x} to at least a minimum {set}")),
    ("mod", "modulus", lambda x, y: x % y, ("~take {x} modulo a modulus {set}", "~wrap {x} around at a modulus {set}")),
)  # fmt: skip


def adjustable(draw: Draw) -> Example:
    """The second operand has a box or slider of its own."""
    body, label, function, verbs = draw.one(SET)
    is_slid = draw.chance(0.3)
    p = Sketch()
    box = p.add("number")
    knob = p.add(f'hsl 0 127 "{label}"' if is_slid else f'number "{label}"')
    both = p.add("t b f", knob)
    result = p.add(body, box, both, p.into(1, p.out(both, 1)))
    a, b, c = float(draw.integer(20, 60)), float(draw.integer(2, 19)), float(draw.integer(61, 90))
    slots, holds, watch = ended(draw, p, [result], [function(x, y) for x, y in ((0, b), (a, b), (c, b))], 1e-3)
    where = ("that is set with a slider", "from a slider", "set with a slider", "adjustable with a slider") if is_slid else ("that is set in another number box", "from a second number box", "set in a number box", "entered in another number box", "that can be changed in a second number box", "typed into a second number box")
    own: GrowingSlots = {**slots, "x": TYPED, "set": where, "do": verbs}
    clauses = ("{do}{out}", "{do}{out}", "{do}{out}", "{take} {x} and {do_it}{out}")
    own["do_it"] = tuple(verb.replace("{x}", "it") for verb in verbs)
    asks = ("{bare}{tail}", "i want to {bare}{tail}", "how do i {bare}?{tail}")
    own["bare"] = tuple(verb.replace("~", "") for verb in verbs)
    feeds = (Feed(10, knob, f"{b:g}"), Feed(30, box, f"{a:g}"), Feed(50, box, f"{c:g}"))
    return example(plainly(draw, own, clauses, asks), p, holds, feeds, watch)


WAYS = (("up", "down"), ("up", "down"), ("higher", "lower"), ("rising", "falling"), ("more", "less"), ("louder", "softer"), ("increase", "decrease"), ("warmer", "colder"), ("bigger", "smaller"))


def direction(draw: Draw) -> Example:
    """Says, or shows with one of two buttons, whether a number went up or down."""
    p = Sketch()
    box = p.add("number")
    order = p.add("t f f b", box)
    before = p.add("f", p.out(order, 2), p.into(1, order))
    change = p.add("-", p.out(order, 1), p.into(1, before))
    select = p.add("sel 1 0", p.add("> 0", change))
    a, b = draw.one(WAYS)
    feeds = fed(box, 10, 30, 20)
    own: GrowingSlots = {"up": a, "down": b, "stream": STREAM, "n": ("a number", "the number in a number box", "an incoming number", "the input", "a number entered by the user", "the value of a number box"),
                  "rose": ("is larger than the previous one", "has gone up", "has increased", "is greater than the one before", "is higher than the last one"), "fell": ("is smaller", "has gone down", "has decreased", "if not", "is lower")}
    own["fell"] = ("if not", "otherwise", "if it has gone down", "if it has become smaller", "when it falls")
    if draw.chance(0.25):
        one, other = p.add("bng", select), p.add("bng", p.out(select, 1))
        clauses: tuple[str, ...] = ("~flash one button when {n} {rose} and another {fell}", "~compare each new number with the one before and ~flash one button if it is larger and another if not", "~show with two buttons whether {n} went up or down", "~track {stream} and ~flash the first button for a rise, the second for a fall")
        asks: tuple[str, ...] = ("one button for up, another for down, depending on how {n} changes", "did my number go up or down? flash one of two buttons", "two buttons: {n} rises, {n} falls")
        return example(plainly(draw, own, clauses, asks), p, all_of(bangs(one, 2), bangs(other, 1)), feeds, [one, other])
    p.add("print", p.add(f"msg {a}", select), p.add(f"msg {b}", p.out(select, 1)))
    clauses = ("~print {up} if {n} {rose} and {down} {fell}", "~compare {n} with the previous one and ~print {up} if it is larger and {down} if not", "~print {up} when {n} {rose}, {down} {fell}", "~tell in the console whether {n} went up or down, as {up} or {down}", "{take} {n} and ~print {up} if it {rose} and {down} {fell}",
               "~say {up} or {down} in the console, depending on whether {n} {rose}", "~track {stream} and ~print {up} for a rise and {down} for a fall")  # fmt: skip
    asks = ("did my number go up or down? print {up} or {down}", "print {up} if {n} {rose}, {down} {fell}", "is it rising or falling? {up} or {down} in the console for {n}", "i want to read {up} when {n} {rose} and {down} {fell}")
    return example(plainly(draw, own, clauses, asks), p, prints_all([[a], [a], [b]]), feeds)


SKILLS: dict[str, Skill] = {"two-results": two_results, "operand-in-second-box": adjustable, "up-or-down": direction}
CORE: tuple[str, ...] = (
    "two-results", "operand-in-second-box", "up-or-down", "math_pairs/sum", "math_pairs/difference", "math_pairs/product",
    "math_pairs/quotient", "math_pairs/average-of-two", "math_pairs/division-with-remainder", "math_pairs/power-of-two-numbers", "math_pairs/larger-and-smaller",
    "math_pairs/bitwise", "math_pairs/comparison", "math_pairs/equality", "math_statistics/direction",
)
