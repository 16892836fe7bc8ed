"""Skills: two or three steps of arithmetic whose order the words decide: then, before, after, brackets in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.math_operations import (
    POWERS,
    ROUNDING,
    WITH_CONSTANT,
    WORDS,
    Operand,
    Operation,
)
from patchgen_training.skills.math_tasks import Step, Task, later_step, step
from patchgen_training.skills.math_unary import example
from patchgen_training.skills.math_verbs import inflect

SMALL = Operand(2, 12)
STEPS: dict[str, tuple[Operation, tuple[str, ...], tuple[str, ...]]] = {
    "add": (replace(WITH_CONSTANT["add"], operand=SMALL), ("~add {n} to {x}", "~add {n} to {x}", "~increase {x} by {n}"), ("the sum of {x} and {n}", "{x} plus {n}")),
    "subtract": (replace(WITH_CONSTANT["subtract"], operand=SMALL), ("~subtract {n} from {x}", "~subtract {n} from {x}", "~take {n} away from {x}"),
                 ("the difference between {x} and {n}", "{x} minus {n}")),
    "multiply": (replace(WITH_CONSTANT["multiply"], operand=SMALL), ("~multiply {x} by {n}", "~multiply {x} by {n}", "~scale {x} by {n}"), ("the product of {x} and {n}", "{x} times {n}")),
    "divide": (replace(WITH_CONSTANT["divide"], operand=SMALL), ("~divide {x} by {n}", "~divide {x} by {n}"), ("the quotient of {x} and {n}", "{x} divided by {n}")),
    "square": (POWERS["square"], ("~square {x}",), ("the square of {x}",)),
    "root": (POWERS["root"], ("~take the square root of {x}",), ("the square root of {x}",)),
    "absolute": (POWERS["absolute"], ("~take the absolute value of {x}",), ("the absolute value of {x}",)),
    "double": (WORDS["double"], ("~double {x}",), ("twice {x}",)),
    "half": (WORDS["half"], ("~halve {x}",), ("half of {x}",)),
    "negation": (POWERS["negation"], ("~flip the sign of {x}", "~negate {x}"), ("the negative of {x}",)),
    "round": (ROUNDING["round"], ("~round {x} to the nearest integer", "~round {x}"), ("{x} rounded to the nearest integer",)),
    "integer-part": (ROUNDING["integer-part"], ("~truncate {x} to an integer", "~cut off the decimals of {x}"), ("the integer part of {x}",)),
    "modulo": (replace(WITH_CONSTANT["modulo"], operand=SMALL), ("~take {x} modulo {n}",), ("{x} modulo {n}",)),
}  # fmt: skip
ARITHMETIC = ("add", "subtract", "multiply", "divide")
FORWARD = (
    "{0}, then {1}", "{0} and then {1}", "first {0} and then {1}", "{0} before {1g}", "{0}, and after that {1}", "{0} and {1}", "first {0}, afterwards {1}", "{0}; then {1}",
    "{0} first and {1} afterwards", "{0} and, as a second step, {1}",
)
BACKWARD = ("{1x} after {0g}", "{1x}, but only after {0g}", "{1x}, after first {0g}")
THREE = (
    "{0}, then {1}, then {2}", "{0}, {1} and finally {2}", "first {0}, then {1} and finally {2}", "{0}, {1}, and {2}", "{0} and then {1} and then {2}", "{0}; then {1}; then {2}",
    "{0}, after that {1}, and at last {2}", "in this order: {0}, {1}, {2}",
)
WHOLE: dict[str, tuple[str, ...]] = {
    "multiply": ("{n} times the {s}", "the {s}, multiplied by {n}", "the product of the {s} and {n}", "the {s}, times {n}"),
    "divide": ("the {s}, divided by {n}", "one {n}th of the {s}"),
    "add": ("the {s}, plus {n}", "{n} more than the {s}"),
    "subtract": ("the {s}, minus {n}", "{n} less than the {s}"),
    "square": ("the square of the {s}",), "root": ("the square root of the {s}",), "absolute": ("the absolute value of the {s}",), "double": ("twice the {s}", "the doubled {s}"),
    "half": ("half of the {s}", "the {s}, halved"), "negation": ("the negative of the {s}",), "round": ("the {s}, rounded to the nearest integer",),
    "integer-part": ("the integer part of the {s}",), "modulo": ("the remainder of the {s} when divided by {n}", "the {s}, modulo {n}"),
}  # fmt: skip


def steps_of(draw: Draw, names: Sequence[str]) -> list[tuple[str, Step]]:
    """The steps with constants drawn; their words are the plainest ones."""
    found = []
    for name in names:
        operation, verbs, nouns = STEPS[name]
        one = step(draw, operation)
        n = one.body.split(" ")[-1]
        found.append((name, replace(one, verbs=tuple(v.replace("{n}", n) for v in verbs), nouns=tuple(v.replace("{n}", n) for v in nouns))))
    return found


def spoken_steps(draw: Draw, pattern: str, steps: Sequence[tuple[str, Step]]) -> str:
    """A pattern with the steps put in; the input is named at the step that comes first in the sentence."""
    text = pattern
    is_backward = pattern in BACKWARD
    for index, (_, one) in enumerate(steps):
        verb = draw.one(one.verbs)
        words = ("it", "it", "that", "the result") if not is_backward else ("it",)
        named = verb if index == 0 and not is_backward else later_step(draw, verb, words)
        text = text.replace(f"{{{index}g}}", inflect(named, "gerund")).replace(f"{{{index}x}}", verb).replace(f"{{{index}}}", named)
    return text


def ordered(count: int, firsts: tuple[str, ...], draw: Draw) -> Example:
    """Arithmetic in the order that the sentence says."""

    def make(is_float: bool) -> Task:
        names = [draw.one(firsts)]
        while len(names) < count:
            name = draw.one(ARITHMETIC) if draw.chance(0.75) else draw.one(tuple(STEPS))
            if name != names[-1] and {name, names[-1]} not in ({"add", "subtract"}, {"multiply", "double"}, {"divide", "half"}):
                names.append(name)
        steps = steps_of(draw, names)
        patterns = (*FORWARD, *BACKWARD, *BACKWARD) if count == 2 else THREE
        verbs = [spoken_steps(draw, pattern, steps) for pattern in patterns for _ in range(2)]
        return Task(tuple(one for _, one in steps), nouns_of(draw, steps), tuple(dict.fromkeys(verbs)), (short(steps),), False)

    return example(draw, make)


def nouns_of(draw: Draw, steps: Sequence[tuple[str, Step]]) -> tuple[str, ...]:
    """`3 times the sum of {x} and 2`, for two steps only."""
    (_, first), (name, second) = steps[0], steps[1]
    inner = [noun.removeprefix("the ") for noun in first.nouns if noun.startswith("the ")]
    if len(steps) > 2 or not inner:
        return ()
    n = second.body.split(" ")[-1]
    outer = [text for text in WHOLE[name] if "th of" not in text or int(n) > 3]
    return tuple(text.replace("{s}", draw.one(inner)).replace("{n}", n) for text in outer)


def short(steps: Sequence[tuple[str, Step]]) -> str:
    """`times 3, then minus 4`."""
    return ", then ".join(one.names[0] for _, one in steps)


SKILLS: dict[str, Skill] = {
    "order-add-first": partial(ordered, 2, ("add", "subtract")),
    "order-multiply-first": partial(ordered, 2, ("multiply", "divide", "double", "half")),
    "order-of-two-steps": partial(ordered, 2, tuple(STEPS)),
    "order-of-three-steps": partial(ordered, 3, ARITHMETIC),
}
CORE: tuple[str, ...] = (
    "order-add-first", "order-multiply-first", "order-of-two-steps", "order-of-three-steps", "math_pairs/arithmetic-then",
    "math_formulas/three-numbers", "math_formulas/formula-of-two", "math_formulas/polynomial",
)
