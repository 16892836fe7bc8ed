"""A Pd patch as values: canvases, boxes, connections, and records kept as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

COUNTED = frozenset(
    {"obj", "msg", "floatatom", "symbolatom", "listbox", "text", "restore", "scalar", "array"}
)
"""Kinds of records that Pd counts when a connection names a box by its index."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record carried unchanged: `#A`, `#X coords`, `#X declare`, `#N struct`, unknown ones."""

    atoms: tuple[str, ...]
    """As in the file with escapes, without the closing semicolon: ("#X", "coords", "0", ...)."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A cord from an outlet of one box to an inlet of another, by indices from 0."""

    source: int
    outlet: int
    sink: int
    inlet: int


@dataclass(frozen=True, slots=True)
class Box:
    """Anything with a place on a canvas that connections can count."""

    kind: str
    """One of COUNTED; `restore` is a subpatch or a graph, `text` a comment."""
    atoms: tuple[str, ...] = ()
    """Everything after the coordinates, escapes included: ("osc~", "440")."""
    x: float = 0
    y: float = 0
    """Pixels, from the canvas's upper left corner; unused by `scalar` and `array`."""
    width: int | None = None
    """Characters, where the user has set the width (`, f 12`)."""
    canvas: Canvas | None = None
    """The content of a subpatch or graph."""

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

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Boxes in index order: `boxes[i]` is what `#X connect i ...` names."""
        return tuple(item for item in self.items if isinstance(item, Box))

    @property
    def connections(self) -> tuple[Connection, ...]:
        """Connections in file order, which is the order in which one outlet fires."""
        return tuple(item for item in self.items if isinstance(item, Connection))

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


def is_coords(item: Box | Connection | Record) -> bool:
    """Whether it is the record that makes a graph on parent; Pd writes it last."""
    return isinstance(item, Record) and item.atoms[:2] == ("#X", "coords")


def walk(canvas: Canvas, path: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Canvas]]:
    """Every canvas from the top down, with the box indices that lead to it."""
    yield path, canvas
    for index, box in enumerate(canvas.boxes):
        if box.canvas is not None:
            yield from walk(box.canvas, (*path, index))
