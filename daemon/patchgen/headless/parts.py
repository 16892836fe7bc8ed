"""The small pieces of patch that the probe builds in: observers, taps, drivers, a recorder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from patchgen.pd.atoms import escape
from patchgen.pd.model import Box, Canvas, Connection

RATE = 44100
"""Samples a second."""
BLOCK = 64
"""Samples that Pd computes at once, and by which the recorder lags behind."""
BEYOND = 2.0**60
"""Recorded for samples that are infinite or undefined, which [throw~] would make 0."""
TIME_LABEL = "patchgen-at"
"""Prefix of the console line that says when, in milliseconds."""
VALUE_LABEL = "patchgen-saw-"
"""Prefix, before the observer's tag, of the line after it that says what."""
RECORDING = "recording.wav"
FINISHED = "patchgen-finished"
"""A name nobody listens to: Pd's complaint about it says that the time was over."""


def obj(text: str) -> Box:
    """A box from its text, which must need no escapes."""
    return Box("obj", tuple(text.split()))


def msg(*atoms: str) -> Box:
    """A message box from atoms as the file spells them."""
    return Box("msg", atoms)


def cords(*chains: Iterable[int | tuple[int, int]]) -> tuple[Connection, ...]:
    """Connections along chains of boxes; (box, port) enters or leaves by another port than 0."""
    out = []
    for chain in chains:
        ends = [end if isinstance(end, tuple) else (end, 0) for end in chain]
        out += [Connection(*source, *sink) for source, sink in pairwise(ends)]
    return tuple(out)


def subpatch(name: str, boxes: Iterable[Box], connections: Iterable[Connection]) -> Box:
    """A [pd name]; its inlets are counted by x, so each box stands right of the one before."""
    spread = (replace(box, x=10 * i, y=10 * i) for i, box in enumerate(boxes))
    inside = Canvas(rest=(name, "0"), items=(*spread, *connections))
    return Box("restore", ("pd", name), canvas=inside)


def observer(tag: str) -> Box:
    """Prints the time and then the message, whatever type it has, on two lines."""
    boxes = (
        obj("inlet"), obj("t b"), obj("timer"),
        obj(f"print {TIME_LABEL}"), obj(f"print {VALUE_LABEL}{tag}"),
    )  # fmt: skip
    return subpatch("observer", boxes, cords((0, 1, (2, 1)), (2, 3), (0, 4)))


def dac_tap(channels: tuple[int, ...]) -> Box:
    """Stands for a [dac~]: throws each inlet to its channel; channels below 1 are lost as in Pd."""
    boxes = [obj("inlet~") for _ in channels]
    joins: tuple[Connection, ...] = ()
    for inlet, channel in enumerate(channels):
        if channel > 0:
            here = len(boxes)
            boxes += [
                obj(f"min~ {BEYOND:.9g}"), obj(f"max~ {-BEYOND:.9g}"),
                obj(f"throw~ patchgen-channel-{channel}"),
            ]  # fmt: skip
            joins += cords((inlet, here, here + 1, here + 2))
    return subpatch("dac", boxes, joins)


def microphone(channels: int, hertz: float) -> Box:
    """Stands for an [adc~]: a sine of amplitude 0.5 at every outlet."""
    boxes = (obj(f"osc~ {hertz:g}"), obj("*~ 0.5"), *(obj("outlet~") for _ in range(channels)))
    return subpatch("adc", boxes, cords((0, 1), *((1, 2 + i) for i in range(channels))))


def recorder(channels: int, frames: int) -> Box:
    """Records the channels into a file from the first sample on, then quits Pd.

    Appended as the last box it is computed first, one block before everything else; so every
    channel is late by exactly one block, wherever in the patch its [dac~] stands.
    """
    length = frames + BLOCK
    boxes = [obj("loadbang"), obj(f"delay {1000 * (length + BLOCK) / RATE:.9g}")]
    connections = cords((0, 1))
    if channels:
        arrays = " ".join(f"patchgen-array-{c}" for c in range(1, channels + 1))
        command = f"write -bytes 4 -nframes {length} {RECORDING} {arrays}"
        boxes += [msg(*command.split()), obj("soundfiler")]
        connections += cords((1, 2, 3))
    for c in range(1, channels + 1):
        first = len(boxes)
        boxes += [
            obj(f"catch~ patchgen-channel-{c}"), obj(f"tabwrite~ patchgen-array-{c}"),
            obj(f"array define patchgen-array-{c} {length}"),
        ]  # fmt: skip
        connections += cords((first, first + 1), (0, first + 1))
    boxes.append(msg("\\;", FINISHED, "bang", "\\;", "pd", "quit"))
    connections += cords((1, len(boxes) - 1))
    return subpatch("recorder", boxes, connections)


def message_box(message: str) -> Box:
    """A message box that sends these words, nothing in them being special."""
    return msg(*(escape(word) for word in message.split()))
