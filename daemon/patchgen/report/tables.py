"""What is in the arrays of a patch: drawn and saved, written, read from a file, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.lint.names import Family, Role
from patchgen.lint.rule import View
from patchgen.pd.atoms import is_number, unescape
from patchgen.pd.model import Box, Record
from patchgen.report.answers import ANYTHING, Message
from patchgen.report.firing import Firing
from patchgen.report.net import Net, Spot

FILLING = frozenset("sinesum cosinesum const read list".split())
"""Messages that put something into an array; a list of numbers does, too."""

FILE_READERS = frozenset({"soundfiler"})
"""Objects that fill the arrays named in the messages they get."""


def saved(net: Net) -> frozenset[str]:
    """Arrays whose content the file itself holds, and is not all 0."""
    return frozenset(name for view in net.patch.views for name in saved_here(view))


def saved_here(view: View) -> Iterator[str]:
    """The filled arrays of one canvas; their numbers follow them as `#A` records."""
    name = ""
    for item in view.canvas.items:
        if isinstance(item, Box):
            name = array_name(view, item)
        elif isinstance(item, Record) and name and holds_numbers(item):
            yield name


def holds_numbers(record: Record) -> bool:
    """Whether it is the saved content of an array and not all 0."""
    is_content = record.atoms[:1] == ("#A",)
    return is_content and any(is_number(atom) and float(atom) for atom in record.atoms[2:])


def array_name(view: View, box: Box) -> str:
    """The name of the array that a box holds; empty for other boxes."""
    if box.kind == "array":
        return unescape(box.atoms[0]) if box.atoms else ""
    if box.name not in ("array", "table"):
        return ""
    uses = view.known[view.boxes.index(box)].uses
    return next((use.name for use in uses if use.family is Family.ARRAY), "")


def written(net: Net, firing: Firing) -> frozenset[str]:
    """Arrays into which something is written as far as messages go."""
    found: set[str] = set()
    for (family, name), ends in net.meetings.items():
        if family is not Family.ARRAY:
            continue
        if any(role is Role.GIVES and writes(net, firing, spot) for spot, role in ends):
            found.add(name)
        holders = (spot for spot, role in ends if role is Role.HOLDS)
        if any(is_filled(firing, spot) for spot in holders):
            found.add(name)
    return frozenset(found) | named_by_readers(net, firing)


def writes(net: Net, firing: Firing, spot: Spot) -> bool:
    """Whether a writer is told to write."""
    return net.known(spot).name == "tabsend~" or bool(firing.reaching(spot, 0))


def is_filled(firing: Firing, spot: Spot) -> bool:
    """Whether an array gets a message that fills it."""
    return any(fills(message) for message in firing.reaching(spot, 0))


def fills(message: Message) -> bool:
    """Whether a message puts anything but 0 into an array."""
    if message == ANYTHING:
        return True
    first, *rest = message
    if first == "read":
        return True
    figures = rest if first in FILLING else message
    if not (first in FILLING or is_number(first)):
        return False
    return any(is_number(atom) and float(atom) for atom in figures[1 if is_number(first) else 0 :])


def named_by_readers(net: Net, firing: Firing) -> frozenset[str]:
    """Arrays that a [soundfiler] is told to fill; every array where nobody knows which."""
    found: set[str] = set()
    for spot in net.spots:
        if net.known(spot).name not in FILE_READERS:
            continue
        for message in firing.reaching(spot, 0):
            if message == ANYTHING:
                return frozenset(name for family, name in net.meetings if family is Family.ARRAY)
            words = [word for word in message[1:] if not word.startswith("-")]
            if message[0] == "read" and any(map(net.has_file, words[:1])):
                found.update(words[1:])
    return frozenset(found)
