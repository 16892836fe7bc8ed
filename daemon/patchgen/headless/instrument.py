"""Rewrites a patch so that it can be watched: taps for [dac~], observers, drivers, a recorder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from patchgen.headless.parts import (
    cords,
    dac_tap,
    message_box,
    microphone,
    obj,
    observer,
    recorder,
)
from patchgen.pd.atoms import is_number, unescape
from patchgen.pd.model import Box, Canvas, Connection, walk

BOUND_NAMES = {
    "notein": "#notein", "ctlin": "#ctlin", "pgmin": "#pgmin", "bendin": "#bendin",
    "touchin": "#touchin", "polytouchin": "#polytouchin", "midiin": "#midiin",
    "key": "#key", "keyup": "#keyup", "keyname": "#keyname",
}  # fmt: skip
"""Boxes without inlets, and the receiver through which Pd itself reaches them."""

MOST_CHANNELS = 64
"""Channels beyond this are not recorded."""

CONTROL_OUTLET = frozenset({"env~", "snapshot~", "vsnapshot~", "threshold~", "bang~", "sigmund~",
                            "fiddle~", "bonk~", "pique"})  # fmt: skip
"""Objects whose name ends in ~ and whose first outlet sends messages all the same."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A message for a top-level box at a logical time in milliseconds; 0 is right after loading.

    It goes to the first inlet. Boxes without inlets get it where they listen: [r name] and MIDI
    and key boxes ([notein] expects "60 100 1": pitch, velocity, channel).
    """

    at: float
    box: int
    message: str
    """As in a message box: "bang", "5", "set 3", "1 2 3", "symbol foo"."""


@dataclass(frozen=True, slots=True)
class Instrumented:
    """A rewritten patch, and what is needed to read its console."""

    canvas: Canvas
    labels: dict[str, str]
    """What each [print] box would print before its colon, by observer tag."""
    channels: int
    """How many channels are recorded."""


def instrument(
    canvas: Canvas, feeds: Iterable[Feed], watch: Iterable[int], frames: int, hertz: float
) -> Instrumented:
    """The patch with everything built in; existing top-level boxes keep their indices."""
    boxes = [box for _, part in walk(canvas) for box in part.boxes]
    channels = max((c for box in boxes for c in dac_channels(box)), default=0)
    labels: dict[str, str] = {}
    played = replace_boxes(canvas, labels, hertz)
    added, connections = drivers(canvas, feeds)
    observers, watching = watchers(canvas, watch, len(added))
    added += (*observers, recorder(channels, frames))
    return Instrumented(extended(played, added, watching, connections), labels, channels)


def replace_boxes(canvas: Canvas, labels: dict[str, str], hertz: float) -> Canvas:
    """Every [dac~], [adc~] and [print], at any depth, by its stand-in; fills `labels`."""
    return canvas.with_boxes(tuple(stand_in(box, labels, hertz) for box in canvas.boxes))


def stand_in(box: Box, labels: dict[str, str], hertz: float) -> Box:
    """What takes the place of a box; most boxes stay as they are."""
    if box.canvas is not None:
        return replace(box, canvas=replace_boxes(box.canvas, labels, hertz))
    if box.kind != "obj":
        return box
    if box.name == "dac~":
        return dac_tap(dac_channels(box))
    if box.name == "adc~" and hertz:
        return microphone(len(box.args) or 2, hertz)
    if box.name == "print":
        tag = f"print-{len(labels)}"
        labels[tag] = print_label(box.args)
        return observer(tag)
    return box


def dac_channels(box: Box) -> tuple[int, ...]:
    """The channel of each inlet of a [dac~], from 1; nothing for other boxes."""
    if box.kind != "obj" or box.name != "dac~":
        return ()
    numbers = (int(float(arg)) if is_number(arg) else 0 for arg in box.args)
    return tuple(n if n <= MOST_CHANNELS else 0 for n in numbers) or (1, 2)


def print_label(args: tuple[str, ...]) -> str:
    """What a [print] with these arguments puts before the colon; nothing for [print -n]."""
    if args == ("-n",):
        return ""
    return " ".join(unescape(arg) for arg in args) or "print"


def drivers(
    canvas: Canvas, feeds: Iterable[Feed]
) -> tuple[tuple[Box, ...], tuple[Connection, ...]]:
    """A loadbang, and for each feed its delay, its message, and its way to the box."""
    start = len(canvas.boxes)
    boxes: list[Box] = [obj("loadbang")]
    connections: tuple[Connection, ...] = ()
    for feed in feeds:
        target = canvas.boxes[checked(canvas, feed.box, "feed")]
        here = start + len(boxes)
        boxes += [obj(f"delay {feed.at:.9g}"), message_box(feed.message)]
        end = feed.box
        if name := bound_name(target):
            boxes.append(Box("obj", ("s", name)))
            end = here + 2
        wait = (start, here) if feed.at > 0 else (start,)
        connections += cords((*wait, here + 1, end))
    return tuple(boxes), connections


def watchers(
    canvas: Canvas, watch: Iterable[int], offset: int
) -> tuple[tuple[Box, ...], tuple[Connection, ...]]:
    """An observer for the first outlet of each watched box."""
    watched = tuple(dict.fromkeys(watch))
    for index in watched:
        if is_signal(canvas.boxes[checked(canvas, index, "watch")]):
            raise ValueError(f"box {index} ({canvas.boxes[index].name}) sends a signal")
    start = len(canvas.boxes) + offset
    boxes = tuple(observer(f"box-{index}") for index in watched)
    return boxes, cords(*((index, start + i) for i, index in enumerate(watched)))


def extended(
    canvas: Canvas,
    boxes: tuple[Box, ...],
    first: tuple[Connection, ...],
    last: tuple[Connection, ...],
) -> Canvas:
    """The canvas with boxes appended and connections before and after its own.

    Observers come first at their outlet: they change nothing, and what a box sends is then seen in
    the order in which it was sent even if it is fed back. Connections of the patch to boxes that
    do not exist are left out; they must not hit the appended ones.
    """
    count = len(canvas.boxes)
    own = (c for c in canvas.connections if c.source < count and c.sink < count)
    last_box = max((i for i, item in enumerate(canvas.items) if isinstance(item, Box)), default=-1)
    items = (*canvas.items[: last_box + 1], *boxes, *canvas.items[last_box + 1 :])
    return replace(canvas, items=items).with_connections((*first, *own, *last))


def checked(canvas: Canvas, index: int, what: str) -> int:
    """The index itself. Raises ValueError where there is no such box."""
    if not 0 <= index < len(canvas.boxes):
        raise ValueError(f"cannot {what} box {index}: the patch has {len(canvas.boxes)} boxes")
    return index


def bound_name(box: Box) -> str:
    """The receiver through which a box without inlets is reached; empty for all others."""
    if box.kind == "obj" and box.name in ("r", "receive") and box.args:
        return box.args[0]
    return BOUND_NAMES.get(box.name, "") if box.kind == "obj" else ""


def is_signal(box: Box) -> bool:
    """Whether the first outlet most likely carries a signal."""
    if box.canvas is not None:
        outlets = [b for b in box.canvas.boxes if b.name in ("outlet", "outlet~")]
        return bool(outlets) and min(outlets, key=lambda outlet: outlet.x).name == "outlet~"
    return box.kind == "obj" and box.name.endswith("~") and box.name not in CONTROL_OUTLET
