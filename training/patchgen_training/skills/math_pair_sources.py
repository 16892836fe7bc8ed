"""Where two numbers come from: boxes that feed the two inlets of one box, and words for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.math_pairings import Pairing
from patchgen_training.skills.math_sources import BUTTON_WHENS, LOAD_WHENS, SEPARATE_WHENS
from patchgen_training.skills.sketch import Handle, Sketch

Numbers = tuple[float, float]


@dataclass(frozen=True)
class PairInput:
    """Two numbers that have reached the box `result`, with words for them."""

    result: Handle
    feeds: tuple[Feed, ...]
    given: tuple[Numbers, ...]
    """What the box works on at each of its outputs, in order."""
    nouns: tuple[str, ...]
    taken: tuple[str, ...]
    each: tuple[tuple[str, str], ...]
    whens: tuple[str, ...] = ("",)
    pronoun: str = "them"


EACH = (
    ("the first number", "the second number"), ("the first", "the second"), ("one number", "another number"),
    ("a number", "another number"), ("the first input", "the second input"), ("a number", "a second number"),
    ("the number in one number box", "the number in another"), ("a first number", "a second number"), ("the first of two numbers", "the second one"), ("the first value", "the second value"),
    ("the number in the first number box", "the number in the second number box"),
)
BOTH = (
    "two numbers", "two numbers", "two inputs", "two input numbers", "two number boxes", "the two numbers I enter",
    "two given numbers", "two values", "the values of two number boxes", "two input values", "a pair of numbers", "two numbers entered by the user",
    "two numbers entered in number boxes", "two numbers typed by the user", "two incoming numbers", "two numbers that the user enters", "the contents of two number boxes",
)
BOTH_FLOATS = ("two floats", "two floating-point numbers", "two float inputs", "two decimal numbers")
TAKEN = (
    "two numbers as input", "two numbers", "two input numbers", "two numbers from number boxes", "two inputs",
    "two values as inputs", "the numbers from two number boxes", "two numbers as inputs", "two values",
    "two numbers entered by the user", "two numbers typed into number boxes", "a first and a second number", "two numbers given by the user",
)
TAKEN_FLOATS = (
    "two floats as input", "two floating-point numbers as input", "two floats", "two floating point numbers",
    "two float inputs",
)
EACH_FLOAT = (
    ("the first float", "the second float"), ("a float", "another float"),
    ("the first floating-point number", "the second floating-point number"),
)


def numbers(draw: Draw, pairing: Pairing) -> Numbers:
    """Two numbers, the first one not 0."""
    for _ in range(50):
        a = draw.number(pairing.low, pairing.high, pairing.step)
        b = draw.number(pairing.low, pairing.high, pairing.step)
        if (a and b) or pairing.high <= 1:
            return a, b
    return 1.0, 2.0


def number_boxes(draw: Draw, pairing: Pairing, body: str, sketch: Sketch, is_float: bool) -> PairInput:
    """Two number boxes; either one updates the result."""
    a, b = numbers(draw, pairing)
    later, _ = numbers(draw, pairing)
    first, second = sketch.add('number "first"'), sketch.add('number "second"')
    both = sketch.add("t b f", second)
    result = sketch.add(body, first, both, sketch.into(1, sketch.out(both, 1)))
    feeds = (Feed(10, second, draw.text(b)), Feed(30, first, draw.text(a)), Feed(50, first, draw.text(later)))
    words = (BOTH_FLOATS, TAKEN_FLOATS, EACH_FLOAT) if is_float else (BOTH, TAKEN, EACH)
    return PairInput(result, feeds, ((0, b), (a, b), (later, b)), *words)


def sliders(draw: Draw, pairing: Pairing, body: str, sketch: Sketch, is_float: bool) -> PairInput:
    """Two sliders; either one updates the result."""
    high = draw.one((10, 50, 100, 127, 1000)) if pairing.high > 10 else draw.one((3, 4, 5))
    kind, word = draw.one((("hsl", "sliders"), ("hsl", "horizontal sliders"), ("vsl", "vertical sliders")))
    a, b = draw.integer(1, high), draw.integer(1, high)
    first, second = (sketch.add(f'{kind} 0 {high} "{name}"') for name in ("first", "second"))
    both = sketch.add("t b f", second)
    result = sketch.add(body, first, both, sketch.into(1, sketch.out(both, 1)))
    feeds = (Feed(10, second, str(b)), Feed(30, first, str(a)))
    said = draw.one((f" from 0 to {high}", f" with a range of 0 to {high}", f" (0 to {high})"))
    nouns = f"the values of two {word}{said}", f"two {word}{said}", f"two {word}{said}"
    return PairInput(result, feeds, ((0, b), (a, b)), nouns, nouns,
                     ((f"the value of one slider{said}", "the value of another one"),))


def button_beside(draw: Draw, pairing: Pairing, body: str, sketch: Sketch, is_float: bool) -> PairInput:
    """Two number boxes that wait for a button."""
    a, b = numbers(draw, pairing)
    first, second = sketch.add('number "first"'), sketch.add('number "second"')
    button = sketch.add("bng")
    stored = sketch.add("f", button, sketch.into(1, first))
    result = sketch.add(body, stored, sketch.into(1, second))
    feeds = (Feed(10, second, draw.text(b)), Feed(20, first, draw.text(a)), Feed(30, button, "bang"))
    if is_float:
        return PairInput(result, feeds, ((a, b),), BOTH_FLOATS, TAKEN_FLOATS, EACH_FLOAT, SEPARATE_WHENS)
    return PairInput(result, feeds, ((a, b),), BOTH, TAKEN, EACH, SEPARATE_WHENS)


def fixed(draw: Draw, body: str, sketch: Sketch, start: Handle, pair: tuple[str, str]) -> Handle:
    """Two constants in message boxes that `start` sends to the inlets of a box."""
    order = sketch.add("t b b", start)
    left = sketch.add(f"msg {pair[0]}", order)
    right = sketch.add(f"msg {pair[1]}", sketch.out(order, 1))
    return sketch.add(body, left, sketch.into(1, right))


def constants_on_bang(draw: Draw, pairing: Pairing, body: str, sketch: Sketch, is_float: bool) -> PairInput:
    """Two fixed numbers, sent by a button."""
    a, b = numbers(draw, pairing)
    one, other = draw.text(a), draw.text(b)
    button = sketch.add("bng")
    result = fixed(draw, body, sketch, button, (one, other))
    both, taken = said(one, other)
    return PairInput(result, (Feed(10, button, "bang"),), ((a, b),), both, taken, ((one, other),), BUTTON_WHENS)


def constants_at_load(draw: Draw, pairing: Pairing, body: str, sketch: Sketch, is_float: bool) -> PairInput:
    """Two fixed numbers, sent when the patch opens."""
    a, b = numbers(draw, pairing)
    one, other = draw.text(a), draw.text(b)
    result = fixed(draw, body, sketch, sketch.add("loadbang"), (one, other))
    both, taken = said(one, other)
    return PairInput(result, (), ((a, b),), both, taken, ((one, other),), LOAD_WHENS)


def list_message(draw: Draw, pairing: Pairing, body: str, sketch: Sketch, is_float: bool) -> PairInput:
    """A message box with both numbers."""
    a, b = numbers(draw, pairing)
    one, other = draw.text(a), draw.text(b)
    message = sketch.add(f"msg {one} {other}")
    result = sketch.add(body, message)
    both, taken = said(one, other)
    both += (f"{one} and {other} from a message box", f"the numbers {one} and {other} in a message box")
    taken += (f"a message with the numbers {one} and {other}", f"a message box containing {one} and {other}")
    return PairInput(result, (Feed(10, message, "bang"),), ((a, b),), both, taken, ((one, other),))


def said(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two constants inside a sentence, and as what a patch takes."""
    both = f"{one} and {other}", f"the numbers {one} and {other}", f"{one} and {other}"
    return both, (f"the numbers {one} and {other}", f"{one} and {other}", f"the two numbers {one} and {other}")


PairShape = Callable[[Draw, Pairing, str, Sketch, bool], PairInput]
PAIR_INPUTS: tuple[tuple[PairShape, float], ...] = (
    (number_boxes, 6), (constants_on_bang, 2), (list_message, 1), (sliders, 1), (button_beside, 1),
    (constants_at_load, 0.8),
)
PAIR_SAYS_FLOAT = (number_boxes, button_beside)
