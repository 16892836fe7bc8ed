"""How players say things: verbs in three forms, durations and tempi in many spellings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Wording, ask, that, thing

VERB = re.compile(r"\[(\w+)\]")
VOWELS = "aeiou"
DOUBLED = frozenset({"begin", "flip", "get", "hit", "let", "put", "run", "set", "stop", "sum", "pan",
                     "drop", "plot", "wrap", "cut", "step", "tap", "skip", "split", "trim", "pick up"})
IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes", "echo": "echoes"}
NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen")
ORDINALS = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
            "ninth", "tenth", "eleventh", "twelfth")

ORDERS = (
    "{}", "{}", "{}", "{}", "{} please", "pls {}", "please {}", "can you {}?", "i want to {}",
    "i need to {}", "how do i {}?", "how can I {}", "patch to {}", "{} in pd", "i'd like to {}",
    "it should {}", "make pd {}", "could you make something to {}", "it must {}", "help me {}",
    "a way to {}", "what is the simplest way to {}?", "pd patch: {}", "let it {}", "we need to {}",
    "make it {}", "something to {}", "Could you {}?", "show me how to {}", "i wanna {}",
)
DOINGS = ("Create a Pure Data patch for {}", "Make a patch for {}", "I need a small patch {}", "something {}", "i want a patch {}",
          "a simple patch for {}", "Create a Pd patch {}", "I am looking for a patch {}")


def third_person(verb: str) -> str:
    """`print` as `prints`, `flash` as `flashes`, `carry` as `carries`."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")


def gerund(verb: str) -> str:
    """`print` as `printing`, `stop` as `stopping`, `pulse` as `pulsing`."""
    if verb in DOUBLED:
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith(("ee", "be", "oe")):
        return verb[:-1] + "ing"
    return verb + "ing"


def does(clause: str) -> str:
    """The clause in the third person: `[print] it` as `prints it`."""
    return VERB.sub(lambda match: third_person(match[1]), clause)


def do(clause: str) -> str:
    """The clause as an order: `[print] it` as `print it`."""
    return VERB.sub(lambda match: match[1], clause)


def doing(clause: str) -> str:
    """The clause as a gerund: `[print] it` as `printing it`."""
    return VERB.sub(lambda match: gerund(match[1]), clause)


Text = str | Callable[[], str]
"""A wording, or a function that says it anew each time with other units."""


def said(text: Text) -> str:
    """The text of a wording, without the commas that its parts left over."""
    words = text if isinstance(text, str) else text()
    return words.replace(",,", ",").replace(", and has", " and has").replace(",.", ".").removesuffix(",")


def mood(draw: Draw, clause: str) -> Wording:
    """A clause with [verbs] as a formal request, an order, or a thing that is doing it."""
    if draw.chance(0.78):
        return that(does(clause))
    if draw.chance(0.8):
        return ask(draw.one(ORDERS).format(do(clause)))
    return ask(draw.one(DOINGS).format(doing(clause)))


def worded(
    draw: Draw, clauses: Sequence[Text], things: Sequence[Text] = (), speech: Sequence[Text] = ()
) -> list[Wording]:
    """Six to ten wordings: clauses with [verbs], noun phrases and whole sentences of free speech."""
    count = draw.integer(6, 10)
    pool = [("clause", text) for text in clauses]
    pool += [("thing", text) for text in things]
    pool += [("ask", text) for text in speech]
    chosen = draw.some(pool, min(count, len(pool)))
    while len(chosen) < count and clauses:
        chosen = [*chosen, ("clause", draw.one(clauses))]
    makers: dict[str, Callable[[str], Wording]] = {
        "clause": lambda text: mood(draw, text), "thing": thing, "ask": ask}
    return [makers[kind](said(text)) for kind, text in chosen]


def count_word(draw: Draw, number: int) -> str:
    """A small number as digits or as a word."""
    spelled = number < len(NUMBER_WORDS) and draw.chance(0.4)
    return NUMBER_WORDS[number] if spelled else str(number)


def ordinal(draw: Draw, number: int) -> str:
    """`4` as `4th` or `fourth`."""
    if number < len(ORDINALS) and draw.chance(0.5):
        return ORDINALS[number]
    tail = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0)
    return f"{number}{tail or 'th'}"


def listed(draw: Draw, items: Sequence[object], last: str = "and") -> str:
    """`1, 2 and 3`, or `1 2 3`, or `1, 2, 3`."""
    words = [str(item) for item in items]
    style = draw.one(("and", "and", "blanks", "commas", "dashes"))
    if style == "and":
        return ", ".join(words[:-1]) + f" {last} " + words[-1] if len(words) > 1 else words[0]
    return {"blanks": " ", "commas": ", ", "dashes": " - "}[style].join(words)


def spread(draw: Draw, low: object, high: object) -> str:
    """A range with its ends: `between 3 and 9`, `from 3 to 9`."""
    return draw.one((
        f"between {low} and {high}", f"between {low} and {high}", f"from {low} to {high}",
        f"from {low} to {high}", f"in the range {low} to {high}", f"in the range {low}-{high}",
        f"{low}-{high}", f"{low} to {high}", f"from {low} up to {high}", f"within {low}..{high}",
        f"between {low} & {high}", f"in the range from {low} to {high}", f"({low} to {high})",
    ))
