"""Messages that run in a circle without a pause."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.findings import Finding, Severity
from patchgen.lint.cycles import cycles
from patchgen.lint.emitted import only_kind
from patchgen.lint.messages import messages
from patchgen.lint.rule import Invalid, View
from patchgen.pd.atoms import is_number
from patchgen.pd.model import Connection

CODE = "control-loop"
SEVERITY = Severity.ERROR
WHY = "Such a message never ends: Pd stops it with a stack overflow."

VALID = [
    "[f] -> [+ 1], [+ 1] -> 1:[f]",
    "[bng] -> [del 500] -> [bng]",
    "[bng] -> [del] -> [bng], [hsl] -> 1:[del]",
    "[f] -> [+ 1] -> [moses 10] -> [f]",
    "[f] -> [set $1( -> [f]",
    "[hsl] -> [spigot] -> [hsl]",
    "[*~] -> [+~] -> [*~]",
]
INVALID = [
    Invalid("[f] -> [+ 1] -> [f]", says="[f] -> [+ 1]", at=0),
    Invalid("[t b f]:1 -> [* 2] -> [t b f]", says="never ends"),
    Invalid("[bng] -> [1( -> [floatatom] -> [bng]"),
    Invalid("[bng] -> [bng]", at=0),
    Invalid("[bng] -> [del 0] -> [bng]", at=0),
    Invalid("[s again], [r again] -> [+ 1] -> [s again]", says="[r again]"),
]

PASSING = frozenset(
    """float int trigger bang + - * / pow == != > < >= <= & && | || << >> % mod div min max
    sin cos tan atan atan2 exp log sqrt abs wrap clip mtof ftom dbtorms rmstodb dbtopow powtodb
    rminus notequals expr floatatom listbox bng tgl hsl vsl nbx hradio vradio send receive
    makefilename""".split()
) | {"list append", "list prepend", "list"}
"""Objects that answer each number or bang at their first inlet at once, whatever it is."""

CARRIED = frozenset({"bang", "float", "list"})
"""Selectors with which a message box keeps such a circle going; `set` for one stops it."""


def check(view: View) -> Iterator[Finding]:
    """Circles in which every box passes on what it gets."""
    edges = [(cord.source, cord.sink) for cord in view.whole_cords if passes(view, cord)]
    edges += named_edges(view)
    for found in cycles(edges):
        group = [index for index in found if index < len(view.boxes)]
        chain = " -> ".join(view.label(box) for box in group[:4])
        message = f"a message never ends in the circle {chain}{' ...' if len(group) > 4 else ''}"
        hint = "Break it with [del], [pipe] or a cold inlet."
        yield Finding(CODE, SEVERITY, message, view.place(group[0]), hint=hint)


def passes(view: View, cord: Connection) -> bool:
    """Whether a message through this connection makes the sink send at once."""
    return cord.inlet == 0 and is_passing(view, cord.source) and is_passing(view, cord.sink)


def is_passing(view: View, box: int) -> bool:
    """Whether the box always answers its first inlet at once."""
    known = view.known[box]
    if known.name == "msg":
        first = next(iter(messages(known.args)), None)
        return first is not None and not first.receiver and is_carried(first.selector)
    return known.name in PASSING or is_instant(view, box)


def is_instant(view: View, box: int) -> bool:
    """Whether the box is a [delay] that never gets a time: it bangs in the same instant."""
    known = view.known[box]
    if known.name != "delay" or view.is_fed(box, 1) or any(map(is_lasting, known.args)):
        return False
    return all(only_kind(view, cord) == "bang" for cord in view.fed_by.get(box, ()))


def is_lasting(time: str) -> bool:
    """Whether an argument of [delay] may be more than nothing."""
    return not is_number(time) or float(time) > 0


def is_carried(selector: str) -> bool:
    """Whether a message with this first word is a number, a list or a bang."""
    return selector in CARRIED or selector.startswith("$") or is_number(selector)


def named_edges(view: View) -> Iterator[tuple[int, int]]:
    """From each [send] to its name, which counts as one box more, and on to the [receive]s."""
    count = len(view.boxes)
    names: dict[tuple[str, ...], int] = {}
    for index, known in enumerate(view.known):
        if known.name == "receive" and known.args:
            yield names.setdefault(known.args, count + len(names)), index
    for index, known in enumerate(view.known):
        if known.name == "send" and known.args in names:
            yield index, names[known.args]
