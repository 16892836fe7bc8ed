"""What a check of a patch is about: which rules, for which Pd, with what around it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from patchgen.lint.abstractions import Lookup
from patchgen.objects.spec import Engine


@dataclass(frozen=True, slots=True)
class Scope:
    """Which rules run over a patch, and how it is to be judged."""

    select: Collection[str] | None = None
    """The only rules to run; None for all but those that are to be asked for."""
    ignore: Collection[str] = frozenset()
    """Rules to leave out."""
    engines: tuple[Engine, ...] = (Engine.VANILLA,)
    """Pds that the patch is for; it is read as the first one reads it."""
    is_strict: bool = False
    """True: an object that nobody knows is an error, as for patches that stand alone."""
    lookup: Lookup | None = None
    """Finds abstractions; without it an object that vanilla lacks takes any cord."""
    name: str = ""
    """The name of the patch's file, where it has one."""

    @property
    def engine(self) -> Engine:
        """The engine whose objects and ports count."""
        return self.engines[0] if self.engines else Engine.VANILLA

    def wants(self, code: str) -> bool:
        """Whether findings of this code are to be told."""
        return code not in self.ignore and (self.select is None or code in self.select)


WHOLE = Scope()
"""All rules over a patch for vanilla Pd."""
