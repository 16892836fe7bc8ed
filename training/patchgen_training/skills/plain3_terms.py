"""Random arithmetic on letters: one expression as Pd writes it, as people write it, and in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from patchgen_training.skills.draw import Draw

ATOM, POWER, PRODUCT, SUM = 3, 2, 1, 0
"""How tightly an expression holds together; a looser one gets brackets inside a tighter one."""
TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times", 10: "ten times"}
HALVES = {2: "half of", 3: "a third of", 4: "a quarter of"}


@dataclass(frozen=True, slots=True)
class Style:
    """How someone types a formula."""

    gap: str
    """Around plus and minus."""
    times: str
    """Between two factors that are not a number and a letter."""
    glued: bool
    """Whether 2x stands for 2 * x."""
    square: str
    over: str


STYLES = (
    Style(" ", " * ", False, "^2", " / "), Style("", "*", False, "^2", "/"), Style(" ", "*", True, "^2", "/"), Style(" ", "*", True, "²", "/"), Style("", "*", True, "^2", "/"), Style(" ", " * ", True, "^2", " / "), Style(" ", " × ", False, "²", " ÷ "), Style(" ", "*", False, "**2", "/"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """An expression: its kind, its parts, a number or a letter."""

    kind: str
    parts: tuple[Term, ...] = ()
    text: str = ""

    def binding(self) -> int:
        """How tightly it holds together."""
        return {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "square": POWER, "cube": POWER}.get(self.kind, ATOM)

    def value(self, given: dict[str, float]) -> float:
        """What it gives. Raises ValueError or ZeroDivisionError where it gives nothing."""
        if self.kind == "letter":
            return given[self.text]
        if self.kind == "number":
            return float(self.text)
        xs = [part.value(given) for part in self.parts]
        return {"+": lambda: xs[0] + xs[1], "-": lambda: xs[0] - xs[1], "*": lambda: xs[0] * xs[1], "/": lambda: xs[0] / xs[1], "square": lambda: xs[0] ** 2, "cube": lambda: xs[0] ** 3, "root": lambda: math.sqrt(xs[0]),
                "abs": lambda: abs(xs[0]), "max": lambda: max(xs), "min": lambda: min(xs)}[self.kind]()  # fmt: skip


def letter(name: str) -> Term:
    """A variable."""
    return Term("letter", text=name)


def number(value: float) -> Term:
    """A constant."""
    return Term("number", text=f"{value:g}")


def bracketed(text: str, inner: Term, least: int) -> str:
    """The text in brackets where it holds less tightly than it must."""
    return f"({text})" if inner.binding() < least else text


def in_pd(term: Term, letters: Sequence[str]) -> str:
    """The expression for [expr]."""
    if term.kind == "letter":
        return f"$f{letters.index(term.text) + 1}"
    if term.kind == "number":
        return term.text
    inner = [in_pd(part, letters) for part in term.parts]
    if term.kind in ("square", "cube"):
        return f"pow({inner[0]}, {2 if term.kind == 'square' else 3})"
    if term.kind == "root":
        return f"sqrt({inner[0]})"
    if term.kind in ("abs", "max", "min"):
        return f"{term.kind}({', '.join(inner)})"
    one, other = sided(term, inner, {"square", "cube"})
    return f"{one} {term.kind} {other}"


def sided(term: Term, inner: Sequence[str], closed: set[str]) -> tuple[str, str]:
    """The two sides of a sum or product with the brackets they need."""
    own = term.binding()
    left, right = term.parts
    after = own + 1 if term.kind in ("-", "/") else own
    return tuple(  # type: ignore[return-value]
        text if part.kind in closed else bracketed(text, part, least)
        for text, part, least in zip(inner, (left, right), (own, after), strict=True)
    )


def written(term: Term, style: Style) -> str:
    """The expression as a person types it."""
    if term.kind in ("letter", "number"):
        return term.text
    inner = [written(part, style) for part in term.parts]
    if term.kind in ("square", "cube"):
        power = style.square if term.kind == "square" else style.square.replace("2", "3").replace("²", "³")
        return bracketed(inner[0], term.parts[0], ATOM) + power
    if term.kind == "abs":
        return f"|{inner[0]}|"
    if term.kind in ("root", "max", "min"):
        return f"{'sqrt' if term.kind == 'root' else term.kind}({', '.join(inner)})"
    one, other = sided(term, inner, set())
    if term.kind == "*":
        first, second = term.parts
        is_glued = style.glued and first.kind == "number" and (second.kind in ("letter", "square", "cube") or second.binding() == SUM) and not other[0].isdigit()
        return f"{one}{'' if is_glued else style.times}{other}"
    return f"{one}{style.over if term.kind == '/' else style.gap + term.kind + style.gap}{other}"


def is_simple(term: Term) -> bool:
    """Whether its words are one letter or number."""
    return term.kind in ("letter", "number")


def said(term: Term, draw: Draw, names: dict[str, str]) -> str:
    """The expression in words that can be read in one way only."""
    if term.kind == "letter":
        return names[term.text]
    if term.kind == "number":
        return term.text
    if term.kind in ("+", "-", "*", "/"):
        return said_of_two(term, draw, names)
    inner = said(term.parts[0], draw, names)
    if term.kind in ("max", "min"):
        word = draw.one(("larger", "greater") if term.kind == "max" else ("smaller", "lesser"))
        return f"the {word} one of {inner} and {said(term.parts[1], draw, names)}"
    if is_simple(term.parts[0]) and term.kind in ("square", "cube") and draw.chance(0.4):
        return f"{inner} {'squared' if term.kind == 'square' else 'cubed'}"
    return f"the {({'square': 'square', 'cube': 'cube', 'root': 'square root', 'abs': 'absolute value'}[term.kind])} of {inner}"


def said_of_two(term: Term, draw: Draw, names: dict[str, str]) -> str:
    """A sum, difference, product or quotient in words."""
    one, other = term.parts
    a, b = said(one, draw, names), said(other, draw, names)
    closed = is_simple(one) or a.startswith(("the sum", "the difference", "the product", "the quotient"))
    loose = not is_simple(other) and other.binding() <= PRODUCT
    if term.kind == "*" and one.kind == "number" and not (loose and not b.startswith("the ")):
        n = float(one.text)
        return f"{TIMES[int(n)]} {b}" if n in TIMES and draw.chance(0.6) else f"{one.text} times {b}"
    if term.kind == "/" and other.kind == "number" and (one.kind == "letter" or a.startswith("the ")) and float(other.text) in HALVES and draw.chance(0.6):
        return f"{HALVES[int(float(other.text))]} {a}"
    if term.kind in "+-" and not (loose and term.kind == "-") and draw.chance(0.6):
        return f"{a} {'plus' if term.kind == '+' else 'minus'} {b}"
    if term.kind == "+":
        return f"the sum of {a} and {b}"
    if term.kind == "-":
        return f"the difference between {a} and {b}"
    if term.kind == "*":
        return f"{a} times {b}" if is_simple(one) and is_simple(other) and draw.chance(0.6) else f"the product of {a} and {b}"
    return f"{a} divided by {b}" if closed and not loose and draw.chance(0.6) else f"the quotient of {a} and {b}"
