"""One training example before it is worded: a patch, what to do to it, and what must come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.sketch import Handle

Holds = Callable[[Observation], bool]
"""A behavioural check. It asks an Observation about handles through the functions of `expect`."""


class Form(Enum):
    """What a wording is, grammatically."""

    THAT = "that"
    """A clause in the third person: "plays white noise"."""
    THING = "thing"
    """A noun phrase: "a white noise player"."""
    ASK = "ask"
    """A sentence used as it stands."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to ask for the patch."""

    form: Form
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A patch with the wordings that ask for it and the check that it does what they say."""

    wordings: Sequence[Wording]
    patch: str
    """Notation."""
    holds: Holds
    feeds: Sequence[Feed] = ()
    """`Feed.box` is a handle (a line number from 1)."""
    watch: Sequence[Handle] = ()
    seconds: float = 0.3


Skill = Callable[[Draw], Example]


def that(text: str) -> Wording:
    """Such as "calculates the square root of a number"."""
    return Wording(Form.THAT, text)


def thing(text: str) -> Wording:
    """Such as "a white noise player with volume control"."""
    return Wording(Form.THING, text)


def ask(text: str) -> Wording:
    """Such as "how do i get the absolute value of a number"."""
    return Wording(Form.ASK, text)
