"""A piece as a piano roll: bars and keys, velocity as shade, chord symbols on top."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from patchgen.draw.marks import NOTHING, Mark, Role, Words, rectangle
from patchgen.draw.ruling import Span, last_tick, named_bars, span
from patchgen.draw.svg import document
from patchgen.music.score import DRUMS, Note, Score, bars
from patchgen.pd.rectangle import Rectangle

BLACK_KEYS = frozenset({1, 3, 6, 8, 10})
SHADE, LINE, BAR_LINE = "#f2f4f6", "#d8dce0", "#b8bec4"
INK, CHORD_INK = "#606870", "#305080"
SOFT, LOUD = (184, 204, 228), (16, 48, 104)
"""Red, green and blue of the softest and of the loudest key."""
SOFT_DRUM, LOUD_DRUM = (228, 214, 184), (128, 88, 16)

KEY = 6
"""Pixels of a key."""
LEFT, TOP, BOTTOM = 36, 28, 22
"""Pixels around the keys: names of octaves, chords and the title's room, numbers of bars."""
BEAT = 24
"""Pixels of a quarter note, as long as the picture does not grow too wide by it."""
NARROWEST, WIDEST = 400, 4000
"""Pixels of the keys across; a longer piece is pressed together."""
BAR_ROOM = 40
"""Pixels that the number of a bar needs."""
LETTER = 7
"""Pixels of a letter of a chord symbol, and some room behind it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where ticks and keys are on the picture."""

    score: Score
    keys: Span
    ticks: int
    width: int

    @property
    def area(self) -> Rectangle:
        """What the keys take."""
        height = KEY * (self.keys.high + 1 - self.keys.low)
        return Rectangle(LEFT, TOP, LEFT + self.width, TOP + height)

    def x(self, tick: int) -> float:
        """The place of a tick across."""
        return LEFT + self.width * tick / self.ticks

    def y(self, key: int) -> float:
        """The upper edge of a key."""
        return TOP + KEY * (self.keys.high - key)


def roll(score: Score) -> str:
    """The piano roll of a piece as SVG."""
    sheet = ruled(score)
    picture = Rectangle(0, 0, LEFT * 4 // 3 + sheet.width, round(sheet.area.bottom) + BOTTOM)
    return document(picture, marks(sheet))


def ruled(score: Score) -> Sheet:
    """The sheet that fits a piece."""
    ticks = last_tick(score)
    wished = BEAT * ticks // score.resolution
    return Sheet(score, span(score), ticks, max(NARROWEST, min(WIDEST, wished)))


def marks(sheet: Sheet) -> Iterator[Mark]:
    """The paper with its lines, then the keys, then the words."""
    yield from paper(sheet)
    for note in sheet.score.notes:
        yield key(sheet, note)
    yield from words(sheet)
    yield rectangle(Role.BOX, sheet.area, colour=BAR_LINE)


def paper(sheet: Sheet) -> Iterator[Mark]:
    """Shaded rows for black keys, a line under each C, and lines between bars."""
    area = sheet.area
    for pitch in range(sheet.keys.low, sheet.keys.high + 1):
        row = Rectangle(area.left, sheet.y(pitch), area.right, sheet.y(pitch) + KEY)
        if pitch % 12 in BLACK_KEYS:
            yield rectangle(Role.PART, row, colour=NOTHING, fill=SHADE)
        elif pitch % 12 == 0:
            yield line(row.left, row.bottom, row.right, row.bottom, LINE)
    for bar in bars(sheet.score):
        x = round(sheet.x(bar.start))
        yield line(x, area.top, x, area.bottom, BAR_LINE)


def line(left: float, top: float, right: float, bottom: float, colour: str) -> Mark:
    """A straight line."""
    return rectangle(Role.PART, Rectangle(left, top, right, bottom), colour=colour)


def key(sheet: Sheet, note: Note) -> Mark:
    """A note from its onset to its end; a gap shows where the key is struck again."""
    left, top = sheet.x(note.onset), sheet.y(note.pitch)
    right = max(left + 1, sheet.x(note.end) - 1)
    ends = (SOFT_DRUM, LOUD_DRUM) if note.channel == DRUMS else (SOFT, LOUD)
    area = Rectangle(left, top, right, top + KEY - 1)
    return rectangle(Role.PART, area, colour=NOTHING, fill=shade(*ends, note.velocity / 127))


def shade(soft: tuple[int, int, int], loud: tuple[int, int, int], part: float) -> str:
    """A colour between two."""
    mixed = (round(a + (b - a) * part) for a, b in zip(soft, loud, strict=True))
    return "#" + "".join(f"{each:02x}" for each in mixed)


def words(sheet: Sheet) -> Iterator[Mark]:
    """Octaves on the left, numbers of bars below, chords above."""
    area = sheet.area
    for pitch, name in sheet.keys.octaves:
        yield Words(6, sheet.y(pitch) + KEY - 12, name, 10, INK)
    for tick, number in named_bars(sheet.score, max(1, sheet.width // BAR_ROOM)):
        yield Words(sheet.x(tick) + 2, area.bottom + 4, str(number), 10, INK)
    free = 0.0
    for symbol in sheet.score.chords:
        x = sheet.x(symbol.at)
        if x >= free:
            yield Words(x + 2, 8, symbol.chord, 12, CHORD_INK)
            free = x + LETTER * (len(symbol.chord) + 1)
