"""Sets a number: in an object, in a message box, or as what a control starts with."""

from __future__ import annotations

from dataclasses import replace

from patchgen.domains.patch.edits.changing import changed, with_beats
from patchgen.domains.patch.edits.faces import BOUNDS, value_of, with_value
from patchgen.domains.patch.edits.nouns import tokens
from patchgen.domains.patch.edits.operations import SetValue
from patchgen.domains.patch.edits.parameters import Parameter
from patchgen.domains.patch.edits.resolve import MANY, Target, ambiguous, targets
from patchgen.domains.patch.edits.room import with_room
from patchgen.domains.patch.edits.things import Thing, Things
from patchgen.domains.patch.edits.units import counts_beats, unit_sent
from patchgen.errors import EditUnclear
from patchgen.lint.mend import rebuilt
from patchgen.objects.reference import full_name
from patchgen.pd.atoms import is_number, number_text, unescape
from patchgen.pd.graft import with_box
from patchgen.pd.model import Box, Canvas
from patchgen.report.controls import face
from patchgen.report.naming import KINDS, said

CONSTANTS = frozenset({"float", "int", "sig~"})


def value_set(things: Things, asked: SetValue) -> Canvas:
    """The patch with the number set. Raises EditUnclear."""
    found = targets(things, asked.what, wants_parameter=True)
    found = [one for one in found if one.parameter or holds(one.thing)] or found
    if len(found) > 1 and not (MANY.search(asked.what.lower()) or are_twins(things, found)):
        raise ambiguous(asked.what, found)
    canvas = things.canvas
    for one in found:
        is_number_itself = names_number(asked.what)
        held = one if is_number_itself else holder(things, one)
        unit = None if held.parameter is not None else unit_sent(things, held.thing)
        box = with_amount(held, asked, unit)
        inner = Things(canvas).views[held.thing.path].canvas
        canvas = rebuilt(canvas, {held.thing.path: with_box(inner, held.thing.index, box)})
        canvas = with_room(canvas, box)
    return canvas


def names_number(words: str) -> bool:
    """Whether a number alone is named, as in `change 440 to 330`."""
    named = tokens(words)
    return len(named) == 1 and is_number(named[0])


def are_twins(things: Things, found: list[Target]) -> bool:
    """Whether they are the same box for the left and the right channel."""
    if len({(t.thing.path, t.thing.box.kind, t.thing.box.atoms) for t in found}) > 1:
        return False
    sinks = [
        {cord.sink for cord in things.view(t.thing).feeds.get(t.thing.index, ())} for t in found
    ]
    return bool(sinks[0]) and all(sink == sinks[0] for sink in sinks)


def holder(things: Things, found: Target) -> Target:
    """The box that holds the number: the object itself, or what feeds it when the patch opens.

    Raises EditUnclear where the number in the object would be overruled at once.
    """
    thing, parameter = found.thing, found.parameter
    if parameter is None:
        return found
    index, inlet = parameter.places[thing.name]
    view = things.view(thing)
    feeding = [cord for cord in view.fed_by.get(thing.index, ()) if cord.inlet == inlet]
    if inlet == 0 and thing.name not in ("osc~", "phasor~", "sig~", "tabosc4~"):
        feeding = []
    sources = [things.at(thing, cord.source) for cord in feeding]
    holding = [source for source in sources if holds(source)]
    if len(holding) == 1:
        return Target(holding[0], parameter)
    if len(holding) > 1:
        raise ambiguous(f"what sets {said(thing.box)}", [Target(one, parameter) for one in holding])
    if any(view.is_signal(cord) for cord in feeding):
        raise EditUnclear(
            f"a signal sets that of {said(thing.box)}: {said(sources[0].box)}",
            hint="Say which number of the boxes before it is to change.",
        )
    working = [s for s in sources if s.box.kind == "obj" and works_out(things, s)]
    if working:
        raise EditUnclear(
            f"{said(working[0].box)} sets that of {said(thing.box)}",
            hint=f"Name what goes into {said(working[0].box)}, or the number in the box.",
        )
    if index is None:
        raise EditUnclear(
            f"nothing sets the {parameter.words.split()[0]} of {said(thing.box)}",
            hint="Add a control for it first.",
        )
    return found


def works_out(things: Things, source: Thing) -> bool:
    """Whether a box makes its numbers from what it gets."""
    return source.box.name not in KINDS and source.name != "loadbang" and things.is_fed(source)


def holds(thing: Thing) -> bool:
    """Whether a box brings one number by itself."""
    if thing.name == "msg":
        return len(thing.box.atoms) == 1 and is_number(thing.box.atoms[0])
    if thing.name in CONSTANTS:
        return bool(thing.box.args) and is_number(thing.box.args[-1])
    return value_of(thing.box) is not None


def with_amount(held: Target, asked: SetValue, sent: str | None = None) -> Box:
    """The box with the number; `sent` is the unit of a control. Raises EditUnclear."""
    box, parameter = held.thing.box, held.parameter
    unit = sent or (parameter.unit if parameter is not None else "")
    if held.thing.name == "msg":
        return with_message_number(held.thing, asked, unit)
    named = named_place(box, asked.what)
    if named is not None:
        fitting = parameter is not None and named == argument_of(box, parameter, held.thing.name)
        return with_argument(box, named, asked, unit if fitting else "")
    now = face(box)
    if box.name in BOUNDS or now.value is not None or now.sends_at_load:
        return control_set(box, asked, unit)
    if parameter is None:
        raise EditUnclear(
            f"nothing can be set on {said(box)}",
            hint="Name the object and its setting, or the message that feeds it.",
        )
    if held.thing.name in CONSTANTS:
        place: int | None = len(box.args) - 1 if box.args else 0
    else:
        place = argument_of(box, parameter, held.thing.name)
    assert place is not None
    if counts_beats(held.thing.name, box.args):
        return with_beats(box, asked)
    return with_argument(box, place, asked, unit)


def named_place(box: Box, words: str) -> int | None:
    """The index of the one argument that is the number which the words name, and no more."""
    if box.kind != "obj" or box.name in KINDS or not names_number(words):
        return None
    named = number_text(float(tokens(words)[0]))
    places = [
        i for i, arg in enumerate(box.args) if is_number(arg) and number_text(float(arg)) == named
    ]
    return places[0] if len(places) == 1 else None


def argument_of(box: Box, parameter: Parameter, name: str) -> int | None:
    """The index of the number among the arguments as they are written."""
    index = parameter.places[name][0]
    args = tuple(map(unescape, box.args))
    left = full_name(unescape(box.name), args)[1]
    return None if index is None else index + len(args) - len(left)


def with_argument(box: Box, place: int, asked: SetValue, unit: str) -> Box:
    """The box with another argument; those before it that are missing are filled up with 0."""
    args = [*box.args]
    if place < len(args) and not is_number(args[place]):
        raise EditUnclear(
            f"{said(box)} gets that from elsewhere: {unescape(args[place])}",
            hint="Change it there, or replace the box.",
        )
    now = float(args[place]) if place < len(args) else None
    args += ["0"] * (place + 1 - len(args))
    value = changed(now, asked, unit, said(box))
    if now is not None and value == now:
        return box
    args[place] = number_text(value)
    return replace(box, atoms=(box.name, *args))


def with_message_number(thing: Thing, asked: SetValue, unit: str) -> Box:
    """The message box with another number in it."""
    places = [i for i, atom in enumerate(thing.box.atoms) if is_number(atom)]
    named = [i for i in places if number_text(float(thing.box.atoms[i])) in asked.what.split()]
    chosen = named or places
    if len(chosen) != 1:
        raise EditUnclear(
            f"{said(thing.box)} holds {len(chosen)} numbers",
            hint=f"Say the message: 'change the message {' '.join(thing.box.atoms)} to ...'.",
        )
    atoms = [*thing.box.atoms]
    value = changed(float(atoms[chosen[0]]), asked, unit, said(thing.box))
    atoms[chosen[0]] = number_text(value)
    return replace(thing.box, atoms=tuple(atoms))


def control_set(box: Box, asked: SetValue, unit: str) -> Box:
    """The control as it starts with another value. Raises EditUnclear."""
    now = face(box)
    is_share = (asked.amount.unit, asked.how) == ("%", "to")
    if is_share and now.low is not None and now.high is not None:
        value = now.low + asked.amount.value / 100 * (now.high - now.low)
    else:
        value = changed(value_of(box), asked, unit, said(box))
    if now.low is not None and now.high is not None and box.name != "tgl":
        low, high = sorted((now.low, now.high))
        if not low <= value <= high:
            raise EditUnclear(
                f"{number_text(value)} is beyond the range of {said(box)}, "
                f"{number_text(low)} to {number_text(high)}",
                hint="Set its range first.",
            )
    found = with_value(box, value)
    if found is None:
        raise EditUnclear(
            f"{said(box)} cannot start with a value",
            hint="Use a slider, or set the object it feeds.",
        )
    return found


def number_now(found: Target) -> float | None:
    """What an argument is set to; None where it is not."""
    thing, parameter = found.thing, found.parameter
    index = parameter.places[thing.name][0] if parameter is not None else None
    if parameter is None or index is None:
        return None
    place = argument_of(thing.box, parameter, thing.name)
    args = thing.box.args
    is_there = place is not None and place < len(args) and is_number(args[place])
    return float(args[place]) if is_there and place is not None else None
