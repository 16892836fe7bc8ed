"""Puts an effect into the way of the sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from patchgen.domains.patch.edits.channel import Way, outputs, signals_from, signals_into, ways
from patchgen.domains.patch.edits.effects import effect_patch
from patchgen.domains.patch.edits.operations import Channels, Insert
from patchgen.domains.patch.edits.resolve import ambiguous, targets
from patchgen.domains.patch.edits.things import Thing, Things
from patchgen.errors import EditUnclear
from patchgen.layout.nearby import nearby
from patchgen.lint.mend import rebuilt
from patchgen.pd.atoms import unescape
from patchgen.pd.graft import grafted, recorded
from patchgen.pd.model import Box, Canvas, Connection

OUTPUT = "dac~"


def inserted(things: Things, asked: Insert) -> Canvas:
    """The patch with the effect in every stream of sound at that place. Raises EditUnclear."""
    where = place_of(things, asked) if asked.where else None
    cords = cords_at(things, where, asked.side)
    path = where.path if where is not None else outputs(things)[0].path
    inner = things.views[path].canvas
    for way in ways(cords):
        name = free_name(inner, asked.effect)
        inner = threaded(inner, way, effect_patch(asked.effect, asked.amounts, name))
    return rebuilt(things.canvas, {path: inner})


def place_of(things: Things, asked: Insert) -> Thing:
    """The box that is meant, of those that sound goes through. Raises EditUnclear."""
    found = targets(things, asked.where, fits=lambda one: bool(cords_at(things, one, asked.side)))
    if asked.side == "after":
        found = [
            one for one in found if signals_from(things.view(one.thing), one.thing.index)
        ] or found
    if len(found) > 1:
        raise ambiguous(asked.where, found)
    return found[0].thing


def cords_at(things: Things, where: Thing | None, side: str) -> list[Connection]:
    """The cords that the effect is to be put into."""
    if where is None:
        return [c for t in outputs(things) for c in signals_into(things.view(t), t.index)]
    view = things.view(where)
    leaving = signals_from(view, where.index)
    if side == "before" or not leaving:
        return signals_into(view, where.index)
    return leaving


def free_name(canvas: Canvas, effect: str) -> str:
    """A name for a delay line that the canvas does not use yet."""
    used = {unescape(atom) for box in canvas.boxes for atom in box.args}
    number = 1
    while any(word.startswith(f"$0-{effect}{number if number > 1 else ''}") for word in used):
        number += 1
    return f"$0-{effect}{number if number > 1 else ''}"


def threaded(canvas: Canvas, way: Way, effect: Canvas) -> Canvas:
    """The canvas with the effect between the sources and the inlets of one stream."""
    first, last = len(canvas.boxes) - 1, len(effect.boxes) - 1
    cut = {(*source, *inlet) for source in way.sources for inlet in way.inlets}
    canvas = recorded(
        canvas, lambda c: () if (c.source, c.outlet, c.sink, c.inlet) in cut else (c,)
    )
    # Box 0 of the effect is its inlet: box 1 becomes the first new one.
    cords = [
        Connection(*source, *sink)
        for cord in effect.connections
        for source in begins(cord, way, first)
        for sink in leads(cord, way, first, last)
    ]
    boxes = [replace(box, x=0, y=0) for box in effect.boxes[1:last]]
    made = grafted(canvas, boxes, cords)
    return nearby(made, range(len(canvas.boxes), len(made.boxes)))


def begins(cord: Connection, way: Way, first: int) -> Sequence[tuple[int, int]]:
    """Where a cord of the effect comes from in the patch."""
    return way.sources if cord.source == 0 else ((cord.source + first, cord.outlet),)


def leads(cord: Connection, way: Way, first: int, last: int) -> Sequence[tuple[int, int]]:
    """Where a cord of the effect goes to in the patch."""
    return way.inlets if cord.sink == last else ((cord.sink + first, cord.inlet),)


def with_channels(things: Things, asked: Channels) -> Canvas:
    """The patch with its sound on both channels, or on the left one only."""
    found = outputs(things)
    if len(found) > 1 or found[0].name != OUTPUT:
        raise EditUnclear("the sound does not leave by one [dac~]", hint="Say which cords to make.")
    dac, view = found[0], things.view(found[0])
    fed = signals_into(view, dac.index)
    if not asked.is_stereo:
        inner = recorded(view.canvas, lambda c: onto_left(c, dac.index))
        return rebuilt(things.canvas, {dac.path: inner})
    if len({cord.inlet for cord in fed}) > 1:
        return things.canvas
    inner = view.canvas
    if len(dac.box.args) == 1:
        inner = inner.with_boxes(tuple(stereo(inner.boxes, dac.index)))
    cords = [replace(cord, inlet=1 - cord.inlet, spelling=None) for cord in fed]
    return rebuilt(things.canvas, {dac.path: grafted(inner, (), cords)})


def stereo(boxes: Sequence[Box], dac: int) -> Iterator[Box]:
    """The boxes with a [dac~] of both channels."""
    for index, box in enumerate(boxes):
        yield replace(box, atoms=box.atoms[:1]) if index == dac else box


def onto_left(cord: Connection, dac: int) -> tuple[Connection, ...]:
    """The cord as it leads to the left channel."""
    return (replace(cord, inlet=0) if cord.sink == dac and cord.inlet == 1 else cord,)
