"""The boxes that a player moves, and what they hold when the patch opens."""

from __future__ import annotations

import math
from dataclasses import dataclass

from patchgen.pd.atoms import is_number, unescape
from patchgen.pd.model import Box, Canvas
from patchgen.report.naming import KINDS, title


@dataclass(frozen=True, slots=True)
class Face:
    """A box with a face, read from its saved values."""

    low: float | None = None
    high: float | None = None
    """The range; None where it has none."""
    value: float | None = None
    """What it shows when the patch opens; without init, Pd forgets what was saved."""
    sends_at_load: bool = False
    """Whether it sends its value, or a bang, by itself when the patch opens."""


FIELDS: dict[str, dict[str, int]] = {
    "bng": {"load": 3},
    "tgl": {"load": 1, "value": 12, "high": 13},
    "hsl": {"low": 2, "high": 3, "load": 5, "value": 16},
    "vsl": {"low": 2, "high": 3, "load": 5, "value": 16},
    "nbx": {"low": 2, "high": 3, "load": 5, "value": 16},
    "hradio": {"load": 2, "high": 3, "value": 14},
    "vradio": {"load": 2, "high": 3, "value": 14},
}
"""Boxes with a face -> places of their settings among the arguments."""

SLIDER_LENGTH = {"hsl": 0, "vsl": 1}
"""Where a slider keeps the number of pixels that its value is counted in."""

NEAR_ROW, NEAR_SIDE = 8, 90
"""Pixels within which a comment in the same row belongs to a box."""

HUGE = 1e30
"""Bounds beyond are no bounds: Pd writes -1e+37 and 1e+37 for none."""


def face(box: Box) -> Face:
    """What a box with a face holds; nothing for other boxes."""
    if box.kind == "floatatom":
        return Face(*atom_range(box), value=0.0)
    places = FIELDS.get(box.name) if box.kind == "obj" else None
    if places is None:
        return Face()
    low, high = field(box, places, "low"), field(box, places, "high")
    is_kept = bool(field(box, places, "load"))
    value = field(box, places, "value") if is_kept else None
    if box.name in SLIDER_LENGTH and low is not None and high is not None:
        value = slider_value(box, low, high, value or 0.0)
    if box.name == "bng":
        return Face(sends_at_load=is_kept)
    if box.name == "tgl":
        return Face(0.0, high or 1.0, value or 0.0, is_kept)
    if box.name in ("hradio", "vradio"):
        return Face(0.0, max(0.0, (high or 8.0) - 1), value or 0.0, is_kept)
    is_bounded = low is not None and high is not None and max(abs(low), abs(high)) < HUGE
    return Face(*((low, high) if is_bounded else (None, None)), value or 0.0, is_kept)


def field(box: Box, places: dict[str, int], name: str) -> float | None:
    """A saved number, None where the box has none of the kind."""
    place = places.get(name, len(box.args))
    return float(box.args[place]) if place < len(box.args) and is_number(box.args[place]) else None


def atom_range(box: Box) -> tuple[float | None, float | None]:
    """The range of a number box; equal bounds are none."""
    bounds = [float(atom) for atom in box.atoms[1:3] if is_number(atom)]
    return (bounds[0], bounds[1]) if len(bounds) == 2 and bounds[0] != bounds[1] else (None, None)


def slider_value(box: Box, low: float, high: float, saved: float) -> float:
    """The number a slider stands for; it is saved in hundredths of a pixel."""
    length = box.args[SLIDER_LENGTH[box.name]]
    pixels = float(length) - 1 if is_number(length) else 127.0
    share = saved / 100 / pixels if pixels > 0 else 0.0
    # A damaged file may lack arguments.
    is_log = box.args[4:5] == ("1",) and low * high > 0
    if not is_log:
        return round(low + share * (high - low), 6)
    # A damaged file may hold any number here.
    return round(low * math.exp(min(1.0, max(0.0, share)) * math.log(high / low)), 6)


def caption(canvas: Canvas, box: Box) -> str:
    """What stands on or beside a control: its label, its name, or a comment in the same row."""
    own = title(box) if box.name in KINDS else ""
    if own:
        return own
    best = ""
    nearest = float(NEAR_SIDE)
    for other in canvas.boxes:
        if other.kind == "text" and abs(other.y - box.y) <= NEAR_ROW:
            distance = other.x - box.x
            if 0 < distance < nearest:
                best, nearest = comment(other), distance
    return best


def comment(box: Box) -> str:
    """The words of a comment as Pd shows them."""
    words = " ".join(map(unescape, box.atoms))
    return words.replace(" ,", ",").replace(" ;", ";")
