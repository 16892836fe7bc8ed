"""One job as the history keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["done", "failed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A job that has ended. Numbers and words only: no floor above is known here."""

    kind: str
    """`generate`, `random`, `retry`, `continue`, `edit`, `reproduce`."""
    source: str
    """Who asked: `command line`, `inbox`, or the address of a box."""
    prompt: str
    outcome: Outcome
    seed: int
    sampling: Mapping[str, float]
    """Temperature and all other numbers that decide what is drawn, the drafts allowed included."""
    model: str
    """As the settings name it."""
    sha256: str = ""
    """Of the model's file; empty where the job ended before it was known."""
    versions: Mapping[str, str] = field(default_factory=dict)
    given: str = ""
    """The patch that was continued or edited."""
    error: str = ""
    findings: tuple[Mapping[str, object], ...] = ()
    seconds: float = 0.0
    tokens: int = 0
    drafts: int = 0
    logprob: float = 0.0
    file: str = ""
    patch: str = ""
    """The file's content, so that it is there when the file has been changed or lost."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the player made of a patch."""

    time: str
    """When that was seen: UTC, as ISO 8601."""
    change: str
    """What is different, in a few words."""
    patch: str
    """The whole file."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry in the history."""

    id: int
    time: str
    """When it ended: UTC, as ISO 8601."""
    entry: Entry
    offer: int | None = None
    """Number of the choice that it was offered in: the id of the first patch there."""
    letter: str = ""
    """Its name in that choice: A, B, ..."""
    correction: Correction | None = None

    @property
    def best(self) -> str:
        """The patch as the player left it."""
        return self.entry.patch if self.correction is None else self.correction.patch
