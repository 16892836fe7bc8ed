"""What the abstractions inside a patch use: their names, with creation arguments put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from patchgen.lint.abstractions import Lookup
from patchgen.lint.clones import clones
from patchgen.lint.known import Known, known
from patchgen.lint.names import Use
from patchgen.pd.atoms import escape
from patchgen.pd.model import Box, Canvas, walk

MAX_INSTANCES = 2000
"""So many instances are followed; then anything may be in those that are left."""
MAX_DEPTH = 50
"""So many abstractions inside one another."""
DOLLAR = re.compile(r"\\?\$(\d+)")
PRIVATE = "\0"
"""Stands for the number that `$0` is in an instance: no other patch can know it."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What one instance of an abstraction brings along, with all that it loads itself."""

    uses: frozenset[Use] = frozenset()
    has_strangers: bool = False
    """Whether something in it could not be looked into."""
    recursive: frozenset[str] = frozenset()
    """Abstractions that contain themselves; Pd does not load them a second time."""

    def __or__(self, other: Inside) -> Inside:
        return Inside(
            self.uses | other.uses,
            self.has_strangers or other.has_strangers,
            self.recursive | other.recursive,
        )


UNSEEN = Inside(has_strangers=True)


@dataclass(slots=True)
class Instances:
    """Looks into abstractions; the same one with the same arguments is looked into once."""

    seen: dict[tuple[int, tuple[str, ...]], Inside] = field(default_factory=dict)

    def inside(self, found: Known, lookup: Lookup, outer: tuple[str, ...] = ()) -> Inside:
        """What a box brings along that loads or clones an abstraction."""
        name, canvas = found.loads, found.content
        if canvas is None:
            return UNSEEN if found.is_stranger else Inside()
        if name in outer:
            return Inside(recursive=frozenset({name}))
        if len(outer) >= MAX_DEPTH:
            return UNSEEN
        within = lookup.within(name).declaring(canvas)
        result = Inside()
        for args in instance_arguments(found):
            result |= self._instance(canvas, args, within, (*outer, name))
        return result

    def _instance(
        self, canvas: Canvas, args: tuple[str, ...], lookup: Lookup, outer: tuple[str, ...]
    ) -> Inside:
        key = id(canvas), args
        if key not in self.seen:
            if len(self.seen) >= MAX_INSTANCES:
                return UNSEEN
            self.seen[key] = Inside()
            self.seen[key] = self._content(canvas, args, lookup, outer)
        return self.seen[key]

    def _content(
        self, canvas: Canvas, args: tuple[str, ...], lookup: Lookup, outer: tuple[str, ...]
    ) -> Inside:
        result = Inside()
        uses: set[Use] = set()
        for _, inner in walk(canvas):
            for box in inner.boxes:
                found = known(with_arguments(box, args), lookup=lookup)
                uses.update(use for use in found.uses if PRIVATE not in use.name)
                if found.content is not None or found.is_stranger:
                    result |= self.inside(found, lookup, outer)
        return replace(result, uses=result.uses | uses)


def instance_arguments(found: Known) -> Iterator[tuple[str, ...]]:
    """The creation arguments of each instance that the box makes: one, or as many as it clones."""
    if found.name != "clone":
        yield found.args
        return
    order = clones(found.args)
    for voice in order.voices:
        yield order.args if order.is_unnumbered else (str(voice), *order.args)


def with_arguments(box: Box, args: tuple[str, ...]) -> Box:
    """The box as it is in an instance; what a message box has after `$` comes later."""
    if box.kind in ("msg", "text") or not any("$" in atom for atom in box.atoms):
        return box
    return replace(box, atoms=tuple(with_values(atom, args) for atom in box.atoms))


def with_values(atom: str, args: tuple[str, ...]) -> str:
    r"""The atom with values for `\$1`; a missing one is 0 where it stands alone."""

    def value(match: re.Match[str]) -> str:
        place = int(match[1])
        if place == 0:
            return PRIVATE
        if place <= len(args):
            return escape(args[place - 1])
        return "0" if match[0] == atom else match[0]

    return DOLLAR.sub(value, atom)
