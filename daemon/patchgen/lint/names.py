"""Names by which boxes meet without cords: who gives under a name, who takes, who holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from patchgen.lint.messages import messages
from patchgen.pd.atoms import is_number


class Family(Enum):
    """Kinds of names: the same word in two families is two names."""

    MESSAGE = "message"
    SIGNAL = "signal"
    BUS = "bus"
    DELAY = "delay line"
    ARRAY = "array"
    TEXT = "text"


class Role(Enum):
    """What a box does with a name."""

    GIVES = "gives"
    """Sends, writes or throws."""
    TAKES = "takes"
    """Receives, reads or catches."""
    HOLDS = "holds"
    """Is what the name stands for, and receives messages too: an array, a text, a value."""


@dataclass(frozen=True, slots=True)
class Use:
    """One box using one name."""

    family: Family
    role: Role
    name: str


OBJECTS: dict[str, tuple[Family, Role]] = {
    "send": (Family.MESSAGE, Role.GIVES),
    "receive": (Family.MESSAGE, Role.TAKES),
    "value": (Family.MESSAGE, Role.HOLDS),
    "send~": (Family.SIGNAL, Role.GIVES),
    "receive~": (Family.SIGNAL, Role.TAKES),
    "throw~": (Family.BUS, Role.GIVES),
    "catch~": (Family.BUS, Role.TAKES),
    "delwrite~": (Family.DELAY, Role.GIVES),
    "delread~": (Family.DELAY, Role.TAKES),
    "delread4~": (Family.DELAY, Role.TAKES),
    "table": (Family.ARRAY, Role.HOLDS),
    "array define": (Family.ARRAY, Role.HOLDS),
    "array get": (Family.ARRAY, Role.TAKES),
    "array set": (Family.ARRAY, Role.GIVES),
    "array size": (Family.ARRAY, Role.TAKES),
    "array sum": (Family.ARRAY, Role.TAKES),
    "array max": (Family.ARRAY, Role.TAKES),
    "array min": (Family.ARRAY, Role.TAKES),
    "array random": (Family.ARRAY, Role.TAKES),
    "array quantile": (Family.ARRAY, Role.TAKES),
    "tabread": (Family.ARRAY, Role.TAKES),
    "tabread4": (Family.ARRAY, Role.TAKES),
    "tabread~": (Family.ARRAY, Role.TAKES),
    "tabread4~": (Family.ARRAY, Role.TAKES),
    "tabosc4~": (Family.ARRAY, Role.TAKES),
    "tabplay~": (Family.ARRAY, Role.TAKES),
    "tabreceive~": (Family.ARRAY, Role.TAKES),
    "tabwrite": (Family.ARRAY, Role.GIVES),
    "tabwrite~": (Family.ARRAY, Role.GIVES),
    "tabsend~": (Family.ARRAY, Role.GIVES),
    "text define": (Family.TEXT, Role.HOLDS),
    "text get": (Family.TEXT, Role.TAKES),
    "text set": (Family.TEXT, Role.GIVES),
    "text insert": (Family.TEXT, Role.GIVES),
    "text delete": (Family.TEXT, Role.GIVES),
    "text fromlist": (Family.TEXT, Role.GIVES),
    "text size": (Family.TEXT, Role.TAKES),
    "text tolist": (Family.TEXT, Role.TAKES),
    "text search": (Family.TEXT, Role.TAKES),
    "text sequence": (Family.TEXT, Role.TAKES),
}
"""Objects whose first argument is a name."""

FLAGS = {"-k": 0, "-yrange": 2, "-pix": 2}
"""Flags that stand before the name in a definition -> numbers that follow them."""

FIELDS: dict[str, tuple[int, int]] = {
    "bng": (4, 5), "tgl": (2, 3), "hsl": (6, 7), "vsl": (6, 7), "nbx": (6, 7),
    "hradio": (4, 5), "vradio": (4, 5), "vu": (-1, 2), "cnv": (3, 4),
    "floatatom": (6, 5), "symbolatom": (6, 5), "listbox": (6, 5),
}  # fmt: skip
"""GUI boxes -> places of the send and the receive name among their saved values."""

NO_NAME = ("", "-", "empty")

ATOM_BOXES = frozenset({"floatatom", "symbolatom", "listbox"})
"""Pd takes a leading `-` from their names."""


def uses(name: str, args: tuple[str, ...]) -> tuple[Use, ...]:
    """The names a box uses, from its full name (or kind) and its arguments without escapes."""
    if name in OBJECTS:
        family, role = OBJECTS[name]
        found = first_name(args)
        return (Use(family, role, found),) if found else ()
    if name in FIELDS:
        return gui_uses(name, args)
    if name == "msg":
        receivers = dict.fromkeys(message.receiver for message in messages(args))
        return tuple(Use(Family.MESSAGE, Role.GIVES, r) for r in receivers if r)
    if name == "array":
        return (Use(Family.ARRAY, Role.HOLDS, args[0]),) if args else ()
    return ()


def first_name(args: tuple[str, ...]) -> str:
    """The first argument that is a name; empty where there is none."""
    while args and args[0] in FLAGS:
        args = args[1 + FLAGS[args[0]] :]
    is_name = bool(args) and not args[0].startswith("-") and not is_number(args[0])
    return args[0] if is_name else ""


def gui_uses(name: str, args: tuple[str, ...]) -> tuple[Use, ...]:
    """Where a GUI box sends to and receives from."""
    sends, receives = FIELDS[name]
    found = []
    for place, role in ((sends, Role.GIVES), (receives, Role.TAKES)):
        if 0 <= place < len(args) and args[place] not in NO_NAME and not is_number(args[place]):
            word = args[place].removeprefix("-") if name in ATOM_BOXES else args[place]
            found.append(Use(Family.MESSAGE, role, word))
    return tuple(found)
