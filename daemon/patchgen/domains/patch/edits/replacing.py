"""Makes one object out of another: its place and the cords that still fit stay."""

from __future__ import annotations

from dataclasses import replace

from patchgen.boxes.ports import ports_of
from patchgen.domains.patch.edits.faces import face as new_face
from patchgen.domains.patch.edits.faces import fields_of, value_of, with_fields, with_value
from patchgen.domains.patch.edits.new_object import NewObject, new_object
from patchgen.domains.patch.edits.operations import Duplicate, Replace, SetValue, Swap
from patchgen.domains.patch.edits.parameters import Parameter, parameters_of
from patchgen.domains.patch.edits.quantity import Quantity, measured
from patchgen.domains.patch.edits.resolve import Target, several, thing
from patchgen.domains.patch.edits.setting import number_now, with_amount
from patchgen.domains.patch.edits.things import Thing, Things
from patchgen.errors import EditUnclear
from patchgen.layout.nearby import nearby
from patchgen.lint.connections import may_connect
from patchgen.lint.mend import rebuilt
from patchgen.pd.atoms import is_number, number_text
from patchgen.pd.graft import grafted, recorded, with_box
from patchgen.pd.model import ATOM_BOXES, Box, Canvas, Connection
from patchgen.report.naming import KINDS, said

KEPT_FIELDS = ("lo", "hi", "label", "send", "receive", "log")
USUAL = {
    "bp~": ("1000", "5"),
    "vcf~": ("5",),
    "clip~": ("-1", "1"),
    "hip~": ("5",),
    "lop~": ("1000",),
}
"""Arguments for objects that do nothing without."""


def replaced(things: Things, asked: Replace) -> Canvas:
    """The patch with another object in the place of one. Raises EditUnclear."""
    canvas = things.canvas
    made = new_object(asked.by)
    assert made is not None
    for found in several(things, asked.what):
        canvas = rebuilt(canvas, {found.path: exchanged(Things(canvas), found, made)})
    return canvas


def exchanged(things: Things, found: Thing, made: NewObject) -> Canvas:
    """The canvas of a box with the new object instead of it."""
    inner = things.view(found).canvas
    box, lost = as_object(found, made)
    inner = with_fitting_cords(with_box(inner, found.index, box), found.index)
    if made.after:
        inner = behind(inner, found.index, made.after)
    if lost is not None and not any(
        (cord.sink, cord.inlet) == (found.index, lost[1]) for cord in inner.connections
    ):
        inner = fed_by_constant(inner, found.index, *lost)
    return inner


def as_object(found: Thing, made: NewObject) -> tuple[Box, tuple[float, int] | None]:
    """The new box, and a number that it takes by an inlet only, with that inlet."""
    name = made.name
    if name in KINDS or name in ("hsl", "vsl", "tgl", "bng", "nbx", "floatatom"):
        return as_face(found.box, name), None
    args = made.args or USUAL.get(name, ())
    box = replace(found.box, kind="obj", atoms=(name, *args), canvas=None)
    lost = None
    for old, new in shared(found.name, name) if not made.args else ():
        value = number_now(Target(found, old))
        index, inlet = new.places[name]
        if value is not None and index is not None:
            args = (
                *args[:index],
                *["0"] * (index - len(args)),
                number_text(value),
                *args[index + 1 :],
            )
        elif value is not None and inlet is not None:
            lost = (value, inlet)
    if not made.args and not parameters_of(name) and name != "print":
        args = (
            tuple(arg for arg in found.box.args if is_number(arg))
            if takes_same(found, name)
            else args
        )
    box = replace(box, atoms=(name, *args), width=None)
    if made.amount is not None and (main := next(iter(parameters_of(name)), None)):
        target = Target(Thing(found.path, found.index, box, name), main)
        box = with_amount(target, SetValue("", Quantity(measured(made.amount, main.unit))))
    return box, lost


def takes_same(found: Thing, name: str) -> bool:
    """Whether both objects take as many numbers, as [+] and [-] do."""
    old, new = ports_of(found.box), ports_of(Box("obj", (name,)))
    return (
        bool(found.box.args)
        and old is not None
        and new is not None
        and len(old.inlets) == len(new.inlets) > 1
    )


def shared(old: str, new: str) -> list[tuple[Parameter, Parameter]]:
    """What can be set on both objects."""
    pairs = []
    for theirs in parameters_of(new):
        same = (own for own in parameters_of(old) if own.unit == theirs.unit)
        own = next((o for o in same if set(o.words.split()) & set(theirs.words.split())), None)
        if own is not None:
            pairs.append((own, theirs))
    return pairs


def as_face(box: Box, name: str) -> Box:
    """A control in the place of another: range, label and names stay."""
    made = new_face(name)
    old, new = fields_of(box), fields_of(made)
    if old is not None and new is not None:
        empty = {"empty": "-", "-": "empty"}
        for key in set(KEPT_FIELDS) & old.keys() & new.keys():
            is_atom = made.kind in ATOM_BOXES
            new[key] = (
                empty.get(old[key], old[key]) if is_atom != (box.kind in ATOM_BOXES) else old[key]
            )
        made = with_fields(made, new)
    value = value_of(box)
    made = made if value is None else with_value(made, value) or made
    return replace(made, x=box.x, y=box.y)


def with_fitting_cords(canvas: Canvas, index: int) -> Canvas:
    """The canvas without the cords of a box that Pd would refuse."""
    ports = {i: ports_of(box) for i, box in enumerate(canvas.boxes)}

    def kept(cord: Connection) -> tuple[Connection, ...]:
        if index not in (cord.source, cord.sink):
            return (cord,)
        fits = may_connect(ports[cord.source], cord.outlet, ports[cord.sink], cord.inlet)
        return (cord,) if fits else ()

    return recorded(canvas, kept)


def behind(canvas: Canvas, index: int, atoms: tuple[str, ...]) -> Canvas:
    """The canvas with a box between an object and all that it feeds."""
    new = len(canvas.boxes)
    led = recorded(
        canvas, lambda c: (replace(c, source=new, outlet=0),) if c.source == index else (c,)
    )
    # The cord to the new box must not be led by itself.
    return nearby(grafted(led, [Box("obj", atoms)], [Connection(index, 0, new, 0)]), [new])


def fed_by_constant(canvas: Canvas, index: int, value: float, inlet: int) -> Canvas:
    """The canvas with a constant signal at an inlet."""
    new = len(canvas.boxes)
    made = grafted(
        canvas, [Box("obj", ("sig~", number_text(value)))], [Connection(new, 0, index, inlet)]
    )
    return nearby(made, [new])


def swapped(things: Things, asked: Swap) -> Canvas:
    """The patch with two boxes exchanged: each takes the place and the cords of the other."""
    one, other = thing(things, asked.one), thing(things, asked.other)
    if one.path != other.path:
        raise EditUnclear(
            f"{said(one.box)} and {said(other.box)} are in different windows",
            hint="Only boxes of one window can be swapped.",
        )
    inner = things.view(one).canvas
    before = len(inner.connections)
    for here, there in ((one, other), (other, one)):
        exchanged = replace(there.box, x=here.box.x, y=here.box.y, spelling=None)
        inner = with_box(inner, here.index, exchanged)
    for here in (one, other):
        inner = with_fitting_cords(inner, here.index)
    if len(inner.connections) < before:
        raise EditUnclear(
            f"{said(one.box)} and {said(other.box)} have different inlets and outlets",
            hint="Only boxes can be swapped that fit into the place of each other.",
        )
    return rebuilt(things.canvas, {one.path: inner})


def duplicated(things: Things, asked: Duplicate) -> Canvas:
    """The patch with a twin of a box, with the same cords. Raises EditUnclear."""
    found = thing(things, asked.what)
    inner, new = things.view(found).canvas, len(things.view(found).boxes)
    box = replace(found.box, x=0, y=0, spelling=None)
    main = next((p for p in parameters_of(found.name) if p.is_main), None)
    if asked.amount is not None:
        target = Target(Thing(found.path, new, box, found.name), main)
        box = with_amount(target, SetValue("", asked.amount))
    own = main.places[found.name][1] if asked.amount is not None and main is not None else None
    cords = [
        replace(
            cord,
            source=new if cord.source == found.index else cord.source,
            sink=new if cord.sink == found.index else cord.sink,
            spelling=None,
        )
        for cord in inner.connections
        # What sets the first one must not set the second one, which has a number of its own.
        if found.index in (cord.source, cord.sink)
        and (own is None or (cord.sink, cord.inlet) != (found.index, own))
    ]
    return rebuilt(things.canvas, {found.path: nearby(grafted(inner, [box], cords), [new])})
