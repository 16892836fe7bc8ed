"""Sentences made of an action and a pace: many orders and registers, one or two sentences long."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds, Skill, Wording, ask, that
from patchgen_training.skills.frames import BASE, FORMAL, THINGS_FORMAL, THINGS_FREE
from patchgen_training.skills.sketch import Handle, Sketch
from patchgen_training.skills.time_event import HERE, Action
from patchgen_training.skills.time_pace import UNPACED, Pace, PaceMaker, any_pace
from patchgen_training.skills.time_words import VERB, Text, do, does, doing, said, third_person

ORDERS = (
    "{do} {rate}{tail}", "{do} {rate}{tail} please", "please {do} {rate}{tail}", "{rate}: {do}, {short}", "{front}, {do} {rate}", "i want to {do} {rate}. {sentence}", "I need to {do} {rate}{tail}",
    "it should {do} {rate}{tail}", "{front} it should {do} {rate}", "i want to be able to {do} {rate}{tail}", "can you make something that {does} {rate}? {sentence}", "{do} {rate}, {short}",
    "something that {does} {rate}, {short}", "something which {does} {rate}{tail}", "how can i {do} {rate}? {sentence}", "how do I {do} {rate}{tail}?", "for my piece i need a patch that {does} {rate}{tail}",
    "my students need a patch that {does} {rate}. {sentence}", "is it possible to {do} {rate}{tail}?", "a patch for {doing} {rate}{tail}", "I am looking for a way to {do} {rate}{tail}",
    "{do} {rate} pls, {short}", "hi, i need a patch which {does} {rate}. {sentence}", "pd patch: {do} {rate}, {short}", "{do} {rate}. {sentence}", "could you {do} {rate}{tail}?", "let it {do} {rate}{tail}",
    "the patch should {do} {rate}. {sentence}", "need pd to {do} {rate}, {short}", "Make Pd {do} {rate}{tail}", "{sentence} Then it should {do} {rate}", "I'd like a small patch which {does} {rate}{tail}",
    "i wanna {do} {rate}, {short}", "{rate} it should {do}, {short}", "what i want: {do} {rate}. {sentence}",
)  # fmt: skip
THING_ORDERS = ("{frame} {rate}{tail}", "{frame} {rate}{tail}", "{frame} {rate}. {sentence}", "{frame}, {rate}, {short}", "{frame} {rate}, {short}")
CLAUSE_ORDERS = ("{does} {rate}{tail}", "{does} {rate}{tail}", "{does} {rate}{tail}", "{does} {rate}. {sentence}", "{rate} {does}{tail}", "{front} {does} {rate}")


BARE_ORDERS = ("{do}", "{do}", "{do} please", "please {do}", "pd patch: {do}", "what i want: {do}", "i need this: {do}", "can you do this: {do}?", "in pd: {do}", "hi, {do} please", "could you make a patch: {do}", "my patch should work like this: {do}")
"""For clauses that begin with their time."""


def tidy(text: str) -> str:
    """The sentence without the traces of parts that were empty."""
    text = re.sub(r"\s+", " ", text).replace(" ,", ",").replace(" .", ".").replace(",,", ",")
    text = re.sub(r"[,:]\s*([.?]|$)", r"\1", text.strip()).replace(", and has", " and has").replace(",.", ".")
    text = text.replace(".?", "?").replace(". ,", ",").replace("every a ", "every ")
    text = re.sub(r",? (one|a step|a new one|the next one)$", "", text.rstrip(", "))
    text = re.sub(r"\b([Aa]) (8|11|18|eight|eleven)\b", r"\1n \2", text).replace(" ?", "?").replace(", one,", ",")
    return text.lstrip(",.: ").rstrip(", ")


def filled(draw: Draw, template: str, text: str, pace: Pace, frame: str = "") -> str:
    """A template with its parts put in; the rate goes where the text wants it."""
    rate = pace.rate()
    if "{front}" in template and not pace.front(draw) and pace.start:
        template = "{does} {rate}{tail}" if "{does}" in template else "{do} {rate}{tail}"
    if HERE in text:
        text, rate = text.replace(HERE, rate), ""
    return tidy(template.format(
        do=do(text), does=does(text), doing=doing(text), frame=frame.format(text) if frame else "", rate=rate, tail=pace.tail(draw),
        front=pace.front(draw), sentence=pace.sentence(draw), short=pace.short(draw)))  # fmt: skip


def clause_wording(draw: Draw, text: str, pace: Pace) -> Wording:
    """A clause in the third person, framed here where the frames could not turn it round."""
    template = draw.one(CLAUSE_ORDERS)
    first = VERB.match(text)
    is_known = all(third_person(verb) in BASE for verb in VERB.findall(text))
    sentence = filled(draw, template, text, pace)
    if first and is_known and template.startswith("{does}") and ". " not in sentence:
        return that(sentence)
    return ask(tidy(draw.one(FORMAL).format(sentence)))


def wordings(draw: Draw, action: Action, pace: Pace) -> list[Wording]:
    """Seven to ten ways to ask for the action at its pace."""
    made: list[Wording] = []
    for _ in range(draw.integer(7, 10)):
        kind = draw.integer(1, 20)
        if kind <= 4 and action.things:
            frame = draw.one(THINGS_FORMAL if draw.chance(0.55) else THINGS_FREE)
            made.append(ask(filled(draw, draw.one(THING_ORDERS) if not frame.endswith(("?", "pls", "please")) else "{frame}", thing_text(draw, action, pace, frame), pace, frame)))
        elif kind <= 6 and action.speech:
            made.append(ask(filled(draw, draw.one(("{do} {rate}{tail}", "{do} {rate}, {short}", "{do} {rate}. {sentence}")), said(draw.one(action.speech)), pace)))
        elif kind <= 14:
            made.append(clause_wording(draw, said(draw.one(action.clauses)), pace))
        else:
            text = said(draw.one(action.clauses))
            orders = ORDERS if VERB.match(text) else BARE_ORDERS
            order = draw.one([o for o in orders if pace.start or pace.limit or not o.startswith(("{sentence}", "{front}"))])
            made.append(ask(filled(draw, order, text, pace)))
    return made


def thing_text(draw: Draw, action: Action, pace: Pace, frame: str) -> str:
    """A noun phrase; where the frame closes the sentence it takes the pace along."""
    text = said(draw.one(action.things))
    if frame.endswith(("?", "pls", "please")):
        return filled(draw, "{do} {rate}{tail}", text, pace)
    return text


def paced(make: Callable[[Draw, Sketch, Handle], Action], pace_of: PaceMaker = any_pace) -> Skill:
    """The skill of doing something at some pace, worded in many orders."""

    def skill(draw: Draw) -> Example:
        sketch = Sketch()
        pace = pace_of(draw, sketch)
        action = make(draw, sketch, pace.source)
        trigger = pace.trigger
        return Example(wordings(draw, action, pace), sketch.text(), action.holds(trigger), tuple(trigger.feeds), tuple(action.watch), trigger.seconds)

    return skill


def unpaced(
    draw: Draw, sketch: Sketch, texts: tuple[list[Text], list[Text], list[Text]], holds: Holds, feeds: Sequence[Feed] = (), watch: Sequence[Handle] = (), seconds: float = 0.3,
) -> Example:  # fmt: skip
    """An example whose clauses, noun phrases and free sentences say all about time themselves."""
    clauses, things, speech = texts
    action = Action(clauses, lambda _trigger: holds, watch, things, speech)
    return Example(wordings(draw, action, UNPACED), sketch.text(), holds, feeds, watch, seconds)
