"""Sentences from parts: what sounds, when it sounds and what can be changed, in many orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from patchgen_training.skills.audio_levels import LEVELS
from patchgen_training.skills.audio_part import Chain, Part
from patchgen_training.skills.audio_scene import Scene, filled
from patchgen_training.skills.audio_units import articled
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Wording, ask, that, thing
from patchgen_training.skills.expect_audio import (
    LISTENING,
    SETTLING,
    Sound,
    Trial,
    heard,
    sound,
    trial,
)
from patchgen_training.skills.frames import base
from patchgen_training.skills.sketch import Handle

Fill = Callable[[], str]
Check = Callable[[Sound], bool]
PLAYS = ("plays", "plays", "plays", "sounds", "generates", "produces", "makes", "gives me", "outputs")
LETS = (" and lets me ", " and lets the user ", " and allows me to ", " and makes it possible to ", " and lets you ")
AFTER_WISH = (
    "i want {s}", "I need {s}", "give me {s}", "make {s}", "{s} please", "{s}", "{s}", "i'd like {s}", "need {s}", "could i have {s}?",
    "can you make {s}?", "how do i get {s}?", "looking for {s}", "is it possible to have {s}?", "we need {s}", "what i am after is {s}", "show me {s}", "build {s}", "simple: {s}",
)  # fmt: skip

OPENINGS = ("hi, ", "hello, ", "ok so ", "for my installation: ", "for class: ", "a question: ", "in pd: ", "quick one: ", "for a piece: ")
LEADING = frozenset("when whenever each every while as on at if only once".split())
"""The first words of times that may come before the verb."""
BEFORE_TIMES = ("Create a Pure Data patch that {}", "Create a Pure Data patch that {}", "Make a Pd patch that {}", "I need a patch that {}", "make something that {}", "a patch which {}")
PURPOSES = (
    " for my students", " for a class", " for a sound installation", " for a live set", " for a test", " to test my speakers", " for a theatre piece", " so i can try it out", " pls", " please", ", thanks", " in pd", " for a workshop",
    ", nothing else", ", as simple as possible", ", keep it simple",
)  # fmt: skip


@dataclass(slots=True)
class Talk:
    """What is said of a patch, part by part."""

    what: Fill
    """A noun phrase: "a 440 Hz sine"."""
    verbs: Sequence[str] = PLAYS
    when: Sequence[str] = ()
    """Adverbials: "each time i click a button"; empty where it sounds at once."""
    agents: Sequence[str] = ()
    """Nouns that a clause follows: "a button that"."""
    parts: list[Part] = field(default_factory=list)
    """What can be changed."""
    does: Sequence[str] = ()
    """Whole clauses with {s} for the noun phrase, {w} for the time and other values."""
    nouns: Sequence[str] = ()
    asks: Sequence[str] = ()
    values: dict[str, Fill] = field(default_factory=dict)
    plain: bool = True
    """Whether the orders common to all patches are used too."""


def enumerated(items: Sequence[str]) -> str:
    """One, two and three."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


class Teller:
    """Draws sentences for one talk."""

    def __init__(self, draw: Draw, talk: Talk) -> None:
        self.draw, self.talk = draw, talk

    def having(self) -> str:
        """`a volume slider and a mute toggle`."""
        return enumerated([self.draw.one(part.having) for part in self.draw.some(self.talk.parts, 9)])

    def wants(self) -> str:
        """`change the volume and mute it`; empty where a part cannot be said so."""
        if not self.talk.parts or not all(part.can for part in self.talk.parts):
            return ""
        return enumerated([self.draw.one(part.can) for part in self.draw.some(self.talk.parts, 9)])

    def ended(self, text: str, is_clause: bool = False) -> str:
        """The sentence with its controls at the end."""
        if not self.talk.parts:
            return text
        mark = text[-1] if text.endswith(("?", "!")) else ""
        body, wants = text.removesuffix(mark) if mark else text, self.wants()
        if is_clause and wants and self.draw.chance(0.35):
            return body + self.draw.one(LETS) + wants
        if is_clause and self.draw.chance(0.2):
            return f"{body} and has {self.having()}"
        joins = (", with ", ", plus ", " and ") if " with " in body else (" with ", " with ", " with ", ", with ", ", plus ")
        return body + self.draw.one(joins) + self.having() + mark

    def fill(self, template: str) -> str:
        """The template with its values."""
        when = {"w": lambda: self.draw.one(self.talk.when)} if self.talk.when else {}
        return filled(self.draw, template, {"s": self.talk.what, **when, **self.talk.values})

    def clause(self) -> str:
        """What the patch does, in one of several orders."""
        draw, talk = self.draw, self.talk
        verb, what = draw.one(talk.verbs), talk.what()
        if not talk.when:
            if talk.parts and draw.chance(0.2):
                return f"has {self.having()} and {verb} {what}"
            return self.ended(f"{verb} {what}", True)
        when = draw.one(talk.when)
        order = draw.integer(0, 5)
        if order == 0 and when.partition(" ")[0] in LEADING:
            return self.ended(f"{when} {verb} {what}", True)
        if order == 1 and talk.parts:
            return f"{verb} {what} with {self.having()} {when}" if " with " not in what else f"{verb} {what} {when}, with {self.having()}"
        if order == 2 and talk.parts:
            return f"has {self.having()} and {verb} {what} {when}"
        return self.ended(f"{verb} {what} {when}", True)

    def noun(self) -> str:
        """The patch as a thing."""
        draw, talk = self.draw, self.talk
        verb, what = draw.one(talk.verbs), talk.what()
        if talk.agents and draw.chance(0.6):
            return self.ended(f"{draw.one(talk.agents)} {verb} {what}")
        if talk.when:
            return self.ended(f"{what} {draw.one(talk.when)}")
        if talk.parts and draw.chance(0.25):
            return f"{self.having()} for {what}"
        return self.ended(what)

    def sentence(self) -> str:
        """Free speech."""
        draw, talk = self.draw, self.talk
        what, verb, wants = talk.what(), base(draw.one(talk.verbs[:1])), self.wants()
        when = draw.one(talk.when) if talk.when else ""
        timed = f"{what} {when}".strip()
        forms = [
            f"how do i {verb} {self.ended(timed)}?", f"how can I {verb} {self.ended(timed)}?", f"i want to {verb} {self.ended(timed)}", f"i want to be able to {verb} {self.ended(timed)}",
            f"something that {draw.one(talk.verbs)} {self.ended(timed)}", self.ended(f"i want to hear {timed}"), draw.one(AFTER_WISH).replace("{s}", self.ended(timed)),
            draw.one(AFTER_WISH).replace("{s}", self.noun()),
        ]  # fmt: skip
        if when:
            forms += [f"{when} i want to hear {self.ended(what)}", self.ended(f"{when}: {what}"), f"{when}, {verb} {self.ended(what)}", f"pd should {verb} {self.ended(timed)}"]
        if talk.parts:
            short = ", ".join(draw.one(part.short or part.having) for part in talk.parts)
            forms += [f"{timed}, {short}", f"{timed}. {self.having()} too", f"{timed} - {short}"]
        if wants:
            forms += [f"{timed}. I want to {wants}", f"i need {timed} and i want to be able to {wants}", f"{verb} {timed}, I should be able to {wants}", f"{timed} where i can {wants}"]
        return draw.one(forms)

    def wordings(self) -> list[Wording]:
        """Up to ten, no two alike."""
        draw, talk = self.draw, self.talk
        made: dict[str, Wording] = {}

        def keep(make: Callable[[str], Wording], text: str) -> None:
            text = articled(text).replace(",,", ",").replace(" ,", ",").replace("an european", "a european").replace("one one octave", "one an octave")
            text = text.removesuffix(",")
            if make is ask and draw.chance(0.1):
                text = draw.one(OPENINGS) + text if draw.chance(0.4) or text[-1] in "?." else text + draw.one(PURPOSES)
            if make is that and text.partition(" ")[0] in LEADING:
                # An order or a question cannot begin so.
                make, text = ask, draw.one(BEFORE_TIMES).format(text)
            made.setdefault(text, make(text))

        for template in draw.some(talk.does, 3 if talk.plain else 4):
            keep(that, self.ended(self.fill(template), True))
        for template in draw.some(talk.nouns, 2 if talk.plain else 3):
            keep(thing, self.ended(self.fill(template)))
        for template in draw.some(talk.asks, 2 if talk.plain else 4):
            keep(ask, self.ended(self.fill(template)))
        if talk.plain:
            for _ in range(4 if not talk.does else 2):
                keep(that, self.clause())
            for _ in range(2 if not talk.nouns else 1):
                keep(thing, self.noun())
            for _ in range(3):
                keep(ask, self.sentence())
        else:
            for template in draw.some(talk.nouns, 2):
                keep(ask, draw.one(AFTER_WISH).replace("{s}", self.ended(self.fill(template))))
        return draw.some(list(made.values()), 10)


def told(scene: Chain, talk: Talk, chosen: Trial, watch: Sequence[Handle] = ()) -> Example:
    """The example of a finished patch; noise stands in for the microphone."""
    text = scene.sketch.text()
    tried = heard(text, chosen, [])
    return Example(Teller(scene.draw, talk).wordings(), text, tried.holds, tried.feeds, watch, tried.seconds)


def at_end(scene: Chain, talk: Talk, levels: Sequence[str]) -> str:
    """Adds the level and the output to the patch, and the level's words to the talk; gives its name."""
    name = scene.draw.one(levels)
    part = LEVELS[name](scene)
    if part is not None and part.suffix and not talk.when and scene.draw.chance(0.4):
        talk.when = part.suffix
        talk.agents = ("a toggle that", "an on/off toggle that", "a switch that")
    elif part is not None:
        talk.parts.append(part)
    scene.output()
    return name


def steady(scene: Scene, check: Check | None = None) -> Trial:
    """Tries the controls, and checks the sound before any was moved; a switched patch is switched on for it."""
    slot = SETTLING + min(scene.lead, 0.5) + LISTENING
    start = scene.lead + (slot if scene.silent else 0)
    checks = [lambda seen: check(sound(seen, start + 0.02, start + slot - 0.01))] if check else []
    return trial(scene.steps, silent=scene.silent, lead=scene.lead, also=checks)


SLIDERS = (
    "a {w} slider", "a {w} slider", "a slider for the {w}", "a slider to set the {w}", "adjustable {w}", "{w} control", "a {w} knob", "a {w} fader", "a slider that sets the {w}", "variable {w}",
)  # fmt: skip
BOXES = ("a {w} number box", "a number box for the {w}", "a number box to type the {w}", "the {w} in a number box", "a box where i type the {w}")


def control(scene: Scene, word: str, low: float, high: float, init: float, *, said: str = "", boxed: bool = False) -> tuple[Handle, Part]:
    """A slider, or a number box without a first value, and its words."""
    word_said = said or word.replace("_", " ")
    word = word if word in word_said else word_said.split()[0]
    having: Sequence[str]
    can: Sequence[str]
    if boxed:
        handle = scene.add(f'number "{word}"')
        having, can = BOXES, ("type in the {w}", "type the {w} in a number box", "set the {w} with a number box", "enter the {w} as a number")
        short: tuple[str, ...] = ("{w} number box", "number box for {w}")
    else:
        handle = scene.add(f'hsl {low:g} {high:g} "{word}" init:{init:g}')
        having, can = SLIDERS, ("change the {w}", "set the {w} with a slider", "adjust the {w}", "control the {w} with a slider", "vary the {w}")
        short = ("{w} slider", "slider for {w}", "{w} adjustable")
    return handle, Part(does=(), having=spelled(having, word_said), can=spelled(can, word_said), short=spelled(short, word_said))


def spelled(texts: Sequence[str], word: str) -> tuple[str, ...]:
    """The texts with a word put in."""
    return tuple(text.replace("{w}", word) for text in texts)
