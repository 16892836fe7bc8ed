"""Names that only one side uses: a [send] that nobody receives, a [receive] nobody sends to."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.names import Family, Role, Use
from patchgen.lint.rule import Invalid, View

CODE = "missing-partner"
SEVERITY = Severity.WARNING
WHY = "What is sent under such a name arrives nowhere, unless another patch uses it."

VALID = [
    "[s a], [r a]",
    "[throw~ a], [catch~ a]",
    "[s a], [mystery]",
    "[r pd-dsp-started]",
    "[; notes clear(, [text define notes]",
    "[s $1-a]",
    "[hsl 128 15 0 127 0 0 volume empty x 0 0 0 0 0 0 0 0 1], [r volume]",
]
INVALID = [
    Invalid("[s pitch], [r ptich]", says="[s pitch]", at=0),
    Invalid("[throw~ a]", says="catch~", at=0),
    Invalid("[text get notes]", says="text define"),
    Invalid("[array get wave]", says="array"),
    Invalid("[; pitch 60(", says="pitch"),
    Invalid("[delwrite~ a 100]", says="delread~"),
]

OTHER_END: dict[tuple[Family, Role], str] = {
    (Family.MESSAGE, Role.GIVES): "[receive]",
    (Family.MESSAGE, Role.TAKES): "[send]",
    (Family.SIGNAL, Role.GIVES): "[receive~]",
    (Family.BUS, Role.GIVES): "[catch~]",
    (Family.BUS, Role.TAKES): "[throw~]",
    (Family.DELAY, Role.GIVES): "[delread~]",
    (Family.ARRAY, Role.GIVES): "array",
    (Family.ARRAY, Role.TAKES): "array",
    (Family.TEXT, Role.GIVES): "[text define]",
    (Family.TEXT, Role.TAKES): "[text define]",
}
"""What is missing; a signal or delay line that is only read is another rule's, Pd reports it."""


def check(view: View) -> Iterator[Finding]:
    """Every use of a name in this canvas for which the patch has no other end."""
    for index, known in enumerate(view.known):
        for use in known.uses:
            if lacks_partner(view, use) and (known.name, use.family) not in REPORTED:
                message = f"{view.label(index)}: no {other_end(use)} is named {use.name}"
                yield Finding(CODE, SEVERITY, message, view.place(index))


REPORTED = frozenset(
    (name, Family.ARRAY)
    for name in """tabread~ tabread4~ tabosc4~ tabplay~ tabwrite~ tabsend~ tabreceive~""".split()
)
"""Pd itself complains of these when sound is switched on; see the rule missing-source."""


def lacks_partner(view: View, use: Use) -> bool:
    """Whether nobody in the whole patch stands at the other end of the name."""
    if (use.family, use.role) not in OTHER_END or is_foreign(use):
        return False
    return not has_partner(view, use) and not view.patch.has_strangers


def is_foreign(use: Use) -> bool:
    """Names of Pd's own, and names that are only known where the patch is used."""
    return use.name.startswith(("pd", "#", "$")) and not use.name.startswith("$0")


def has_partner(view: View, use: Use) -> bool:
    """Whether the other end of the name is somewhere in the patch."""
    uses, name = view.patch.uses, use.name
    if use.family in (Family.ARRAY, Family.TEXT):
        return Use(use.family, Role.HOLDS, name) in uses
    other = Role.TAKES if use.role is Role.GIVES else Role.GIVES
    if Use(use.family, other, name) in uses:
        return True
    if use.family is not Family.MESSAGE or use.role is not Role.GIVES:
        return False
    holders = (Family.MESSAGE, Family.ARRAY, Family.TEXT)
    return any(Use(family, Role.HOLDS, name) in uses for family in holders)


def other_end(use: Use) -> str:
    """What would have to bear the name."""
    return OTHER_END[use.family, use.role]
