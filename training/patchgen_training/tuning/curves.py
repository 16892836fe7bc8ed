"""The curves of a run, drawn from its log as SVG: losses, and shares of the task metric."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from patchgen.errors import PatchgenError
from patchgen.report.bars import words

WIDTH = 720
HEIGHT = 220
"""Of one panel."""
LEFT, RIGHT, TOP, BOTTOM = 60, 150, 30, 30
"""Pixels between the edge of a panel and its axes."""
COLOURS = ("#3a6ea5", "#c0561a", "#4b8b3b", "#8a4b9a")
LOSSES = ("loss", "eval_loss")
SHARES = ("parsed", "clean", "loaded")

Curve = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Some curves with axes in common."""

    title: str
    curves: dict[str, Curve]
    most: float
    """The value at the upper end of the axis."""


def curves(log: Path) -> str:
    """The picture of a log. Raises PatchgenError where the log has nothing to draw."""
    lines = log.read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines if line.endswith("}")]
    drawn = [panel for panel in panels(entries) if panel.curves]
    if not drawn:
        raise PatchgenError(f"{log} holds no figures", hint="Wait for the first steps of the run.")
    height = HEIGHT * len(drawn)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="DejaVu Sans Mono, monospace" font-size="12">',
        f'<rect x="0" y="0" width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        *(part for row, panel in enumerate(drawn) for part in draw(panel, HEIGHT * row)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def panels(entries: Sequence[dict[str, float]]) -> Iterator[Panel]:
    """Losses in nats a token; shares of the samples."""
    losses = {name: found for name in LOSSES if (found := values(entries, name))}
    highest = max((y for curve in losses.values() for _, y in curve), default=0.0)
    yield Panel("loss, nats a token", losses, highest * 1.05 or 1.0)
    sampled = [
        entry | {name: entry[name] / entry["samples"] for name in SHARES}
        for entry in entries
        if entry.get("samples")
    ]
    shares = {name: found for name in SHARES if (found := values(sampled, name))}
    yield Panel("share of sampled patches", shares, 1.0)


def values(entries: Sequence[dict[str, float]], name: str) -> Curve:
    """One quantity by steps; what is no number has no place in a picture."""
    pairs = ((entry["step"], entry[name]) for entry in entries if name in entry)
    return tuple((float(step), float(y)) for step, y in pairs if isfinite(y))


def draw(panel: Panel, top: int) -> Iterator[str]:
    """Axes, curves and their names."""
    last = max(x for curve in panel.curves.values() for x, _ in curve) or 1.0
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    foot = top + TOP + high
    yield words(LEFT, top + 18, panel.title, size=13)
    for share in (0.0, 0.5, 1.0):
        y = foot - share * high
        yield line(((LEFT, y), (LEFT + wide, y)), "#cccccc", 1)
        yield words(LEFT - 6, y + 4, f"{share * panel.most:.3g}", anchor="end", size=10)
        yield words(LEFT + share * wide, foot + 16, f"{share * last:g}", anchor="middle", size=10)
    for number, (name, curve) in enumerate(panel.curves.items()):
        colour = COLOURS[number]
        places = [(LEFT + x / last * wide, foot - y / panel.most * high) for x, y in curve]
        yield line(places, colour, 2)
        if len(places) == 1:
            yield f'<circle cx="{places[0][0]:.1f}" cy="{places[0][1]:.1f}" r="3" fill="{colour}"/>'
        label = f"{name} {curve[-1][1]:.3g}"
        yield words(LEFT + wide + 10, top + TOP + 12 + 18 * number, label, fill=colour, size=11)


def line(places: Sequence[tuple[float, float]], colour: str, width: int) -> str:
    """A line through the places."""
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
