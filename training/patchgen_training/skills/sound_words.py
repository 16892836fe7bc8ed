"""Sentences about a sound or a clock from its parts: what it does, when, with which controls, and asides."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from patchgen_training.skills.audio_scene import filled
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Wording, ask, that, thing
from patchgen_training.skills.frames import BASE, FORMAL, imperative
from patchgen_training.skills.sequence_phrase import spoken_aside

Fill = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Device:
    """What people say of one kind of control; {n} is the name of what it sets."""

    having: tuple[str, ...]
    clause: tuple[str, ...]
    can: tuple[str, ...]
    lead: tuple[str, ...]
    """Predicates before the main one, which goes in at {body}."""
    short: tuple[str, ...]


DEVICES: dict[str, Device] = {
    "slider": Device(
        ("a slider for the {n}", "a slider for the {n}", "a {n} slider", "a slider that sets the {n}", "a slider to adjust the {n}", "a slider which controls the {n}", "a fader for the {n}", "a knob for the {n}",
         "a slider to change the {n}"),
        ("the {n} is set with a slider", "a slider controls the {n}", "the {n} can be changed with a slider", "the {n} follows a slider", "a slider sets the {n}", "the {n} is adjustable with a slider",
         "the {n} is controlled by a slider"),
        ("set the {n} with a slider", "change the {n} with a slider", "adjust the {n} with a slider", "control the {n} using a slider", "vary the {n} with a fader"),
        ("takes the {n} from a slider and {body}", "uses a slider to set the {n} and {body}", "has a slider for the {n} and {body}", "lets the user set the {n} with a slider and {body}", "reads the {n} from a slider and {body}",
         "provides a slider for the {n} and {body}"),
        ("{n} slider", "slider for {n}", "slider -> {n}")),
    "number box": Device(
        ("a number box for the {n}", "a number box for the {n}", "a {n} number box", "a number box that sets the {n}", "a number box in which the {n} is entered", "a number box to enter the {n}", "a number box where I can type the {n}",
         "a number box that determines the {n}"),
        ("the {n} is entered in a number box", "a number box sets the {n}", "the {n} comes from a number box", "the {n} is typed into a number box", "the user enters the {n} in a number box", "the {n} is taken from a number box",
         "the {n} is set with a number box"),
        ("enter the {n} in a number box", "type the {n} into a number box", "set the {n} in a number box", "choose the {n} with a number box", "change the {n} with a number box"),
        ("takes the {n} from a number box and {body}", "reads the {n} from a number box and {body}", "accepts the {n} in a number box and {body}", "lets the user enter the {n} in a number box and {body}",
         "has a number box for the {n} and {body}", "receives the {n} from a number box and {body}"),
        ("{n} number box", "number box for {n}", "numbox -> {n}")),
    "toggle": Device(
        ("an on/off toggle", "a toggle that switches it on and off", "a toggle to turn it on and off", "a toggle to start and stop it", "a toggle for on and off"),
        ("a toggle switches it on and off", "it is started and stopped with a toggle", "it only runs while a toggle is on", "it is turned on and off with a toggle", "a toggle starts and stops it"),
        ("turn it on and off with a toggle", "start and stop it with a toggle", "switch it on and off with a toggle"),
        (), ("on/off toggle", "toggle to switch it on", "toggle start/stop")),
    "mute": Device(
        ("a mute toggle", "a toggle that mutes it", "a toggle to mute it"), ("a toggle mutes it", "it falls silent when a mute toggle is checked", "it can be muted with a toggle"),
        ("mute it with a toggle", "silence it with a mute toggle"), (), ("mute toggle", "toggle = mute")),
    "buttons": Device(
        ("a start button and a stop button", "start and stop buttons", "one button to start it and another to stop it"), ("one button starts it and another stops it", "it is started with one button and stopped with a second one"),
        ("start it with one button and stop it with another", "start and stop it with two buttons"), (), ("start/stop buttons", "start button, stop button")),
    "reset": Device(
        ("a reset button", "a button that resets it to 0", "a second button that sets the count back to 0", "a button to start again from 0"), ("a reset button sets it back to 0", "a button resets it to zero", "a second button sets the count back to 0"),
        ("reset it to 0 with a button", "set it back to 0 with a reset button"), (), ("reset button", "button to reset")),
    "load": Device(
        (), ("it starts by itself when the patch is opened", "it begins as soon as the patch is loaded", "it runs right from the start"), (), (), ("starts on load", "loadbang")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Control:
    """A control the sentence has to name."""

    name: str = ""
    device: str = "slider"
    unit: str = ""
    """`in Hz`, `from 0 to 100`; may be empty."""
    lead: tuple[str, ...] = ()
    """More predicates that take the control in: "takes a MIDI note from a number box and {body} at this pitch"."""

    def say(self, draw: Draw, texts: Sequence[str]) -> str:
        """One of the phrases with the name put in, and the unit at times."""
        text = draw.one(texts)
        unit = f" {self.unit}" if self.unit and "{n} " not in text.replace("{n} and", "").replace("{n} from", "").replace("{n} with", "") and draw.chance(0.5) else ""
        return text.replace("{n}", self.name + unit)


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that can be said of one patch."""

    does: Sequence[str]
    """Third person, without the controls: "plays {what}"."""
    things: Sequence[str] = ()
    asks: Sequence[str] = ()
    """Whole sentences, without the controls."""
    controls: Sequence[Control] = ()
    when: Sequence[str] = ()
    """"when a button is clicked"."""
    ends: Sequence[str] = ()
    """What follows the predicate: " and shows it in a number box"."""
    values: dict[str, Fill] = field(default_factory=dict)


QUESTIONS = (
    "how do I {do}?", "how can I {do}?", "can you {do}?", "could you show me how to {do}?", "what do I need to {do}?", "is it possible to {do}?", "I want to {do}.", "I'd like to {do}.", "please {do}.", "i need to {do}", "{do}", "{do}", "{do}",
    "I am trying to {do}.", "what is the simplest way to {do}?", "my patch should {do}.", "it should {do}.", "let Pd {do}.", "how would i {do} in pd?", "I need something to {do}.", "build a patch to {do}.", "The patch must {do}.",
)  # fmt: skip
LEADS = ("I need {s}", "I want {s}", "give me {s}", "{s}", "{s} please", "make {s}", "i'm looking for {s}", "can I get {s}", "show me {s}", "what I need is {s}", "I'd like to have {s}", "please build {s}", "task: {s}", "simple patch: {s}")
WISHES = ("I want to {x}.", "I'd like to {x}.", "I should be able to {x}.", "The user can {x}.", "Let me {x}.", "It must be possible to {x}.", "One should be able to {x}.", "i also want to {x}")


def joined(items: Sequence[str]) -> str:
    """One, two and three."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def capital(text: str) -> str:
    """The sentence with a capital letter."""
    return text[:1].upper() + text[1:]


def command(text: str) -> str:
    """The imperative, also of verbs behind `first` and `finally`."""
    return re.sub(r"\b(finally|first|and, [^,]*,|later,) ([a-z]+)\b", lambda match: f"{match[1]} {BASE.get(match[2], match[2])}", imperative(text))


class Speech:
    """Draws wordings of one request."""

    def __init__(self, draw: Draw, request: Request) -> None:
        self.draw, self.request = draw, request

    def body(self) -> str:
        """The predicate with its end; verbs among the values must be there before it becomes a command."""
        text = self.draw.one(self.request.does) + (self.draw.one(self.request.ends) if self.request.ends else "")
        return filled(self.draw, text, self.request.values)

    def having(self, controls: Sequence[Control]) -> list[str]:
        """What the patch has, control by control."""
        return [control.say(self.draw, DEVICES[control.device].having) for control in controls if DEVICES[control.device].having]

    def clauses(self, controls: Sequence[Control]) -> list[str]:
        """A main clause for each control."""
        return [control.say(self.draw, DEVICES[control.device].clause) for control in controls]

    def cans(self, controls: Sequence[Control]) -> list[str]:
        """What the user can do with each."""
        return [control.say(self.draw, DEVICES[control.device].can) for control in controls if DEVICES[control.device].can]

    def sentences(self, controls: Sequence[Control]) -> str:
        """Sentences of their own for the controls."""
        cans = self.cans(controls)
        if len(cans) == len(controls) and self.draw.chance(0.45):
            return " " + self.draw.one(WISHES).replace("{x}", joined(cans))
        clauses = self.clauses(controls)
        if len(clauses) > 1 and self.draw.chance(0.5):
            return " " + capital(joined(clauses)) + "."
        return "".join(f" {capital(clause)}." for clause in clauses)

    def plainest(self, body: str) -> str:
        """A predicate without a second one behind it."""
        plain = [text for text in self.request.does if " and " not in text and "," not in text]
        return filled(self.draw, self.draw.one(plain), self.request.values) if plain and not self.request.ends else body

    def placed(self, body: str) -> str:
        """The predicate with its time in front or behind."""
        if not self.request.when:
            return body
        when = self.draw.one(self.request.when)
        return f"{when}, {body}" if self.draw.chance(0.4) else f"{body} {when}"

    def attached(self, body: str, controls: Sequence[Control]) -> str:
        """The clause with its controls behind it."""
        having = self.having(controls)
        if len(having) < len(controls):
            return f"{body}, where {joined(self.clauses(controls))}" if self.draw.chance(0.5) else f"{body} and " + joined(self.clauses(controls)).replace("it ", "", 1) if controls[0].device == "load" and len(controls) == 1 else f"{body}; {joined(self.clauses(controls))}"
        style = self.draw.integer(0, 5)
        if style <= 1:
            return f"{body}, with {joined(having)}" if style or " with " in body else f"{body} with {joined(having)}"
        if style == 2:
            return f"{body} and has {joined(having)}"
        if style == 3:
            return f"{body}, where {joined(self.clauses(controls))}"
        if style == 4:
            return f"{body} and lets the user {joined(self.cans(controls))}"
        return f"{body}, such that {joined(self.clauses(controls))}"

    def clause(self) -> str:
        """A long clause with everything in it."""
        controls = list(self.request.controls)
        body = self.body()
        leading = [control for control in controls if control.lead or DEVICES[control.device].lead]
        if leading and self.draw.chance(0.5):
            first = self.draw.one(leading)
            controls.remove(first)
            leads = DEVICES[first.device].lead
            if first.lead and self.draw.chance(0.7):
                # What follows {body} belongs to the predicate alone.
                leads, body = first.lead, self.plainest(body)
            body = first.say(self.draw, leads).replace("{body}", body)
            body = body if not self.request.when else f"{body} {self.draw.one(self.request.when)}"
        else:
            body = self.placed(body)
        return self.attached(body, controls) if controls else body

    def formal(self) -> Wording:
        """The clause, or a formal sentence with sentences for the controls."""
        if self.request.controls and self.draw.chance(0.3):
            return ask(self.draw.one(FORMAL).replace("{}", self.placed(self.body())) + "." + self.sentences(self.request.controls))
        return that(self.clause())

    def noun(self) -> Wording:
        """A noun phrase with its controls."""
        text = self.draw.one(self.request.things)
        having = self.having(self.request.controls)
        if having:
            text += (" and " if " with " in text and self.draw.chance(0.6) else ", with " if " with " in text else " with ") + joined(having)
        rest = [control for control in self.request.controls if not DEVICES[control.device].having]
        return thing(text + (", " + joined(self.clauses(rest)) if rest else ""))

    def terse(self) -> Wording:
        """Keywords."""
        text = self.draw.one(self.request.things or [command(self.body())])
        shorts = [control.say(self.draw, DEVICES[control.device].short) for control in self.request.controls]
        when = [self.draw.one(self.request.when)] if self.request.when and not self.request.things else []
        separator = self.draw.one((", ", ", ", " + ", " / "))
        return ask(separator.join([text, *when, *shorts]))

    def spoken(self) -> str:
        """A question or a wish, and sentences for the controls."""
        if self.request.asks and self.draw.chance(0.4):
            text = self.draw.one(self.request.asks)
        elif self.request.things and self.draw.chance(0.35):
            text = self.draw.one(LEADS).replace("{s}", self.draw.one(self.request.things))
        else:
            do = command(self.body())
            when = self.draw.one(self.request.when) if self.request.when else ""
            if when and self.draw.chance(0.35):
                return self.rounded(f"{when} {self.draw.one(('it should ', 'please ', 'the patch should ', 'i want pd to ', ''))}{do}")
            text = self.draw.one(QUESTIONS).replace("{do}", f"{do} {when}".strip())
        return self.rounded(text)

    def rounded(self, text: str) -> str:
        """The sentence with what the controls need."""
        controls = self.request.controls
        if not controls:
            return text
        having = self.having(controls)
        if len(having) == len(controls) and self.draw.chance(0.4):
            mark = text[-1] if text[-1] in "?.!" else ""
            return f"{text.removesuffix(mark) if mark else text}{', with ' if ' with ' in text else ' with '}{joined(having)}{mark}"
        return (text if text[-1] in "?.!" else f"{text}.") + self.sentences(controls)

    def asked(self) -> Wording:
        """Free speech with asides."""
        text = self.spoken()
        if self.draw.chance(0.35):
            text = spoken_aside(self.draw, text)
        return ask(text)

    def finished(self, wording: Wording) -> Wording:
        """The wording with its values put in."""
        text = re.sub(r"\s+", " ", filled(self.draw, wording.text, self.request.values))
        text = re.sub(r",+", ",", re.sub(r" ([.,?!])", r"\1", text))
        text = re.sub(r",([.?!])", r"\1", text).rstrip(", ")
        text = re.sub(r"(?<!\.)\.\.(?!\.)", ".", text)
        return Wording(wording.form, re.sub(r"\b(which|that|patch) ,", r"\1,", text).strip())

    def wordings(self, count: int = 10) -> list[Wording]:
        """Half of them formal clauses, the others nouns, keywords, questions and wishes."""
        made: dict[str, Wording] = {}
        makers: list[Callable[[], Wording]] = [self.formal] * 6 + [self.asked] * 5
        if self.request.things:
            makers += [self.noun, self.noun, self.terse]
        for maker in makers:
            wording = self.finished(maker())
            made.setdefault(wording.text, wording)
        return self.draw.some(list(made.values()), count)


def said(draw: Draw, request: Request, count: int = 10) -> list[Wording]:
    """Wordings of a request."""
    return Speech(draw, request).wordings(count)
