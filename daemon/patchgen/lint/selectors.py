"""Which messages can reach a box that would open files or build patches when told to.

An array writes a file on `write`, a [pointer] hands any message to a canvas. So the cords into
such boxes are followed back to where messages are made. Where nobody can know which messages come,
they count as the worst.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from patchgen.lint.changing import (
    is_anything,
    origins,
    rewriters,
    rewriting_trouble,
    sayable,
)
from patchgen.lint.messages import messages
from patchgen.lint.names import Family, Role
from patchgen.lint.rule import View
from patchgen.objects.capabilities import Capability
from patchgen.pd.model import Connection

WRITE_WORDS = frozenset("write menusave menusaveas savetofile saveto".split())
READ_WORDS = frozenset("read restore".split())
"""Messages by which an array, a text and the canvas of a table open files."""

SCRIPTING = frozenset({"send-window"})
"""Messages by which a [pointer] commands its canvas."""

OBEYING = frozenset({"array define", "scalar define", "text define", "bonk~"})
"""Boxes that open files when they are told to."""

NUMBER = re.compile(r"\$\d+|\d+")


def obeys(view: View, box: int) -> tuple[Capability, str] | None:
    """What the box may do because of the messages it gets or sends by name, and why."""
    known = view.known[box]
    if known.name == "msg":
        if trouble := rewriting_trouble(view, box):
            return Capability.CONTROL, trouble
        return worst(lambda words: message_trouble(view, box, words))
    if known.name == "pointer":
        trouble = fed_trouble(view, box, SCRIPTING)
        return None if trouble is None else (Capability.DYNAMIC, trouble)
    is_send = known.name == "send" and bool(known.args)
    if is_send and not holds(view, known.args[0]):
        if is_own(view, known.args[0]):
            return None
        # Other patches of the user may hold an array of this name.
        return worst(lambda words: fed_trouble(view, box, sayable(view.patch, words)))
    if is_send or known.name in OBEYING:
        return worst(lambda words: fed_trouble(view, box, words))
    return None


def worst(trouble: Callable[[frozenset[str]], str | None]) -> tuple[Capability, str] | None:
    """Whether files may be written, or else read, by the words that make a box do it."""
    for capability, words in ((Capability.FILE, WRITE_WORDS), (Capability.READ, READ_WORDS)):
        found = trouble(words)
        if found is not None:
            return capability, found
    return None


def only_reads(view: View, box: int) -> bool:
    """Whether an object that reads and writes sound files is never told to write one."""
    return view.known[box].name == "soundfiler" and fed_trouble(view, box, WRITE_WORDS) is None


def holds(view: View, name: str) -> bool:
    """Whether the name may be that of an array or text of this patch."""
    return any(
        use.role is Role.HOLDS
        and use.family in (Family.ARRAY, Family.TEXT)
        and any_number(use.name) == any_number(name)
        for use in view.patch.uses
    )


def is_own(view: View, name: str) -> bool:
    """Whether nothing but what is seen here bears the name: arrays can be renamed at run time."""
    return name.startswith("$0") and not sayable(view.patch, {"rename"})


def any_number(name: str) -> str:
    """The name with its numbers made equal: nobody knows what `$0` will be."""
    return NUMBER.sub("#", name)


def message_trouble(view: View, box: int, words: frozenset[str]) -> str | None:
    """A message box that tells a name one of the words, or may do so."""
    for message in messages(view.known[box].args):
        told = f"`; {message.receiver} {message.selector}`"
        if message.receiver and message.selector in words:
            return f"{told} opens a file"
        is_open = "$" in message.selector
        if not message.receiver or not is_open:
            continue
        is_strange = not is_own(view, message.receiver) and bool(sayable(view.patch, words))
        if is_strange or holds(view, message.receiver):
            return f"{told} may open a file"
    return None


def fed_trouble(view: View, start: int, words: frozenset[str]) -> str | None:
    """Looks at what sends to the first inlet; the first trouble met, or None."""
    if words:
        for cord in origins(view, start):
            for trouble in source_troubles(view, cord, words):
                return f"{view.label(start)}: {trouble}"
    return None


def source_troubles(view: View, cord: Connection, words: frozenset[str]) -> Iterator[str]:
    """Why a feeding box may send one of the words."""
    known = view.known[cord.source]
    if is_anything(view, cord.source):
        yield f"nobody knows what comes from {view.label(cord.source)}"
    if known.name != "msg":
        return
    for message in messages(known.args):
        if not message.receiver and message.selector in words:
            yield f"it is told to `{message.selector}`"
        elif not message.receiver and "$" in message.selector:
            yield f"nobody knows what `{message.selector}` will tell it"
    if (told := sayable(view.patch, words)) and rewriters(view, cord.source):
        yield f"{view.label(cord.source)} is rewritten, and may come to say `{min(told)}`"
