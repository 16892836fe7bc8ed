"""All ways to ask for a calculation: the short sentences, long formal ones in other orders, and speech with examples and asides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Form, Wording, ask, that, thing
from patchgen_training.skills.math_sentences import (
    GENERIC,
    TAKES,
    Asked,
    Delivered,
    Given,
    act,
    noun_phrase,
    plain_clause,
    result,
    showing_clause,
    speech,
    taking_clause,
)
from patchgen_training.skills.math_verbs import inflect

FRONTS = (
    "for {x}, {show}", "given {x}, {show}", "from {x}, {calculate} and {end}", "using {x}, {calculate} and {end}", "with {x} as its input, {show}",
    "starting from {x}, {calculate} and {end}", "for {x}, {calculate} and {end}",
)
LONG = (
    "{take} and {show}", "{take}, {calculate}, and {end}", "{take}, {calculate} and finally {end}", "{take} and then {show}",
    "{take} so that it can {show}", "{calculate_x}, so that {passive}", "{act_x}, so that {passive}", "{act_x}, and then {end}",
    "{take}, {act} and {end}", "{take}, and {show}", "{use_x} as input and {show}", "{take} in order to {show}", "{show_x}",
    "{act_x} and {end}", "first {take}, then {act}, and finally {end}", "{take}, {act}, and then {end}",
)
WAITING = (
    "{take} and, {when}, {show}", "{when}, {calculate_x} and {end}", "{when}, {show_x}", "{take} and {show} {when}", "{show_x} {when}",
    "{calculate_x} {when}, so that {passive}", "{act_x} {when} and {end}", "{when}, {act_x} and {end}", "{take}; {when}, {calculate} and {end}",
)
SPEECH = (
    "i have {x} and need {r}{tail}", "i'd like to know {r_x}{tail}", "what would {r_x} be? i'd like the patch to {wish}", "I enter something and want {r_x}{tail}",
    "how do I work out {r_x}? it should {wish}", "i keep forgetting how to {act_x}. can pd do it? it should {wish}", "can Pd tell me {r_x}?{more}", "is there an easy way to {act_x}?{more}",
    "I never remember how to {act_x}, please make a patch for that{tail}", "we have to {act_x} in class, so i need a patch{tail}", "i need to {act_x}{tail}", "{act_x}{tail}",
    "{r_x}, please{tail}", "just {act_x}, nothing else{tail}", "my task: {act_x}{tail}", "Give me {r_x}{tail}", "what I want is {r_x}{tail}", "i'm after {r_x}{tail}",
    "trying to {act_x}, how?{more}", "for an exercise i have to {act_x}{tail}", "{x} comes in, {r} should come out{tail}", "Let me enter something and get {r_x}{tail}", "show me how to get {r_x}{tail}",
)  # fmt: skip
BEFORE = (
    "hi, ", "Hello! ", "for my class: ", "beginner question: ", "I'm new to pd. ", "quick one: ", "for a school project, ", "i'm teaching maths with pd: ", "ok so ",
    "Not sure if this is easy, but ", "my sensor gives raw values and ", "for an installation: ", "hey, ", "simple thing: ", "Homework: ", "for a workshop tomorrow: ",
)
AFTER = (
    ", thanks", " - thanks!", ", nothing fancy", ". It is for my students.", ". I need it as a building block.", ", i'm a beginner", " (it's for a lesson)", ". Nothing else, please.",
    ". The rest of the patch exists already.", ", as simple as possible", ". I could not find the right object for it.", ", cheers",
)


def aside(draw: Draw, text: str, chance: float = 0.3) -> str:
    """The sentence, now and then with a remark before or behind it that changes nothing."""
    if not draw.chance(chance):
        return text
    if draw.chance(0.5):
        return draw.one(BEFORE) + text[0].lower() + text[1:] if text[:2] != "I " else draw.one(BEFORE) + text
    return text.rstrip(".") + draw.one(AFTER) if text[-1] not in "?!" else text + draw.one((" Thanks", " thanks!", " Nothing fancy."))


def moments(source: Given, frame: str) -> Sequence[str]:
    """The words for the moment; before a clause only those that can stand there."""
    if frame.startswith("{when}") or "; {when}" in frame or "and, {when}" in frame:
        return [when for when in source.whens if not when.startswith(("but", "only", "not", "with", "triggered"))]
    return source.whens


def built(draw: Draw, frame: str, task: Asked, source: Given, output: Delivered, person: str) -> str:
    """A frame with its parts; `person` is third or base."""
    x, it, when = draw.one(source.nouns), source.pronoun, draw.one(moments(source, frame))
    r, r_x = (result(draw, task, it), result(draw, task, x)) if task.nouns else ("", "")
    head = draw.one(output.heads)
    end = draw.one([end for end in output.ends if end])
    tail = draw.one(output.tails)
    parts = {
        "take": f"{draw.one(TAKES)} {draw.one(source.taken)}", "use_x": f"~use {draw.one(source.taken)}", "x": x, "when": when,
        "calculate": f"{draw.one(GENERIC)} {r}", "calculate_x": f"{draw.one(GENERIC)} {r_x}", "act": act(draw, task, it), "act_x": act(draw, task, x),
        "show": head.replace("{r}", r), "show_x": head.replace("{r}", r_x), "end": end, "passive": draw.one(output.passives), "wish": draw.one(output.wishes),
        "r": r, "r_x": r_x, "tail": f", {tail}" if tail else "", "more": f" It should {draw.one(output.wishes)}." if tail or draw.chance(0.3) else "",
    }
    if "in order to {show}" in frame or "it can {show}" in frame:
        parts["show"] = parts["show"].replace("~", "")
    if when and "{when}" not in frame:
        parts["wish"] += f" {when}"
        parts["tail"] = f", {when}{parts['tail']}"
        parts["more"] = f" It should {draw.one(output.wishes)} {when}."
    text = frame
    for name, part in parts.items():
        text = text.replace("{" + name + "}", part)
    text = text.replace("then first ", "then ")
    return inflect(text, "third" if person == "third" else "base")


def wordings(draw: Draw, task: Asked, source: Given, output: Delivered) -> Sequence[Wording]:
    """Nine to twelve ways to ask, half of them long and formal."""
    waits = source.whens != ("",)
    frames: tuple[str, ...] = WAITING if waits else LONG if draw.chance(0.5) else LONG + FRONTS
    talk = [line for line in SPEECH if source.nouns[0][0] not in "-0123456789" or "enter" not in line]
    if not task.nouns:
        frames, talk = tuple(line for line in frames if "{act" in line), [line for line in talk if "{act" in line]
    found: list[Wording] = []
    for frame in draw.some(frames, 4):
        found.append(that(built(draw, frame, task, source, output, "third")))
    for _ in range(2):
        found.append(that(inflect(plain_clause(draw, task, source, output), "third")))
    found.append(that(inflect(taking_clause(draw, task, source, output), "third")))
    if task.nouns:
        found.append(that(inflect(showing_clause(draw, task, source, output), "third")))
    for frame in draw.some(talk, 2):
        found.append(ask(aside(draw, built(draw, frame, task, source, output, "base"))))
    found.append(thing(noun_phrase(draw, task, source, output)))
    found.append(ask(aside(draw, speech(draw, task, source, output), 0.15)))
    return tuple(dict.fromkeys(found))


INSTANCES = (
    ", so {x} becomes {y}", ", so that {x} gives {y}", " (so {x} gives {y})", ", for example {y} for {x}", ", e.g. {x} becomes {y}", " (for instance {x} should give {y})",
    ", so when I enter {x} it says {y}", ". For example, {x} turns into {y}",
)


def illustrated(
    draw: Draw, words: Sequence[Wording], value: Callable[[float], float], given: Sequence[float], chance: float = 0.15
) -> Sequence[Wording]:
    """The wordings, some with an example of what goes in and what comes out."""
    x = given[0]
    y = value(x)
    if abs(y * 100 - round(y * 100)) > 1e-6:
        return words
    shown = []
    for wording in words:
        is_open = wording.text[-1] not in "?!." and wording.form is not Form.THING and not any(mark in wording.text for mark in ("clicked", "press", "click", " bang", "thanks"))
        instance = draw.one(INSTANCES).format(x=draw.text(x), y=draw.text(round(y, 2)))
        shown.append(replace(wording, text=wording.text + instance) if is_open and draw.chance(chance) else wording)
    return tuple(shown)
