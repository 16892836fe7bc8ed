"""One operation on one number in many sentences: the frames, and how a row of a table becomes an example."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.logic_words import Slots
from patchgen_training.skills.math_tasks import spoken
from patchgen_training.skills.plain3_sources import Source, Wanted, sourced
from patchgen_training.skills.plain3_words import finished, made, sentences
from patchgen_training.skills.sketch import Cord, Handle, Sketch

Value = Callable[[float, float], float]


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done with a number: the boxes, the value, and what people call it."""

    boxes: str
    """Boxes in a row, separated by ` | `."""
    value: Value
    nouns: tuple[str, ...]
    """Names of the result, with {x} for what goes in and {n} for the constant."""
    verbs: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    """Short sentences with {q} for what goes in."""
    low: float = 1
    high: float = 100
    step: float = 1
    operand: tuple[float, float, float] | None = None
    called: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tolerance: float = 1e-3


NOUN_FRAMES = (
    "{take} {x}, {calc} {n_it} and {end}", "{take} {x} and {tell} {n_it}{place}", "{take} {x} and {calc} {n_it}{out}", "{calc} {n_x}{out}", "{calc} {n_x}{out}", "{tell} {n_x}{place}", "{tell} {n_x}{place}",
    "{invite} and {tell} {n_it}{place}", "{invite}, {calc} {n_it} and {end}", "{invite}, and ~use it to {calc_} {n_it}{so}", "{calc} {n_x}{so}", "{take} {x}, {calc} {n_it} and finally {end}",
    "given {x}, {calc} {n_it} and {end}", "for {x}, {tell} {n_it}{place}", "~take {x} as its input and {tell} {n_it} as its output{place}", "~use {x} to {calc_} {n_it}{out}", "{take} {x} and {calc} {n_it}{so}",
    "{tell} {n_x}{place}, and nothing else", "first {take} {x}, then {calc} {n_it}, and finally {end}", "~produce {n_x}{out}",
)  # fmt: skip
FRONT_NOUNS = ("{front}, {tell} {n_x}{place}", "{front}, {calc} {n_x} and {end}", "{tell} {n_x}{place} {front}", "{calc} {n_x} {front}{out}")
VERB_FRAMES = (
    "{v_x}{out}", "{v_x}{out}", "{v_x}{so}", "{take} {x}, {v_it} and {end}", "{take} {x} and {v_it}{out}", "{invite} and {v_it}{out}", "{invite}, {v_it} and {end}", "{take} {x}, {v_it}, and then {end}",
    "first {take} {x}, then {v_it}, and finally {end}", "given {x}, {v_it} and {end}", "~use {x} as its input, {v_it} and {end}", "{take} {x} and {v_it}{so}",
)  # fmt: skip
FRONT_VERBS = ("{front}, {v_x}{out}", "{v_x} {front}{out}", "{front}, {v_x} and {end}")
NOUN_SHORTS = ("{n_q}{st}", "{n_q}{st}", "{n_q}", "what is {n_q}?", "whats {n_q}", "i want {n_q}{st}", "i need {n_q}{st}", "show me {n_q}", "give me {n_q}{st}", "calculate {n_q}{st}", "compute {n_q}{st}", "get {n_q}{st}", "can i get {n_q}?", "how do i get {n_q}?", "find {n_q}{st}", "{q} -> {n_a}{st}", "{q} in, {n_a} out", "{n_a}, input {q}{st}")
VERB_SHORTS = ("{v_q}{st}", "{v_q}{st}", "{v_q}{st}", "{v_q}", "how to {v_q}?", "how do i {v_q}?", "can it {v_q}?", "i want to {v_q}{st}", "want to {v_q}", "can you {v_q}?", "it should {v_q}{st}", "let me {v_q}", "need to {v_q}{st}", "make it {v_q}")
NOUN_SPEECH = (
    "i have {x} and I would like to see {n_it}{tail}", "what would {n_x} be? the patch should {wish}", "Please build me something for {n_x}{tail}", "I always forget how to get {n_x}, so make a patch for it{tail}", "i enter something, it tells me {n_it}{tail}", "{x} goes in and {n_it} comes out{tail}",
    "Could the patch tell me {n_x}?", "all it has to do: {n_x}{tail}", "my students should see {n_x}{tail}", "we need {n_x} for a lesson{tail}", "{n_x}: how would that look in Pd?{tail}", "I'd like to get {n_x}, the patch should {wish}",
)  # fmt: skip
VERB_SPEECH = (
    "i have {x}, {v_it} for me{tail}", "{x} comes in, {v_it}{tail}", "I need to {v_x}{tail}", "what do I connect to {v_x}? it should {wish}", "for my piece I have to {v_x}{tail}", "all it has to do is {v_x}{tail}", "is there a simple way to {v_x}? it should {wish}", "the idea: {v_x}{tail}", "take {x} and {v_it}, then {wish}",
)  # fmt: skip


def without_input(noun: str) -> str:
    """`the square of {x}` becomes `the square`; in other names `it` stands for what goes in."""
    return noun.removesuffix(" of {x}").replace("{x}", "it")


def instruct(draw: Draw, nouns: Sequence[str], verbs: Sequence[str], brief: Sequence[str], source: Source, ends: Slots) -> tuple[Slots, list[str], list[str], list[str]]:
    """The slots with frames for formal, short and free sentences."""
    q, pronoun = source.brief, source.pronouns
    slots: dict[str, Sequence[str] | str] = {**ends, "x": source.nouns, "q": q, "invite": source.invites, "front": source.fronts or ("",), "calc_": ("calculate", "compute", "determine", "find"), "when": source.whens}
    formal: list[str] = []
    short, speech = list(brief), list[str]()
    if nouns:
        slots |= {"n_x": tuple(noun.replace("{x}", one) for noun in nouns for one in draw.some(source.nouns, 4)), "n_it": tuple(noun.replace("{x}", one) for noun in nouns for one in pronoun),
                  "n_q": tuple(noun.replace("{x}", one) for noun in nouns for one in q), "n_a": tuple(without_input(noun) for noun in nouns)}  # fmt: skip
        formal += NOUN_FRAMES + (FRONT_NOUNS if source.fronts else ())
        short, speech = short + list(NOUN_SHORTS), [*speech, *NOUN_SPEECH]
    if verbs:
        slots |= {"v_x": tuple(verb.replace("{x}", one) for verb in verbs for one in draw.some(source.nouns, 4)), "v_it": tuple(verb.replace("{x}", one) for verb in verbs for one in pronoun), "v_q": tuple(verb.replace("{x}", one) for verb in verbs for one in q)}
        formal += [*VERB_FRAMES, *VERB_FRAMES[:5], *(FRONT_VERBS if source.fronts else ())]
        short, speech = short + list(VERB_SHORTS) * 2, speech + list(VERB_SPEECH)
    if source.whens != ("",):
        formal, short, speech = waiting(formal), [f"{text.rstrip('?')} {{when}}" for text in short], [f"{text} {{when}}" if text.endswith("{tail}") else text.replace("{wish}", "{wish} {when}") for text in speech]
        speech = [text for text in speech if "{when}" in text]
    return slots, formal, short, speech


def waiting(frames: Sequence[str]) -> list[str]:
    """The frames with the moment said, in front or at the end."""
    fronted = [text for text in frames if "{front}" in text]
    late = [text + " {when}" for text in frames if "{front}" not in text and not text.startswith(("given", "for ")) and "nothing else" not in text]
    return fronted * 3 + late


def put(texts: Sequence[str], said: str) -> tuple[str, ...]:
    """Texts with the constant filled in."""
    return tuple(text.replace("{n}", said) for text in texts)


FEW = (2, 8, 3)
"""How many formal, short and free sentences a hurried person's example has."""
ON_A_CLICK = ("awaited", "awaited", "clicked", "loaded")


def done(draw: Draw, deed: Deed, counts: tuple[int, int, int] = (6, 3, 3)) -> Example:
    """An example of one row."""
    n = draw.number(*deed.operand) if deed.operand else 0.0
    text, said = draw.text(n), spoken(draw, n) if deed.operand else ""
    p = Sketch()
    source = sourced(draw, p, Wanted(lambda x: deed.value(x, n), deed.low, deed.high, deed.step, deed.called, deed.kinds))
    box: Handle | Cord = source.box
    for body in deed.boxes.split(" | "):
        box = p.add(body.replace("{n}", text), box)
    ending = finished(draw, p, [box], [float(deed.value(x, n)) for x in source.given], deed.tolerance)
    brief = deed.brief if source.whens == ("",) and deed.boxes else ()
    slots, formal, short, speech = instruct(draw, put(deed.nouns, said), put(deed.verbs, said), [f"{text}{{st}}" for text in put(brief, said)] * 2, source, ending.slots)
    return made(sentences(draw, slots, formal, short, speech, counts), p, ending, source.feeds)


def one_of(rows: Sequence[Deed], counts: tuple[int, int, int] = (6, 3, 3)) -> Skill:
    """A skill that takes any row: relatives in the same frames, so that only the deciding word differs."""
    return lambda draw: done(draw, draw.one(rows), counts)


def skills_of(tables: Mapping[str, Sequence[Deed]]) -> dict[str, Skill]:
    """Skills for every group of relatives: with any source, with a click or at load, and in short sentences."""
    found: dict[str, Skill] = {}
    for name, rows in tables.items():
        found[name] = one_of(rows)
        found[f"{name}-in-a-hurry"] = one_of([replace(row, kinds=("typed",)) for row in rows], FEW)
        found[f"{name}-on-a-click"] = one_of([replace(row, kinds=("awaited",) if row.called else ON_A_CLICK) for row in rows])
    return found
