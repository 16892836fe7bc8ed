"""Where one number comes from in a plain request: typed, slid, from a controller or a message, on a click or at load, with words for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from patchgen.headless.probe import Feed
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.math_sources import (
    BUTTON_WHENS,
    ENTERED,
    LOAD_WHENS,
    SEPARATE_WHENS,
    weighted,
)
from patchgen_training.skills.plain_words import TYPED
from patchgen_training.skills.sketch import Handle, Sketch

Number = Callable[[float], float]
CLEAR_FRONTS = tuple(when for when in BUTTON_WHENS if not when.startswith(("in response", "upon")))
WHEN_TYPED = (
    "whenever the number changes", "when a number is entered", "as soon as a number is entered", "each time a number is typed in", "whenever a number comes in", "every time a new number arrives",
    "when the user enters a number", "as soon as the number changes",
)  # fmt: skip
WHEN_SLID = ("whenever the slider moves", "as the slider moves", "each time the slider is moved", "when the slider is moved", "while the slider is moved", "as soon as the user moves the slider")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What goes in: the numbers to try, and what a person calls them where they are no plain numbers."""

    value: Number
    low: float
    high: float
    step: float = 1
    called: tuple[str, ...] = ()
    """Such as "a frequency in Hz"; empty for any number."""
    kinds: tuple[str, ...] = ()
    """The sources that suit it; empty for all."""


@dataclass(frozen=True, slots=True)
class Source:
    """The box that gives the number, and the words for it."""

    box: Handle
    feeds: tuple[Feed, ...]
    given: tuple[float, ...]
    nouns: tuple[str, ...]
    invites: tuple[str, ...]
    """Verb phrases that put the input into the patch."""
    brief: tuple[str, ...]
    """What a hurried person calls it."""
    pronouns: tuple[str, ...] = ("it", "it", "it", "that number", "this value")
    whens: tuple[str, ...] = ("",)
    fronts: tuple[str, ...] = ()


def tried(draw: Draw, wanted: Wanted, count: int, low: float | None = None, high: float | None = None) -> tuple[float, ...]:
    """Numbers that give a result worth showing."""
    low, high = wanted.low if low is None else low, wanted.high if high is None else high
    found: list[float] = []
    for _ in range(300):
        x = draw.number(low, high, wanted.step)
        try:
            y = wanted.value(x)
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        if abs(y) <= 9e5 and not 0 < abs(y) < 1e-3 and (x not in found):
            found.append(x)
        if len(found) == count:
            return tuple(found)
    raise ValueError("no number suits")


def typed(draw: Draw, p: Sketch, wanted: Wanted) -> Source:
    """A number box."""
    xs = tried(draw, wanted, 2)
    box = p.add("number")
    names = wanted.called or ("a number",)
    nouns = tuple(f"{name} {entered}" for name in names for entered in ENTERED) + names * 6 if wanted.called else TYPED
    invites = tuple(form.replace("{q}", name) for name in names for form in (
        "~let the user enter {q}", "~have a number box for {q}", "~provide a number box in which {q} can be entered", "~ask for {q} in a number box", "~allow the user to type in {q}", "~offer a number box for entering {q}",
        "~wait for {q} in a number box", "~use a number box to enter {q}", "~contain a number box for {q}"))  # fmt: skip
    brief = names if wanted.called else ("a number", "what i type", "my number", "the input", "what i enter", "any number", "a number i type", "the number", "a value", "input")
    feeds = tuple(Feed(10 + 20 * i, box, draw.text(x)) for i, x in enumerate(xs))
    return Source(box, feeds, xs, nouns, invites, brief, ("it", "it", "that") if wanted.called else ("it", "it", "it", "that number", "this value"), fronts=WHEN_TYPED if not wanted.called else ())


def slid(draw: Draw, p: Sketch, wanted: Wanted) -> Source:
    """A slider, with a range where one is said."""
    kind, word = draw.one((("hsl", "slider"), ("hsl", "slider"), ("hsl", "horizontal slider"), ("vsl", "vertical slider")))
    high = draw.one((10, 20, 50, 100, 127, 127, 200, 255, 1000)) if wanted.high > 20 else draw.one((1, 5, 10))
    if wanted.called:
        low, high = round(wanted.low), round(wanted.high)
    else:
        low = 1 if wanted.low > 0 and draw.chance(0.7) else 0
    said: tuple[str, ...] = (f" from {low} to {high}", f" with the range {low} to {high}", f" ({low} to {high})", f" between {low} and {high}", f" ranging from {low} to {high}", f" with a minimum of {low} and a maximum of {high}")
    if (low, high) == (0, 127):
        said = ("", "", *said[:2])
    (x,) = tried(draw, wanted, 1, low, high)
    box = p.add(f"{kind} {low} {high}")
    names = wanted.called
    nouns = tuple(f"{noun}{range_}" for range_ in said for noun in (f"the value of a {word}", f"a {word}", f"the position of a {word}", f"the current value of a {word}"))
    if names:
        nouns = tuple(f"{name} set with a {word}{range_}" for name in names for range_ in said)
    invites = tuple(f"{form} a {word}{range_}{f' for {draw.one(names)}' if names else ''}" for range_ in said for form in ("~have", "~offer", "~provide", "~use", "~contain", "~give the user"))
    brief = tuple(f"{noun}{range_}" for range_ in (said[0], said[2] if len(said) > 2 else "") for noun in (f"a {word}", f"my {word}", f"the {word} value", f"what a {word} says"))
    return Source(box, (Feed(10, box, draw.text(x)),), (x,), nouns, invites, brief if not names else nouns, ("it", "its value", "that"), fronts=WHEN_SLID)


def controlled(draw: Draw, p: Sketch, wanted: Wanted) -> Source:
    """A MIDI controller."""
    number = draw.one((1, 7, 10, 11, 16, 20, 21, 74, draw.integer(1, 119)))
    (x,) = tried(draw, wanted, 1, max(0, wanted.low), 127)
    box = p.add(f"ctlin {number}")
    names = (f"MIDI controller {number}", f"MIDI CC {number}", f"control change {number}", f"cc {number}", f"MIDI controller number {number}", f"CC{number}")
    nouns = tuple(f"{form} {name}" for name in names for form in ("the value of", "the value of", "an incoming value of", "the current value of")) + names
    invites = tuple(f"{form} {name}" for name in names for form in ("~read", "~receive", "~listen to", "~react to", "~take values from"))
    return Source(box, (Feed(10, box, f"{number} {draw.text(x)} 1"),), (x,), nouns, invites, names, ("it", "its value", "the value"), fronts=(f"whenever controller {number} moves", f"when CC {number} changes", f"each time controller {number} sends a value"))


def messaged(draw: Draw, p: Sketch, wanted: Wanted) -> Source:
    """A message box that holds the number."""
    (x,) = tried(draw, wanted, 1)
    text = draw.text(x)
    box = p.add(f"msg {text}")
    nouns = (f"the number {text} in a message box", f"{text} from a message box", f"a message box with {text}", f"the message {text}", f"a message box containing {text}", f"the number {text} from a message box")
    invites = tuple(f"{form} {text}" for form in ("~have a message box with", "~use a message box containing", "~contain a message with the number", "~offer a clickable message", "~send the message"))
    return Source(box, (Feed(10, box, "bang"),), (x,), nouns, invites, (text, f"the message {text}", f"a message {text}"), ("it", "it", "that number"), fronts=(f"when the message {text} is clicked", f"on a click on the message {text}", f"when I click a message box with {text}"))


def awaited(draw: Draw, p: Sketch, wanted: Wanted) -> Source:
    """A number box that waits for a button."""
    (x,) = tried(draw, wanted, 1)
    number = p.add("number")
    button = p.add("bng")
    box = p.add("f", button, p.into(1, number))
    plain = typed(draw, Sketch(), wanted)
    return Source(box, (Feed(10, number, draw.text(x)), Feed(30, button, "bang")), (x,), plain.nouns, plain.invites, plain.brief, plain.pronouns, SEPARATE_WHENS, CLEAR_FRONTS)


def fixed(draw: Draw, p: Sketch, wanted: Wanted, starter: str, whens: tuple[str, ...]) -> Source:
    """A fixed number sent by a button or at load."""
    (x,) = tried(draw, wanted, 1)
    text = draw.text(x)
    start = p.add(starter)
    box = p.add(f"msg {text}", start)
    nouns = (text, f"the number {text}", text, f"the value {text}", f"the fixed number {text}")
    invites = (f"~take the number {text}", f"~use {text}", f"~send {text}", f"~start from {text}", f"~take {text}")
    feeds = () if starter == "loadbang" else (Feed(10, start, "bang"),)
    return Source(box, feeds, (x,), nouns, invites, (text,), ("it", "that", "that number"), whens, whens if starter == "loadbang" else CLEAR_FRONTS)


def clicked(draw: Draw, p: Sketch, wanted: Wanted) -> Source:
    """A fixed number, sent by a button."""
    return fixed(draw, p, wanted, "bng", BUTTON_WHENS)


def loaded(draw: Draw, p: Sketch, wanted: Wanted) -> Source:
    """A fixed number, sent when the patch opens."""
    return fixed(draw, p, wanted, "loadbang", LOAD_WHENS)


KINDS: dict[str, tuple[Callable[[Draw, Sketch, Wanted], Source], float]] = {
    "typed": (typed, 6), "slid": (slid, 1.5), "controlled": (controlled, 0.4), "messaged": (messaged, 0.9), "awaited": (awaited, 1.4), "clicked": (clicked, 0.8), "loaded": (loaded, 0.5),
}  # fmt: skip


def sourced(draw: Draw, p: Sketch, wanted: Wanted) -> Source:
    """Any source that suits; a controller only for whole numbers from 0 to 127."""
    names: Sequence[str] = wanted.kinds or tuple(KINDS)
    if wanted.step != 1 or wanted.low < 0 or wanted.high < 100:
        names = [name for name in names if name != "controlled"]
    if wanted.low < 0 or (wanted.step < 1 and wanted.high > 1.5):
        names = [name for name in names if name != "slid"]
    return weighted(draw, tuple(KINDS[name] for name in names))(draw, p, wanted)
