"""How the sizes of patches are distributed, drawn as SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from patchgen.report.bars import rectangle, words

WIDTH = 640
HEIGHT = 150
"""Of one measure."""
LEFT = 60
BASE = 110
"""Pixels from the top of one measure to the foot of its columns."""
TALLEST = 65
COLOUR = "#3a6ea5"


def size_chart(measures: Mapping[str, Sequence[int]]) -> str:
    """One row of columns for each measure; each column is twice as far right as the one before."""
    height = HEIGHT * len(measures)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="DejaVu Sans Mono, monospace" font-size="12">'
    )
    parts = [
        head,
        f'<rect x="0" y="0" width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        *(
            part
            for row, (name, values) in enumerate(measures.items())
            for part in columns(name, values, HEIGHT * row)
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def columns(name: str, values: Sequence[int], top: int) -> Iterator[str]:
    """The columns of one measure: how many patches have 1, 2-3, 4-7 and so on."""
    counts = Counter(value.bit_length() for value in values)
    shown = range(min(counts, default=0), max(counts, default=0) + 1)
    most = max(counts.values(), default=1)
    step = (WIDTH - LEFT - 20) / len(shown)
    yield words(LEFT, top + 18, f"{name} per patch", size=13)
    for place, bits in enumerate(shown):
        x, count = LEFT + step * place, counts[bits]
        length = TALLEST * count / most
        yield rectangle(x, top + BASE - length, step - 3, length, COLOUR)
        yield words(x + step / 2, top + BASE + 16, least(bits), anchor="middle", size=9)
        if count:
            y = top + BASE - length - 4
            yield words(x + step / 2, y, f"{count:,}", anchor="middle", fill="#555555", size=9)


def least(bits: int) -> str:
    """The least value of a column, in few characters."""
    value = 1 << (bits - 1) if bits else 0
    return f"{value // 1024}k" if value >= 1024 * 10 else str(value)
