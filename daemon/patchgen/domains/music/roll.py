"""The roll in the patch: what sounds when, as arrays in a graph over lines for bars and octaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from patchgen.domains.music.plan import control, record
from patchgen.draw.ruling import Span, last_tick, named_bars, span
from patchgen.music.score import DRUMS, Note, Score
from patchgen.pd.model import Box, Canvas, Record
from patchgen.pd.rectangle import Rectangle

AREA = Rectangle(10, 200, 790, 430)
"""Where the roll stands in the window."""

MOST_ARRAYS = 12
"""Keys at one moment that the roll can show."""

MOST_BARS = 20
"""Bars that have room for their number."""

PAPER, LINE, INK = "#ffffff", "#d8dce0", "#808890"
HIGHEST, OTHERS, DRUM = "622", "236", "654"
"""The top voice, what lies below it, and drums: red, green and blue from 0 to 9."""

THICKEST = 6
"""Pixels of a key that sounds."""

POINTS = 1 << 1 | 1 << 3 | 1
"""Flags of an array: drawn as points, without its name, saved with its content."""


def roll(score: Score) -> Box:
    """The graph, which shows itself in the window."""
    shown, columns = span(score), min(round(AREA.width), last_tick(score))
    coords = (
        f"#X coords 0 {shown.high + 1} {columns} {shown.low} {AREA.width:g} {AREA.height:g} 3 0 0"
    )
    items = (
        *paper(score, shown),
        *arrays(score, shown, columns),
        record(coords),
    )
    canvas = Canvas(
        width=round(AREA.width), height=round(AREA.height), rest=("roll", "0"), items=items
    )
    return Box("restore", ("pd", "roll"), round(AREA.left), round(AREA.top), canvas=canvas)


def paper(score: Score, shown: Span) -> Iterator[Box]:
    """The ground and its lines."""
    width, height, end = round(AREA.width), round(AREA.height), last_tick(score)
    yield patch_of_colour(0, 0, width, height, PAPER)
    for key, name in shown.octaves:
        y = round(height * (shown.high + 1 - key) / (shown.high + 1 - shown.low))
        yield patch_of_colour(0, y - 1, width, 1, LINE, name, label_at=(4, -6))
    for tick, _ in named_bars(score, MOST_BARS):
        yield patch_of_colour(round((width - 1) * tick / end), 0, 1, height, LINE)


def patch_of_colour(
    x: int, y: int, width: int, height: int, colour: str, label: str = "empty",
    *, label_at: tuple[int, int] = (0, 0), size: int = 10, ink: str = INK, receive: str = "empty",
) -> Box:  # fmt: skip
    """A [cnv], perhaps with words on it; blanks in the words must be escaped."""
    made = control("cnv", x, y, f"1 {width} {height} empty {receive}")
    look = f"{label_at[0]} {label_at[1]} 0 {size} {colour} {ink} 0"
    return Box("obj", (*made.atoms, label, *look.split()), x, y)


def arrays(score: Score, shown: Span, columns: int) -> Iterator[Box | Record]:
    """As many arrays as keys sound at once: the first has the highest key of each column."""
    kinds = (
        ("key", [note for note in score.notes if note.channel != DRUMS], (HIGHEST, OTHERS)),
        ("drum", [note for note in score.notes if note.channel == DRUMS], (DRUM, DRUM)),
    )
    for name, notes, (first, others) in kinds:
        sounding = keys_by_column(notes, last_tick(score), columns)
        count = min(MOST_ARRAYS, max(map(len, sounding), default=0))
        for number in reversed(range(count)):
            yield Box("array", (rf"\$0-{name}-{number}", str(columns), "float", str(POINTS)))
            yield record(f"#A color {others if number else first}")
            yield record(f"#A width {thickness(shown)}")
            values = (
                str(keys[number] + 1 if number < len(keys) else shown.low) for keys in sounding
            )
            yield Record(("#A", "0", *values))


def thickness(shown: Span) -> int:
    """Pixels of a key, with a gap to the next one."""
    return max(2, min(THICKEST, int(AREA.height / (shown.high + 1 - shown.low)) - 1))


def keys_by_column(notes: Sequence[Note], end: int, columns: int) -> list[list[int]]:
    """For each column the keys that sound in it, from high to low."""
    sounding: list[set[int]] = [set() for _ in range(columns)]
    for note in notes:
        first = note.onset * columns // end
        last = max(first + 1, note.end * columns // end)
        # A gap shows where a key is struck again.
        if last - first > 2:
            last -= 1
        for column in range(first, min(last, columns)):
            sounding[column].add(note.pitch)
    return [sorted(keys, reverse=True) for keys in sounding]
