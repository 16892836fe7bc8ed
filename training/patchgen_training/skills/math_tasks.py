"""Tasks: one operation, or two or three in a row, with their boxes, their value and their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.math_definitions import defined
from patchgen_training.skills.math_operations import Operand, Operation
from patchgen_training.skills.time_words import NUMBER_WORDS

PREFIX = re.compile(r"^the [\w\s-]+ of \{x\}$")
OBJECT = re.compile(r"^(~(?:add|subtract) \S+) (?:to|from) \{x\}$|^(~(?:multiply|divide)) \{x\}(?= by \S+$)")
ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}
JOINED = (
    "{0}, then {1}",
    "{0} and then {1}",
    "first {0} and then {1}",
    "{0}, after that {1}",
    "{0} and {1}",
    "first {0}, then {1}",
)
JOINED_THREE = (
    "{0}, then {1}, then {2}",
    "{0}, {1} and finally {2}",
    "first {0}, then {1} and finally {2}",
    "{0}, {1}, and {2}",
    "{0}, then {1} and then {2}",
)
NAMED = ("{0}, then {1}", "{0} followed by {1}", "{0} and then {1}", "{0} then {1}")


@dataclass(frozen=True)
class Step:
    """An operation with its constant filled in."""

    body: str
    formula: str
    value: Callable[[float], float]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    names: tuple[str, ...]
    operation: Operation


@dataclass(frozen=True)
class Task:
    """What is asked for, for one number: `{x}` stands in nouns and verbs, names have none."""

    steps: tuple[Step, ...]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    names: tuple[str, ...]
    is_float: bool

    @property
    def is_single(self) -> bool:
        """Whether there is one step only."""
        return len(self.steps) == 1

    def value(self, x: float) -> float:
        """What comes out for x. Raises ValueError where a step cannot take its input."""
        for step in self.steps:
            if not accepts(step.operation, x):
                raise ValueError(f"{step.body} is not tried with {x}")
            x = step.value(x)
        if abs(x) > 1e6 or 0 < abs(x) < 1e-3:
            raise ValueError(f"{x} is no number to show")
        return x


def accepts(operation: Operation, x: float) -> bool:
    """Whether x is an input worth trying: in the domain, and not where float32 decides."""
    if operation.low >= 0 and (x < 0 or (operation.low > 0 and x == 0)):
        return False
    if operation.high <= 12 and not operation.low <= x <= operation.high:
        return False
    if (operation.step < 1 and operation.high > 12) or "%" in operation.formula:
        return x == round(x) or abs(x * 2 - round(x * 2)) > 0.02
    return x == round(x) or not any(
        mark in operation.body for mark in ("&", "|", "^", "<<", ">>", "div")
    )


def spoken(draw: Draw, value: float) -> str:
    """A number as people write it: mostly digits, now and then a word."""
    if value == int(value) and 0 <= value <= 12 and draw.chance(0.12):
        return NUMBER_WORDS[int(value)]
    return draw.text(value)


def drawn(draw: Draw, operand: Operand | None) -> float:
    """A constant for an operation."""
    return draw.number(operand.low, operand.high, operand.step) if operand else 0.0


def step(draw: Draw, operation: Operation, is_float: bool = False) -> Step:
    """An operation with a constant drawn for it."""
    n = drawn(draw, operation.operand)
    text, said = draw.text(n), spoken(draw, n)
    as_float = is_float and bool(operation.float_body)
    function = operation.float_value if as_float and operation.float_value else operation.value
    formula = operation.formula
    if as_float:
        formula = "fmod({x}, {n})"
    return Step(
        body=(operation.float_body if as_float else operation.body).replace("{n}", text),
        formula=formula.replace("{n}", text),
        value=lambda x: function(x, n),
        nouns=tuple(put(noun, n, said) for noun in defined(operation.body, operation.nouns, 0)),
        verbs=tuple(put(verb, n, said) for verb in defined(operation.body, operation.verbs, 1)),
        names=tuple(name.replace("{n}", said) for name in operation.names),
        operation=operation,
    )


def put(template: str, n: float, said: str) -> str:
    """A template with its operand, as ordinal where `th` follows it."""
    return template.replace("{n}th", ordinal(n)).replace("{n}", said)


def ordinal(n: float) -> str:
    """`4th` for 4."""
    return ORDINALS.get(int(n), f"{int(n)}th")


def single(draw: Draw, operation: Operation, is_float: bool = False) -> Task:
    """A task of one step."""
    one = step(draw, operation, is_float)
    return Task((one,), one.nouns, one.verbs, one.names, is_float)


def chain(draw: Draw, operations: Sequence[Operation], is_float: bool = False) -> Task:
    """A task of two or three steps in a row."""
    steps = tuple(step(draw, operation, is_float) for operation in operations)
    patterns = JOINED if len(steps) == 2 else JOINED_THREE
    verbs = [in_a_row(draw, pattern, steps) for pattern in patterns for _ in range(2)]
    names = [joined_names(draw, steps) for _ in range(3)]
    return Task(
        steps,
        nested(draw, steps),
        tuple(dict.fromkeys(verbs)),
        tuple(dict.fromkeys(names)),
        is_float,
    )


def in_a_row(draw: Draw, pattern: str, steps: Sequence[Step]) -> str:
    """`~square {x}, then ~add 3 to the result`."""
    phrases = [action(draw, steps[0])]
    for later in steps[1:]:
        phrases.append(
            action(draw, later).replace("{x}", draw.one(("it", "the result", "that", "the result")))
        )
    return pattern.format(*(phrase.replace("{x}", "{{x}}") for phrase in phrases)).replace(
        "{{x}}", "{x}"
    )


def later_step(draw: Draw, phrase: str, words: Sequence[str]) -> str:
    """A phrase for what has been calculated so far: `~add 3 to it`, or only `~add 3`."""
    short = OBJECT.sub(lambda match: match[1] or match[2], phrase)
    return short if "{x}" not in short and draw.chance(0.35) else phrase.replace("{x}", draw.one(words))


def action(draw: Draw, one: Step) -> str:
    """What a step does, as a marked verb phrase."""
    if one.verbs and draw.chance(0.7):
        return draw.one(one.verbs)
    return draw.one(("~take", "~calculate", "~compute")) + " " + draw.one(one.nouns)


def joined_names(draw: Draw, steps: Sequence[Step]) -> str:
    """`absolute value, then modulo 5`."""
    text = draw.one(steps[0].names)
    for later in steps[1:]:
        text = draw.one(NAMED).format(text, draw.one(later.names))
    return text


def nested(draw: Draw, steps: Sequence[Step]) -> tuple[str, ...]:
    """Nouns in nouns, only where nobody can read them two ways."""
    found = list(steps[0].nouns)
    for later in steps[1:]:
        found = [
            outer.replace("{x}", inner)
            for outer, inner in product(later.nouns, found)
            if is_clear(outer, inner)
        ]
    return tuple(draw.some(found, 6))


def is_clear(outer: str, inner: str) -> bool:
    """Whether `inner` can stand for the input of `outer`."""
    if outer.startswith("the "):
        return inner.startswith("the ") and outer.endswith("{x}")
    return not outer.startswith("{x} ") and PREFIX.match(inner) is not None and " and " not in inner
