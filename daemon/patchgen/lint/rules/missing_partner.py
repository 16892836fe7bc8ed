"""Names that only one side uses: a [send] that nobody receives, a [receive] nobody sends to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from patchgen.findings import Finding, Severity
from patchgen.lint.names import FIELDS, Family, Role, Use
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
    "[s a-$1]",
    "[f $0] -> [; $1-pitch 60(, [r $0-pitch]",
    "[inlet] -> [s a]",
    "[hsl 128 15 0 127 0 0 empty volume x 0 0 0 0 0 0 0 0 1] -> [print]",
    "[hsl 128 15 0 127 0 0 volume empty x 0 0 0 0 0 0 0 0 1], [r volume]",
]
INVALID = [
    Invalid("[s pitch], [r ptich]", says="[s pitch]", at=0),
    Invalid("[throw~ a]", says="catch~", at=0),
    Invalid("[text get notes]", says="text define"),
    Invalid("[array get wave]", says="array"),
    Invalid("[; pitch 60(", says="pitch"),
    Invalid("[delwrite~ a 100]", says="delread~"),
    Invalid("[inlet] -> [s $0-a]", says="$0-a"),
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


ARGUMENT = re.compile(r"\$[1-9]")
DOLLAR = re.compile(r"\$\d+")


def check(view: View) -> Iterator[Finding]:
    """Every use of a name in this canvas for which the patch has no other end."""
    for index, known in enumerate(view.known):
        for use in known.uses:
            if (known.name, use.family) in REPORTED or is_gui_receive(known.name, use):
                continue
            if lacks_partner(view, use):
                message = f"{view.label(index)}: no {other_end(use)} is named {use.name}"
                yield Finding(CODE, SEVERITY, message, view.place(index))


REPORTED = frozenset(
    (name, Family.ARRAY)
    for name in """tabread~ tabread4~ tabosc4~ tabplay~ tabwrite~ tabsend~ tabreceive~""".split()
)
"""Pd itself complains of these when sound is switched on; see the rule missing-source."""


def is_gui_receive(name: str, use: Use) -> bool:
    """Whether it is a box for the player, which does not need anybody to send to it."""
    return name in FIELDS and use.role is Role.TAKES


def lacks_partner(view: View, use: Use) -> bool:
    """Whether nobody in the whole patch stands at the other end of the name."""
    if (use.family, use.role) not in OTHER_END or is_foreign(view, use):
        return False
    return not has_partner(view, use) and not view.patch.has_strangers


def is_foreign(view: View, use: Use) -> bool:
    """Names of Pd's own, and names whose other end may be where the patch is used."""
    if use.name.startswith(("pd", "#")) or ARGUMENT.search(use.name):
        return True
    return view.patch.is_abstraction and "$0" not in use.name


def has_partner(view: View, use: Use) -> bool:
    """Whether the other end of the name is somewhere in the patch."""
    wanted = set(partners(use))
    if not wanted.isdisjoint(view.patch.uses):
        return True
    if "$" not in use.name:
        return False
    # A message box says `$1-pitch`, and gets what `$0` is for an argument.
    patterns = {any_dollar(partner) for partner in wanted}
    return any("$" in other.name and any_dollar(other) in patterns for other in view.patch.uses)


def partners(use: Use) -> Iterator[Use]:
    """What could stand at the other end of the name."""
    if use.family in (Family.ARRAY, Family.TEXT):
        yield Use(use.family, Role.HOLDS, use.name)
        return
    other = Role.TAKES if use.role is Role.GIVES else Role.GIVES
    yield Use(use.family, other, use.name)
    if use.family is Family.MESSAGE and use.role is Role.GIVES:
        for family in (Family.MESSAGE, Family.ARRAY, Family.TEXT):
            yield Use(family, Role.HOLDS, use.name)


def any_dollar(use: Use) -> Use:
    """The same use with all arguments in its name made equal."""
    return replace(use, name=DOLLAR.sub("$", use.name))


def other_end(use: Use) -> str:
    """What would have to bear the name."""
    return OTHER_END[use.family, use.role]
