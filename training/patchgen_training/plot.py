"""Draws curves as SVG: panels of axes, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from patchgen.report.bars import words

WIDTH = 720
HEIGHT = 220
"""Of one panel."""
LEFT, RIGHT, TOP, BOTTOM = 60, 150, 30, 30
"""Pixels between the edge of a panel and its axes."""
COLOURS = ("#3a6ea5", "#c0561a", "#4b8b3b", "#8a4b9a")

Curve = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Some curves with axes in common, which begin at 0."""

    title: str
    curves: dict[str, Curve]
    most: float
    """The value at the upper end of the axis."""


def picture(panels: Sequence[Panel]) -> str:
    """All panels as one SVG."""
    height = HEIGHT * len(panels)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="DejaVu Sans Mono, monospace" font-size="12">',
        f'<rect x="0" y="0" width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        *(part for row, panel in enumerate(panels) for part in draw(panel, HEIGHT * row)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


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
