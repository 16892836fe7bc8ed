"""The piece in a player patch, read back out of its rows: whoever edited a row has edited it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from patchgen.domains.music.rows import KEYS
from patchgen.errors import MusicInvalid
from patchgen.music.score import Metre, Note, Score, Symbol, Tempo
from patchgen.pd.atoms import unescape
from patchgen.pd.model import Box, Canvas, Record, walk

RESOLUTIONS = (12, 16, 100, 480, 960)
"""Ticks in a quarter note: the first that has a tick wherever something happens."""
NEAR = 0.01
"""Ticks that a time may lie beside one; Pd keeps six digits of a wait."""
DIGITS = 2
"""Of a tempo behind the point; a ratio in the rows has six in all."""
LARGEST = 1e6
ENDS = (";", r"\;")
"""Atoms that end a row."""
MODES = {"major": "", "minor": "m"}

Row = tuple[float, tuple[str, ...]]
"""At which beat, which words."""
Happening = tuple[int, tuple[str, ...]]
"""At which tick, which words."""


def score_of(canvas: Canvas) -> Score:
    """The piece that a player patch plays. Raises MusicInvalid where there is none."""
    rows = list(timed(content(canvas)))
    resolution = next((one for one in RESOLUTIONS if fits(rows, one)), RESOLUTIONS[-1])
    ticks = [(round(beat * resolution), words) for beat, words in rows]
    bpm = tempo(canvas)
    return Score(
        tuple(notes(ticks)),
        resolution,
        (Tempo(0, bpm), *changes(ticks, bpm)),
        tuple(metres(ticks)),
        tuple(Symbol(at, words[1]) for at, words in said(ticks, "chord")),
        key(canvas),
        length(ticks, resolution),
        title(canvas),
    )


def is_player(canvas: Canvas) -> bool:
    """Whether a patch has the rows of a piece."""
    return rows_box(canvas) is not None


def rows_box(canvas: Canvas) -> Record | None:
    """The content of the [text define] that holds a piece."""
    for _, inner in walk(canvas):
        for box, content in pairwise(inner.items):
            if (
                isinstance(box, Box)
                and isinstance(content, Record)
                and box.atoms[:2] == ("text", "define")
                and box.atoms[-1].endswith("-piece")
                and content.atoms[:2] == ("#A", "set")
            ):
                return content
    return None


def content(canvas: Canvas) -> tuple[str, ...]:
    """The atoms of the rows."""
    found = rows_box(canvas)
    if found is None:
        raise MusicInvalid(
            "the patch plays no piece", hint="Give a player that `patchgen music` has written."
        )
    return found.atoms[2:]


def timed(atoms: tuple[str, ...]) -> Iterator[Row]:
    """Each row with the beat at which it happens."""
    now = 0.0
    for is_end, group in groupby(atoms, key=ENDS.__contains__):
        words = tuple(map(unescape, group))
        if not is_end:
            now += max(0.0, number(words[0]))
            yield now, words[1:]


def number(word: str) -> float:
    """A number in a row; none is so large that the music would last for days."""
    try:
        found = float(word)
    except ValueError:
        found = LARGEST
    if not -LARGEST < found < LARGEST:
        raise MusicInvalid(
            f"{word[:40]!r} in the rows of the piece is no number",
            hint="A row is the beats to wait, then a key and its velocity.",
        )
    return found


def fits(rows: list[Row], resolution: int) -> bool:
    """Whether everything happens at a tick."""
    return all(abs(beat * resolution - round(beat * resolution)) < NEAR for beat, _ in rows)


def said(ticks: list[Happening], what: str) -> Iterator[Happening]:
    """The rows that begin with a word, and have more of them."""
    return ((at, words) for at, words in ticks if words[:1] == (what,) and len(words) > 1)


def notes(ticks: list[Happening]) -> Iterator[Note]:
    """Keys from where they are struck to where they are let go; one that never is ends last."""
    down: dict[int, tuple[int, int]] = {}
    last = max((tick for tick, _ in ticks), default=0)
    for at, words in ticks:
        if len(words) == 2 and words[0].isdecimal():
            place, velocity = int(words[0]), int(number(words[1]))
            if place in down:
                yield note(place, *down.pop(place), at)
            if velocity > 0:
                down[place] = at, velocity
    for place, (struck, velocity) in down.items():
        yield note(place, struck, velocity, last)


def note(place: int, struck: int, velocity: int, let_go: int) -> Note:
    """One key of one channel."""
    channel, pitch = divmod(place, KEYS)
    return Note(struck, max(1, let_go - struck), pitch, min(velocity, 127), channel % 16)


def changes(ticks: list[Happening], bpm: float) -> Iterator[Tempo]:
    """The tempos after the first, of which the rows tell the ratio to it."""
    for at, words in said(ticks, "tempo"):
        ratio = number(words[1])
        if ratio > 0:
            yield Tempo(at, round(bpm * ratio, DIGITS))


def metres(ticks: list[Happening]) -> Iterator[Metre]:
    """The metres, which stand in the rows of the bars where they change."""
    for at, words in said(ticks, "bar"):
        if len(words) == 4 and int(number(words[2])) > 0 and int(number(words[3])) > 0:
            yield Metre(at, int(number(words[2])), int(number(words[3])))


def length(ticks: list[Happening], resolution: int) -> int:
    """Where the last bar ends; where all ends if nothing tells of bars."""
    starts = [at for at, _ in said(ticks, "bar")]
    if not starts:
        return ticks[-1][0] if ticks else 0
    last = [Metre(0, 4, 4), *metres(ticks)][-1]
    return starts[-1] + last.ticks(resolution)


def tempo(canvas: Canvas) -> float:
    """Quarter notes a minute at the start: `text sequence NAME -w 1 -t 92 permin`."""
    for _, inner in walk(canvas):
        for box in inner.boxes:
            if box.atoms[:2] == ("text", "sequence") and "-t" in box.atoms[:-1]:
                return max(1.0, number(box.atoms[box.atoms.index("-t") + 1]))
    return 120.0


def key(canvas: Canvas) -> str | None:
    """The key that the comment with the facts tells: `4/4 , C minor , 16 bars`."""
    for box in canvas.boxes:
        words = box.atoms if box.kind == "text" else ()
        for name, mode in pairwise(words):
            if mode in MODES and words[2:3] != ():
                return name + MODES[mode]
    return None


def title(canvas: Canvas) -> str:
    """The words on the first coloured panel, where the player has its title."""
    panels = (box for box in canvas.boxes if box.name == "cnv" and len(box.atoms) > 6)
    label = next((unescape(box.atoms[6]) for box in panels), "")
    return label if label not in ("empty", "untitled") else ""
