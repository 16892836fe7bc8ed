"""Where numbers of clocks and chance end up: a number box, the console, both, a slider, a receiver."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.expect_time import PRINTED
from patchgen_training.skills.sketch import Cord, Handle, Sketch

ENDS = {
    "box": ("", "", "", " and [show] it", " in a number box", " and [display] it in a number box", " and [show] the result in a number box", " and [display] the number", ", shown in a number box,", " and [show] me the number"),
    "print": (" and [print] it", " and [print] it", " and [print] the result", " and [print] it to the console", " and [print] the number", " and [write] it to the console", ", printed to the console,", " and [post] it in the pd window", " and [output] it to print"),
    "both": (" and [show] and [print] it", " in a number box and [print] it too", " and [show] it in a number box and [print] it", ", shown in a number box and printed,", " and [print] it and [display] it in a number box"),
    "send": (" and [send] it to a receiver called {name}", " and [send] it on as {name}", " and [send] it to {name}, where a number box shows it,", " and [send] it with the name {name} to a number box"),
}  # fmt: skip
NOUN_ENDS = {
    "box": ("", "", "", " shown in a number box", " in a number box"),
    "print": (" printed to the console", " that is printed", ", printed,", " that gets printed", " with print"),
    "both": (" shown in a number box and printed", " in a number box and in the console"),
    "send": (" sent to a receiver called {name}", " sent on to {name}"),
}
NAMES = ("note", "value", "chance", "speed", "pitch", "level", "color", "freq", "number", "dice", "target", "vol", "x", "amount")


@dataclass(frozen=True)
class Outcome:
    """A place for numbers, and how to say it."""

    kind: str
    box: Handle
    """For predicates; 0 for [print]."""
    name: str = ""

    @property
    def watch(self) -> tuple[Handle, ...]:
        """What has to be watched."""
        return (self.box,) if self.box else ()

    def end(self, draw: Draw, plural: bool = False) -> str:
        """What follows a clause: ` and [print] it`."""
        text = draw.one(ENDS[self.kind]).format(name=self.name)
        return text.replace("it ", "them ").replace(" it", " them").replace("the number", "the numbers").replace("shows them", "shows them") if plural else text

    def noun(self, draw: Draw) -> str:
        """What follows a noun: ` printed to the console`."""
        return draw.one(NOUN_ENDS[self.kind]).format(name=self.name)


def outcome(draw: Draw, sketch: Sketch, *sources: Handle | Cord, kinds: tuple[str, ...] = ("box", "box", "box", "box", "box", "print", "print", "both", "send")) -> Outcome:
    """One of the places, boxes most often."""
    kind = draw.one(kinds)
    if kind == "print":
        sketch.add("print", *sources)
        return Outcome(kind, PRINTED)
    if kind == "send":
        name = draw.one(NAMES)
        sketch.add(f"s {name}", *sources)
        return Outcome(kind, sketch.add("number", sketch.add(f"r {name}")), name)
    box = sketch.add("number", *sources)
    if kind == "both":
        sketch.add("print", box)
    return Outcome(kind, box)
