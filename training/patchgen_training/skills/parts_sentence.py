"""Puts a head and its parts into sentences: formal and long, spoken, in catchwords, in any order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from patchgen_training.skills.audio_units import articled
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Wording, ask
from patchgen_training.skills.frames import FORMAL
from patchgen_training.skills.parts_clause import Head, Part
from patchgen_training.skills.sequence_phrase import enumerated, spoken_aside
from patchgen_training.skills.time_words import do, does

THINGS = (
    "Create {}", "Create {} in Pure Data", "Create a Pure Data patch for {}", "Build {} in Pure Data", "Design {}", "Make {} in Pd", "Generate a Pure Data patch with {}", "Write a Pure Data patch for {}", "Create a patch that is {}", "Implement {} in Pure Data",
)  # fmt: skip
LOOSE = ("{}", "{}", "{}", "i need {}", "I need {}", "make me {}", "i want {}", "I'd like {}", "give me {}", "looking for {}", "please make {}", "trying to get {}", "need {}", "build {}", "could use {}", "we need {}")
OPENERS = ("", "", "", "", "In the patch, ", "Also, ", "Please note that ", "Here ", "I want it so that ", "It should be so that ")
GIVEN = ("It has {}.", "It should have {}.", "There is also {}.", "It needs {}.", "Add {}.", "Give it {}.", "Include {}.", "It comes with {}.", "Please add {}.", "I also want {}.", "Use {}.")
ASKING = ("can you make {}?", "could you build {}?", "how do i make {}?", "Is it possible to have {}?", "would you make me {}?", "can i have {}?", "What would {} look like?", "how can I build {}?", "could someone show me {}?")


def sentence(text: str) -> str:
    """With a capital at the start and a full stop."""
    text = text.strip().rstrip(",;")
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".")


def joined(draw: Draw, core: str, parts: Sequence[Part]) -> str:
    """The core with what it has."""
    if not parts:
        return core
    phrases = enumerated([part.having(draw) for part in parts])
    if " with " in core or len(parts) > 2:
        return draw.one((f"{core}, with {phrases}", f"{core}, with {phrases}", f"{core}, using {phrases}", f"{core}, and has {phrases}"))
    return draw.one((f"{core} with {phrases}", f"{core}, with {phrases}", f"{core} using {phrases}"))


def owned(draw: Draw, thing: str, parts: Sequence[Part]) -> str:
    """The thing with what it has."""
    if not parts:
        return thing
    phrases = enumerated([part.having(draw) for part in parts])
    ways = (f"{thing}, with {phrases}", f"{thing} that has {phrases}", f"{thing} and {phrases}") if " with " in thing else (f"{thing} with {phrases}", f"{thing} with {phrases}", f"{thing} that has {phrases}", f"{thing}, with {phrases}")
    return draw.one(ways)


def split(draw: Draw, parts: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """The parts in a natural or another order, cut in two."""
    order = list(parts) if draw.chance(0.5) else draw.some(parts, len(parts))
    at = draw.integer(0, len(order))
    return order[:at], order[at:]


def told(draw: Draw, parts: Sequence[Part]) -> str:
    """Main clauses in one or two sentences."""
    if not parts:
        return ""
    clauses = [part.says(draw) for part in parts]
    if len(clauses) > 2 and draw.chance(0.5):
        at = draw.integer(1, len(clauses) - 1)
        return f"{sentence(draw.one(OPENERS) + enumerated(clauses[:at]))} {sentence(enumerated(clauses[at:]))}"
    if len(clauses) == 2:
        return sentence(draw.one(OPENERS) + draw.one((f"{clauses[0]}, and {clauses[1]}", f"{clauses[0]}; {clauses[1]}", f"{clauses[0]} and {clauses[1]}", f"{clauses[0]}. {sentence(clauses[1])}")))
    return sentence(draw.one(OPENERS) + enumerated(clauses))


def formal(draw: Draw, head: Head, parts: Sequence[Part]) -> str:
    """A Pure Data patch that does it with all of its parts."""
    kind = draw.integer(1, 7)
    first, rest = split(draw, parts)
    frame = draw.one(FORMAL)
    if kind <= 2:
        return frame.format(joined(draw, does(head.predicate(draw)), [*first, *rest]))
    if kind == 3:
        return f"{sentence(frame.format(joined(draw, does(head.predicate(draw)), first)))} {told(draw, rest)}"
    if kind == 4:
        clauses = [does(part.does(draw)) for part in (*first, *rest)]
        return frame.format(enumerated([does(head.predicate(draw)), *clauses]))
    if kind == 5:
        return f"{sentence(draw.one(THINGS).format(owned(draw, head.thing(draw), first)))} {told(draw, rest)}"
    if kind == 6:
        core = joined(draw, does(head.predicate(draw)), first)
        return frame.format(f"{core}, where {enumerated([part.says(draw) for part in rest])}" if rest else core)
    if not parts:
        return draw.one(THINGS).format(head.thing(draw))
    listing = enumerated([part.having(draw) for part in (*first, *rest)])
    return draw.one(THINGS).format(draw.one((f"{head.thing(draw)}: {listing}", f"{head.thing(draw)} that has {listing}", f"{head.thing(draw)} which has {listing}")))


def spoken(draw: Draw, head: Head, parts: Sequence[Part]) -> str:
    """As a person types it."""
    kind = draw.integer(1, 8)
    first, rest = split(draw, parts)
    if kind == 1:
        return ", ".join([head.terse(draw), *(part.short(draw) for part in (*first, *rest))])
    if kind == 2:
        return f"{draw.one(LOOSE).format(owned(draw, head.thing(draw), first))}. {told(draw, rest)}"
    if kind == 3:
        return f"{draw.one(ASKING).format(owned(draw, head.thing(draw), first))} {told(draw, rest)}"
    if kind == 4:
        return ", ".join([draw.one(LOOSE).format(head.thing(draw)), *(part.having(draw) for part in (*first, *rest))])
    if kind == 5:
        more = draw.one(GIVEN).format(enumerated([part.having(draw) for part in rest])) if rest else ""
        return f"{sentence(draw.one(LOOSE).format(owned(draw, head.thing(draw), first)))} {more}"
    if kind == 6:
        clauses = [do(part.does(draw)) for part in (*first, *rest)]
        return draw.one(("{}", "{}", "please {}", "it should {}", "I want to {}", "can you {}?", "my patch must {}")).format(enumerated([do(head.predicate(draw)), *clauses]))
    if kind == 7:
        core = joined(draw, do(head.predicate(draw)), first)
        return f"{sentence(draw.one(('{}', '{}', 'please {}', 'how do i {}', 'i want something to {}')).format(core))} {told(draw, rest)}"
    clauses = [part.says(draw) for part in (*first, *rest)]
    return spoken_aside(draw, f"{draw.one(LOOSE[3:]).format(head.thing(draw))} where {enumerated(clauses)}" if clauses else draw.one(LOOSE[3:]).format(head.thing(draw)))


MENDED = (
    (re.compile(r"\bevery a "), "every "), (re.compile(r"\bevery (about|around) "), r"\1 every "), (re.compile(r"\ban? (?:about|around) (?=\d)"), "a "), (re.compile(r" ,"), ","), (re.compile(r",,+"), ","), (re.compile(r"\s+"), " "), (re.compile(r"\?\."), "?"), (re.compile(r"\.\.+"), "."),
    (re.compile(r"\ba (?=(?:LFO|FM|AM)\b)"), "an "), (re.compile(r"\bof of\b"), "of"), (re.compile(r"\bin in\b"), "in"), (re.compile(r"\b([Aa]) (?=(?:8\d*|11|18)(?:\.\d+)?(?: |-|[a-zA-Z%]|$))"), r"\1n "),
)  # fmt: skip


def tidy(text: str) -> str:
    """Mends what meets badly where phrases join."""
    text = articled(text)
    for pattern, better in MENDED:
        text = pattern.sub(better, text)
    return text.strip().removesuffix(",")


def wordings(draw: Draw, head: Head, parts: Sequence[Part], count: int = 9) -> list[Wording]:
    """Half formal and long, half spoken."""
    makers: tuple[Callable[[Draw, Head, Sequence[Part]], str], ...] = (formal, spoken)
    return [ask(tidy(makers[i % 2](draw, head, parts))) for i in range(count)]
