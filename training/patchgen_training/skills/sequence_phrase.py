"""Sentences out of a core, a time and features: many orders, many people."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen_training.skills.audio_units import articled
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Wording, ask, that, thing
from patchgen_training.skills.frames import BASE, FORMAL, FREE
from patchgen_training.skills.time_words import ORDERS, Text, do, does, said


@dataclass(frozen=True, slots=True)
class Feature:
    """Something the patch also has, in four grammatical shapes."""

    having: Sequence[Text]
    """After "with": `a volume slider`."""
    having_verbs: Sequence[Text]
    """A predicate with a [verb]: `[have] a volume slider`."""
    can: Sequence[Text] = ()
    """After "I want to": `change the volume`."""
    short: Sequence[Text] = ()
    """A catchword: `volume`."""


@dataclass(frozen=True, slots=True)
class When:
    """The time of what happens, in three shapes."""

    adverbs: Sequence[Text]
    """After a clause: `when I press a button`."""
    adjectives: Sequence[Text] = ()
    """After a noun: `triggered by a button`."""
    short: Sequence[Text] = ()
    """A catchword: `button`."""


NOTE_A = re.compile(r"(?<=[^.?!] )An ")
NEVER = When(("",))
NEEDS = ("I want {}", "i need {}", "I'd like {}", "give me {}", "Make {}", "make me {}", "{}", "can you build {}", "looking for {}",
         "I would like to have {}", "we need {}", "build {}", "how about {}", "i am trying to get {}", "I could use {}")
ABLE = ("I want to be able to {}", "i want to {}", "i'd like to {}", "it should be possible to {}", "I need to {}", "let me {}", "I should be able to {}", "i must be able to {}")
ALSO = ("I also want to {}", "i want to {} too", "it should be possible to {}", "I need to be able to {}", "also let me {}", "I'd like to {} as well", "and i want to {}")
HEARING = ("I want to hear {n} {w}", "i need to hear {n} {w}", "I'd like to hear {n} {w}", "let me hear {n} {w}", "{w} I want to hear {n}", "{w} there should be {n}",
           "{w}, give me {n}", "how do i get {n} {w}", "i want {n} {w}", "I need {n} {w}", "Give me {n} {w}", "{n} {w}")


def pick(draw: Draw, texts: Sequence[Text]) -> str:
    """One of the wordings, said."""
    return said(draw.one(texts))


def enumerated(items: Sequence[str]) -> str:
    """One, two and three."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def attached(draw: Draw, core: str, features: Sequence[Feature]) -> str:
    """The core with what it has, after `with`."""
    if not features:
        return core
    words = enumerated([pick(draw, feature.having) for feature in draw.some(features, len(features))])
    many = (f"{core}, with {words}", f"{core} and has {words}", f"{core}, plus {words}", f"{core}. It has {words}", f"{core}, including {words}")
    few = (f"{core} with {words}", f"{core} with {words}", f"{core}, with {words}", f"{core} and has {words}", f"{core} and with {words}")
    return draw.one(many if " with " in core else few)


def clause(draw: Draw, core: str, when: When) -> str:
    """The core clause with its time."""
    return f"{core} {pick(draw, when.adverbs)}".strip()


def formal(draw: Draw, core: str, when: When, features: Sequence[Feature]) -> Wording:
    """A clause in the third person."""
    text = clause(draw, core, when)
    if features and draw.chance(0.45):
        predicates = [text, *(pick(draw, feature.having_verbs) for feature in features)]
        return framed(draw, does(enumerated(predicates)))
    return framed(draw, does(attached(draw, text, features)))


def framed(draw: Draw, text: str) -> Wording:
    """A clause for the frames; one that they could not turn into an order goes with a frame of its own."""
    if text.split(" ", 1)[0] in BASE:
        return that(text)
    return ask(draw.one((*FORMAL, *FORMAL, *FREE[:-1])).format(text))


def noun_phrase(draw: Draw, noun: str, when: When, features: Sequence[Feature]) -> str:
    """The noun with its time and features."""
    return attached(draw, f"{noun} {pick(draw, when.adjectives or when.adverbs)}".strip(), features)


def wish(draw: Draw, core: str, when: When, features: Sequence[Feature]) -> str:
    """An order, a question, a wish."""
    return draw.one((*ORDERS, *ABLE)).format(do(attached(draw, clause(draw, core, when), features)))


def two_sentences(draw: Draw, noun: str, when: When, features: Sequence[Feature]) -> str:
    """The thing first, then what one wants to do with it."""
    lead = draw.one(NEEDS).format(f"{noun} {pick(draw, when.adjectives or when.adverbs)}".strip())
    able = [pick(draw, feature.can) for feature in features if feature.can]
    rest = [feature for feature in features if not feature.can]
    lead = attached(draw, lead, rest)
    if not able:
        return lead
    wanted = enumerated(able)
    if draw.chance(0.4):
        return lead + draw.one((f" where i can {wanted}", f" and I want to {wanted}", f" so that I can {wanted}", f" and let me {wanted}", f", I want to {wanted}"))
    tail = draw.one(ALSO).format(wanted)
    return f"{lead}. {tail[0].upper()}{tail[1:]}"


def terse(draw: Draw, noun: str, when: When, features: Sequence[Feature]) -> str:
    """Catchwords."""
    bare = noun.removeprefix("a ").removeprefix("an ").removeprefix("the ") if draw.chance(0.75) else noun
    words = [bare, *([pick(draw, when.short)] if when.short else []), *(pick(draw, feature.short or feature.having) for feature in features)]
    if not when.short and pick(draw, when.adverbs):
        words[0] = f"{bare} {pick(draw, when.adverbs)}"
    text = draw.one((", ", ", ", " + ", " - ", ", ")).join(word for word in words if word)
    return draw.one((text, text, text, f"{text} pls", f"pd patch: {text}", f"need {text}", f"simple {text}" if words[0] == bare and bare != noun else text))


def hearing(draw: Draw, noun: str, when: When, features: Sequence[Feature]) -> str:
    """What one wants to hear, and when."""
    text = draw.one(HEARING).format(n=noun, w=pick(draw, when.adverbs)).strip().removeprefix(", ")
    return attached(draw, " ".join(text.split()), features)


def ordered(draw: Draw, core: str, when: When, features: Sequence[Feature]) -> str:
    """The time or the features before the order."""
    time = pick(draw, when.adverbs)
    if time and (not features or draw.chance(0.6)):
        return attached(draw, f"{time}{draw.one((', ', ' ', ', '))}{do(core)}", features)
    if features:
        words = enumerated([pick(draw, feature.having) for feature in features])
        return draw.one(("with {f}, {c}", "using {f}, {c}", "Add {f} to a patch that {d}", "{f} for a patch that {d}")).format(
            f=words, c=do(clause(draw, core, when)), d=does(clause(draw, core, when)))
    return draw.one(("something that {}", "something to {}", "i need something which {}", "patch that {}")).format(does(core)).replace("to " + does(core), "to " + do(core))


def phrased(
    draw: Draw, cores: Sequence[Text], nouns: Sequence[Text], when: When = NEVER, features: Sequence[Feature] = (), speech: Sequence[Text] = (), *, heard: bool = True,
) -> list[Wording]:  # fmt: skip
    """About ten wordings: cores have [verbs], nouns an article; speech is said as it stands, with features after it."""
    makers: list[Callable[[], Wording]] = [
        *[lambda: formal(draw, pick(draw, cores), when, features)] * 4,
        *[lambda: thing(noun_phrase(draw, pick(draw, nouns), when, features))] * 2,
        *[lambda: ask(wish(draw, pick(draw, cores), when, features))] * 2,
        lambda: ask(two_sentences(draw, pick(draw, nouns), when, features)),
        lambda: ask(terse(draw, pick(draw, nouns), when, features)),
        lambda: ask(ordered(draw, pick(draw, cores), when, features)),
        *([lambda: ask(hearing(draw, pick(draw, nouns), when, features))] if heard else []),
        *([lambda: ask(attached(draw, pick(draw, speech), features))] * 2 if speech else []),
    ]
    made = {wording.text: wording for wording in (make() for make in draw.some(makers, 11))}
    return [Wording(wording.form, tidy(wording.text)) for wording in made.values()]


def tidy(text: str) -> str:
    """Without the commas and blanks that parts left over."""
    text = " ".join(text.split()).replace(" ,", ",").replace(",,", ",").replace(", and has", " and has").replace(",.", ".")
    text = text.removesuffix(",").replace(", with with", " with")
    # A note called A keeps its name: "the notes D, A and E" has no article.
    return NOTE_A.sub("A ", articled(text))
