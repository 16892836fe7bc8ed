"""Sentences out of a core, a time and features: many orders, many people."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from patchgen_training.skills.audio_units import articled
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Form, Skill, Wording, ask, that, thing
from patchgen_training.skills.frames import BASE, FORMAL, FREE, IMPERATIVES, imperative
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

EVENTS = ("when ", "each time ", "every time ", "whenever ", "if ", "as soon as ", "once ", "on every ", "on each ", "at the press ", "on a ")
"""How the time of a cause begins; these may also stand before the verb."""
OUTPUTS = (" and sends the sound to the audio output", " and sends it to both speakers", " and outputs the sound through dac~", ", sending the result to the digital-to-analog converter", " and plays it through the speakers", ", heard on both channels")
USERS = (", allowing the user to {}", " and allows the user to {}", ", where the user can {}", ", with the possibility to {}", " and lets the user {}", ", so that the user can {}", " and makes it possible to {}", ", and the user should be able to {}")
BEFORE = ("I'm new to Pd.", "This is for a lesson.", "For my students:", "i'm building an installation.", "It's for a live set.", "I teach music and need this for my class.", "i have tried for an hour.", "Hello!", "hi,", "Sorry if this is simple:",
          "Quick question:", "For a small concert,", "We are rehearsing tomorrow.", "my band needs this:", "I am learning Pure Data.", "For my homework:", "I saw this in a video.", "ok so,", "I'm making a game.", "My laptop is old, so")
AFTER = ("Thanks!", "Nothing fancy.", "Keep it simple.", "As simple as possible.", "It is for a workshop.", "That's all I need.", "My students will use it.", "I'd like to practise with it.", "thank you", "No extras please.", "I want to understand how it works.", "It does not have to sound good.")


def long_clause(draw: Draw, core: str, when: When, features: Sequence[Feature], *, heard: bool) -> Wording:
    """A long formal sentence: the cause perhaps first, what the user can do last."""
    time = pick(draw, when.adverbs)
    led = time.startswith(EVENTS) and draw.chance(0.6)
    text = f"{time}, {does(core)}" if led else f"{does(core)} {time}".strip()
    able = [feature for feature in features if feature.can]
    text = attached(draw, text, [feature for feature in features if not feature.can])
    if heard and not able and draw.chance(0.4) and " and has " not in text and ". It" not in text:
        text += draw.one(OUTPUTS)
    if able:
        text += draw.one(USERS).format(enumerated([pick(draw, feature.can) for feature in draw.some(able, len(able))]))
    if led:
        return ask(draw.one((*FORMAL, *FORMAL, "I need a patch that, {}", "make a patch which, {}")).format(text).replace(" that when", draw.one((" that when", " that, when"))).replace("that, that", "that"))
    return framed(draw, text)


def spoken_aside(draw: Draw, text: str) -> str:
    """The wish between words that have nothing to do with it."""
    if draw.chance(0.55):
        lead = draw.one(BEFORE)
        rest = text if lead[-1] in ",:" or text.startswith(("I ", "I'")) or lead.endswith("so") else text[0].upper() + text[1:]
        return f"{lead} {rest}"
    end = "" if text[-1] in ".?!" else "."
    return f"{text[0].upper()}{text[1:]}{end} {draw.one(AFTER)}"



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
        *[lambda: long_clause(draw, pick(draw, cores), when, features, heard=heard)] * 3,
        lambda: ask(spoken_aside(draw, wish(draw, pick(draw, cores), when, features))),
        lambda: ask(spoken_aside(draw, two_sentences(draw, pick(draw, nouns), when, features))),
        *([lambda: ask(hearing(draw, pick(draw, nouns), when, features))] if heard else []),
        *([lambda: ask(attached(draw, pick(draw, speech), features))] * 2 if speech else []),
    ]
    made = {wording.text: wording for wording in (make() for make in draw.some(makers, 12))}
    return [Wording(wording.form, tidy(wording.text)) for wording in made.values()]

SENT = re.compile(r" and has |dac~|speaker|output|converter", re.IGNORECASE)
"""Clauses that say already where the sound goes."""


def widened(skills: dict[str, Skill]) -> dict[str, Skill]:
    """The skills with three wordings more: long ones, and ones with words around them that have nothing to do with the patch."""

    def wide(skill: Skill) -> Skill:
        def make(draw: Draw) -> Example:
            example = skill(draw)
            clauses = [wording.text for wording in example.wordings if wording.form is Form.THAT and ". " not in wording.text and not wording.text.startswith(EVENTS)]
            more = [ask(spoken_aside(draw, draw.one((*IMPERATIVES, "i need to {}", "I'd like to {}")).format(imperative(text)))) for text in draw.some(clauses, 2)]
            if "dac~" in example.patch:
                more += [framed(draw, text + draw.one(OUTPUTS)) for text in draw.some([text for text in clauses if not SENT.search(text)], 1)]
            return replace(example, wordings=[*example.wordings, *(Wording(wording.form, tidy(wording.text)) for wording in more)])

        return make

    return {name: wide(skill) for name, skill in skills.items()}



def tidy(text: str) -> str:
    """Without the commas and blanks that parts left over."""
    text = " ".join(text.split()).replace(" ,", ",").replace(",,", ",").replace(", and has", " and has").replace(",.", ".")
    text = text.removesuffix(",").replace(", with with", " with")
    # A note called A keeps its name: "the notes D, A and E" has no article.
    return NOTE_A.sub("A ", articled(text))
