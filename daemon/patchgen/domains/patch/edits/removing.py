"""Takes boxes out of a patch; what fed them feeds what they fed, where the types fit."""

from __future__ import annotations

from dataclasses import replace

from patchgen.domains.patch.edits.faces import value_of
from patchgen.domains.patch.edits.operations import Join, Remove
from patchgen.domains.patch.edits.parameters import parameters_of
from patchgen.domains.patch.edits.resolve import MANY, ambiguous, target, targets, thing
from patchgen.domains.patch.edits.things import Thing, Things
from patchgen.errors import EditUnclear
from patchgen.lint.connections import may_connect
from patchgen.lint.emitted import emitted
from patchgen.lint.mend import rebuilt
from patchgen.lint.names import Family
from patchgen.lint.rule import View
from patchgen.lint.rules.no_method import understands
from patchgen.pd.atoms import number_text
from patchgen.pd.graft import grafted, recorded, without
from patchgen.pd.model import Canvas, Connection
from patchgen.report.naming import said

KEPT = frozenset(
    "dac~ outlet~ outlet print throw~ send~ noteout ctlout tabwrite~ writesf~ delwrite~".split()
)
"""Ways out: they stay even where nothing is left to go there."""


def removed(things: Things, asked: Remove) -> Canvas:
    """The patch without what the words mean. Raises EditUnclear."""
    found = [target.thing for target in targets(things, asked.what)]
    groups = {group(things, thing) for thing in found}
    if len(groups) > 1 and not MANY.search(asked.what.lower()):
        raise ambiguous(asked.what, targets(things, asked.what))
    parts: dict[tuple[int, ...], set[int]] = {}
    for path, boxes in groups:
        parts.setdefault(path, set()).update(boxes)
    fresh = {path: taken_out(things.views[path], boxes) for path, boxes in parts.items()}
    return rebuilt(things.canvas, outermost(fresh))


def outermost(parts: dict[tuple[int, ...], Canvas]) -> dict[tuple[int, ...], Canvas]:
    """The canvases without those inside another one that changes, whose boxes have new numbers."""
    return {p: c for p, c in parts.items() if not any(p != o and p[: len(o)] == o for o in parts)}


def group(things: Things, found: Thing) -> tuple[tuple[int, ...], frozenset[int]]:
    """A box with all that is of no use without it: an echo is more than a [delwrite~]."""
    view = things.view(found)
    names = {use.name for use in view.known[found.index].uses if use.family is Family.DELAY}
    doomed = {found.index}
    doomed |= loops(view, found.index)
    if names:
        doomed |= {
            index
            for index, known in enumerate(view.known)
            if any(use.family is Family.DELAY and use.name in names for use in known.uses)
        }
        doomed |= orphans(view, doomed)
    return found.path, frozenset(doomed)


def loops(view: View, index: int) -> set[int]:
    """Boxes that only hand something back to this one, as [+ 1] does in a counter."""
    return {
        cord.sink
        for cord in view.feeds.get(index, ())
        if {c.sink for c in view.feeds.get(cord.sink, ())} == {index}
        and {c.source for c in view.fed_by[cord.sink]} == {index}
    }


def orphans(view: View, doomed: set[int]) -> set[int]:
    """Boxes that get sound from nowhere else than from these."""
    found: set[int] = set()
    while True:
        gone = doomed | found
        fresh = {
            index
            for index, known in enumerate(view.known)
            if index not in gone
            and known.name not in KEPT
            and (sound := [c for c in view.fed_by.get(index, ()) if view.is_signal(c)])
            and all(cord.source in gone for cord in sound)
        }
        if not fresh:
            return found
        found |= fresh


def taken_out(view: View, doomed: set[int]) -> Canvas:
    """The canvas without the boxes, their neighbours joined."""
    bridges = [
        Connection(before.source, before.outlet, after.sink, after.inlet)
        for before in view.whole_cords
        if before.sink in doomed and before.source not in doomed and is_way_in(view, before)
        for after in view.whole_cords
        if after.source in doomed and after.sink not in doomed and leads_on(view, before, after)
    ]
    kept = keeping(view, doomed)
    return without(grafted_in_place(kept, bridges, doomed), doomed)


def keeping(view: View, doomed: set[int]) -> View:
    """The boxes with the number that a removed control set on them, where they have none."""
    boxes = [*view.boxes]
    for cord in view.whole_cords:
        value = value_of(view.boxes[cord.source]) if cord.source in doomed else None
        name, box = view.known[cord.sink].name, boxes[cord.sink]
        own = (p.places[name][0] for p in parameters_of(name) if p.places[name][1] == cord.inlet)
        if value is not None and next(own, None) == 0 and box.kind == "obj" and not box.args:
            boxes[cord.sink] = replace(box, atoms=(box.name, number_text(value)), spelling=None)
    return View(view.canvas.with_boxes(tuple(boxes)), view.path, view.patch)


def grafted_in_place(view: View, bridges: list[Connection], doomed: set[int]) -> Canvas:
    """The canvas with each bridge where the cord into the removed box stood: the order stays."""
    waiting = {(b.source, b.outlet, b.sink, b.inlet): b for b in bridges}

    def bridged(cord: Connection) -> tuple[Connection, ...]:
        if cord.sink not in doomed or cord.source in doomed:
            return (cord,)
        mine = [key for key in waiting if key[:2] == (cord.source, cord.outlet)]
        return (cord, *(waiting.pop(key) for key in mine))

    had = {(c.source, c.outlet, c.sink, c.inlet) for c in view.whole_cords}
    for key in had & waiting.keys():
        del waiting[key]
    return recorded(view.canvas, bridged)


def is_way_in(view: View, cord: Connection) -> bool:
    """Whether the cord brings what goes through the box, and does not set something on it."""
    name = view.known[cord.sink].name
    return cord.inlet == 0 and all(p.places[name][1] != 0 for p in parameters_of(name))


def leads_on(view: View, before: Connection, after: Connection) -> bool:
    """Whether a cord may go from the source of one to the sink of the other."""
    is_alike = view.is_signal(before) == view.is_signal(after)
    source, sink = view.known[before.source].ports, view.known[after.sink].ports
    same_box = before.sink == after.source and after.outlet == 0
    is_understood = after.inlet > 0 or all(
        understands(view, after.sink, selector) for selector in emitted(view, before)
    )
    is_group = view.is_signal(before) and before.sink != after.source
    return (
        is_alike
        and is_understood
        and (same_box or is_group)
        and may_connect(source, before.outlet, sink, after.inlet)
    )


def joined(things: Things, asked: Join) -> Canvas:
    """The patch with a cord more, or without the cords between two boxes. Raises EditUnclear."""
    source = thing(things, asked.source)
    found = target(things, asked.sink, wants_parameter=True)
    sink = found.thing
    if source.path != sink.path:
        raise EditUnclear(
            f"{said(source.box)} and {said(sink.box)} are in different windows",
            hint="Only boxes of one window can be connected; [send] and [receive] join windows.",
        )
    view = things.view(source)
    if not asked.is_made:
        inner = recorded(
            view.canvas, lambda c: () if (c.source, c.sink) == (source.index, sink.index) else (c,)
        )
        if inner == view.canvas:
            raise EditUnclear(
                f"no cord goes from {said(source.box)} to {said(sink.box)}",
                hint="Name the boxes at its ends.",
            )
        return rebuilt(things.canvas, {source.path: inner})
    inlet = inlet_for(
        things, asked.sink, found.parameter.places[sink.name][1] if found.parameter else 0
    )
    cord = Connection(source.index, 0, sink.index, inlet)
    if not may_connect(view.known[source.index].ports, 0, view.known[sink.index].ports, inlet):
        raise EditUnclear(
            f"{said(source.box)} cannot be connected to inlet {inlet + 1} of {said(sink.box)}",
            hint="Name the object itself, and what it is to set: 'the cutoff of the lop~'.",
        )
    return rebuilt(things.canvas, {source.path: grafted(view.canvas, (), [cord])})


def inlet_for(things: Things, words: str, inlet: int | None) -> int:
    """The inlet that is meant: of the setting that is named, else the first."""
    named = {
        word
        for view in things.views.values()
        for k in view.known
        for p in parameters_of(k.name)
        for word in p.words.split()
    }
    return inlet if inlet is not None and set(words.lower().split()) & named else 0
