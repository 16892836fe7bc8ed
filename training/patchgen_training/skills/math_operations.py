"""The operations on one number: how Pd does each, what it gives, and what people call it.

Templates: `{n}` is the operand, `{x}` the input. A noun without `the` at its front is infix
("{x} plus {n}") and only goes inside another infix noun.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Operand:
    """Where the constant of an operation is drawn from."""

    low: float
    high: float
    step: float = 1


@dataclass(frozen=True)
class Operation:
    """One operation on one number."""

    body: str
    """The box, such as `mod {n}`."""
    formula: str
    """The same inside [expr]."""
    value: Callable[[float, float], float]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    """Special verbs, marked with ~; calculate, compute and so on are added for all."""
    names: tuple[str, ...] = ()
    """Short forms without the input."""
    low: float = -50
    high: float = 50
    """The inputs it is tried with."""
    step: float = 1
    operand: Operand | None = None
    float_body: str = ""
    """The box when the request speaks of floats, where that differs."""
    float_value: Callable[[float, float], float] | None = None


SMALL = Operand(2, 20)
WIDE = Operand(2, 100)
FRACTIONAL = Operand(0.1, 10, 0.1)


def truncated(x: float, n: float) -> float:
    """What [mod] gives: never negative."""
    return math.trunc(x) % int(n)


def rounded(x: float, _: float) -> float:
    """What round() of expr gives: halves go away from zero."""
    return math.copysign(math.floor(abs(x) + 0.5), x)


POWERS: dict[str, Operation] = {
    "absolute": Operation(
        "abs", "abs({x})", lambda x, n: abs(x),
        ("the absolute value of {x}", "the magnitude of {x}", "the unsigned value of {x}"),
        ("~take the absolute value of {x}", "~strip the sign from {x}", "~remove the minus sign of {x}",
         "~make {x} positive"),
        ("absolute value", "abs", "|x|"), low=-90, high=-1),
    "square": Operation(
        "pow 2", "pow({x}, 2)", lambda x, n: x * x,
        ("the square of {x}", "{x} squared", "the second power of {x}"),
        ("~square {x}", "~multiply {x} by itself", "~raise {x} to the power of 2"), ("square", "squaring", "x squared", "x^2")),
    "cube": Operation(
        "pow 3", "pow({x}, 3)", lambda x, n: x**3,
        ("the cube of {x}", "{x} cubed", "the third power of {x}"),
        ("~cube {x}", "~raise {x} to the third power"), ("cube", "cubing", "x^3"), low=-12, high=12),
    "root": Operation(
        "sqrt", "sqrt({x})", lambda x, n: math.sqrt(x),
        ("the square root of {x}", "the root of {x}", "the sqrt of {x}"),
        ("~take the square root of {x}", "~extract the square root of {x}"), ("square root", "sqrt", "sqrt(x)"),
        low=0, high=144),
    "cube-root": Operation(
        "expr cbrt($f1)", "cbrt({x})", lambda x, n: math.cbrt(x),
        ("the cube root of {x}", "the cubic root of {x}", "the third root of {x}"),
        ("~take the cube root of {x}", "~extract the cube root of {x}"), ("cube root",), low=1, high=200),
    "reciprocal": Operation(
        "expr 1 / $f1", "1 / {x}", lambda x, n: 1 / x,
        ("the reciprocal of {x}", "the multiplicative inverse of {x}", "one divided by {x}", "one over {x}"),
        ("~divide 1 by {x}", "~take the reciprocal of {x}"), ("reciprocal", "1/x"), low=1, high=40),
    "negation": Operation(
        "* -1", "-1 * {x}", lambda x, n: -x,
        ("the negative of {x}", "the opposite of {x}", "{x} with its sign flipped", "the negation of {x}"),
        ("~negate {x}", "~flip the sign of {x}", "~change the sign of {x}", "~multiply {x} by -1",
         "~invert the sign of {x}"), ("negation", "sign flip")),
    "power": Operation(
        "pow {n}", "pow({x}, {n})", lambda x, n: x**n,
        ("{x} to the power of {n}", "{x} raised to the power {n}", "the {n}th power of {x}"),
        ("~raise {x} to the power of {n}", "~raise {x} to the power {n}"),
        ("power of {n}", "to the power {n}"), low=-6, high=6, operand=Operand(4, 8)),
    "exponent": Operation(
        "expr pow({n}, $f1)", "pow({n}, {x})", lambda x, n: n**x,
        ("{n} to the power of {x}", "{n} raised to {x}", "{n} raised to the power of {x}"),
        ("~raise {n} to the power of {x}", "~use {x} as exponent of {n}"), ("{n} to the power of x",),
        low=0, high=5, operand=Operand(2, 10)),
    "sign": Operation(
        "expr ($f1 > 0) - ($f1 \\< 0)", "(({x} > 0) - ({x} < 0))", lambda x, n: (x > 0) - (x < 0),
        ("the sign of {x} as 1, 0 or -1", "the signum of {x}"), ("~output -1, 0 or 1 depending on the sign of {x}",),
        ("signum", "sign function")),
    "factorial": Operation(
        "expr fact($f1)", "fact({x})", lambda x, n: math.factorial(int(x)),
        ("the factorial of {x}", "{x} factorial"), (), ("factorial",), low=1, high=9),
}

LOGARITHMS: dict[str, Operation] = {
    "exponential": Operation(
        "exp", "exp({x})", lambda x, n: math.exp(x),
        ("the exponential of {x}", "e to the power of {x}", "the exponential function of {x}"),
        ("~raise e to the power of {x}", "~exponentiate {x}"), ("exponential", "exp", "e to the x"),
        low=-3, high=6),
    "natural-log": Operation(
        "log", "log({x})", lambda x, n: math.log(x),
        ("the natural logarithm of {x}", "the logarithm of {x}", "the natural log of {x}", "the ln of {x}"),
        ("~take the natural logarithm of {x}", "~take the log of {x}"), ("natural logarithm", "ln", "logarithm"),
        low=1, high=100),
    "common-log": Operation(
        "log 10", "log10({x})", lambda x, n: math.log10(x),
        ("the base 10 logarithm of {x}", "the common logarithm of {x}", "the decimal logarithm of {x}",
         "the log10 of {x}"),
        ("~take the base 10 log of {x}",), ("log10", "base 10 logarithm"), low=1, high=1000),
    "binary-log": Operation(
        "log 2", "log({x}) / log(2)", lambda x, n: math.log2(x),
        ("the base 2 logarithm of {x}", "the binary logarithm of {x}", "the log2 of {x}"),
        ("~take the base 2 log of {x}",), ("log2", "binary logarithm"), low=1, high=256),
    "any-log": Operation(
        "log {n}", "log({x}) / log({n})", lambda x, n: math.log(x) / math.log(n),
        ("the base {n} logarithm of {x}", "the logarithm of {x} to base {n}"),
        ("~take the base {n} log of {x}",), ("base {n} logarithm",), low=1, high=200, operand=Operand(3, 9)),
}

ANGLES: dict[str, Operation] = {
    "sine": Operation(
        "sin", "sin({x})", lambda x, n: math.sin(x),
        ("the sine of {x}", "the sin of {x}", "the sine function of {x}"), ("~take the sine of {x}",),
        ("sine", "sin", "sin(x)"), low=-6, high=6, step=0.1),
    "cosine": Operation(
        "cos", "cos({x})", lambda x, n: math.cos(x),
        ("the cosine of {x}", "the cos of {x}"), ("~take the cosine of {x}",), ("cosine", "cos", "cos(x)"),
        low=-6, high=6, step=0.1),
    "tangent": Operation(
        "tan", "tan({x})", lambda x, n: math.tan(x),
        ("the tangent of {x}", "the tan of {x}"), ("~take the tangent of {x}",), ("tangent", "tan", "tan(x)"),
        low=-1.4, high=1.4, step=0.1),
    "arc-tangent": Operation(
        "atan", "atan({x})", lambda x, n: math.atan(x),
        ("the arc tangent of {x}", "the arctangent of {x}", "the inverse tangent of {x}", "the atan of {x}"),
        ("~take the arc tangent of {x}",), ("arc tangent", "arctan", "atan"), low=-5, high=5, step=0.1),
    "arc-sine": Operation(
        "expr asin($f1)", "asin({x})", lambda x, n: math.asin(x),
        ("the arc sine of {x}", "the arcsine of {x}", "the inverse sine of {x}", "the asin of {x}"),
        ("~take the arcsine of {x}",), ("arc sine", "arcsin", "asin"), low=-1, high=1, step=0.1),
    "arc-cosine": Operation(
        "expr acos($f1)", "acos({x})", lambda x, n: math.acos(x),
        ("the arc cosine of {x}", "the arccosine of {x}", "the inverse cosine of {x}", "the acos of {x}"),
        ("~take the arccosine of {x}",), ("arc cosine", "arccos", "acos"), low=-1, high=1, step=0.1),
    "hyperbolic-sine": Operation(
        "expr sinh($f1)", "sinh({x})", lambda x, n: math.sinh(x),
        ("the hyperbolic sine of {x}", "the sinh of {x}"), (), ("hyperbolic sine", "sinh"), low=-3, high=3),
    "hyperbolic-cosine": Operation(
        "expr cosh($f1)", "cosh({x})", lambda x, n: math.cosh(x),
        ("the hyperbolic cosine of {x}", "the cosh of {x}"), (), ("hyperbolic cosine", "cosh"), low=-3, high=3),
    "hyperbolic-tangent": Operation(
        "expr tanh($f1)", "tanh({x})", lambda x, n: math.tanh(x),
        ("the hyperbolic tangent of {x}", "the tanh of {x}"), (), ("hyperbolic tangent", "tanh"), low=-2, high=2),
    "sine-degrees": Operation(
        "expr sin($f1 * 3.14159 / 180)", "sin({x} * 3.14159 / 180)", lambda x, n: math.sin(math.radians(x)),
        ("the sine of {x} in degrees", "the sine of {x}, taken as an angle in degrees"),
        (), ("sine in degrees", "sine of an angle in degrees"), low=0, high=360),
    "cosine-degrees": Operation(
        "expr cos($f1 * 3.14159 / 180)", "cos({x} * 3.14159 / 180)", lambda x, n: math.cos(math.radians(x)),
        ("the cosine of {x} in degrees", "the cosine of {x}, taken as an angle in degrees"),
        (), ("cosine in degrees",), low=0, high=360),
    "tangent-degrees": Operation(
        "expr tan($f1 * 3.14159 / 180)", "tan({x} * 3.14159 / 180)", lambda x, n: math.tan(math.radians(x)),
        ("the tangent of {x} in degrees", "the tangent of {x}, taken as an angle in degrees"), (), ("tangent in degrees",),
        low=0, high=80),
}

ROUNDING: dict[str, Operation] = {
    "integer-part": Operation(
        "int", "int({x})", lambda x, n: math.trunc(x),
        ("the integer part of {x}", "the whole part of {x}", "the truncated value of {x}"),
        ("~truncate {x}", "~cut off the decimals of {x}", "~drop the decimal places of {x}",
         "~convert {x} to an integer", "~turn {x} into an integer"),
        ("integer part", "truncation", "int"), step=0.1),
    "round": Operation(
        "expr round($f1)", "round({x})", rounded,
        ("the nearest integer to {x}", "the rounded value of {x}", "{x} rounded to the nearest integer"),
        ("~round {x}", "~round {x} to the nearest integer", "~round {x} to the nearest whole number"),
        ("rounding", "round"), step=0.3),
    "floor": Operation(
        "expr floor($f1)", "floor({x})", lambda x, n: math.floor(x),
        ("the floor of {x}", "{x} rounded down"), ("~round {x} down", "~round {x} down to an integer"),
        ("floor", "rounding down"), step=0.3),
    "ceiling": Operation(
        "expr ceil($f1)", "ceil({x})", lambda x, n: math.ceil(x),
        ("the ceiling of {x}", "{x} rounded up"), ("~round {x} up", "~round {x} up to the next integer"),
        ("ceiling", "ceil", "rounding up"), step=0.3),
    "fraction": Operation(
        "wrap", "{x} - floor({x})", lambda x, n: x - math.floor(x),
        ("the fractional part of {x}", "the fraction part of {x}", "the decimal part of {x}"),
        ("~keep only the fractional part of {x}", "~wrap {x} between 0 and 1", "~remove the integer part of {x}"),
        ("fractional part", "wrap"), low=0, high=50, step=0.1),
    "multiple": Operation(
        "expr round($f1 / {n}) * {n}", "round({x} / {n}) * {n}", lambda x, n: rounded(x / n, 0) * n,
        ("the nearest multiple of {n} to {x}", "{x} rounded to the nearest multiple of {n}"),
        ("~round {x} to the nearest multiple of {n}", "~quantize {x} to steps of {n}", "~snap {x} to multiples of {n}"),
        ("rounding to multiples of {n}", "quantize to {n}"), low=1, high=90, step=0.7, operand=SMALL),
    "decimals": Operation(
        "expr round($f1 * 100) / 100", "round({x} * 100) / 100", lambda x, n: rounded(x * 100, 0) / 100,
        ("{x} rounded to two decimals", "the value of {x} to 2 decimal places"),
        ("~round {x} to two decimal places", "~round {x} to 2 decimals"), ("two decimal places",),
        low=0, high=20, step=0.012),
}

WITH_CONSTANT: dict[str, Operation] = {
    "add": Operation(
        "+ {n}", "{x} + {n}", lambda x, n: x + n,
        ("the sum of {x} and {n}", "{x} plus {n}", "{x} increased by {n}"),
        ("~add {n} to {x}", "~increase {x} by {n}"), ("plus {n}", "adding {n}", "+ {n}"), operand=WIDE),
    "subtract": Operation(
        "- {n}", "{x} - {n}", lambda x, n: x - n,
        ("{x} minus {n}", "the difference between {x} and {n}", "{x} decreased by {n}"),
        ("~subtract {n} from {x}", "~take {n} away from {x}", "~decrease {x} by {n}"),
        ("minus {n}", "subtracting {n}", "- {n}"), operand=WIDE),
    "multiply": Operation(
        "* {n}", "{x} * {n}", lambda x, n: x * n,
        ("{x} times {n}", "the product of {x} and {n}", "{x} multiplied by {n}"),
        ("~multiply {x} by {n}", "~scale {x} by {n}"), ("times {n}", "multiplying by {n}", "* {n}"), operand=WIDE),
    "divide": Operation(
        "/ {n}", "{x} / {n}", lambda x, n: x / n,
        ("{x} divided by {n}", "the quotient of {x} and {n}"), ("~divide {x} by {n}",),
        ("divided by {n}", "dividing by {n}", "/ {n}"), operand=WIDE),
    "modulo": Operation(
        "mod {n}", "{x} % {n}", truncated,
        ("{x} modulo {n}", "{x} mod {n}", "the remainder of {x} divided by {n}",
         "the modulo {n} of {x}"),
        ("~take {x} modulo {n}", "~apply modulo {n} to {x}", "~divide {x} by {n} and ~keep the remainder",
         "~wrap {x} at {n}"),
        ("modulo {n}", "mod {n}", "remainder after dividing by {n}"), low=1, high=200, operand=SMALL,
        float_body="expr fmod($f1, {n})", float_value=lambda x, n: math.fmod(x, n)),
    "integer-division": Operation(
        "div {n}", "int({x} / {n})", lambda x, n: x // n,
        ("the integer quotient of {x} and {n}", "the integer division of {x} by {n}",
         "the whole number of times {n} fits into {x}"),
        ("~divide {x} by {n} as an integer division", "~divide {x} by {n} without remainder"),
        ("integer division by {n}", "div {n}"), low=1, high=200, operand=SMALL),
    "minimum": Operation(
        "min {n}", "min({x}, {n})", lambda x, n: min(x, n),
        ("the smaller of {x} and {n}", "the minimum of {x} and {n}"),
        ("~limit {x} to at most {n}", "~keep {x} from going above {n}", "~cap {x} at {n}"),
        ("minimum with {n}", "upper limit {n}"), low=1, high=100, operand=WIDE),
    "maximum": Operation(
        "max {n}", "max({x}, {n})", lambda x, n: max(x, n),
        ("the larger of {x} and {n}", "the maximum of {x} and {n}", "the greater of {x} and {n}"),
        ("~limit {x} to at least {n}", "~keep {x} from going below {n}"),
        ("maximum with {n}", "lower limit {n}"), low=1, high=100, operand=WIDE),
    "distance": Operation(
        "expr abs($f1 - {n})", "abs({x} - {n})", lambda x, n: abs(x - n),
        ("the distance of {x} from {n}", "the absolute difference between {x} and {n}"),
        ("~measure how far {x} is from {n}",), ("distance from {n}",), operand=WIDE),
    "subtract-from": Operation(
        "expr {n} - $f1", "({n} - {x})", lambda x, n: n - x,
        ("{n} minus {x}", "the difference of {n} and {x}"), ("~subtract {x} from {n}", "~take {x} away from {n}"),
        ("{n} minus x",), operand=WIDE),
    "divide-into": Operation(
        "expr {n} / $f1", "({n} / {x})", lambda x, n: n / x,
        ("{n} divided by {x}", "{n} over {x}"), ("~divide {n} by {x}",), ("{n} over x",), low=1, high=30,
        operand=WIDE),
    "percentage": Operation(
        "expr $f1 * {n} / 100", "{x} * {n} / 100", lambda x, n: x * n / 100,
        ("{n} percent of {x}", "{n}% of {x}"), ("~take {n} percent of {x}",), ("{n} percent",), low=1, high=200,
        operand=Operand(5, 95, 5)),
}

WORDS: dict[str, Operation] = {
    "double": Operation("* 2", "{x} * 2", lambda x, n: x * 2, ("the double of {x}", "twice {x}", "two times {x}"),
                        ("~double {x}", "~multiply {x} by two"), ("doubling", "double")),
    "triple": Operation("* 3", "{x} * 3", lambda x, n: x * 3, ("three times {x}", "the triple of {x}"),
                        ("~triple {x}", "~multiply {x} by three"), ("tripling", "triple")),
    "half": Operation("/ 2", "{x} / 2", lambda x, n: x / 2, ("half of {x}", "the half of {x}"),
                      ("~halve {x}", "~divide {x} by two", "~cut {x} in half"), ("halving", "half")),
    "increment": Operation("+ 1", "{x} + 1", lambda x, n: x + 1, ("{x} plus one", "the number after {x}"),
                           ("~increment {x}", "~add one to {x}", "~increase {x} by one"), ("increment", "plus one")),
    "decrement": Operation("- 1", "{x} - 1", lambda x, n: x - 1, ("{x} minus one", "the number before {x}"),
                           ("~decrement {x}", "~subtract one from {x}"), ("decrement", "minus one")),
}

BITS: dict[str, Operation] = {
    "bit-and": Operation(
        "& {n}", "{x} & {n}", lambda x, n: int(x) & int(n),
        ("the bitwise and of {x} and {n}", "the bitwise AND of {x} with {n}"),
        ("~mask {x} with {n}", "~combine {x} with {n} using bitwise and"), ("bitwise and {n}", "bit mask {n}"),
        low=1, high=127, operand=WIDE),
    "bit-or": Operation(
        "| {n}", "{x} | {n}", lambda x, n: int(x) | int(n),
        ("the bitwise or of {x} and {n}", "the bitwise OR of {x} with {n}"),
        ("~combine {x} with {n} using bitwise or",), ("bitwise or {n}",), low=1, high=127, operand=WIDE),
    "bit-xor": Operation(
        "expr $f1 ^ {n}", "{x} ^ {n}", lambda x, n: int(x) ^ int(n),
        ("the bitwise exclusive or of {x} and {n}", "the bitwise XOR of {x} with {n}", "the xor of {x} and {n}"),
        ("~combine {x} with {n} using xor",), ("xor {n}",), low=1, high=127, operand=WIDE),
    "shift-left": Operation(
        "<< {n}", "{x} << {n}", lambda x, n: int(x) << int(n),
        ("{x} shifted left by {n} bits", "the left bit shift of {x} by {n}"),
        ("~shift {x} left by {n} bits", "~shift the bits of {x} to the left by {n}"), ("left shift by {n}",),
        low=1, high=60, operand=Operand(2, 6)),
    "shift-right": Operation(
        ">> {n}", "{x} >> {n}", lambda x, n: int(x) >> int(n),
        ("{x} shifted right by {n} bits", "the right bit shift of {x} by {n}"),
        ("~shift {x} right by {n} bits", "~shift the bits of {x} to the right by {n}"), ("right shift by {n}",),
        low=1, high=255, operand=Operand(2, 6)),
}
