"""Breaks patches in one place, as models and hasty players do, so that the linter has work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from patchgen.pd.atoms import is_number
from patchgen.pd.model import Box, Canvas, Connection, walk

Mutation = Callable[[Canvas, Random], Canvas | None]
"""Answers None where there is nothing to break."""


def mutant(canvas: Canvas, chance: Random) -> tuple[str, Canvas]:
    """The patch with one thing broken on one of its canvases, and the name of the mutation."""
    paths = [path for path, inner in walk(canvas) if inner.boxes]
    for _ in range(50):
        name = chance.choice(list(MUTATIONS))
        broken = changed(canvas, chance.choice(paths), MUTATIONS[name], chance)
        if broken is not None:
            return name, broken
    return "none", canvas


def changed(
    canvas: Canvas, path: tuple[int, ...], mutation: Mutation, chance: Random
) -> Canvas | None:
    """The patch with a mutation at the canvas to which the path leads."""
    if not path:
        return mutation(canvas, chance)
    boxes = list(canvas.boxes)
    inner = boxes[path[0]].canvas
    assert inner is not None
    broken = changed(inner, path[1:], mutation, chance)
    if broken is None:
        return None
    boxes[path[0]] = replace(boxes[path[0]], canvas=broken)
    return canvas.with_boxes(tuple(boxes))


def rename(canvas: Canvas, chance: Random) -> Canvas | None:
    """A letter too many or too few, or a tilde."""

    def renamed(name: str) -> str:
        place = chance.randrange(len(name))
        choices = (name[:place] + name[place + 1 :], name + "~", name.rstrip("~"), name + "x")
        return chance.choice([choice for choice in choices if choice] or ["x"])

    return with_box(canvas, chance, lambda atoms: (renamed(atoms[0]), *atoms[1:]))


def argue(canvas: Canvas, chance: Random) -> Canvas | None:
    """A word for a number, a number for a word, or one argument more."""

    def argued(atoms: tuple[str, ...]) -> tuple[str, ...]:
        place = chance.randrange(1, len(atoms) + 1)
        old = atoms[place] if place < len(atoms) else "1"
        fresh = chance.choice(("foo", "a1")) if is_number(old) else str(chance.randrange(1, 99))
        return (*atoms[:place], fresh, *atoms[place + 1 :])

    return with_box(canvas, chance, argued)


def shorten(canvas: Canvas, chance: Random) -> Canvas | None:
    """The arguments from some place on are gone."""
    return with_box(canvas, chance, lambda atoms: atoms[: chance.randrange(1, len(atoms) + 1)])


def raise_outlet(canvas: Canvas, chance: Random) -> Canvas | None:
    """A connection from an outlet farther right."""
    step = chance.randrange(1, 4)
    return with_cord(canvas, chance, lambda cord: replace(cord, outlet=cord.outlet + step))


def raise_inlet(canvas: Canvas, chance: Random) -> Canvas | None:
    """A connection into an inlet farther right."""
    step = chance.randrange(1, 4)
    return with_cord(canvas, chance, lambda cord: replace(cord, inlet=cord.inlet + step))


def redirect(canvas: Canvas, chance: Random) -> Canvas | None:
    """A connection to some other box, perhaps one that does not exist."""
    sink = chance.randrange(len(canvas.boxes) + 2)
    return with_cord(canvas, chance, lambda cord: replace(cord, sink=sink))


def repeat(canvas: Canvas, chance: Random) -> Canvas | None:
    """A connection twice."""
    cords = canvas.connections
    return replace(canvas, items=(*canvas.items, chance.choice(cords))) if cords else None


def tie(canvas: Canvas, chance: Random) -> Canvas | None:
    """A cord that nobody wanted."""
    ends = range(len(canvas.boxes))
    source, sink = chance.choice(ends), chance.choice(ends)
    cord = Connection(source, chance.randrange(2), sink, chance.randrange(2))
    return canvas.with_connections((*canvas.connections, cord))


def forget(canvas: Canvas, chance: Random) -> Canvas | None:
    """A box is gone, and all connections after it are off by one."""
    place = chance.randrange(len(canvas.boxes))
    gone = canvas.boxes[place]
    if len(canvas.boxes) < 2:
        return None  # Pd crashes on connections in a canvas without boxes.
    return replace(canvas, items=tuple(item for item in canvas.items if item is not gone))


def with_box(
    canvas: Canvas, chance: Random, change: Callable[[tuple[str, ...]], tuple[str, ...]]
) -> Canvas | None:
    """The canvas with other atoms in one of its object boxes."""
    places = [i for i, box in enumerate(canvas.boxes) if box.kind == "obj" and box.atoms]
    if not places:
        return None
    place = chance.choice(places)
    boxes: list[Box] = list(canvas.boxes)
    boxes[place] = replace(boxes[place], atoms=change(boxes[place].atoms))
    return canvas.with_boxes(tuple(boxes))


def with_cord(
    canvas: Canvas, chance: Random, change: Callable[[Connection], Connection]
) -> Canvas | None:
    """The canvas with one of its connections changed."""
    places = [i for i, item in enumerate(canvas.items) if isinstance(item, Connection)]
    if not places:
        return None
    place = chance.choice(places)
    old = canvas.items[place]
    assert isinstance(old, Connection)
    return replace(canvas, items=(*canvas.items[:place], change(old), *canvas.items[place + 1 :]))


MUTATIONS: Mapping[str, Mutation] = {
    "rename": rename,
    "argue": argue,
    "shorten": shorten,
    "raise-outlet": raise_outlet,
    "raise-inlet": raise_inlet,
    "redirect": redirect,
    "repeat": repeat,
    "tie": tie,
    "forget": forget,
}
