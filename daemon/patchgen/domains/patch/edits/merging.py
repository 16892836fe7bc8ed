"""A patch that a model wrote anew, laid over the one it was given: what is the same stays there."""

from __future__ import annotations

from dataclasses import replace

from patchgen.domains.patch import controls
from patchgen.domains.patch.beginning import flow, plain
from patchgen.domains.patch.edits.faces import fields_of, with_fields
from patchgen.layout.nearby import nearby
from patchgen.layout.place import place
from patchgen.pd.align import aligned
from patchgen.pd.graft import Ends, ends, grafted, recorded, without
from patchgen.pd.model import Box, Canvas, Connection

SAID = ("lo", "hi", "log", "load", "value", "label", "send", "receive", "number", "nonzero")
"""Fields of controls that the notation has words for; looks are kept."""


def merged(given: Canvas, answer: Canvas) -> Canvas:
    """The given patch as the answer wants it: its boxes stay where they are, new ones are at 0, 0.

    Comments, panels and META are not the model's business and stay.
    """
    order = flow(given)
    places = {new: order[old] for new, old in aligned(plain(given, order), answer).items()}
    boxes = [*given.boxes]
    for new, old in places.items():
        boxes[old] = as_wanted(boxes[old], answer.boxes[new])
    fresh = [new for new in range(len(answer.boxes)) if new not in places]
    places |= {new: len(boxes) + number for number, new in enumerate(fresh)}
    wanted = [moved(cord, places) for cord in answer.connections]
    kept: set[Ends] = {ends(cord) for cord in wanted}
    known = set(order)

    def still(cord: Connection) -> tuple[Connection, ...]:
        is_free = not {cord.source, cord.sink} <= known
        return (cord,) if is_free or ends(cord) in kept else ()

    changed = recorded(given.with_boxes(tuple(boxes)), still)
    new_boxes = [replace(answer.boxes[index], x=0, y=0) for index in fresh]
    whole = grafted(changed, new_boxes, wanted)
    return without(whole, known - set(places.values()))


def moved(cord: Connection, places: dict[int, int]) -> Connection:
    """A cord of the answer between the boxes of the whole patch."""
    return replace(cord, source=places[cord.source], sink=places[cord.sink])


def as_wanted(old: Box, new: Box) -> Box:
    """The box that is there, with what the answer says of it; the same box where that is alike."""
    if old.canvas is not None and new.canvas is not None:
        inner = settled(old.canvas, merged(old.canvas, new.canvas))
        return old if inner == old.canvas else replace(old, canvas=inner)
    field, wished = fields_of(old), fields_of(new)
    if field is not None and wished is not None:
        if controls.words(old) == controls.words(new):
            return old
        return with_fields(old, field | {key: wished[key] for key in SAID if key in wished})
    if (old.kind, old.atoms) == (new.kind, new.atoms):
        return old
    return replace(old, kind=new.kind, atoms=new.atoms, canvas=new.canvas)


def settled(given: Canvas, changed: Canvas) -> Canvas:
    """The changed patch with places for what has none yet; nothing that stood there moves."""
    standing = {(box.x, box.y) for box in given.boxes}
    fresh = [
        index
        for index, box in enumerate(changed.boxes)
        if (box.x, box.y) == (0, 0) and (0, 0) not in standing
    ]
    return nearby(changed, fresh) if standing else place(changed)
