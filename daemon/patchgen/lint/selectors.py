"""Which messages can reach a box that would open files or build patches when told to.

An array writes a file on `write`, a [pointer] hands any message to a canvas. So the cords into
such boxes are followed back to where messages are made, through [trigger] and [spigot]. Where
nobody can know which messages come, they count as the worst.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from patchgen.lint.messages import messages
from patchgen.lint.names import Family, Role
from patchgen.lint.rule import View
from patchgen.objects.capabilities import Capability
from patchgen.pd.model import Connection

FILE_WORDS = frozenset("read write menusave menusaveas savetofile saveto restore".split())
"""Messages by which an array, a text and the canvas of a table open files."""

OBEYED: dict[str, tuple[Capability, frozenset[str]]] = {
    "array define": (Capability.FILE, FILE_WORDS),
    "scalar define": (Capability.FILE, FILE_WORDS),
    "text define": (Capability.FILE, FILE_WORDS),
    "bonk~": (Capability.FILE, FILE_WORDS),
    "pointer": (Capability.DYNAMIC, frozenset({"send-window"})),
}
"""Boxes, and the messages that make them dangerous."""

ANYTHING = frozenset(
    "route receive inlet fudiparse netreceive qlist textfile clone struct pdcontrol pd".split()
) | {"list trim", "text sequence"}
"""Objects from whose outlets any message may come."""

PASSING = frozenset({"trigger", "spigot"})
"""Objects that pass a message on as it came."""

NUMBER = re.compile(r"\$\d+|\d+")


def obeys(view: View, box: int) -> tuple[Capability, str] | None:
    """What the box may do because of the messages it gets or sends by name, and why."""
    known = view.known[box]
    if known.name in OBEYED:
        reach, words = OBEYED[known.name]
        trouble = fed_trouble(view, box, words)
        return None if trouble is None else (reach, trouble)
    if known.name == "msg":
        trouble = message_trouble(view, box)
    elif known.name == "send" and known.args and holds(view, known.args[0]):
        trouble = fed_trouble(view, box, FILE_WORDS)
    else:
        return None
    return None if trouble is None else (Capability.FILE, trouble)


def holds(view: View, name: str) -> bool:
    """Whether the name may be that of an array or text of this patch."""
    return any(
        use.role is Role.HOLDS
        and use.family in (Family.ARRAY, Family.TEXT)
        and any_number(use.name) == any_number(name)
        for use in view.patch.uses
    )


def any_number(name: str) -> str:
    """The name with its numbers made equal: nobody knows what `$0` will be."""
    return NUMBER.sub("#", name)


def message_trouble(view: View, box: int) -> str | None:
    """A message box that tells a name to open a file, or may do so."""
    for message in messages(view.known[box].args):
        words = f"`; {message.receiver} {message.selector}`"
        if message.receiver and message.selector in FILE_WORDS:
            return f"{words} opens a file"
        is_open = message.selector.startswith("$")
        if message.receiver and is_open and holds(view, message.receiver):
            return f"{words} may open a file"
    return None


def fed_trouble(view: View, start: int, words: frozenset[str]) -> str | None:
    """Follows the cords back from the first inlet; the first trouble met, or None."""
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        box = waiting.pop()
        if box in seen:
            continue
        seen.add(box)
        for cord in view.fed_by.get(box, ()):
            if cord.inlet == 0 and view.known[cord.source].name in PASSING:
                waiting.append(cord.source)
            elif cord.inlet == 0:
                for trouble in source_troubles(view, cord, words):
                    return f"{view.label(start)}: {trouble}"
    return None


def source_troubles(view: View, cord: Connection, words: frozenset[str]) -> Iterator[str]:
    """Why a feeding box may send one of the words."""
    known = view.known[cord.source]
    if known.name == "msg":
        for message in messages(known.args):
            if not message.receiver and message.selector in words:
                yield f"it is told to `{message.selector}`"
            elif not message.receiver and message.selector.startswith("$"):
                yield f"nobody knows what `{message.selector}` will tell it"
    elif known.ports is None or known.name in ANYTHING:
        yield f"nobody knows what comes from {view.label(cord.source)}"
