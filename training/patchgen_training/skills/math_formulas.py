"""Skills: formulas of several terms in one [expr], for one, two or three numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.math_operations import ANGLES, POWERS, WORDS, Operation
from patchgen_training.skills.math_pair_sources import PairInput
from patchgen_training.skills.math_pairings import Pairing
from patchgen_training.skills.math_pairs import PairTask, delivered, pair
from patchgen_training.skills.math_sources import BUTTON_WHENS
from patchgen_training.skills.math_tasks import Task, step
from patchgen_training.skills.math_unary import example
from patchgen_training.skills.sketch import Sketch

TERMS: tuple[Operation, ...] = (
    POWERS["square"], POWERS["cube"], POWERS["root"], POWERS["absolute"], POWERS["cube-root"],
    ANGLES["sine"], ANGLES["cosine"], WORDS["double"], WORDS["half"],
)
JOINS: dict[str, tuple[Callable[[float, float], float], str, tuple[str, ...]]] = {
    "+": (lambda a, b: a + b, "~add", ("the sum of {0} and {1}", "{0} plus {1}")),
    "-": (lambda a, b: a - b, "~subtract", ("the difference between {0} and {1}", "{0} minus {1}")),
    "*": (lambda a, b: a * b, "~multiply the result by", ("the product of {0} and {1}", "{0} times {1}")),
    "/": (lambda a, b: a / b, "~divide the result by", ("the quotient of {0} and {1}", "{0} divided by {1}")),
}


@dataclass(frozen=True)
class Term:
    """One operand of a formula with what is done to it first."""

    formula: str
    value: Callable[[float], float]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    is_plain: bool = False


def term(draw: Draw, variable: str, word: str, plain: float) -> Term:
    """The variable itself, or its square, its root and so on; `word` stands for it in the words."""
    if draw.chance(plain):
        return Term(variable, lambda x: x, (word,), (), is_plain=True)
    one = step(draw, draw.one(TERMS))
    nouns = tuple(noun.replace("{x}", word) for noun in one.nouns if noun.startswith("the "))
    verbs = tuple(verb.replace("{x}", word) for verb in one.verbs if " and ~" not in verb)
    formula = one.formula.replace("{x}", variable)
    return Term(formula, one.value, nouns or (one.nouns[0].replace("{x}", word),), verbs)


def formula_of_two(draw: Draw) -> Example:
    """Something of the first number joined with something of the second."""
    while True:
        first, second = term(draw, "$f1", "{a}", 0.25), term(draw, "$f2", "{b}", 0.2)
        sign = draw.one("++-**/")
        is_held_out = (first.formula, sign, second.formula) == ("pow($f1, 2)", "+", "sqrt($f2)")
        if not (first.is_plain and second.is_plain) and not is_held_out:
            break
    function, verb, nouns = JOINS[sign]
    left, right = first.nouns, second.nouns
    said = [draw.one(nouns).format(draw.one(left), draw.one(right)) for _ in range(4)]
    starts = first.verbs or tuple(f"~take {noun}" for noun in left)
    done = [f"{draw.one(starts)} and {verb} {draw.one(right)}" for _ in range(3)]
    if second.verbs and first.verbs and sign in "+*":
        last = "~add the results" if sign == "+" else "~multiply the results"
        done.append(f"{draw.one(starts)}, {draw.one(second.verbs)} and {last}")
    body = f"expr {first.formula} {sign} {guarded(second.formula) if sign in '-*/' else second.formula}"
    if sign in "*/":
        body = body.replace(f"expr {first.formula}", f"expr {guarded(first.formula)}")
    name = said[0].replace("{a}", "the first").replace("{b}", "the second")
    return pair(
        [Pairing(body, "", lambda a, b: function(first.value(a), second.value(b)), tuple(said), tuple(done),
                 (name.removeprefix("the "),), low=1, high=20)],
        draw,
    )


def guarded(formula: str) -> str:
    """In parentheses, where it is a sum, product or quotient."""
    return f"({formula})" if " " in formula.split("(")[0] else formula


THREE: tuple[tuple[str, Callable[[float, float, float], float], tuple[str, ...], tuple[str, ...]], ...] = (
    ("$f1 + $f2 + $f3", lambda a, b, c: a + b + c, ("the sum of {x}", "the total of {x}"),
     ("~add {x}", "~sum {x}", "~add {x} together")),
    ("$f1 * $f2 * $f3", lambda a, b, c: a * b * c, ("the product of {x}",), ("~multiply {x}", "~multiply {x} together")),
    ("($f1 + $f2 + $f3) / 3", lambda a, b, c: (a + b + c) / 3, ("the average of {x}", "the mean of {x}"),
     ("~average {x}",)),
    ("max($f1, max($f2, $f3))", max, ("the largest of {x}", "the maximum of {x}", "the highest of {x}"),
     ("~pick the largest of {x}",)),
    ("min($f1, min($f2, $f3))", min, ("the smallest of {x}", "the minimum of {x}", "the lowest of {x}"),
     ("~pick the smallest of {x}",)),
    ("($f1 + $f2) * $f3", lambda a, b, c: (a + b) * c,
     ("the sum of {a} and {b} multiplied by {c}", "the sum of {a} and {b}, times {c}"),
     ("~add {a} and {b} and ~multiply the result by {c}", "~add {a} to {b}, then ~multiply by {c}")),
    ("($f1 + $f2) / $f3", lambda a, b, c: (a + b) / c, ("the sum of {a} and {b}, divided by {c}",),
     ("~add {a} and {b} and ~divide the result by {c}", "~add {a} to {b}, then ~divide by {c}")),
    ("($f1 - $f2) * $f3", lambda a, b, c: (a - b) * c, ("the difference of {a} and {b}, multiplied by {c}",),
     ("~subtract {b} from {a} and ~multiply the result by {c}",)),
    ("($f1 - $f2) / $f3", lambda a, b, c: (a - b) / c, ("the difference of {a} and {b}, divided by {c}",),
     ("~subtract {b} from {a} and ~divide the result by {c}",)),
    ("$f1 * $f2 + $f3", lambda a, b, c: a * b + c, ("the product of {a} and {b} plus {c}",),
     ("~multiply {a} by {b} and ~add {c}", "~multiply {a} and {b}, then ~add {c}")),
    ("$f1 * $f2 - $f3", lambda a, b, c: a * b - c, ("the product of {a} and {b} minus {c}",),
     ("~multiply {a} by {b} and ~subtract {c}", "~multiply {a} and {b}, then ~subtract {c}")),
    ("$f1 * $f2 / $f3", lambda a, b, c: a * b / c, ("the product of {a} and {b}, divided by {c}",),
     ("~multiply {a} by {b} and ~divide the result by {c}",)),
)
EACH_OF_THREE = (
    ("the first", "the second", "the third"), ("the first number", "the second number", "the third number"),
    ("the first", "the second number", "the third one"), ("one number", "another number", "a third number"),
)
THREE_NUMBERS = ("three numbers", "three inputs", "three input numbers", "three number boxes", "three values",
                 "the three numbers I enter")
TAKEN_THREE = ("three numbers as input", "three numbers", "three input numbers", "three numbers from number boxes",
               "three values")


def three_numbers(draw: Draw) -> Example:
    """One formula of three numbers, from number boxes or from constants sent by a button."""
    formula, function, nouns, verbs = draw.one(THREE)
    sketch = Sketch()
    a, b, c = (draw.integer(1, 60) for _ in range(3))
    if draw.chance(0.25):
        source = fixed_three(sketch, f"expr {formula}", (a, b, c))
    else:
        source = boxes_of_three(sketch, f"expr {formula}", (a, b, c))
    values = [function(*given) for given in source[1]]
    each = source[0].each[0] if source[0].whens != ("",) else None
    task = PairTask(three_words(draw, nouns, each), three_words(draw, verbs, each),
                    (three_words(draw, nouns, each)[0].removeprefix("the ").replace(" of {x}", ""),), True)
    return delivered(draw, task, source[0], sketch, tuple(map(float, values)))


Triple = tuple[float, float, float]


def three_words(draw: Draw, texts: Sequence[str], each: Sequence[str] | None) -> tuple[str, ...]:
    """Templates with the words for each of the three numbers put in."""
    found = []
    for text in texts:
        for words in [each] if each else draw.some(EACH_OF_THREE, 3):
            a, b, c = words
            found.append(text.replace("{a}", a).replace("{b}", b).replace("{c}", c))
    return tuple(dict.fromkeys(found))


def boxes_of_three(sketch: Sketch, body: str, numbers: Triple) -> tuple[PairInput, list[Triple]]:
    """Three number boxes; each of them updates the result."""
    a, b, c = numbers
    first, second, third = (sketch.add(f'number "{name}"') for name in ("first", "second", "third"))
    two, three = sketch.add("t b f", second), sketch.add("t b f", third)
    result = sketch.add(body, first, two, sketch.into(1, sketch.out(two, 1)),
                        three, sketch.into(2, sketch.out(three, 1)))
    feeds = tuple(Feed(10 + 20 * i, box, str(x)) for i, (box, x) in enumerate(((third, c), (second, b), (first, a))))
    words = PairInput(result, feeds, (), THREE_NUMBERS, TAKEN_THREE, ())
    return words, [(0, 0, c), (0, b, c), (a, b, c)]


def fixed_three(sketch: Sketch, body: str, numbers: Triple) -> tuple[PairInput, list[Triple]]:
    """Three constants, sent by a button."""
    a, b, c = (str(int(x)) for x in numbers)
    button = sketch.add("bng")
    order = sketch.add("t b b b", button)
    boxes = [sketch.add(f"msg {x}", sketch.out(order, i) if i else order) for i, x in enumerate((a, b, c))]
    result = sketch.add(body, boxes[0], sketch.into(1, boxes[1]), sketch.into(2, boxes[2]))
    said = f"{a}, {b} and {c}"
    words = PairInput(result, (Feed(10, button, "bang"),), (), (said, f"the numbers {said}"),
                      (f"the numbers {said}", said), ((a, b, c),), BUTTON_WHENS)  # type: ignore[arg-type]
    return words, [numbers]


def polynomial(draw: Draw) -> Example:
    """A written function of x."""

    def make(is_float: bool) -> Task:
        k, c, q = draw.integer(2, 12), draw.integer(1, 20), draw.integer(2, 5)
        formula, said, function = draw.one((
            (f"{k} * {{x}} + {c}", (f"{k}x + {c}", f"{k} * x + {c}"), lambda x, n: k * x + c),
            (f"{k} * {{x}} - {c}", (f"{k}x - {c}", f"{k} * x - {c}"), lambda x, n: k * x - c),
            (f"pow({{x}}, 2) + {c}", (f"x^2 + {c}", f"x squared plus {c}"), lambda x, n: x * x + c),
            (f"pow({{x}}, 2) + {k} * {{x}} + {c}", (f"x^2 + {k}x + {c}", f"x squared plus {k}x plus {c}"),
             lambda x, n: x * x + k * x + c),
            (f"{q} * pow({{x}}, 2) + {k} * {{x}} - {c}", (f"{q}x^2 + {k}x - {c}",), lambda x, n: q * x * x + k * x - c),
            (f"pow({{x}}, 3) - {k} * {{x}}", (f"x^3 - {k}x", f"x cubed minus {k}x"), lambda x, n: x**3 - k * x),
            (f"({{x}} + {c}) * {k}", (f"(x + {c}) * {k}", f"{k}(x + {c})"), lambda x, n: (x + c) * k),
            (f"({{x}} - {c}) / {k}", (f"(x - {c}) / {k}",), lambda x, n: (x - c) / k),
            (f"sin({k} * {{x}})", (f"sin({k}x)", f"the sine of {k}x"), lambda x, n: math.sin(k * x)),
            (f"{k} * sin({{x}})", (f"{k} sin(x)", f"{k} times sin x"), lambda x, n: k * math.sin(x)),
            (f"sqrt(pow({{x}}, 2) + {c})", (f"sqrt(x^2 + {c})",), lambda x, n: math.sqrt(x * x + c)),
        ))
        written = draw.one(said)
        operation = Operation(
            "expr " + formula.replace("{x}", "$f1"), formula, function,
            (f"the value of {written} for {{x}}", f"the function f(x) = {written} for {{x}}",
             f"the value of {written} where x is {{x}}", f"y = {written} with x being {{x}}",
             f"the expression {written} for {{x}}"),
            (f"~evaluate the formula {written} with {{x}} as x", f"~evaluate {written} for {{x}}",
             f"~apply the function f(x) = {written} to {{x}}"),
            (f"f(x) = {written}", f"the function {written}"), low=1, high=30)
        one = step(draw, operation)
        return Task((one,), one.nouns, one.verbs, one.names, is_float)

    return example(draw, make)


SHAPES: tuple[Operation, ...] = (
    Operation("expr 3.14159 * pow($f1, 2)", "", lambda x, n: 3.14159 * x * x,
              ("the area of a circle with radius {x}", "the area of a circle whose radius is {x}"), (),
              ("circle area from the radius",), low=1, high=50),
    Operation("expr 2 * 3.14159 * $f1", "", lambda x, n: 2 * 3.14159 * x,
              ("the circumference of a circle with radius {x}", "the circumference of a circle whose radius is {x}"),
              (), ("circumference from the radius",), low=1, high=50),
    Operation("expr 4 * 3.14159 * pow($f1, 3) / 3", "", lambda x, n: 4 * 3.14159 * x**3 / 3,
              ("the volume of a sphere with radius {x}",), (), ("sphere volume from the radius",), low=1, high=20),
    Operation("pow 3", "", lambda x, n: x**3, ("the volume of a cube with side {x}",), (), ("cube volume",),
              low=1, high=20),
    Operation("pow 2", "", lambda x, n: x**2, ("the area of a square with side {x}",), (), ("square area",),
              low=1, high=50),
)
SHAPE_PAIRS: tuple[Pairing, ...] = (
    Pairing("*", "", lambda a, b: a * b,
            ("the area of a rectangle with {a} as width and {b} as height", "the area of a rectangle from {both}",
             "the area of a rectangle with sides given by {both}"), (), ("rectangle area",), low=1),
    Pairing("expr 2 * ($f1 + $f2)", "", lambda a, b: 2 * (a + b),
            ("the perimeter of a rectangle from {both}", "the perimeter of a rectangle with {a} as width and {b} as height",
             "the perimeter of a rectangle with sides given by {both}"), (), ("rectangle perimeter",), low=1),
    Pairing("expr $f1 * $f2 / 2", "", lambda a, b: a * b / 2,
            ("the area of a triangle with {a} as base and {b} as height", "the area of a triangle from {both}"), (),
            ("triangle area",), low=1),
    Pairing("expr $f1 * $f2 / 100", "", lambda a, b: a * b / 100, ("{a} percent of {b}",), (),
            ("percent of a number",), low=1),
    Pairing("expr $f1 - $f1 * $f2 / 100", "", lambda a, b: a - a * b / 100,
            ("{a} reduced by {b} percent",), ("~reduce {a} by {b} percent",), ("discount",), low=1),
)


def shape_of_one(draw: Draw) -> Example:
    """Circles, spheres, squares and cubes."""

    def make(is_float: bool) -> Task:
        one = step(draw, draw.one(SHAPES))
        return Task((one,), one.nouns, one.verbs, one.names, is_float)

    return example(draw, make)


SKILLS: dict[str, Skill] = {
    "formula-of-two": formula_of_two,
    "terms-of-two": formula_of_two,
    "three-numbers": three_numbers,
    "polynomial": polynomial,
    "geometry": shape_of_one,
    "geometry-of-two": partial(pair, SHAPE_PAIRS),
}
