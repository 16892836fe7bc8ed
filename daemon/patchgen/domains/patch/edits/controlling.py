"""Puts controls before inlets."""

from __future__ import annotations

from dataclasses import replace

from patchgen.domains.patch.edits.channel import outputs, signals_into
from patchgen.domains.patch.edits.faces import FACES, STARTING, face
from patchgen.domains.patch.edits.inserting import inserted
from patchgen.domains.patch.edits.nouns import tokens
from patchgen.domains.patch.edits.operations import AddControl, Insert
from patchgen.domains.patch.edits.parameters import parameters_of
from patchgen.domains.patch.edits.quantity import Quantity
from patchgen.domains.patch.edits.resolve import Target, ambiguous, targets
from patchgen.domains.patch.edits.setting import are_twins, number_now
from patchgen.domains.patch.edits.starting import what_runs
from patchgen.domains.patch.edits.things import Thing, Things
from patchgen.domains.patch.edits.units import counts_beats, number_in, span_in
from patchgen.errors import EditUnclear
from patchgen.layout.nearby import nearby
from patchgen.lint.mend import rebuilt
from patchgen.lint.rules.no_method import understands
from patchgen.pd.graft import grafted
from patchgen.pd.model import Canvas, Connection
from patchgen.report.naming import KINDS, said

VOLUME = frozenset("volume loudness gain level amplitude".split())
TRIGGERS = ("tgl", "bng")
SOUND = frozenset("sound output audio everything mute onoff dac~".split())
STARTS = frozenset("start stop play run go begin it".split())
"""Words of a switch for whatever runs in the patch."""


def controlled(things: Things, asked: AddControl) -> Canvas:
    """The patch with a control before an inlet. Raises EditUnclear."""
    words = set(tokens(asked.what))
    name = FACES[asked.kind]
    if words <= STARTS and name in TRIGGERS:
        return with_control(things, asked, [Target(what_runs(things))], is_trigger=True)
    if words <= VOLUME | SOUND and (not words <= VOLUME or not has_volume(things)):
        return with_volume(things, asked)
    is_trigger = name in TRIGGERS
    found = targets(things, asked.what, wants_parameter=not is_trigger)
    if len(found) > 1 and not are_twins(things, found):
        raise ambiguous(asked.what, found)
    if found[0].thing.box.name in KINDS and not is_trigger:
        raise EditUnclear(
            f"{said(found[0].thing.box)} (box {found[0].thing.index}) is a control already",
            hint="Name the object that it is to control.",
        )
    return with_control(things, asked, found, is_trigger=is_trigger)


def with_volume(things: Things, asked: AddControl) -> Canvas:
    """The patch with a new [*~] before the output, and a control for it.

    A button cannot say how loud: who asks for a `mute button` gets a toggle.
    """
    if FACES[asked.kind] == "bng":
        asked = replace(asked, kind="toggle")
    path = outputs(things)[0].path
    count = len(things.views[path].boxes)
    fresh = Things(inserted(things, Insert("volume", amounts=(Quantity(1),))))
    new = [thing for thing in fresh.all if thing.path == path and thing.index >= count]
    label = asked.label or ("on" if FACES[asked.kind] == "tgl" else "volume")
    found = [Target(thing, parameters_of("*~")[0]) for thing in new]
    return with_control(fresh, replace(asked, label=label), found, is_trigger=False)


def has_volume(things: Things) -> bool:
    """Whether a box right before the output sets how loud it is."""
    for out in outputs(things):
        view = things.view(out)
        for cord in signals_into(view, out.index):
            fed = [
                c for c in view.fed_by.get(cord.source, ()) if c.inlet == 1 and view.is_signal(c)
            ]
            if view.known[cord.source].name == "*~" and not fed:
                return True
    return False


def with_control(
    things: Things, asked: AddControl, found: list[Target], *, is_trigger: bool
) -> Canvas:
    """The canvas of the targets with the control and its cords."""
    name = FACES[asked.kind]
    if is_trigger:
        found = [Target(triggered(things, found[0].thing, name))]
    thing, parameter = found[0].thing, found[0].parameter
    view, new = things.view(thing), len(things.view(thing).boxes)
    inlet = parameter.places[thing.name][1] if parameter is not None and not is_trigger else 0
    ports = view.known[thing.index].ports
    if inlet is None or (ports is not None and inlet >= len(ports.inlets)):
        raise EditUnclear(
            f"{said(thing.box)} has no inlet for that",
            hint="Name the box that it is for.",
        )
    if any(c.inlet == inlet and view.is_signal(c) for c in view.fed_by.get(thing.index, ())):
        raise EditUnclear(
            f"a signal already sets that inlet of {said(thing.box)}",
            hint="Say which box before it is to be controlled.",
        )
    if not is_trigger and counts_beats(thing.name, thing.box.args):
        raise EditUnclear(
            f"{said(thing.box)} counts in beats, not in milliseconds",
            hint="Replace it first: 'replace the metro by metro 500'.",
        )
    now = None if is_trigger else number_now(found[0])
    asked_start = number_in(asked.start, unit_of(found[0]), said(thing.box))
    low, high = bounds(asked, found[0], now)
    start = asked_start if asked_start is not None else now
    start = start if name in STARTING and start is not None and not is_trigger else None
    label = asked.label or (
        parameter.words.split()[0] if parameter is not None and not is_trigger else ""
    )
    box = face(asked.kind, low, high, start, label)
    cords = [Connection(new, 0, one.thing.index, inlet) for one in found]
    made = nearby(grafted(view.canvas, [box], cords), [new])
    return rebuilt(things.canvas, {thing.path: made})


def bounds(asked: AddControl, found: Target, now: float | None) -> tuple[float, float]:
    """The range: as asked, else what is usual, with what is set now in it."""
    low, high = (found.parameter.low, found.parameter.high) if found.parameter else (0.0, 127.0)
    unit, what = unit_of(found), said(found.thing.box)
    bottom, top = span_in(asked.low, asked.high, unit, what)
    if bottom is not None and top is not None:
        return bottom, top
    inside = [value for value in (now, number_in(asked.start, unit, what)) if value is not None]
    return min([low, *inside]), max([high, *inside])


def unit_of(found: Target) -> str:
    """What is counted there."""
    return found.parameter.unit if found.parameter is not None else ""


def triggered(things: Things, found: Thing, name: str) -> Thing:
    """The box that a toggle or button is to fire: it, or the message before it. May raise."""
    view, selector = things.view(found), "bang" if name == "bng" else "float"
    if understands(view, found.index, selector):
        return found
    before = [things.at(found, c.source) for c in view.fed_by.get(found.index, ()) if c.inlet == 0]
    messages = [thing for thing in before if thing.name == "msg"]
    if len(messages) == 1:
        return messages[0]
    raise EditUnclear(
        f"{said(found.box)} does not understand `{selector}`",
        hint="Name the message box that is to be sent.",
    )
