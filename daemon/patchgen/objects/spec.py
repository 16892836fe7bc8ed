"""What is known about one object, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from patchgen.objects.capabilities import Capability


class Engine(Enum):
    """A Pd that can run patches; the value is its letter in objects.json."""

    VANILLA = "v"
    """Vanilla 0.53, the default."""
    MASTER = "m"
    """Vanilla's development version, 0.57."""
    PURR = "p"
    """Purr Data 2.20."""

    @property
    def title(self) -> str:
        """The engine as a reader knows it."""
        return {"v": "vanilla Pd", "m": "Pd 0.57", "p": "Purr Data"}[self.value]


@dataclass(frozen=True, slots=True)
class Ports:
    """The inlets and outlets of a box, from left to right; True is a signal."""

    inlets: tuple[bool, ...] = ()
    outlets: tuple[bool, ...] = ()


Probed = tuple[tuple[int, Ports], ...]
"""Ports by the number of arguments with which they were seen."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A creation argument."""

    type: str
    """`float`, `symbol`, or `list` for any number of atoms."""
    description: str
    default: str = ""
    """As in the object's documentation; empty where there is none."""
    is_required: bool = False
    """True where the object fails or is useless without it."""


@dataclass(frozen=True, slots=True)
class Spec:
    """An object by its full name (`osc~`, `text define`), not by an alias."""

    name: str
    aliases: tuple[str, ...]
    description: str
    """One line; empty where no text with a free licence exists."""
    arguments: tuple[Argument, ...]
    probed: Probed
    """Ports as Pd made them, by the number of arguments, which ascends."""
    checked: str
    """Argument types that Pd insists on, `f` for a number and `s` for a symbol, in order."""
    messages: tuple[str, ...]
    """Selectors that the first inlet accepts; empty where unknown."""
    carried: tuple[tuple[int, str], ...]
    """What each port carries, by the number of arguments: `.f:~` is a cold float inlet."""
    engines: frozenset[Engine]
    """Engines that have the object built in or come with it."""
    library: str
    """`vanilla`, `extra` (Pd's own externals), or an external library."""
    capability: Capability
    """What the object can do without arguments."""
    elsewhere: tuple[tuple[Engine, Probed], ...] = ()
    """Ports in engines that make other ones than vanilla."""
    messages_elsewhere: tuple[tuple[Engine, tuple[str, ...]], ...] = ()
    """Selectors that other engines know besides (`+range`) or do not know (`-range`)."""
    source: str = ""
    """Where description and arguments come from; empty for our own words."""
    licence: str = ""
    """SPDX name of the source's licence; empty for our own words."""

    @property
    def ports(self) -> Ports | None:
        """The ports without arguments; None where no Pd was asked."""
        return self.probed[0][1] if self.probed else None

    def probed_in(self, engine: Engine) -> Probed:
        """Ports by the number of arguments as this engine makes them."""
        return dict(self.elsewhere).get(engine, self.probed)

    def messages_in(self, engine: Engine) -> tuple[str, ...]:
        """Selectors that the first inlet accepts in this engine."""
        signed = dict(self.messages_elsewhere).get(engine, ())
        kept = (selector for selector in self.messages if f"-{selector}" not in signed)
        return (*kept, *(word[1:] for word in signed if word[0] == "+"))
