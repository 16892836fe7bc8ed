"""Skills: one operation on one number, or several in a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.math_long import illustrated, wordings
from patchgen_training.skills.math_operations import (
    ANGLES,
    BITS,
    LOGARITHMS,
    POWERS,
    ROUNDING,
    WITH_CONSTANT,
    WORDS,
    Operation,
)
from patchgen_training.skills.math_sources import (
    INPUTS,
    OUTPUTS,
    SAYS_FLOAT,
    Input,
    constant_at_load,
    constant_on_bang,
    is_held_out,
    message_box,
    number_box,
    weighted,
)
from patchgen_training.skills.math_tasks import Task, chain, single
from patchgen_training.skills.sketch import Sketch

CHAINABLE: dict[str, Operation] = {
    name: operation
    for table in (POWERS, LOGARITHMS, ANGLES, ROUNDING, WITH_CONSTANT, WORDS)
    for name, operation in table.items()
    if name not in ("any-log", "sine-degrees", "cosine-degrees", "tangent-degrees", "factorial", "sign",
                    "exponent", "decimals", "hyperbolic-sine", "hyperbolic-cosine")
}
COMMON = ("absolute", "square", "root", "cube", "add", "subtract", "multiply", "divide", "modulo", "sine",
          "cosine", "integer-part", "round", "natural-log", "negation", "double", "half", "reciprocal")
OF_TWO = frozenset(
    operation.body
    for table in (WITH_CONSTANT, BITS)
    for operation in table.values()
) | {"pow {n}", "expr pow({n}, $f1)"}
"""What takes two numbers, so that with two given ones it is another patch."""
FIXED = (message_box, constant_on_bang, constant_at_load)
Inputs = tuple[tuple[Callable[[Draw, Task, Sketch], Input], float], ...]


def example(draw: Draw, make: Callable[[bool], Task], inputs: Inputs = INPUTS) -> Example:
    """A task with an input and an output, drawn again until it has a number to work on."""
    for _ in range(100):
        shape = weighted(draw, inputs)
        task, sketch = make(shape in SAYS_FLOAT and draw.chance(0.3)), Sketch()
        try:
            source = shape(draw, task, sketch)
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        if task.steps[0].operation.body in OF_TWO and shape in FIXED:
            if shape is not message_box:
                continue  # Two given numbers are a task for `math_pairs`.
            source = replace(source, nouns=in_message(source.nouns), taken=in_message(source.taken))
        box = source.box
        for step in task.steps:
            box = sketch.add(step.body, box)
        output = weighted(draw, OUTPUTS)
        values = tuple(task.value(x) for x in source.given)
        holds, watch = output.add(sketch, box, values)
        if is_held_out(sketch):
            continue
        words = wordings(draw, task, source, output)
        if shape is number_box:
            words = illustrated(draw, words, task.value, source.given)
        return Example(words, sketch.text(), holds, source.feeds, watch, seconds=0.1)
    raise AssertionError("no task found")


def in_message(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that say that a number stands in a message box."""
    return tuple(word for word in words if "message" in word)


def one_of(table: Mapping[str, Operation], names: tuple[str, ...] = ()) -> Skill:
    """The skill of doing one operation of a table."""
    rows = [table[name] for name in names or table]
    return partial(unary, rows)


def unary(rows: list[Operation], draw: Draw) -> Example:
    """One operation on one number."""
    return example(draw, lambda is_float: single(draw, draw.one(rows), is_float))


def in_a_row(count: int, firsts: tuple[str, ...], draw: Draw) -> Example:
    """Several operations in a row, the first one of `firsts` or any."""

    def make(is_float: bool) -> Task:
        names = [draw.one(firsts or tuple(CHAINABLE))]
        while len(names) < count:
            name = draw.one(COMMON) if draw.chance(0.6) else draw.one(tuple(CHAINABLE))
            if name not in names:
                names.append(name)
        return chain(draw, [CHAINABLE[name] for name in names], is_float)

    return example(draw, make)


def ending_with(last: tuple[str, ...], draw: Draw) -> Example:
    """Two operations, the second one of `last`."""

    def make(is_float: bool) -> Task:
        second = draw.one(last)
        first = draw.one([name for name in COMMON if name != second])
        return chain(draw, [CHAINABLE[first], CHAINABLE[second]], is_float)

    return example(draw, make)


SKILLS: dict[str, Skill] = {
    "absolute-value": one_of(POWERS, ("absolute",)),
    "square": one_of(POWERS, ("square",)),
    "cube": one_of(POWERS, ("cube",)),
    "square-root": one_of(POWERS, ("root",)),
    "cube-root": one_of(POWERS, ("cube-root",)),
    "reciprocal-and-sign": one_of(POWERS, ("reciprocal", "negation", "sign")),
    "power": one_of(POWERS, ("power", "exponent", "factorial")),
    "logarithm": one_of(LOGARITHMS),
    "sine-cosine-tangent": one_of(ANGLES, ("sine", "cosine", "tangent")),
    "inverse-trigonometry": one_of(ANGLES, ("arc-sine", "arc-cosine", "arc-tangent")),
    "hyperbolic": one_of(ANGLES, ("hyperbolic-sine", "hyperbolic-cosine", "hyperbolic-tangent")),
    "degrees": one_of(ANGLES, ("sine-degrees", "cosine-degrees", "tangent-degrees")),
    "integer-part": one_of(ROUNDING, ("integer-part", "fraction")),
    "rounding": one_of(ROUNDING, ("round", "floor", "ceiling")),
    "rounding-to-steps": one_of(ROUNDING, ("multiple", "decimals")),
    "add-constant": one_of(WITH_CONSTANT, ("add", "subtract")),
    "multiply-constant": one_of(WITH_CONSTANT, ("multiply", "divide")),
    "modulo": one_of(WITH_CONSTANT, ("modulo",)),
    "integer-division": one_of(WITH_CONSTANT, ("integer-division", "subtract-from", "divide-into")),
    "limits": one_of(WITH_CONSTANT, ("minimum", "maximum", "distance", "percentage")),
    "double-and-half": one_of(WORDS),
    "bits-with-constant": one_of(BITS),
    "two-operations": partial(in_a_row, 2, ()),
    "absolute-then": partial(in_a_row, 2, ("absolute",)),
    "common-then": partial(in_a_row, 2, COMMON),
    "then-modulo": partial(ending_with, ("modulo",)),
    "then-root-or-rounding": partial(ending_with, ("root", "round", "integer-part", "cube-root")),
    "then-arithmetic": partial(ending_with, ("add", "subtract", "multiply", "divide")),
    "three-operations": partial(in_a_row, 3, ()),
}
CORE: tuple[str, ...] = (
    "two-operations", "common-then", "then-arithmetic", "then-modulo", "absolute-then", "three-operations", "absolute-value", "square", "cube",
    "square-root", "reciprocal-and-sign", "power", "logarithm", "sine-cosine-tangent", "inverse-trigonometry", "integer-part", "rounding",
    "rounding-to-steps", "add-constant", "multiply-constant", "modulo", "integer-division", "limits", "double-and-half", "bits-with-constant",
)
