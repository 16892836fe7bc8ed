"""The operations on two numbers: how Pd does each, what it gives, and what people call it.

Templates: `{both}` is the two inputs, `{a}` and `{b}` each of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Pairing:
    """One operation on two numbers."""

    body: str
    """The box; its second inlet takes the second number."""
    formula: str
    """The same inside [expr]."""
    value: Callable[[float, float], float]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    low: float = -50
    high: float = 100
    step: float = 1
    float_body: str = ""
    float_value: Callable[[float, float], float] | None = None


def whole(function: Callable[[int, int], int]) -> Callable[[float, float], float]:
    """An operation on whole numbers as one on floats."""
    return lambda a, b: function(int(a), int(b))


ARITHMETIC: dict[str, Pairing] = {
    "sum": Pairing(
        "+", "{a} + {b}", lambda a, b: a + b,
        ("the sum of {both}", "the sum of {both}", "the total of {both}", "{a} plus {b}", "{a} + {b}"),
        ("~add {both}", "~sum {both}", "~add {both} together", "~add {b} to {a}", "~add {both}"),
        ("sum", "addition")),
    "difference": Pairing(
        "-", "{a} - {b}", lambda a, b: a - b,
        ("the difference between {both}", "the difference of {both}", "{a} minus {b}", "{a} - {b}"),
        ("~subtract {b} from {a}", "~subtract {b} from {a}", "~take {b} away from {a}"),
        ("difference", "subtraction")),
    "product": Pairing(
        "*", "{a} * {b}", lambda a, b: a * b,
        ("the product of {both}", "the product of {both}", "{a} times {b}", "{a} multiplied by {b}", "{a} * {b}"),
        ("~multiply {both}", "~multiply {a} by {b}", "~multiply {both} together", "~multiply {a} with {b}"),
        ("product", "multiplication")),
    "quotient": Pairing(
        "/", "{a} / {b}", lambda a, b: a / b,
        ("the quotient of {both}", "{a} divided by {b}", "the ratio of {both}", "the ratio of {a} to {b}", "{a} / {b}"),
        ("~divide {a} by {b}", "~divide {a} by {b}"), ("quotient", "division", "ratio"), low=1),
    "mean": Pairing(
        "expr ($f1 + $f2) / 2", "({a} + {b}) / 2", lambda a, b: (a + b) / 2,
        ("the average of {both}", "the mean of {both}", "the arithmetic mean of {both}", "the mean value of {both}"),
        ("~average {both}",), ("average", "mean")),
    "absolute-difference": Pairing(
        "expr abs($f1 - $f2)", "abs({a} - {b})", lambda a, b: abs(a - b),
        ("the absolute difference between {both}", "the distance between {both}",
         "the absolute difference of {both}"),
        ("~measure the distance between {both}",), ("absolute difference", "distance")),
    "percentage": Pairing(
        "expr $f1 * 100 / $f2", "{a} * 100 / {b}", lambda a, b: a * 100 / b,
        ("{a} as a percentage of {b}", "what percentage {a} is of {b}"), (), ("percentage",), low=1),
}

DIVISION: dict[str, Pairing] = {
    "integer-division": Pairing(
        "div", "int({a} / {b})", lambda a, b: a // b,
        ("the integer quotient of {both}", "the integer division of {a} by {b}"),
        ("~divide {a} by {b} as an integer division", "~divide {a} by {b} without remainder"),
        ("integer division",), low=2),
    "remainder": Pairing(
        "mod", "{a} % {b}", lambda a, b: a % b,
        ("{a} modulo {b}", "the remainder of {a} divided by {b}", "the modulo of {both}",
         "the remainder of the division of {a} by {b}", "{a} mod {b}"),
        ("~divide {a} by {b} and ~keep the remainder", "~take {a} modulo {b}"), ("modulo", "remainder"), low=2,
        float_body="expr fmod($f1, $f2)", float_value=math.fmod),
}

POWERS: dict[str, Pairing] = {
    "power": Pairing(
        "pow", "pow({a}, {b})", lambda a, b: a**b,
        ("{a} to the power of {b}", "{a} raised to the power of {b}", "{a} ^ {b}"),
        ("~raise {a} to the power of {b}", "~use {b} as the exponent of {a}", "~raise {a} to {b}"),
        ("power", "exponentiation"), low=1, high=6),
    "hypotenuse": Pairing(
        "expr sqrt(pow($f1, 2) + pow($f2, 2))", "sqrt({a} * {a} + {b} * {b})", math.hypot,
        ("the hypotenuse of a right triangle with {both} as legs", "the length of the vector made of {both}",
         "the square root of the sum of the squares of {both}", "the hypotenuse from {both}"),
        (), ("hypotenuse", "pythagoras"), low=1, high=40),
    "arc-tangent": Pairing(
        "atan2", "atan2({a}, {b})", math.atan2,
        ("the arc tangent of {a} over {b}", "the atan2 of {both}", "the two argument arc tangent of {both}",
         "the angle given by {both} with atan2"), (), ("atan2",), low=-20, high=20),
    "geometric-mean": Pairing(
        "expr sqrt($f1 * $f2)", "sqrt({a} * {b})", lambda a, b: math.sqrt(a * b),
        ("the geometric mean of {both}", "the square root of the product of {both}"), (), ("geometric mean",), low=1),
}

EXTREMES: dict[str, Pairing] = {
    "maximum": Pairing(
        "max", "max({a}, {b})", lambda a, b: max(a, b),
        ("the larger of {both}", "the maximum of {both}", "the greater of {both}", "the bigger of {both}",
         "the highest of {both}"), ("~pick the larger of {both}",), ("maximum", "max")),
    "minimum": Pairing(
        "min", "min({a}, {b})", lambda a, b: min(a, b),
        ("the smaller of {both}", "the minimum of {both}", "the lower of {both}", "the lesser of {both}",
         "the lowest of {both}"), ("~pick the smaller of {both}",), ("minimum", "min")),
}

BITWISE: dict[str, Pairing] = {
    "and": Pairing(
        "&", "{a} & {b}", whole(lambda a, b: a & b),
        ("the bitwise and of {both}", "the bitwise AND of {both}", "the bitwise conjunction of {both}"),
        ("~combine {both} with a bitwise and", "~apply bitwise AND to {both}"), ("bitwise and", "bitwise AND"), low=1,
        high=127),
    "or": Pairing(
        "|", "{a} | {b}", whole(lambda a, b: a | b),
        ("the bitwise or of {both}", "the bitwise OR of {both}"),
        ("~combine {both} with a bitwise or", "~apply bitwise OR to {both}"), ("bitwise or", "bitwise OR"), low=1,
        high=127),
    "xor": Pairing(
        "expr $f1 ^ $f2", "{a} ^ {b}", whole(lambda a, b: a ^ b),
        ("the bitwise xor of {both}", "the bitwise exclusive or of {both}", "the XOR of {both}",
         "the exclusive or of {both}"),
        ("~combine {both} with xor", "~apply bitwise XOR to {both}"), ("bitwise xor", "XOR"), low=1, high=127),
    "left": Pairing(
        "<<", "{a} << {b}", whole(lambda a, b: a << b),
        ("{a} shifted left by {b}", "the left shift of {a} by {b}"),
        ("~shift {a} left by {b}", "~shift the bits of {a} to the left by {b}"), ("left shift",), low=1, high=7),
    "right": Pairing(
        ">>", "{a} >> {b}", whole(lambda a, b: a >> b),
        ("{a} shifted right by {b}", "the right shift of {a} by {b}"),
        ("~shift {a} right by {b}", "~shift the bits of {a} to the right by {b}"), ("right shift",), low=1,
        high=9),
}

COMPARISONS: dict[str, Pairing] = {
    "greater": Pairing(
        ">", "{a} > {b}", lambda a, b: a > b,
        ("1 if {a} is greater than {b}, else 0", "whether {a} is greater than {b}", "whether {a} is larger than {b}",
         "whether {a} is bigger than {b}"),
        ("~check whether {a} is greater than {b}", "~test if {a} is larger than {b}",
         "~check if {a} is bigger than {b}"), ("greater than comparison", "greater-than test")),
    "less": Pairing(
        "<", "{a} < {b}", lambda a, b: a < b,
        ("1 if {a} is less than {b}, else 0", "whether {a} is less than {b}", "whether {a} is smaller than {b}"),
        ("~check whether {a} is less than {b}", "~test if {a} is smaller than {b}", "~check if {a} is below {b}"),
        ("less than comparison", "less-than test")),
    "equal": Pairing(
        "==", "{a} == {b}", lambda a, b: a == b,
        ("whether {both} are equal", "whether {both} are the same", "1 if {both} are equal, else 0",
         "whether {a} equals {b}"),
        ("~check whether {both} are equal", "~test if {both} are the same", "~compare {both} for equality",
         "~check if {a} equals {b}"), ("equality test", "equality comparison"), low=3, high=9),
    "unequal": Pairing(
        "!=", "{a} != {b}", lambda a, b: a != b,
        ("whether {both} are different", "whether {both} are not equal", "1 if {both} differ, else 0"),
        ("~check whether {both} are different", "~test if {both} differ", "~test whether {both} are unequal"),
        ("inequality test", "not-equal test"), low=3, high=9),
    "at-least": Pairing(
        ">=", "{a} >= {b}", lambda a, b: a >= b,
        ("whether {a} is greater than or equal to {b}", "whether {a} is at least {b}"),
        ("~check whether {a} is greater than or equal to {b}", "~test if {a} is at least {b}"),
        ("greater or equal comparison",), low=3, high=20),
    "at-most": Pairing(
        "<=", "{a} <= {b}", lambda a, b: a <= b,
        ("whether {a} is less than or equal to {b}", "whether {a} is at most {b}"),
        ("~check whether {a} is less than or equal to {b}", "~test if {a} is at most {b}"),
        ("less or equal comparison",), low=3, high=20),
}

LOGICAL: dict[str, Pairing] = {
    "and": Pairing(
        "&&", "{a} && {b}", whole(lambda a, b: a and b and 1),
        ("the logical and of {both}", "the logical AND of {both}", "whether {both} are both non-zero"),
        ("~combine {both} with a logical and", "~apply a logical AND to {both}"), ("logical and", "logical AND"),
        low=0, high=1),
    "or": Pairing(
        "||", "{a} || {b}", whole(lambda a, b: int(bool(a or b))),
        ("the logical or of {both}", "the logical OR of {both}", "whether at least one of {both} is non-zero"),
        ("~combine {both} with a logical or", "~apply a logical OR to {both}"), ("logical or", "logical OR"),
        low=0, high=1),
    "xor": Pairing(
        "expr ($f1 != 0) != ($f2 != 0)", "({a} != 0) != ({b} != 0)", whole(lambda a, b: int(bool(a) != bool(b))),
        ("the logical exclusive or of {both}", "the logical XOR of {both}"),
        ("~combine {both} with a logical exclusive or", "~apply a logical XOR to {both}"),
        ("logical xor", "exclusive or"), low=0, high=1),
}
