"""What a domain is: something the daemon can generate, rendered as a patch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from patchgen.lint.gate import MUSIC, Policy
from patchgen.pd.model import Canvas


class Constraint(Protocol):
    """What an answer may begin with; the engine asks it for every token."""

    def allows(self, text: str) -> bool:
        """May the answer begin with `text`?"""
        ...

    def may_end(self, text: str) -> bool:
        """Is `text` a whole answer?"""
        ...

    def must_end(self, text: str) -> bool:
        """Can nothing follow `text`?"""
        ...


class Constrains(Protocol):
    """Makes a constraint. It must be importable by name: it travels to the worker process."""

    def __call__(self, policy: Policy = MUSIC) -> Constraint:
        """A new constraint that allows what the policy allows."""
        ...


@dataclass(frozen=True, slots=True)
class Beginning:
    """A given patch as the first part of an answer."""

    text: str
    order: tuple[int, ...]
    """For each box of the text its index in the given patch."""
    shows_cords: bool
    """Whether the text holds cords between these boxes; else the model can only guess at them."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form in which models write a domain's answers."""

    read: Callable[[str], Canvas]
    """The patch in an answer. Raises NotationError or ParseError."""
    constraint: Constrains | None
    """Asked anew for each job."""
    beginning: Callable[[Canvas, Policy], Beginning]
    """A patch to go on from, within the policy. Raises PatchUnusable or MusicInvalid."""


@dataclass(frozen=True, slots=True)
class Domain:
    """A kind of thing to generate."""

    name: str
    forms: dict[str, Form]
    """By the name a model card gives in `output`."""
    missing: Callable[[str, Canvas], tuple[str, ...]]
    """What the prompt plainly asks for and the result lacks, in words."""
    usual: frozenset[str] = frozenset()
    """Codes of findings that hold for everything of this kind, and are not told."""
