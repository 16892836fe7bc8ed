"""Skills: a number is tested for two things at once: both, one of the two, neither, one without the other, in long sentences with every branch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Skill
from patchgen_training.skills.logic_watch import Question, Value
from patchgen_training.skills.plain_tests import (
    lamp,
    let_through,
    truth,
    two_buttons,
    two_numbers,
    two_words,
)
from patchgen_training.skills.sketch import Handle, Sketch


@dataclass(frozen=True, slots=True)
class Part:
    """One of two conditions on a number."""

    formula: str
    """As [expr] writes it."""
    words: tuple[str, ...]
    """What stands behind "is"."""
    holds: Callable[[int], bool]


def size(draw: Draw, high: int) -> Part:
    """A limit, or two limits."""
    a = draw.integer(high // 10, high // 2)
    b = a + draw.integer(8, max(9, high // 3))
    return draw.one(
        (
            Part(f"$f1 > {a}", (f"greater than {a}", f"above {a}", f"larger than {a}", f"more than {a}", f"over {a}", f"bigger than {a}", f"higher than {a}"), lambda x: x > a),
            Part(f"$f1 > {a}", (f"greater than {a}", f"above {a}", f"larger than {a}", f"> {a}"), lambda x: x > a),
            Part(f"$f1 \\< {b}", (f"less than {b}", f"below {b}", f"smaller than {b}", f"under {b}", f"lower than {b}", f"< {b}"), lambda x: x < b),
            Part(f"$f1 >= {a}", (f"at least {a}", f"{a} or more", f"greater than or equal to {a}"), lambda x: x >= a),
            Part(f"$f1 <= {b}", (f"at most {b}", f"{b} or less", f"less than or equal to {b}"), lambda x: x <= b),
            Part(f"$f1 >= {a} && $f1 <= {b}", (f"between {a} and {b}", f"in the range {a} to {b}", f"from {a} to {b}", f"within {a} and {b}", f"in the range from {a} to {b}"), lambda x: a <= x <= b),
            Part(f"$f1 >= {a} && $f1 <= {b}", (f"between {a} and {b}", f"in the range {a} to {b}", f"inside the range from {a} to {b}"), lambda x: a <= x <= b),
        )
    )


def kind(draw: Draw) -> Part:
    """Even, odd, or a multiple."""
    n = draw.integer(3, 9)
    return draw.one(
        (
            Part("$f1 % 2 == 0", ("even", "even", "an even number", "divisible by 2", "a multiple of two"), lambda x: x % 2 == 0),
            Part("$f1 % 2 == 0", ("even",), lambda x: x % 2 == 0),
            Part("$f1 % 2 == 1", ("odd", "odd", "an odd number"), lambda x: x % 2 == 1),
            Part(f"$f1 % {n} == 0", (f"divisible by {n}", f"a multiple of {n}", f"evenly divisible by {n}"), lambda x: x % n == 0),
        )
    )


@dataclass(frozen=True, slots=True)
class Joint:
    """How two conditions make one."""

    formula: str
    words: tuple[str, ...]
    holds: Callable[[bool, bool], bool]


JOINTS: dict[str, Joint] = {
    "both": Joint("{a} && {b}", ("{a} and {b}", "{a} and {b}", "both {a} and {b}", "{a} and also {b}", "{a} and at the same time {b}", "{a}, and also {b}"), lambda a, b: a and b),
    "either": Joint("{a} || {b}", ("{a} or {b}", "{a} or {b}", "either {a} or {b}", "{a} or {b} or both", "{a} or else {b}"), lambda a, b: a or b),
    "neither": Joint("({a} || {b}) == 0", ("neither {a} nor {b}", "neither {a} nor {b}", "not {a} and not {b} either"), lambda a, b: not a and not b),
    "but not": Joint("{a} && ({b}) == 0", ("{a} but not {b}", "{a} but not {b}", "{a} and not {b}", "{a}, yet not {b}"), lambda a, b: a and not b),
    "only one": Joint("({a}) != ({b})", ("either {a} or {b} but not both", "{a} or {b}, but not both", "either {a} or {b}, not both at once", "only one of {a} and {b}"), lambda a, b: a != b),
}  # fmt: skip


def compound(draw: Draw, p: Sketch, x: Value, hot: Handle | None = None) -> Question:
    """Two conditions on one number in one [expr]."""
    joint = JOINTS[draw.one(("both", "both", "both", "either", "either", "neither", "neither", "but not", "only one"))]
    high = min(x.high, 200)
    parts = [size(draw, high), kind(draw)] if draw.chance(0.75) else [kind(draw), kind(draw)]
    parts = parts[::-1] if draw.chance(0.4) else parts
    one, other = parts
    judged = {n: joint.holds(one.holds(n), other.holds(n)) for n in range(1, x.high + 1)}
    yes = [n for n, is_right in judged.items() if is_right]
    no = [n for n, is_right in judged.items() if not is_right]
    # A number that passes half of the test tells more than one that passes none of it.
    near = [n for n in no if one.holds(n) or other.holds(n)] or no
    if len(yes) < 2 or not no or one.formula == other.formula or {"$f1 % 2 == 0", "$f1 % 2 == 1"} == {one.formula, other.formula}:
        return compound(draw, p, x, hot)
    box = p.add("expr " + joint.formula.format(a=one.formula, b=other.formula), hot or x.box)
    words = tuple(text.format(a=draw.one(one.words), b=draw.one(other.words)) for text in joint.words * 2)
    first, second = draw.some(yes, 2)
    return Question(box, words, (first, second), (draw.one(near), draw.one(no)), "is")


SKILLS: dict[str, Skill] = {
    "two-conditions-one-or-zero": partial(truth, tested=compound),
    "two-conditions-toggle": partial(lamp, tested=compound),
    "two-conditions-buttons": partial(two_buttons, tested=compound),
    "two-conditions-words": partial(two_words, tested=compound),
    "two-conditions-numbers": partial(two_numbers, tested=compound),
    "two-conditions-pass": partial(let_through, tested=compound),
}
CORE: tuple[str, ...] = ("two-conditions-one-or-zero", "two-conditions-toggle", "two-conditions-buttons", "two-conditions-words", "two-conditions-pass")
