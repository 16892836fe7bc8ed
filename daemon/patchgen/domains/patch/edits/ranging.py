"""Gives a control another range."""

from __future__ import annotations

from collections.abc import Iterator

from patchgen.domains.patch.edits.faces import BOUNDS, fields_of, with_bounds
from patchgen.domains.patch.edits.operations import SetRange
from patchgen.domains.patch.edits.resolve import Target, target
from patchgen.domains.patch.edits.things import Thing, Things
from patchgen.domains.patch.edits.units import span_in, unit_sent
from patchgen.errors import EditUnclear
from patchgen.lint.mend import rebuilt
from patchgen.pd.graft import with_box
from patchgen.pd.model import Box, Canvas
from patchgen.report.naming import said


def range_set(things: Things, asked: SetRange) -> Canvas:
    """The patch with another range of a control. Raises EditUnclear."""
    found = target(things, asked.what, wants_parameter=True)
    thing = found.thing
    if thing.box.name not in BOUNDS:
        thing = next(controls_of(things, found), thing)
    unit = found.parameter.unit if found.parameter else unit_sent(things, thing)
    low, high = span_in(asked.low, asked.high, unit, said(thing.box))
    if is_logarithmic(thing.box) and (low == 0 or high == 0):
        raise EditUnclear(
            f"{said(thing.box)} is logarithmic: no end of its range can be 0",
            hint="Say a small number instead.",
        )
    box = with_bounds(thing.box, low, high)
    if box is None:
        raise EditUnclear(f"{said(thing.box)} has no range", hint="Name a slider or a number box.")
    inner = with_box(things.view(thing).canvas, thing.index, box)
    return rebuilt(things.canvas, {thing.path: inner})


def controls_of(things: Things, found: Target) -> Iterator[Thing]:
    """The controls that feed what is meant."""
    inlet = found.parameter.places[found.thing.name][1] if found.parameter else None
    for cord in things.view(found.thing).fed_by.get(found.thing.index, ()):
        source = things.at(found.thing, cord.source)
        if source.box.name in BOUNDS and inlet in (None, cord.inlet):
            yield source


def is_logarithmic(box: Box) -> bool:
    """Whether a slider spreads its range by factors."""
    return (fields_of(box) or {}).get("log") == "1"
