"""Puts a limiter before every [dac~]: the mend for a patch that was heard to be too loud."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import floor

from patchgen.headless.instrument import dac_channels
from patchgen.pd.atoms import number_text
from patchgen.pd.model import Box, Canvas, Connection, walk

Inlet = tuple[int, int]
"""A box and the number of its inlet."""


def limited(canvas: Canvas) -> Canvas:
    """The same patch, in which no sound beyond full scale leaves a [dac~], subpatches too.

    Pd adds up what several [dac~] send to one channel, so these share full scale among them.
    """
    shares = Counter(channel for _, part in walk(canvas) for channel in ways_out(part).values())
    return with_limiters(canvas, shares)


def ways_out(canvas: Canvas) -> dict[Inlet, int]:
    """The connected inlets of all [dac~] on one canvas, and the channels they go to."""
    channels = [dac_channels(box) for box in canvas.boxes]
    return {
        (connection.sink, connection.inlet): channels[connection.sink][connection.inlet]
        for connection in canvas.connections
        if connection.sink < len(channels) and connection.inlet < len(channels[connection.sink])
    }


def with_limiters(canvas: Canvas, shares: Counter[int]) -> Canvas:
    """One canvas and those inside it with a [clip~] before each connected inlet of a [dac~]."""
    inner = tuple(
        replace(box, canvas=with_limiters(box.canvas, shares)) if box.canvas is not None else box
        for box in canvas.boxes
    )
    channels = ways_out(canvas)
    limiters = {inlet: len(inner) + number for number, inlet in enumerate(channels)}
    connections = [
        replace(connection, sink=limiters[inlet], inlet=0)
        if (inlet := (connection.sink, connection.inlet)) in limiters
        else connection
        for connection in canvas.connections
    ]
    connections += [Connection(box, 0, *inlet) for inlet, box in limiters.items()]
    boxes = tuple(limiter(shares[channel]) for channel in channels.values())
    canvas = canvas.with_boxes(inner)
    return replace(canvas, items=(*canvas.items, *boxes)).with_connections(tuple(connections))


def limiter(sharers: int) -> Box:
    """A [clip~] for one of so many ways to a channel."""
    # Rounded down, or six sixths were more than one.
    share = number_text(floor(1e5 / sharers) / 1e5)
    return Box("obj", ("clip~", f"-{share}", share))
