"""Requests from small grammars: clauses with ~verbs and {slots}, worded as clause, thing or speech."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Wording, ask, that, thing
from patchgen_training.skills.math_long import aside
from patchgen_training.skills.math_sources import ENTERED
from patchgen_training.skills.math_verbs import inflect

SLOT = re.compile(r"\{(\w+)\}")
Slots = Mapping[str, Sequence[str] | str]
GrowingSlots = dict[str, Sequence[str] | str]
"""Slots to which more are added."""
OPENERS = (
    "i need to {}", "how do i {}?", "how can I {}?", "please {}", "i want to {}", "can you {}?", "{}", "{}",
    "{} please", "i would like to {}", "help me {}", "something to {}", "pls {}", "{}, in pd", "patch to {}",
    "a way to {}", "we need to {}", "Could you make something to {}?", "it should {}", "make it {}",
    "what is the simplest way to {}?", "i'd like pd to {}", "show me how to {}", "the patch must {}",
)
MAKERS = ("a patch for {}", "a small patch {}", "a patch {}", "a simple patch {}", "something {}")
COMMON: dict[str, tuple[str, ...]] = {
    "a_number": ("a number", "a number", "an incoming number", "the input number", "the number in a number box",
                 "a number I enter", "the input", *(f"a number {entered}" for entered in ENTERED)),
    "number_box": ("a number box", "a number box", "an input number box"),
    "shown": ("~show {it}", "~display {it}", "~show {it} in a number box", "~output {it}",
              "~display {it} in a number box"),
    "printed": ("~print {it}", "~print {it} to the console", "~post {it} to the console",
                "~print {it} in the Pd window"),
    "a_button": ("a button", "a bang", "a bang button", "the button"),
    "on_click": ("when a button is clicked", "when a bang is clicked", "when I press a button", "on each click of a button",
                 "each time a bang is pressed", "on a bang", "whenever a button is hit", "when the user clicks a button", "every time a button is pressed", "upon a button click", "with every click on a button",
                 "when a button is pressed", "at the press of a button"),
    "at_load": ("when the patch opens", "at load", "on startup", "when the patch is loaded", "at start"),
    "message": ("a message box", "a message"),
    "console": ("the console", "the Pd console", "the Pd window"),
}


def filled(draw: Draw, text: str, slots: Slots) -> str:
    """The text with a random choice for every slot; choices may hold slots themselves."""
    while SLOT.search(text):
        text = SLOT.sub(lambda match: choice(draw, match.group(1), slots), text)
    return text


def choice(draw: Draw, name: str, slots: Slots) -> str:
    """One of the words of a slot."""
    words = slots[name] if name in slots else COMMON[name]
    return words if isinstance(words, str) else draw.one(words)


def worded(
    draw: Draw, slots: Slots, clauses: Sequence[str], things: Sequence[str] = (), asks: Sequence[str] = ()
) -> tuple[Wording, ...]:
    """Six to ten ways to ask: mostly clauses, some as orders and questions."""
    found = [that(inflect(filled(draw, text, slots), "third")) for text in picked(draw, clauses, draw.integer(4, 6))]
    for text in picked(draw, clauses, 2):
        found.append(ask(draw.one(OPENERS).format(inflect(filled(draw, text, slots), "base"))))
    if draw.chance(0.4):
        found.append(thing(draw.one(MAKERS).format(inflect(filled(draw, draw.one(clauses), slots), "gerund"))))
    found += [thing(inflect(filled(draw, text, slots), "base")) for text in picked(draw, things, 2)]
    found += [ask(aside(draw, inflect(filled(draw, text, slots), "base"), 0.1)) for text in picked(draw, asks, 2)]
    return tuple(dict.fromkeys(found))


def picked(draw: Draw, texts: Sequence[str], count: int) -> list[str]:
    """Some of the texts; again and again where there are few, since slots vary."""
    found = draw.some(texts, count)
    while texts and len(found) < count:
        found.append(draw.one(texts))
    return found
