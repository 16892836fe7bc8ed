"""A patch with the contents of its abstractions in it, as Pd has it once it is loaded."""

from __future__ import annotations

import re
from dataclasses import replace

from patchgen.lint.abstractions import Lookup
from patchgen.lint.clones import clones
from patchgen.objects.reference import full_name, names
from patchgen.pd.atoms import escape, unescape
from patchgen.pd.model import Box, Canvas, Connection, Record

ARGUMENT = re.compile(r"\\?\$(\d+)")

DEEPEST = 8
"""Abstractions in abstractions; one that loads itself ends here."""

MOST_BOXES = 5000
"""Once the patch has so many with those of its abstractions, the others stay closed."""

FIRST_NUMBER = 1003
"""What Pd puts for `$0` in the first file it opens."""


def expanded(canvas: Canvas, lookup: Lookup | None) -> Canvas:
    """The same patch in which each abstraction is a subpatch; box indices stay as they are."""
    if lookup is None:
        return canvas
    return Expansion().inside(canvas, lookup.declaring(canvas), 0)


class Expansion:
    """Goes through a patch and gives every abstraction a number of its own."""

    def __init__(self) -> None:
        self.count = 0
        self.boxes = 0

    def inside(self, canvas: Canvas, lookup: Lookup, depth: int) -> Canvas:
        """A canvas with its abstractions opened."""
        self.boxes += len(canvas.boxes)
        return canvas.with_boxes(tuple(self.opened(box, lookup, depth) for box in canvas.boxes))

    def opened(self, box: Box, lookup: Lookup, depth: int) -> Box:
        """A box, or the subpatch that an abstraction becomes."""
        if box.canvas is not None:
            return replace(box, canvas=self.inside(box.canvas, lookup, depth))
        name, args = abstraction(box)
        if not name or depth >= DEEPEST or self.boxes >= MOST_BOXES:
            return box
        found = lookup(name)
        if found is None:
            return box
        self.count += 1
        content = filled(found, (str(FIRST_NUMBER + self.count), *args))
        inner = self.inside(content, lookup.within(name).declaring(found), depth + 1)
        fresh = replace(inner, rest=(escape(name), "0"), preamble=())
        return replace(box, kind="restore", canvas=fresh)


def abstraction(box: Box) -> tuple[str, tuple[str, ...]]:
    """The file that a box may load, and the arguments for it; empty for Pd's own objects."""
    if box.kind != "obj" or not box.atoms:
        return "", ()
    name, *args = map(unescape, box.atoms)
    if name == "clone":
        order = clones(tuple(args))
        number = () if order.is_unnumbered else (str(order.voices.start),)
        return order.name, (*number, *map(escape, order.args))
    full, _ = full_name(name, tuple(args))
    is_own = full.split(" ")[0] in names() or "$" in name
    return ("", ()) if is_own else (name, box.atoms[1:])


def filled(canvas: Canvas, args: tuple[str, ...]) -> Canvas:
    """The content of an abstraction with its arguments put in for `$0`, `$1` and so on."""
    items: list[Box | Connection | Record] = []
    for item in canvas.items:
        if isinstance(item, Record):
            items.append(Record(tuple(substituted(atom, args) for atom in item.atoms)))
        else:
            items.append(with_arguments(item, args) if isinstance(item, Box) else item)
    return replace(canvas, items=tuple(items))


def with_arguments(box: Box, args: tuple[str, ...]) -> Box:
    """A box with the arguments put in; a message box keeps its own dollar signs."""
    if box.kind in ("msg", "text"):
        return box
    inner = None if box.canvas is None else filled(box.canvas, args)
    return replace(box, atoms=tuple(substituted(atom, args) for atom in box.atoms), canvas=inner)


def substituted(atom: str, args: tuple[str, ...]) -> str:
    """An atom with its arguments; one that was not given is 0, as in Pd."""

    def given(match: re.Match[str]) -> str:
        place = int(match[1])
        return args[place] if place < len(args) else "0"

    return ARGUMENT.sub(given, atom) if "$" in atom else atom
