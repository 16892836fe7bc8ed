"""What an instruction can ask for: one value for each kind of change."""

from __future__ import annotations

from dataclasses import dataclass

from patchgen.domains.patch.edits.quantity import Quantity


@dataclass(frozen=True, slots=True)
class SetValue:
    """A number is set."""

    what: str
    amount: Quantity
    how: str = "to"
    """`to`, `by` (added) or `times`."""


@dataclass(frozen=True, slots=True)
class SetRange:
    """A control gets other bounds."""

    what: str
    low: Quantity | None
    high: Quantity | None


@dataclass(frozen=True, slots=True)
class Replace:
    """A box becomes another object."""

    what: str
    by: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Boxes go; what fed them feeds what they fed."""

    what: str


@dataclass(frozen=True, slots=True)
class AddControl:
    """A control is put before an inlet."""

    kind: str
    """A word of `faces.FACES`."""
    what: str
    low: Quantity | None = None
    high: Quantity | None = None
    start: Quantity | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class StartWithPatch:
    """Something runs as soon as the patch opens."""

    what: str


@dataclass(frozen=True, slots=True)
class Insert:
    """An effect is put into the way of the sound."""

    effect: str
    """A key of `effects.EFFECTS`."""
    where: str = ""
    """Words for a box; empty for the output."""
    side: str = "before"
    """`before` or `after` that box."""
    amounts: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Show:
    """A print or a display is put behind an outlet."""

    what: str
    how: str
    """`print`, or a word of `faces.FACES`."""


@dataclass(frozen=True, slots=True)
class Rename:
    """A label, or the text of a comment, becomes another."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class SetMessage:
    """A message box sends something else."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class AddComment:
    """A comment is written."""

    text: str


@dataclass(frozen=True, slots=True)
class Swap:
    """Two boxes change places in the graph."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A box gets a twin with the same cords."""

    what: str
    amount: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """A cord is made or taken away."""

    source: str
    sink: str
    is_made: bool


@dataclass(frozen=True, slots=True)
class Channels:
    """Sound on both channels, or on the left one only."""

    is_stereo: bool


Operation = (
    SetValue | SetRange | Replace | Remove | AddControl | StartWithPatch | Insert | Show | Rename
    | SetMessage | AddComment | Swap | Duplicate | Join | Channels
)  # fmt: skip
