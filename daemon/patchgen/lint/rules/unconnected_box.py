"""Boxes without any connection that do nothing by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.messages import messages
from patchgen.lint.names import FIELDS
from patchgen.lint.rule import Invalid, View

CODE = "unconnected-box"
SEVERITY = Severity.WARNING
WHY = "Such a box is either forgotten or a cord is missing."

VALID = [
    "[osc~ 440] -> [dac~]",
    "[table a 100]",
    "[text define notes]",
    "[declare -path sub]",
    "[mystery]",
    "[; pitch 60(",
    "[hsl 128 15 0 127 0 0 volume empty label 0 0 0 0 0 0 0 0 1]",
    "[pd a {[osc~] -> [dac~]}]",
]
INVALID = [
    Invalid("[osc~ 440] -> [dac~], [metro 500]", says="[metro 500]", at=2),
    Invalid("[bng]", at=0),
    Invalid("[1 2 3(", at=0),
]

ALONE = frozenset(
    """table value block~ switch~ inlet inlet~ outlet outlet~ struct declare savestate cnv
    namecanvas catch~ delwrite~ vu scalar array text""".split()
) | {"array define", "text define", "scalar define"}
"""Boxes that do something, or are declared, without cords."""


def check(view: View) -> Iterator[Finding]:
    """Boxes with ports of which no connection uses any."""
    fed, feeding = view.fed_by, view.feeds
    for index, known in enumerate(view.known):
        if index in fed or index in feeding or known.name in ALONE or known.name == "pd":
            continue
        if known.ports is None or not (known.ports.inlets or known.ports.outlets):
            continue
        if acts_by_name(known.name, known.args) and known.uses:
            continue
        if view.patch.is_help and known.is_object:
            continue  # It shows a related object, or what this one looks like.
        message = f"{view.label(index)} is connected to nothing"
        yield Finding(CODE, SEVERITY, message, view.place(index))


def acts_by_name(name: str, args: tuple[str, ...]) -> bool:
    """Whether a player can use the box without cords, as its names lead elsewhere."""
    if name == "msg":
        return any(message.receiver for message in messages(args))
    return name in FIELDS
