"""What is sure to come out of an outlet: kinds of messages, where the box leaves no doubt."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.lint.messages import messages
from patchgen.lint.rule import View
from patchgen.pd.atoms import is_number
from patchgen.pd.model import Connection

EMITTED = {
    **dict.fromkeys("bng bang loadbang metro delay".split(), "bang"),
    **dict.fromkeys("tgl hsl vsl nbx hradio vradio floatatom float int + - * /".split(), "float"),
    **dict.fromkeys("mtof ftom random timer counter line notein ctlin key".split(), "float"),
    **dict.fromkeys("symbolatom symbol makefilename".split(), "symbol"),
}
"""Boxes -> the only kind of message that comes from their first outlet."""

TRIGGER = {"b": "bang", "bang": "bang", "f": "float", "float": "float", "s": "symbol"}


def only_kind(view: View, cord: Connection) -> str:
    """`bang`, `float` or `symbol` where nothing else ever comes through a connection, or empty."""
    known = view.known[cord.source]
    if known.name == "trigger":
        types = known.args or ("f", "f")
        return TRIGGER.get(types[cord.outlet], "") if cord.outlet < len(types) else ""
    return EMITTED.get(known.name, "") if cord.outlet == 0 else ""


def emitted(view: View, cord: Connection) -> Iterator[str]:
    """Selectors that are sure to come through a connection."""
    known = view.known[cord.source]
    if known.name != "msg":
        kind = only_kind(view, cord)
        if kind:
            yield kind
        return
    for message in messages(known.args):
        first = message.selector
        if message.receiver or first.startswith("$") or not first:
            continue
        is_float = is_number(first)
        yield ("float" if len(message.atoms) == 1 else "list") if is_float else first
