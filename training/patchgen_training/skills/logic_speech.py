"""Ways to ask for something, from clauses with ~verbs: orders, wishes, goals, half sentences."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Wording, ask, that, thing
from patchgen_training.skills.logic_words import Slots, filled, picked
from patchgen_training.skills.math_verbs import inflect

ORDERS = (
    "{}", "{}", "{}", "i want to be able to {}", "i'd like to be able to {}", "is there a way to {}?", "is it possible to {}?",
    "how would i {} in pd?", "how do you {}?", "what do i need to {}?", "my students should be able to {}", "the idea is to {}",
    "i'm trying to {}", "for my piece i need to {}", "i just want to {}", "let me {}", "please {}", "pls {}", "could you help me {}?",
    "simple patch to {}", "i have to {}", "need a way to {}", "best way to {}?", "for an installation i have to {}", "just {}",
    "can pd {}?", "make pd {}", "have it {}", "i would like the patch to {}", "it has to {}", "goal: {}",
)  # fmt: skip
CLAIMS = (
    "something that {}", "i need something that {}", "a thing that {}", "i want something which {}", "the simplest patch that {}",
    "a little thing that {}", "looking for something that {}", "anything that {}", "a beginner patch that {}", "a tool that {}",
    "make me a thing that {}", "i could use a patch that {}", "for tomorrow's lesson: a patch that {}", "a small utility that {}",
    "do you have a patch that {}?", "can I get a patch that {}?", "i'm after a patch that {}",
)  # fmt: skip
BUILDERS = ("a patch for {}", "a small tool for {}", "a simple patch for {}", "a patch for {} in class")
AS_IT_IS = ("{}", "{}", "pls {}", "it should work like this: {}", "what i need: {}")
"""For clauses that begin with "when" or "if"."""


def starts_with_time(clause: str) -> bool:
    """Whether a clause tells the condition first."""
    return clause.startswith(("{when}", "{while}", "if ", "when ", "{on_click}", "each ", "every "))


def questioned(text: str) -> str:
    """With the question mark at the end of all."""
    return text.replace("?,", ",") + "?" if "?," in text else text


def asked(
    draw: Draw, slots: Slots, clauses: Sequence[str], things: Sequence[str] = (), asks: Sequence[str] = ()
) -> tuple[Wording, ...]:
    """Eight to eleven ways to ask. Clauses hold ~verbs; things are noun phrases; asks are used as they are."""
    slots = {"it": "it", **slots}
    found = [that(inflect(filled(draw, text, slots), "third")) for text in picked(draw, clauses, 4)]
    for text in picked(draw, clauses, 2):
        frame = draw.one(AS_IT_IS if starts_with_time(text) else ORDERS)
        found.append(ask(frame.format(inflect(filled(draw, text, slots), "base"))))
    found.append(ask(draw.one(CLAIMS).format(inflect(filled(draw, draw.one(clauses), slots), "third"))))
    text = draw.one(clauses)
    if draw.chance(0.3) and not starts_with_time(text):
        found.append(thing(draw.one(BUILDERS).format(inflect(filled(draw, text, slots), "gerund"))))
    found += [thing(inflect(filled(draw, text, slots), "third")) for text in picked(draw, things, 2)]
    found += [ask(questioned(inflect(filled(draw, text, slots), "base"))) for text in picked(draw, asks, 2)]
    return tuple(dict.fromkeys(wording for wording in found if "  " not in wording.text))
