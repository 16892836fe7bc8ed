"""The parts of a detailed request: each part in four grammatical forms, its numbers spelled anew each time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from patchgen_training.skills.draw import Draw

Fill = Callable[[], str]
Fills = dict[str, Fill]


def filled(fills: Fills, text: str) -> str:
    """The text with its numbers."""
    return re.sub(r"\{(\w+)\}", lambda match: fills[match[1]](), text)


@dataclass(frozen=True, slots=True)
class Words:
    """What can be said of one kind of part; {t} stands for a number of it."""

    having: tuple[str, ...]
    """After "with": "a decay of {t}"."""
    says: tuple[str, ...]
    """A main clause: "every note dies away within {t}"."""
    does: tuple[str, ...] = ()
    """A predicate with its [verb] marked: "[let] each note die away within {t}"."""
    short: tuple[str, ...] = ()
    """A catchword: "{t} decay"."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a patch as the sentence speaks of it."""

    words: Words
    fills: Fills = field(default_factory=dict)

    def having(self, draw: Draw) -> str:
        """What it is, as a noun phrase."""
        return filled(self.fills, draw.one(self.words.having))

    def says(self, draw: Draw) -> str:
        """What it does, as a main clause."""
        return filled(self.fills, draw.one(self.words.says))

    def does(self, draw: Draw) -> str:
        """The same about the patch, with its [verb] marked."""
        if self.words.does:
            return filled(self.fills, draw.one(self.words.does))
        return f"[have] {self.having(draw)}"

    def short(self, draw: Draw) -> str:
        """In catchwords."""
        if self.words.short:
            return filled(self.fills, draw.one(self.words.short))
        return re.sub(r"^(an?|the) ", "", self.having(draw))



@dataclass(frozen=True, slots=True)
class Head:
    """What the patch is as a whole."""

    does: tuple[str, ...]
    """Predicates with [verbs]: "[play] a sequence of {n} notes"."""
    things: tuple[str, ...]
    """Noun phrases with an article."""
    short: tuple[str, ...] = ()
    fills: Fills = field(default_factory=dict)

    def predicate(self, draw: Draw) -> str:
        """What it does."""
        return filled(self.fills, draw.one(self.does))

    def thing(self, draw: Draw) -> str:
        """What it is."""
        return filled(self.fills, draw.one(self.things))

    def terse(self, draw: Draw) -> str:
        """In catchwords."""
        if self.short:
            return filled(self.fills, draw.one(self.short))
        return re.sub(r"^(an?|the) ", "", self.thing(draw))



def said(draw: Draw, *ways: str) -> Fill:
    """One of some ways, chosen anew each time."""
    return lambda: draw.one(ways)
