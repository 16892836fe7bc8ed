"""Words for plain requests: where a number comes from, clicks, where results go, in long formal sentences and in speech."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Wording, ask, that, thing
from patchgen_training.skills.expect import all_of, emits, prints_all
from patchgen_training.skills.logic_speech import (
    AS_IT_IS,
    CLAIMS,
    ORDERS,
    questioned,
    starts_with_time,
)
from patchgen_training.skills.logic_words import Slots, filled, picked
from patchgen_training.skills.math_long import aside
from patchgen_training.skills.math_sources import ENTERED, OUTPUTS, weighted
from patchgen_training.skills.math_verbs import inflect
from patchgen_training.skills.sketch import Handle, Sketch

TAKES = ("~take", "~take", "~receive", "~read", "~accept", "~get", "~look at", "~use")
TYPED = (
    "a number", "a number", "an input number", "an incoming number", "the number in a number box", "a number box", "the input", "a value",
    *(f"a number {entered}" for entered in ENTERED), "any number that is entered", "the value of a number box",
)
SLID = ("a slider", "the value of a slider", "a slider value", "the position of a slider", "a number set with a slider", "a number from a slider", "a fader")
CLICKED = (
    "when a button is clicked", "when a button is pressed", "when the user clicks a button", "whenever a button is clicked", "each time a button is pressed",
    "on every click of a button", "when I click a button", "with every click on a button", "every time a bang is clicked", "on each bang", "at the press of a button",
    "each time I press a button", "whenever a bang button is hit", "at every click", "with each press of a button", "when a bang arrives", "upon a click on a button",
)
BUTTONS = ("a button", "a button", "a bang button", "a bang", "a click button")
SHOWS = ("~show", "~show", "~display", "~display", "~output", "~present", "~give")
PRINTS = ("~print", "~print", "~print", "~post", "~write", "~log")
CONSOLE = (" to the console", "", " in the console", " to the Pd window", " in the Pd console", " to the Pd console")
AT_LOAD = (
    "when the patch opens", "when the patch is opened", "at load", "on startup", "as soon as the patch is loaded", "when the patch loads", "right after opening",
    "automatically at the start", "at load time", "without any click when it is opened", "from the beginning",
)
ELSE = ("otherwise", "if not", "in all other cases", "else")
WORDS: dict[str, tuple[str, ...]] = {
    "x": TYPED, "click": CLICKED, "take": TAKES, "show": SHOWS, "print": PRINTS, "console": CONSOLE, "load": AT_LOAD, "else": ELSE, "btn": BUTTONS,
    "and_then": (" and ", " and ", ", then ", " and then ", ", and "), "whether": ("whether", "if"),
    "calc": ("~calculate", "~compute", "~determine", "~work out", "~find", "~find out", "~get"),
    "typed": ENTERED, "box": ("a number box", "a number box", "another number box", "a second number box", "a number display"),
    "when": ("when", "whenever", "if", "as soon as", "each time"), "while": ("while", "as long as", "when", "whenever", "only while"),
}


def plainly(
    draw: Draw, slots: Slots, clauses: Sequence[str], asks: Sequence[str], things: Sequence[str] = ()
) -> tuple[Wording, ...]:
    """Nine to twelve ways to ask: clauses with ~verbs, speech used as it stands, and noun phrases."""
    slots = {**WORDS, "it": "it", **slots}
    found = [that(inflect(filled(draw, text, slots), "third")) for text in picked(draw, clauses, 5)]
    for text in picked(draw, clauses, 2):
        order = inflect(filled(draw, text, slots), "base")
        found.append(ask(aside(draw, draw.one(AS_IT_IS if starts_with_time(text) or "{click}" in text[:8] else ORDERS).format(order))))
    found.append(ask(draw.one(CLAIMS).format(inflect(filled(draw, draw.one(clauses), slots), "third"))))
    found += [ask(aside(draw, questioned(inflect(filled(draw, text, slots), "base")), 0.25)) for text in picked(draw, asks, 3)]
    found += [thing(inflect(filled(draw, text, slots), "third")) for text in picked(draw, things, 1)]
    return tuple(dict.fromkeys(wording for wording in found if "  " not in wording.text))


def ended(
    draw: Draw, p: Sketch, sources: Sequence[Handle], values: Sequence[float], tolerance: float = 1e-4
) -> tuple[Slots, Holds, list[Handle]]:
    """A number box, a print or both after the boxes `sources`, with the words for it."""
    output = weighted(draw, OUTPUTS)
    checks: list[Holds] = []
    watch: list[Handle] = []
    if output.has_display:
        watch.append(p.add("number", *sources))
        checks.append(emits(watch[0], values, tolerance))
    if output.has_print:
        p.add("print", *sources)
        checks.append(prints_all(values, tolerance))
    ends = [end for end in output.ends if end]
    slots = {"out": tuple(f"{joint}{end}" for end in ends for joint in (" and ", " and ", ", and ")) + (("", "") if "" in output.ends else ()),
             "end": tuple(ends), "tail": tuple(f", {tail}" if tail else "" for tail in output.tails)}
    return slots, all_of(*checks), watch


def fed(box: Handle, *values: float, start: float = 10) -> tuple[Feed, ...]:
    """Numbers sent to a box, 20 ms apart."""
    return tuple(Feed(start + 20 * i, box, f"{value:g}") for i, value in enumerate(values))


def clicks(*boxes: Handle, start: float = 10) -> tuple[Feed, ...]:
    """Clicks on boxes, 20 ms apart."""
    return tuple(Feed(start + 20 * i, box, "bang") for i, box in enumerate(boxes))


def example(
    words: Sequence[Wording], p: Sketch, holds: Holds, feeds: tuple[Feed, ...], watch: Sequence[Handle] = (), seconds: float = 0.4
) -> Example:
    """A finished example."""
    return Example(words, p.text(), holds, feeds, list(watch), seconds)
