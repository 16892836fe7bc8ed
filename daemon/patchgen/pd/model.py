"""A Pd patch as values: canvases, boxes, connections, and records kept as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from patchgen.pd.atoms import number_text

ATOM_BOXES = frozenset({"floatatom", "symbolatom", "listbox"})
"""Kinds of boxes that hold a number, a symbol or a list which a player can change."""

PLACED = ATOM_BOXES | {"obj", "msg", "dropdown", "text", "restore"}
"""Kinds of boxes that have coordinates; only Purr Data has `dropdown`."""

COUNTED = PLACED | {"scalar", "array"}
"""Kinds of records that Pd counts when a connection names a box by its index.

It counts what it could not create, too, except for a scalar without its `struct`.
"""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a file spells a record that Pd would write otherwise today: line breaks, `20.0`, `007`.

    It holds as long as the record has these atoms; a changed one is spelled anew.
    """

    atoms: tuple[str, ...]
    text: str
    """With the semicolon and what follows it up to the next record."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record carried unchanged: `#A`, `#X coords`, `#X declare`, `#N struct`, unknown ones."""

    atoms: tuple[str, ...]
    """As in the file with escapes, without the closing semicolon: ("#X", "coords", "0", ...)."""
    spelling: Spelling | None = field(default=None, compare=False, repr=False, kw_only=True)

    @property
    def record(self) -> tuple[str, ...]:
        """The atoms as the file holds them."""
        return self.atoms


@dataclass(frozen=True, slots=True)
class Connection:
    """A cord from an outlet of one box to an inlet of another, by indices from 0."""

    source: int
    outlet: int
    sink: int
    inlet: int
    rest: tuple[str, ...] = field(default=(), kw_only=True)
    """Atoms after the four numbers, such as the `empty` of some Purr Data files."""
    spelling: Spelling | None = field(default=None, compare=False, repr=False, kw_only=True)

    @property
    def record(self) -> tuple[str, ...]:
        """The atoms as the file holds them."""
        ends = (self.source, self.outlet, self.sink, self.inlet)
        return ("#X", "connect", *map(str, ends), *self.rest)


@dataclass(frozen=True, slots=True)
class Box:
    """Anything with a place on a canvas that connections can count."""

    kind: str
    """One of COUNTED; `restore` is a subpatch or a graph, `text` a comment."""
    atoms: tuple[str, ...] = ()
    """Everything after the coordinates, escapes included: ("osc~", "440")."""
    x: float = 0
    y: float = 0
    """Pixels, from the canvas's upper left corner; used by the kinds in PLACED only."""
    width: int | None = None
    """Characters, where the user has set the width (`, f 12`)."""
    canvas: Canvas | None = None
    """The content of a subpatch or graph."""
    spelling: Spelling | None = field(default=None, compare=False, repr=False, kw_only=True)

    @property
    def name(self) -> str:
        """The object's name (`osc~`), or the kind for boxes that are not objects (`msg`)."""
        if self.kind in ("obj", "restore"):
            return self.atoms[0] if self.atoms else ""
        return self.kind

    @property
    def args(self) -> tuple[str, ...]:
        """The creation arguments of an object; for other kinds all their atoms."""
        return self.atoms[1:] if self.kind in ("obj", "restore") else self.atoms

    @property
    def record(self) -> tuple[str, ...]:
        """The atoms of its own record, without those of the canvas inside it.

        After a subpatch `, f 12` would speak of its last box, so a record `#X f 12` follows it.
        """
        if self.kind not in PLACED:
            return ("#X", self.kind, *self.atoms)
        atoms = ("#X", self.kind, coordinate(self.x), coordinate(self.y), *self.atoms)
        if self.width is None:
            return atoms
        return (*atoms, *((";", "#X") if self.kind == "restore" else (",",)), "f", str(self.width))


@dataclass(frozen=True, slots=True)
class Canvas:
    """A window of a patch: its boxes, connections and other records in file order."""

    x: int = 0
    y: int = 50
    width: int = 450
    height: int = 300
    """Pixels."""
    rest: tuple[str, ...] = ("10",)
    """What follows the size in `#N canvas`: the font size at the top, name and visibility below."""
    items: tuple[Box | Connection | Record, ...] = ()
    preamble: tuple[Record, ...] = field(default=())
    """Records before the first canvas (`#N struct`); only a top canvas has any."""
    is_wrapped: bool = False
    """Whether the file breaks long records, as Purr Data and Pd before 0.52 do; of a top canvas."""
    line_end: str = "\n"
    """What ends a line; Pd on Windows writes two characters. Of a top canvas."""
    ending: str = "\n"
    """What follows the file's last semicolon. Of a top canvas."""
    spelling: Spelling | None = field(default=None, compare=False, repr=False, kw_only=True)

    @property
    def record(self) -> tuple[str, ...]:
        """The atoms of the record that opens it."""
        geometry = map(str, (self.x, self.y, self.width, self.height))
        return ("#N", "canvas", *geometry, *self.rest)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Boxes in index order: `boxes[i]` is what `#X connect i ...` names."""
        return tuple([item for item in self.items if isinstance(item, Box)])

    @property
    def connections(self) -> tuple[Connection, ...]:
        """Connections in file order, which is the order in which one outlet fires."""
        return tuple([item for item in self.items if isinstance(item, Connection)])

    def with_boxes(self, boxes: tuple[Box, ...]) -> Canvas:
        """The same canvas with box i replaced by `boxes[i]`; the count must not change."""
        assert len(boxes) == len(self.boxes)
        fresh = iter(boxes)
        items = tuple(next(fresh) if isinstance(item, Box) else item for item in self.items)
        return replace(self, items=items)

    def with_connections(self, connections: tuple[Connection, ...]) -> Canvas:
        """The same canvas with other connections, written after everything but `coords`."""
        kept = tuple(item for item in self.items if not isinstance(item, Connection))
        tail = len(kept)
        while tail and is_coords(kept[tail - 1]):
            tail -= 1
        return replace(self, items=kept[:tail] + connections + kept[tail:])


def coordinate(value: float) -> str:
    """A place in pixels as the file holds it, whole pixels without a decimal point."""
    return str(value) if isinstance(value, int) else number_text(value)


def is_coords(item: Box | Connection | Record) -> bool:
    """Whether it is the record that makes a graph on parent; Pd writes it last."""
    return isinstance(item, Record) and item.atoms[:2] == ("#X", "coords")


def walk(canvas: Canvas, path: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Canvas]]:
    """Every canvas from the top down, with the box indices that lead to it."""
    yield path, canvas
    for index, box in enumerate(canvas.boxes):
        if box.canvas is not None:
            yield from walk(box.canvas, (*path, index))
