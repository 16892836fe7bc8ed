"""Skills: formulas in letters or described in words: of x alone, of two to four labelled boxes, with two solutions."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, shows
from patchgen_training.skills.logic_words import Slots
from patchgen_training.skills.plain2_words import filled_in, labelled, last
from patchgen_training.skills.plain_words import TYPED, ended, example, fed, plainly
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.time_words import NUMBER_WORDS

Calculated = Callable[..., float]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the letters of its boxes, the ways to write it, and what it is in words."""

    body: str
    value: Calculated
    letters: tuple[str, ...]
    written: tuple[str, ...]
    named: tuple[str, ...]
    """Noun phrases that name or describe the value; may be empty for a formula without a name."""
    tried: tuple[float, ...]


OF_X: tuple[tuple[str, Calculated, tuple[str, ...], tuple[str, ...]], ...] = (
    ("pow($f1, 2) - $f1", lambda x: x * x - x, ("x^2 - x", "x*x - x", "x² - x"), ("the square of {x} minus {x} itself", "{x} squared, less {x} itself")),
    ("pow($f1, 2) + $f1", lambda x: x * x + x, ("x^2 + x", "x*x + x", "x² + x"), ("{x} squared plus {x} itself", "the sum of {x} and its square")),
    ("$f1 * ($f1 - 1) / 2", lambda x: x * (x - 1) // 2, ("x(x-1)/2", "x*(x-1)/2"), ("half the product of {x} and the number before it",)),
    ("1 - pow($f1, 2)", lambda x: 1 - x * x, ("1 - x^2", "1 - x*x", "1 - x²"), ("1 minus the square of {x}", "one less {x} squared")),
    ("{k} - $f1", lambda x, k: k - x, ("{k} - x",), ("{k} minus {x}", "what remains of {k} after taking {x} away")),
    ("({k} - $f1) / 2", lambda x, k: (k - x) / 2, ("({k} - x)/2", "({k}-x) / 2"), ("half of the difference between {k} and {x}",)),
    ("{k} / $f1", lambda x, k: k / x, ("{k}/x", "{k} / x"), ("{k} divided by {x}", "{k} over {x}")),
    ("1 / ($f1 + 1)", lambda x: 1 / (x + 1), ("1/(x+1)", "1 / (x + 1)"), ("one over {x} plus one", "1 divided by one more than {x}")),
    ("1 / pow($f1, 2)", lambda x: 1 / (x * x), ("1/x^2", "1/(x*x)", "1/x²"), ("one over the square of {x}", "the reciprocal of the square of {x}")),
    ("($f1 + 1) / ($f1 + {k})", lambda x, k: (x + 1) / (x + k), ("(x+1)/(x+{k})", "(x + 1) / (x + {k})"), ("one more than {x} divided by {k} more than {x}",)),
    ("$f1 / ($f1 + 1)", lambda x: x / (x + 1), ("x/(x+1)", "x / (x + 1)"), ("{x} divided by one more than {x}",)),
    ("pow(2, $f1)", lambda x: 2**x, ("2^x", "2**x"), ("two to the power of {x}", "2 raised to {x}")),
    ("pow($f1 - {k}, 2)", lambda x, k: (x - k) ** 2, ("(x - {k})^2", "(x-{k})²"), ("the square of {x} minus {k}, the subtraction first",)),
    ("pow($f1 + {k}, 2)", lambda x, k: (x + k) ** 2, ("(x + {k})^2", "(x+{k})²"), ("the square of the sum of {x} and {k}",)),
    ("abs($f1 - {k})", lambda x, k: abs(x - k), ("|x - {k}|", "abs(x - {k})"), ("the distance of {x} from {k}", "how far {x} is from {k}")),
    ("sqrt($f1 + {k})", lambda x, k: math.sqrt(x + k), ("sqrt(x + {k})", "√(x+{k})"), ("the square root of the sum of {x} and {k}",)),
    ("{k} * pow($f1, 2)", lambda x, k: k * x * x, ("{k}x^2", "{k}*x^2", "{k}x²"), ("{k} times the square of {x}",)),
    ("{k} * pow($f1, 2) + {c}", lambda x, k, c: k * x * x + c, ("{k}x^2 + {c}", "{k}x² + {c}"), ("{k} times the square of {x}, plus {c}",)),
    ("pow($f1, 3) + {c}", lambda x, c: x**3 + c, ("x^3 + {c}", "x³ + {c}"), ("the cube of {x} plus {c}",)),
    ("pow($f1, 3) + pow($f1, 2) + $f1", lambda x: x**3 + x * x + x, ("x^3 + x^2 + x", "x³ + x² + x"), ("the sum of {x}, its square and its cube",)),
)  # fmt: skip
X_CLAUSES = (
    "{calc} y = {f} for {x}{out}", "{calc} the formula {f}, where x is {x}{out}", "{take} {x} as x and {calc} {f}{out}", "~evaluate {f} with x being {x}{out}", "{calc} the value of the function f(x) = {f} for {x}{out}", "{calc} {f} for an x {typed}{out}",
    "~output y = {f} whenever x changes, x being {x}{out}", "~implement the equation y = {f} with {x} as x{out}", "{calc} {w}, as a formula {f}{out}", "{calc} {w}{out}", "{calc} {w}{out}", "{take} {x} and {calc} {wi}{out}",
)
X_ASKS = ("y = {f}{tail}, x is {x}", "f(x) = {f}{tail}. x is {x}", "{f} for {x}{tail}", "what is {w}?{tail}", "how do i calculate {f} in pd, x being {x}?{tail}", "formula {f}, x from a number box{tail}", "x is {x} and i want {f}{tail}", "{w}, please{tail}")


def of_x(draw: Draw) -> Example:
    """One variable."""
    body, value, written, named = draw.one(OF_X)
    numbers = {name: draw.integer(2, 20) for name in ("k", "c") if "{" + name + "}" in body}
    given = [draw.integer(1, 9), draw.integer(10, 15)]

    def put(text: str) -> str:
        for name, number in numbers.items():
            text = text.replace("{" + name + "}", str(number))
        return text

    p = Sketch()
    box = p.add("number")
    ends, holds, watch = ended(draw, p, [p.add("expr " + put(body), box)], [float(value(x, **numbers)) for x in given], 1e-3)
    nouns = [put(noun) for noun in named]
    slots: Slots = {**ends, "x": TYPED, "f": [put(text) for text in written], "w": nouns, "wi": [noun.replace("{x}", "it", 1).replace("{x}", "it") for noun in nouns]}
    return example(plainly(draw, slots, X_CLAUSES, X_ASKS), p, holds, fed(box, *given), watch)


FORMULAS: tuple[Formula, ...] = (
    Formula("$f1 * $f2 + $f3", lambda a, x, b: a * x + b, ("a", "x", "b"), ("a*x + b", "ax + b", "a * x + b"), ("the straight line with slope a and offset b at x", "a times x plus b"), (3, 5, 2)),
    Formula("$f1 * $f2 + $f3", lambda m, x, c: m * x + c, ("m", "x", "c"), ("m*x + c", "mx + c"), ("the linear function with gradient m and intercept c at x",), (4, 3, 7)),
    Formula("($f1 + $f2) / 2", lambda a, b: (a + b) / 2, ("a", "b"), ("(a+b)/2", "(a + b) / 2", "0.5*(a+b)"), ("the point halfway between a and b",), (4, 8)),
    Formula("pow($f1, 2) + pow($f2, 2)", lambda x, y: x * x + y * y, ("x", "y"), ("x^2 + y^2", "x*x + y*y", "x² + y²"), ("the sum of the squares of x and y", "x squared plus y squared"), (3, 4)),
    Formula("pow($f1, 2) - pow($f2, 2)", lambda a, b: a * a - b * b, ("a", "b"), ("a^2 - b^2", "a*a - b*b", "a² - b²"), ("the difference of the squares of a and b",), (7, 4)),
    Formula("sqrt(pow($f1, 2) + pow($f2, 2))", math.hypot, ("x", "y"), ("sqrt(x^2 + y^2)", "√(x² + y²)"), ("the distance of the point x, y from the origin",), (3, 4)),
    Formula("pow($f1 + $f2, 2)", lambda a, b: (a + b) ** 2, ("a", "b"), ("(a+b)^2", "(a + b)²"), ("the square of the sum of a and b",), (3, 4)),
    Formula("pow($f1 - $f2, 2)", lambda a, b: (a - b) ** 2, ("a", "b"), ("(a-b)^2", "(a - b)²"), ("the square of the difference of a and b",), (9, 4)),
    Formula("$f1 * ($f2 + 1)", lambda a, b: a * (b + 1), ("a", "b"), ("a*(b+1)", "a(b + 1)"), ("a times one more than b",), (5, 3)),
    Formula("$f1 * $f2 / ($f1 + $f2)", lambda a, b: a * b / (a + b), ("a", "b"), ("a*b/(a+b)", "ab/(a+b)"), ("the product of a and b divided by their sum",), (6, 3)),
    Formula("2 * $f1 + 3 * $f2", lambda x, y: 2 * x + 3 * y, ("x", "y"), ("2x + 3y", "2*x + 3*y"), ("twice x plus three times y",), (4, 5)),
    Formula("$f1 * (1 - $f3) + $f2 * $f3", lambda a, b, m: a * (1 - m) + b * m, ("a", "b", "m"), ("a*(1-m) + b*m", "a * (1 - m) + b * m"), ("the mix of a and b with m between 0 and 1", "the crossfade of a and b by m"), (4, 8, 0.25)),
    Formula("$f1 + 2 * $f2", lambda a, b: a + 2 * b, ("a", "b"), ("a + 2b", "a + 2*b"), ("a plus twice b",), (4, 5)),
    Formula("$f1 * $f2 - $f3", lambda a, b, c: a * b - c, ("a", "b", "c"), ("a*b - c", "ab - c"), ("the product of a and b less c",), (4, 5, 6)),
    Formula("$f1 * ($f2 + $f3)", lambda a, b, c: a * (b + c), ("a", "b", "c"), ("a*(b+c)", "a(b + c)"), ("a times the sum of b and c",), (4, 5, 6)),
    Formula("$f1 + $f2 - $f3", lambda a, b, c: a + b - c, ("a", "b", "c"), ("a + b - c",), ("a plus b minus c",), (4, 5, 6)),
    Formula("sqrt(pow($f1, 2) + pow($f2, 2) + pow($f3, 2))", lambda x, y, z: math.sqrt(x * x + y * y + z * z), ("x", "y", "z"), ("sqrt(x^2 + y^2 + z^2)",), ("the length of the vector x, y, z", "the magnitude of the acceleration x, y, z"), (2, 3, 6)),
    Formula("pow($f2, 2) - 4 * $f1 * $f3", lambda a, b, c: b * b - 4 * a * c, ("a", "b", "c"), ("b^2 - 4ac", "b² - 4ac", "b*b - 4*a*c"), ("the discriminant of the quadratic equation ax^2 + bx + c = 0", "the discriminant of a quadratic equation with the coefficients a, b and c"), (2, 9, 3)),
    Formula("$f1 * pow($f4, 2) + $f2 * $f4 + $f3", lambda a, b, c, x: a * x * x + b * x + c, ("a", "b", "c", "x"), ("ax^2 + bx + c", "a*x^2 + b*x + c", "ax² + bx + c"), ("the quadratic polynomial with the coefficients a, b and c at x",), (2, 3, 4, 5)),
    Formula("sqrt(pow($f3 - $f1, 2) + pow($f4 - $f2, 2))", lambda a, b, c, d: math.hypot(c - a, d - b), ("x1", "y1", "x2", "y2"), ("sqrt((x2-x1)^2 + (y2-y1)^2)",), ("the distance between the two points x1, y1 and x2, y2", "the distance of two points", "how far the point x1, y1 is from the point x2, y2", "the length of the line from x1, y1 to x2, y2"), (1, 2, 4, 6)),
)  # fmt: skip
LETTERS = (
    "{calc} {f} from {boxes}{out}", "{calc} y = {f} from {boxes}{out}", "{take} {boxes} and {calc} {f}{out}", "~evaluate the formula {f} with {boxes}{out}", "~have {boxes} and {calc} {f}{out}", "{calc} {w} with {boxes}{out}", "{take} {boxes} and {calc} {w}{out}", "{calc} {w}, that is {f}, from {boxes}{out}",
    "~let the user enter {names} and {calc} {f}{out}", "~use {boxes} to {calc0} {w}{out}", "{calc} the result of {f} for {names} entered by the user{out}", "~update {f} whenever {names} change{out}".replace("{names} change", "{one} changes"),
)
LETTER_ASKS = ("{f}{tail}, with {boxes}", "{boxes}, and then {f}{tail}", "y = {f}. {names} come from number boxes{tail}", "how do i get {w}? {boxes} are there{tail}", "{w}{tail}, from {boxes}", "{f} where {names} are entered by me{tail}", "my formula is {f}. I want to type in {names}{tail}")


def names_of(letters: Sequence[str]) -> str:
    """`a, b and c`."""
    return ", ".join(letters[:-1]) + f" and {letters[-1]}"


def of_several(draw: Draw) -> Example:
    """Two to four variables, each in a number box with its letter."""
    return from_boxes(draw, draw.one(FORMULAS), LETTERS, LETTER_ASKS)


def from_boxes(draw: Draw, formula: Formula, clauses: Sequence[str], asks: Sequence[str]) -> Example:
    """A formula whose boxes bear the letters or names of the sentence."""
    p = Sketch()
    boxes, sources = labelled(p, formula.letters)
    given = [x * draw.one((1, 1, 2)) for x in formula.tried]
    ends, holds, watch = last(draw, p, p.add("expr " + formula.body, *sources), formula.value(*given))
    names, n = names_of(formula.letters), NUMBER_WORDS[len(formula.letters)]
    slots: Slots = {**ends, "f": formula.written, "w": formula.named, "names": names, "one": f"one of the numbers {names}", "calc0": ("calculate", "compute", "work out"),
                    "boxes": (f"the {n} number boxes {names}", f"number boxes for {names}", f"{n} number boxes labelled {names}", f"the {n} numbers {names}", f"the values {names} of {n} number boxes", f"{n} numbers {names} entered by the user", f"the variables {names} from number boxes")}  # fmt: skip
    return example(plainly(draw, slots, clauses, asks), p, holds, filled_in(boxes, given), watch)


NAMED: tuple[Formula, ...] = (
    Formula("($f1 + $f2) / 2 * $f3", lambda a, b, h: (a + b) / 2 * h, ("a", "b", "height"), (), ("the area of a trapezoid with the parallel sides a and b", "the area of a trapezium"), (3, 5, 4)),
    Formula("$f1 * $f2 * $f3", lambda a, b, c: a * b * c, ("length", "width", "height"), (), ("the volume of a box", "the volume of a cuboid", "the volume of a room"), (3, 5, 4)),
    Formula("3.14159 * pow($f1, 2) * $f2", lambda r, h: 3.14159 * r * r * h, ("radius", "height"), (), ("the volume of a cylinder", "how much fits into a cylinder"), (3, 5)),
    Formula("3.14159 * pow($f1, 2) * $f2 / 3", lambda r, h: 3.14159 * r * r * h / 3, ("radius", "height"), (), ("the volume of a cone",), (3, 5)),
    Formula("$f1 / $f2", lambda s, t: s / t, ("distance", "time"), (), ("the speed", "the average speed", "how fast something moves"), (90, 4)),
    Formula("$f1 * $f2", lambda v, t: v * t, ("speed", "time"), (), ("the distance travelled", "how far something has moved"), (30, 4)),
    Formula("$f1 * $f2", lambda r, i: r * i, ("resistance", "current"), (), ("the voltage by Ohm's law", "the electric voltage"), (30, 4)),
    Formula("$f1 * $f2", lambda price, n: price * n, ("price", "quantity"), (), ("the total price", "the cost"), (12, 4)),
    Formula("$f1 + $f1 * $f2 / 100", lambda price, tax: price + price * tax / 100, ("price", "tax"), (), ("the price including a tax in percent", "the gross price, the tax being a percentage"), (50, 19)),
    Formula("$f1 / pow($f2, 2)", lambda w, h: w / (h * h), ("weight", "height"), (), ("the body mass index, weight divided by the square of the height", "the BMI"), (72, 2)),
    Formula("344 / $f1", lambda f: 344 / f, ("frequency",), (), ("the wavelength in metres of a tone in air (speed of sound 344 m/s)", "how long the wave of a tone is in air in metres, at 344 m/s"), (440,)),
    Formula("$f1 * 1000 / 344", lambda d: d * 1000 / 344, ("metres",), (), ("how many milliseconds sound needs for a distance in metres, at 344 m/s", "the travel time of sound in ms over a distance in metres (344 m/s)"), (10,)),
    Formula("$f1 * pow(1 + $f2 / 100, $f3)", lambda k, r, n: k * (1 + r / 100) ** n, ("capital", "rate", "years"), (), ("the capital after some years of compound interest, the rate in percent", "compound interest"), (100, 5, 3)),
    Formula("$f1 * ($f2 + 1)", lambda f, n: f * (n + 1), ("fundamental", "overtone"), (), ("the frequency of an overtone, the first overtone being twice the fundamental",), (110, 3)),
    Formula("$f1 * $f2", lambda f, n: f * n, ("fundamental", "harmonic"), (), ("the frequency of a harmonic", "the frequency of the nth partial"), (110, 3)),
    Formula("abs($f1 - $f2)", lambda a, b: abs(a - b), ("first", "second"), (), ("the beat frequency of two tones", "the speed of the beating between two frequencies"), (440, 446)),
)  # fmt: skip
NAMED_CLAUSES = (
    "{calc} {w} from {boxes}{out}", "{take} {boxes} and {calc} {w}{out}", "~have {boxes} and {calc} {w} from them{out}", "~let the user enter {names} and {calc} {w}{out}", "{calc} {w} with {boxes}{out}", "~use {boxes} to {calc0} {w}{out}", "{calc} {w} for given {names}{out}", "given {boxes}, {calc} {w}{out}".replace("given {boxes}, {calc}", "{calc}"),
    "~ask for {names} in number boxes and {calc} {w}{out}", "{calc} {w}{out}, the inputs being {boxes}",
)
NAMED_ASKS = ("what is {w}? i enter {names}{tail}", "{w} from {names}{tail}", "i type in {names} and get {w}{tail}", "{names} -> {w}{tail}", "how do I calculate {w} when i know {names}?{tail}", "{boxes} in, {w} out{tail}")


def of_names(draw: Draw) -> Example:
    """A quantity from others known by name."""
    formula = draw.one(NAMED)
    if len(formula.letters) > 1:
        return from_boxes(draw, formula, NAMED_CLAUSES[:7] + NAMED_CLAUSES[8:], NAMED_ASKS)
    p = Sketch()
    box = p.add("number")
    x = formula.tried[0] * draw.integer(1, 3)
    ends, holds, watch = last(draw, p, p.add("expr " + formula.body, box), formula.value(x))
    name = formula.letters[0]
    noun = "the frequency" if name == "frequency" else "the number of metres"
    slots: Slots = {**ends, "w": formula.named, "names": noun, "calc0": "calculate", "boxes": (f"{noun} in a number box", f"{noun} entered by the user", f"{noun} as input")}
    return example(plainly(draw, slots, NAMED_CLAUSES[:7], NAMED_ASKS[:5]), p, holds, fed(box, x), watch)


def quadratic(draw: Draw) -> Example:
    """Both solutions of a quadratic equation."""
    p = Sketch()
    boxes, sources = labelled(p, ("a", "b", "c"))
    one = p.add("expr (-$f2 + sqrt(pow($f2, 2) - 4 * $f1 * $f3)) / (2 * $f1)", *sources)
    first = p.add('number "x1"', one)
    other = p.add("expr (-$f2 - sqrt(pow($f2, 2) - 4 * $f1 * $f3)) / (2 * $f1)", *sources)
    second = p.add('number "x2"', other)
    a, r, s = draw.integer(1, 3), draw.integer(-4, 4), draw.integer(5, 9)
    given = (a, -a * (r + s), a * r * s)
    slots: Slots = {"w": ("both solutions of the quadratic equation ax^2 + bx + c = 0", "the two roots x1 and x2 of a quadratic equation", "the solutions of a*x*x + b*x + c = 0 with the quadratic formula", "the zeros of the parabola ax^2 + bx + c"),
                    "boxes": ("three number boxes a, b and c", "the coefficients a, b and c", "number boxes for a, b and c"), "out": (" and ~show them as x1 and x2", ", shown in the number boxes x1 and x2", " and ~display both", " in two number boxes x1 and x2")}  # fmt: skip
    clauses = ("{calc} {w} from {boxes}{out}", "{take} {boxes} and {calc} {w}{out}", "~solve a quadratic equation with {boxes}{out}", "~apply the quadratic formula to {boxes}{out}", "~have {boxes} and {calc} {w}{out}")
    asks = ("{w}, from {boxes}", "quadratic formula for {boxes}, x1 and x2 in number boxes", "solve ax^2 + bx + c = 0 for me, i enter a, b and c")
    return example(plainly(draw, slots, clauses, asks), p, all_of(shows(first, s, 1e-3), shows(second, r, 1e-3)), filled_in(boxes, given), [first, second])


SKILLS: dict[str, Skill] = {"formula-of-x": of_x, "formula-of-letters": of_several, "quantity-of-names": of_names, "quadratic-roots": quadratic}
CORE: tuple[str, ...] = ("formula-of-x", "formula-of-letters", "quantity-of-names")
