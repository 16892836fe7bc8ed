"""Draws a histogram as a bar chart in SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from patchgen.report.histogram import Entry

ROW = 20
TOP = 64
NAMES = 190
"""Pixels for the names, left of the bars."""
BARS = 480
"""Pixels of the longest bar."""
FIGURES = 190
"""Pixels for the figures, right of the bars."""

COLOURS = {
    "vanilla": "#3a6ea5", "vanilla 0.57": "#6d9bc9", "extra": "#2a9d8f", "Purr Data": "#8a5fb0",
    "abstraction": "#e9a03b", "unknown": "#b0b0b0",
}  # fmt: skip
"""Origin -> colour of its bars."""
LIBRARY = "#c0504d"
"""The colour of all other libraries."""

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file may hold, and halves of characters."""


def bar_chart(objects: Sequence[Entry], title: str) -> str:
    """The objects as bars, one below the other, coloured by where they come from."""
    width, height = NAMES + BARS + FIGURES, TOP + ROW * len(objects) + 16
    most = max((entry.boxes for entry in objects), default=1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="DejaVu Sans Mono, monospace" font-size="12">',
        f"<title>{shown(title)}</title>",
        f'<rect x="0" y="0" width="{width}" height="{height}" fill="#ffffff"/>',
        words(12, 24, title, size=15),
        *legend(objects),
        *(part for row, entry in enumerate(objects) for part in bar(entry, row, most)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def bar(entry: Entry, row: int, most: int) -> Iterator[str]:
    """Name, bar and figures of one object."""
    y = TOP + ROW * row
    length = max(1.0, BARS * entry.boxes / most)
    files = "file" if entry.files == 1 else "files"
    figures = f"{entry.boxes:,} in {entry.files:,} {files}"
    yield words(NAMES - 8, y + 14, shortened(entry.name), anchor="end")
    yield rectangle(NAMES, y + 3, length, ROW - 6, colour(entry.library))
    yield words(NAMES + length + 6, y + 14, figures, fill="#555555", size=11)


def legend(objects: Sequence[Entry]) -> Iterator[str]:
    """A square and a word for each origin that occurs."""
    names = {entry.library if entry.library in COLOURS else "library" for entry in objects}
    x = NAMES
    for name in (*COLOURS, "library"):
        if name in names:
            yield rectangle(x, 40, 10, 10, colour(name))
            yield words(x + 15, 49, name, fill="#555555", size=11)
            x += 34 + 7 * len(name)


def colour(library: str) -> str:
    """The colour for an origin."""
    return COLOURS.get(library, LIBRARY)


def rectangle(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A filled area."""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:.1f}" height="{height:g}" fill="{fill}"/>'


def words(
    x: float, y: float, text: str, *, anchor: str = "start", fill: str = "#222222", size: int = 12
) -> str:
    """A line of text."""
    return (
        f'<text x="{x:.1f}" y="{y:g}" font-size="{size}" fill="{fill}" '
        f'text-anchor="{anchor}">{shown(text)}</text>'
    )


def shortened(name: str, most: int = 24) -> str:
    """The name, cut where it would not fit."""
    return name if len(name) <= most else name[: most - 1] + "\N{HORIZONTAL ELLIPSIS}"


def shown(text: str) -> str:
    """Text as XML holds it."""
    return escape(NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text), quote=False)
