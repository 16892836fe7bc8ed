"""What a patch is at first sight: its name and words, its ports, its controls, its objects."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from patchgen.findings import Place
from patchgen.lint.known import Known
from patchgen.objects.reference import find
from patchgen.pd.atoms import unescape
from patchgen.pd.model import ATOM_BOXES, Box, Canvas, walk
from patchgen.pd.ports import INLETS, OUTLETS, ports_in_order
from patchgen.report.controls import caption, comment, face
from patchgen.report.effects import Effect, effects
from patchgen.report.firing import OUTSIDE, PLAYED
from patchgen.report.naming import KINDS
from patchgen.report.net import Net, Spot

META = "META"
"""The subpatch in which a help patch describes itself for Pd's browser."""

PLACES = frozenset({"text", "scalar", "array"})
"""Kinds of boxes that are no objects: comments, drawings, arrays."""


@dataclass(frozen=True, slots=True)
class Port:
    """An inlet or outlet of an abstraction."""

    is_inlet: bool
    number: int
    """From 1, from left to right."""
    is_signal: bool
    label: str
    """A comment beside it, or the words behind its name."""
    effects: tuple[str, ...]
    """What it reaches, for an inlet."""


@dataclass(frozen=True, slots=True)
class Control:
    """A box that a player uses, or that starts something by itself."""

    kind: str
    """`slider`, `button`, `message`, `midi`, `keys`, `network`, `start`."""
    label: str
    box: str
    place: Place
    canvas: str
    """The subpatch that it is in; empty for the patch itself."""
    low: float | None
    high: float | None
    value: float | None
    """What it holds when the patch opens."""
    sends_at_load: bool
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ObjectUse:
    """One kind of object in a patch."""

    name: str
    count: int
    description: str
    inlets: tuple[int, ...]
    """Those that anything is connected to, from 1."""
    outlets: tuple[int, ...]


SOURCES = {
    "notein": "midi", "ctlin": "midi", "bendin": "midi", "touchin": "midi", "pgmin": "midi",
    "polytouchin": "midi", "midiin": "midi", "sysexin": "midi", "midirealtimein": "midi",
    "key": "keys", "keyup": "keys", "keyname": "keys", "netreceive": "network",
    "loadbang": "start",
}  # fmt: skip
"""Boxes that start something without a mouse."""


def title(canvas: Canvas) -> str:
    """What the patch says about itself: its META description, else its first comment."""
    for _, inner in walk(canvas):
        if inner.rest[:1] == (META,):
            for text in comments(inner):
                if text.startswith("DESCRIPTION "):
                    return text.removeprefix("DESCRIPTION ").strip()
    return next((text for text in comments(canvas) if len(text) > 3), "")


def comments(canvas: Canvas) -> list[str]:
    """The comments of one canvas, from top to bottom."""
    found = sorted((box.y, box.x, comment(box)) for box in canvas.boxes if box.kind == "text")
    return [text for _, _, text in found]


def counted(canvas: Canvas) -> tuple[int, int]:
    """How many boxes without comments and how many canvases a patch has."""
    canvases = [inner for _, inner in walk(canvas)]
    boxes = sum(box.kind not in PLACES for inner in canvases for box in inner.boxes)
    return boxes, len(canvases)


def ports(net: Net) -> tuple[Port, ...]:
    """The inlets and outlets of the patch itself, as Pd counts them."""
    view = net.views[()]
    found = []
    for names in (INLETS, OUTLETS):
        for number, index in enumerate(ports_in_order(view.boxes, names), start=1):
            box = view.boxes[index]
            words = " ".join(map(unescape, box.args)) or caption(view.canvas, box)
            reached = effects(net, Spot((), index)) if names is INLETS else ()
            is_signal = box.name.endswith("~")
            told = tuple(effect.words for effect in reached)
            found.append(Port(names is INLETS, number, is_signal, words, told))
    return tuple(found)


def controls(net: Net, canvas: Canvas) -> tuple[Control, ...]:
    """Every control of the file itself; those inside abstractions are their own business."""
    own = {path for path, _ in walk(canvas)}
    return tuple(
        control(net, spot)
        for spot in net.spots
        if spot.canvas in own and is_control(net, spot) and net.leaving.get(spot)
    )


def is_control(net: Net, spot: Spot) -> bool:
    """Whether a box starts messages by itself or by hand."""
    name = net.known(spot).name
    if name in SOURCES or name in OUTSIDE:
        return True
    is_fed = bool(net.arriving.get(spot))
    return name in PLAYED and not (is_fed and name in ATOM_BOXES | {"msg"})


def control(net: Net, spot: Spot) -> Control:
    """One control as a value."""
    box, name = net.box(spot), net.known(spot).name
    held = face(box)
    kind = KINDS.get(name) or SOURCES.get(name, "message" if name == "msg" else "network")
    reached: tuple[Effect, ...] = effects(net, spot)
    return Control(
        kind,
        caption(net.views[spot.canvas].canvas, box) if name in KINDS else "",
        net.said(spot),
        Place(spot.canvas, spot.box),
        net.where(spot.canvas),
        held.low,
        held.high,
        held.value,
        held.sends_at_load,
        tuple(effect.words for effect in reached),
    )


def objects(net: Net, canvas: Canvas) -> tuple[ObjectUse, ...]:
    """The kinds of objects in the file itself, the most used first."""
    own = {path for path, _ in walk(canvas)}
    counts: Counter[str] = Counter()
    used: dict[str, tuple[set[int], set[int]]] = {}
    for path in own:
        view = net.views[path]
        for index, known in enumerate(view.known):
            name = object_name(view.boxes[index], known)
            if not name:
                continue
            counts[name] += 1
            inlets, outlets = used.setdefault(name, (set(), set()))
            inlets.update(cord.inlet + 1 for cord in view.fed_by.get(index, ()))
            outlets.update(cord.outlet + 1 for cord in view.feeds.get(index, ()))
    order = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(
        ObjectUse(name, counts[name], words(name), *map(in_order, used[name])) for name in order
    )


def in_order(numbers: set[int]) -> tuple[int, ...]:
    """The numbers from the lowest to the highest."""
    return tuple(sorted(numbers))


def object_name(box: Box, known: Known) -> str:
    """The name under which a box is counted; empty for comments, canvases and subpatches."""
    if box.kind in PLACES or known.name in ("", "cnv"):
        return ""
    if box.canvas is not None:
        return "" if box.name in ("pd", "graph", "") else box.name
    return known.name


def words(name: str) -> str:
    """One line about an object from the object reference; empty where it has none."""
    found = find(name)
    return "" if found is None else found.description
