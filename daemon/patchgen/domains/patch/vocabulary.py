"""The words that may name a box in what a model writes: objects both engines have, and allowed."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from functools import cache

from patchgen.domains.patch.controls import FORMS
from patchgen.lint.gate import MUSIC, Policy
from patchgen.objects.capabilities import capability
from patchgen.objects.reference import names, second_words
from patchgen.objects.spec import Engine

BOTH = (Engine.VANILLA, Engine.PURR)
OWN = frozenset({"msg", "comment", "graph", "pd", *FORMS})
"""Names of the notation that are no object names."""

SOME_NAME = "a"
"""An argument that names nothing special."""

PREFIXES = ("text", "array")
"""Objects that are nothing without their second word."""

UNHELPFUL = frozenset({"struct", "plot", "template", "declare", "savestate", "my_canvas", "cnv"})
"""Objects for patches that draw, load or store; no sentence of a musician needs them."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names in order, so that a beginning can be looked up."""

    sorted: tuple[str, ...]

    def has(self, name: str) -> bool:
        """Whether it is one of the names."""
        place = bisect.bisect_left(self.sorted, name)
        return place < len(self.sorted) and self.sorted[place] == name

    def begins(self, start: str) -> bool:
        """Whether a name begins like this."""
        place = bisect.bisect_left(self.sorted, start)
        return place < len(self.sorted) and self.sorted[place].startswith(start)


@cache
def boxes(policy: Policy = MUSIC) -> Names:
    """Every word a line may have after its number; `send` is judged once its name is known."""
    objects = (
        name
        for name in names(BOTH)
        if policy.allows(capability(name, (SOME_NAME,))) and name not in UNHELPFUL
    )
    return Names(tuple(sorted(OWN | set(objects))))


@cache
def seconds(name: str, policy: Policy = MUSIC) -> Names:
    """The words that may follow `text` or `array`; empty for all other names."""
    if name not in PREFIXES:
        return Names(())
    words = (word for word in second_words(name) if policy.allows(capability(name, (word,))))
    return Names(tuple(sorted(words)))
