"""Puts a print or a display behind an outlet."""

from __future__ import annotations

from patchgen.domains.patch.edits.channel import outputs, signals_into
from patchgen.domains.patch.edits.faces import FACES, face
from patchgen.domains.patch.edits.nouns import tokens
from patchgen.domains.patch.edits.operations import Show
from patchgen.domains.patch.edits.resolve import Target, ambiguous, forms, target
from patchgen.domains.patch.edits.things import Thing, Things
from patchgen.errors import EditUnclear
from patchgen.layout.nearby import nearby
from patchgen.lint.mend import rebuilt
from patchgen.pd.graft import grafted
from patchgen.pd.model import Box, Canvas, Connection
from patchgen.report.naming import said

RESULT = frozenset("result results outcome answer".split())
HEARD = frozenset("output level sound volume loudness signal".split())


def shown(things: Things, asked: Show) -> Canvas:
    """The patch with a print or a display behind an outlet. Raises EditUnclear."""
    thing, outlet = shown_outlet(things, asked.what)
    view, new = things.view(thing), len(things.view(thing).boxes)
    ports = view.known[thing.index].ports
    is_signal = ports is not None and outlet < len(ports.outlets) and ports.outlets[outlet]
    boxes: list[Box] = []
    cords: list[Connection] = []
    if is_signal:
        boxes.append(Box("obj", ("env~",)))
        cords.append(Connection(thing.index, outlet, new, 0))
    if is_signal and FACES.get(asked.how) == "vu":
        boxes.append(Box("obj", ("-", "100")))
        cords.append(Connection(new, 0, new + 1, 0))
    boxes.append(Box("obj", ("print",)) if asked.how == "print" else face(asked.how, 0, 0))
    last = new + len(boxes) - 1
    cords.append(
        Connection(last - 1, 0, last, 0) if is_signal else Connection(thing.index, outlet, last, 0)
    )
    made = nearby(grafted(view.canvas, boxes, cords), range(new, last + 1))
    return rebuilt(things.canvas, {thing.path: made})


def shown_outlet(things: Things, words: str) -> tuple[Thing, int]:
    """The outlet whose messages or sound the words mean. Raises EditUnclear."""
    asked = set(tokens(words))
    if asked & RESULT:
        return result(things), 0
    if asked and asked <= HEARD and any(t.name == "dac~" for t in things.all):
        out = outputs(things)[0]
        cord = signals_into(things.view(out), out.index)[0]
        return things.at(out, cord.source), cord.outlet
    found = target(things, words, wants_parameter=True)
    thing, parameter = found.thing, found.parameter
    view = things.view(thing)
    inlet = parameter.places[thing.name][1] if parameter is not None else None
    called = set(f"{parameter.words} {parameter.also}".split()) if parameter is not None else set()
    named = any(called & {*forms(word)} for word in asked)
    if named:
        feeding = [c for c in view.fed_by.get(thing.index, ()) if c.inlet == inlet]
        if not feeding:
            raise EditUnclear(
                f"nothing feeds that inlet of {said(thing.box)}: it stays as it is",
                hint="Add a control for it instead.",
            )
        return things.at(thing, feeding[0].source), feeding[0].outlet
    ports = view.known[thing.index].ports
    if ports is not None and not ports.outlets:
        raise EditUnclear(
            f"nothing comes out of {said(thing.box)}", hint="Name the box that feeds it."
        )
    return thing, 0


def result(things: Things) -> Thing:
    """The box whose numbers lead nowhere yet, or else to a display. Raises EditUnclear."""
    ends = []
    for thing in things.all:
        view = things.view(thing)
        ports = view.known[thing.index].ports
        has_outlet = ports is not None and bool(ports.outlets) and not ports.outlets[0]
        if has_outlet and things.is_fed(thing) and not view.feeds.get(thing.index):
            ends.append(thing)
    if not ends:
        raise EditUnclear(
            "no number comes out of the patch that could be shown", hint="Name a box."
        )
    if len(ends) > 1:
        raise ambiguous("the result", [Target(thing) for thing in ends])
    return ends[0]
