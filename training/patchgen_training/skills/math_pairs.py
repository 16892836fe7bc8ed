"""Skills: one operation on two numbers, alone or followed by an operation on the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.math_definitions import PAIRS, defined
from patchgen_training.skills.math_long import wordings
from patchgen_training.skills.math_operations import POWERS as UNARY_POWERS
from patchgen_training.skills.math_operations import ROUNDING, WITH_CONSTANT, WORDS, Operation
from patchgen_training.skills.math_pair_sources import (
    PAIR_INPUTS,
    PAIR_SAYS_FLOAT,
    PairInput,
    PairShape,
)
from patchgen_training.skills.math_pairings import (
    ARITHMETIC,
    BITWISE,
    COMPARISONS,
    DIVISION,
    EXTREMES,
    LOGICAL,
    POWERS,
    Pairing,
)
from patchgen_training.skills.math_sources import OUTPUTS, is_held_out, weighted
from patchgen_training.skills.math_tasks import JOINED, NAMED, Step, accepts, action, is_clear, step
from patchgen_training.skills.sketch import Sketch

AFTER: dict[str, Operation] = {
    name: operation
    for table in (UNARY_POWERS, ROUNDING, WITH_CONSTANT, WORDS)
    for name, operation in table.items()
    if name in ("absolute", "square", "root", "cube", "negation", "integer-part", "round", "add", "subtract",
                "multiply", "divide", "modulo", "double", "half", "reciprocal", "cube-root")
}


@dataclass(frozen=True)
class PairTask:
    """The words of a task for two numbers; `{x}` stands for both."""

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    names: tuple[str, ...]
    is_single: bool


def filled(texts: Sequence[str], each: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Templates with the words for each of the two numbers put in."""
    found = []
    for text in texts:
        if "{both}" in text:
            found.append(text.replace("{both}", "{x}"))
        else:
            found += [text.replace("{a}", a).replace("{b}", b) for a, b in each]
    return tuple(found)


def pair(rows: Sequence[Pairing], draw: Draw, inputs: Sequence[tuple[PairShape, float]] = PAIR_INPUTS) -> Example:
    """One operation on two numbers."""
    for _ in range(100):
        pairing, sketch = draw.one(rows), Sketch()
        source, value = sourced(draw, pairing, inputs, sketch)
        nouns, verbs = (defined(pairing.body, words, part, PAIRS) for part, words in enumerate((pairing.nouns, pairing.verbs)))
        task = PairTask(filled(nouns, source.each), filled(verbs, source.each), pairing.names, True)
        try:
            values = tuple(float(value(a, b)) for a, b in source.given)
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        if max(map(abs, values)) > 1e6:
            continue
        found = delivered(draw, task, source, sketch, values)
        if not is_held_out(sketch):
            return found
    raise AssertionError("no pair of numbers found")


def sourced(
    draw: Draw, pairing: Pairing, inputs: Sequence[tuple[PairShape, float]], sketch: Sketch
) -> tuple[PairInput, Callable[[float, float], float]]:
    """The input boxes with the operation's box, and the operation's value."""
    shape = weighted(draw, inputs)
    is_float = shape in PAIR_SAYS_FLOAT and draw.chance(0.2)
    if is_float and pairing.float_body and pairing.float_value:
        return shape(draw, pairing, pairing.float_body, sketch, is_float), pairing.float_value
    return shape(draw, pairing, pairing.body, sketch, is_float), pairing.value


def delivered(
    draw: Draw, task: PairTask, source: PairInput, sketch: Sketch, values: tuple[float, ...]
) -> Example:
    """The example, with an output after the last box of the sketch."""
    output = weighted(draw, OUTPUTS)
    holds, watch = output.add(sketch, sketch.count, values)
    return Example(wordings(draw, task, source, output), sketch.text(), holds, source.feeds, watch, seconds=0.1)


def pair_then(rows: Sequence[Pairing], draw: Draw) -> Example:
    """An operation on two numbers, then one on the result."""
    for _ in range(100):
        pairing, sketch = draw.one(rows), Sketch()
        later = step(draw, AFTER[draw.one(tuple(AFTER))])
        source, value = sourced(draw, pairing, PAIR_INPUTS, sketch)
        try:
            between = [float(value(a, b)) for a, b in source.given]
            values = tuple(later.value(x) for x in between)
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        if max(map(abs, values)) > 1e6 or not all(accepts(later.operation, x) for x in between):
            continue
        sketch.add(later.body, source.result)
        return delivered(draw, followed(draw, pairing, source, later), source, sketch, values)
    raise AssertionError("no pair of numbers found")


def followed(draw: Draw, pairing: Pairing, source: PairInput, later: Step) -> PairTask:
    """The words of an operation on two numbers and one on the result."""
    firsts = filled(pairing.nouns, source.each)
    nouns = [outer.replace("{x}", inner) for outer in later.nouns for inner in firsts
             if is_clear(outer, inner) and " and " not in outer]
    actions = filled(pairing.verbs, source.each) or tuple("~calculate " + noun for noun in firsts)
    verbs = []
    for pattern in JOINED:
        second = action(draw, later).replace("{x}", draw.one(("the result", "the result", "it", "that")))
        verbs.append(pattern.replace("{0}", draw.one(actions)).replace("{1}", second))
    names = [draw.one(NAMED).format(draw.one(pairing.names), draw.one(later.names)) for _ in range(3)]
    return PairTask(tuple(draw.some(nouns, 6)), tuple(verbs), tuple(names), False)


def rows_of(table: Mapping[str, Pairing], *names: str) -> tuple[Pairing, ...]:
    """Some rows of a table, or all."""
    return tuple(table[name] for name in names or table)


SIMPLE = rows_of(ARITHMETIC, "sum", "difference", "product", "quotient")
SKILLS: dict[str, Skill] = {
    "sum": partial(pair, rows_of(ARITHMETIC, "sum")),
    "difference": partial(pair, rows_of(ARITHMETIC, "difference")),
    "product": partial(pair, rows_of(ARITHMETIC, "product")),
    "quotient": partial(pair, rows_of(ARITHMETIC, "quotient")),
    "average-of-two": partial(pair, rows_of(ARITHMETIC, "mean", "absolute-difference", "percentage")),
    "division-with-remainder": partial(pair, rows_of(DIVISION)),
    "power-of-two-numbers": partial(pair, rows_of(POWERS, "power")),
    "roots-of-two-numbers": partial(pair, rows_of(POWERS, "hypotenuse", "arc-tangent", "geometric-mean")),
    "larger-and-smaller": partial(pair, rows_of(EXTREMES)),
    "bitwise": partial(pair, rows_of(BITWISE, "and", "or", "xor")),
    "bit-shifts": partial(pair, rows_of(BITWISE, "left", "right")),
    "comparison": partial(pair, rows_of(COMPARISONS, "greater", "less", "at-least", "at-most")),
    "equality": partial(pair, rows_of(COMPARISONS, "equal", "unequal")),
    "logical": partial(pair, rows_of(LOGICAL)),
    "arithmetic-then": partial(pair_then, SIMPLE),
    "sum-then": partial(pair_then, rows_of(ARITHMETIC, "sum", "mean")),
    "pair-then": partial(pair_then, rows_of(ARITHMETIC) + rows_of(EXTREMES)),
}
