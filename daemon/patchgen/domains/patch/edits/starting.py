"""Makes something run as soon as the patch opens."""

from __future__ import annotations

from patchgen.domains.patch.edits.faces import value_of, with_value
from patchgen.domains.patch.edits.operations import StartWithPatch
from patchgen.domains.patch.edits.resolve import Target, ambiguous, target
from patchgen.domains.patch.edits.things import Thing, Things
from patchgen.errors import EditUnclear
from patchgen.layout.nearby import nearby
from patchgen.lint.mend import rebuilt
from patchgen.pd.graft import grafted, with_box
from patchgen.pd.model import Box, Canvas, Connection
from patchgen.report.naming import said

RUNNING = ("metro", "tgl", "bng", "msg", "qlist", "line~", "random", "float")
"""What may be started, the most likely first."""


def started(things: Things, asked: StartWithPatch) -> Canvas:
    """The patch in which something runs from the start. Raises EditUnclear."""
    thing = target(things, asked.what).thing if asked.what else what_runs(things)
    view = things.view(thing)
    switches = [
        things.at(thing, cord.source)
        for cord in view.fed_by.get(thing.index, ())
        if cord.inlet == 0
    ]
    switch = next((s for s in switches if s.name == "tgl"), thing if thing.name == "tgl" else None)
    if switch is not None:
        if value_of(switch.box):
            return things.canvas
        box = with_value(switch.box, 1)
        assert box is not None
        return rebuilt(things.canvas, {thing.path: with_box(view.canvas, switch.index, box)})
    if any(s.name == "loadbang" for s in switches):
        return things.canvas
    new = len(view.boxes)
    ports = view.known[thing.index].ports
    if ports is not None and not ports.inlets:
        raise EditUnclear(
            f"{said(thing.box)} cannot be started: it has no inlet", hint="Name another box."
        )
    made = grafted(view.canvas, [Box("obj", ("loadbang",))], [Connection(new, 0, thing.index, 0)])
    return rebuilt(things.canvas, {thing.path: nearby(made, [new])})


def what_runs(things: Things) -> Thing:
    """The one thing in the patch that can be started. Raises EditUnclear."""
    for name in RUNNING:
        found = [
            thing
            for thing in things.all
            if thing.name == name
            and (
                name == "metro"
                or (not things.is_fed(thing) and things.view(thing).feeds.get(thing.index))
            )
        ]
        if len(found) > 1:
            raise ambiguous("it", [Target(thing) for thing in found])
        if found:
            return found[0]
    raise EditUnclear(
        "nothing in the patch waits for a start", hint="Name the box that is to start."
    )
