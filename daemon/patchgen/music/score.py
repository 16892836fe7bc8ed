"""A piece of music as values: notes in ticks, and above them tempos, metres and chords."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

DRUMS = 9
"""The channel whose keys are drums, which nothing transposes."""


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """One key struck and held."""

    onset: int
    duration: int
    """Ticks, 1 at the least."""
    pitch: int
    """MIDI key, 0 to 127; 60 is the middle C."""
    velocity: int
    """1 to 127."""
    channel: int = 0
    """0 to 15."""

    @property
    def end(self) -> int:
        """The tick at which the key is let go."""
        return self.onset + self.duration


@dataclass(frozen=True, slots=True)
class Tempo:
    """A speed that holds from a tick on."""

    at: int
    bpm: float
    """Quarter notes a minute."""


@dataclass(frozen=True, slots=True)
class Metre:
    """A metre that holds from a tick on; a bar begins there."""

    at: int
    beats: int
    unit: int
    """What a beat is: 4 is a quarter note."""

    def ticks(self, resolution: int) -> int:
        """How long a bar is, a tick at the least."""
        return max(1, self.beats * resolution * 4 // self.unit)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A chord symbol over the notes; it holds until the next."""

    at: int
    chord: str


From = TypeVar("From", Tempo, Metre)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it begins, and how long it is."""

    start: int
    ticks: int
    """Less than the metre says where the piece changes its metre early."""
    metre: Metre


@dataclass(frozen=True, slots=True)
class Score:
    """A piece; its parts are put in order as it is made."""

    notes: tuple[Note, ...] = ()
    """By onset, and from high to low within one."""
    resolution: int = 12
    """Ticks in a quarter note."""
    tempos: tuple[Tempo, ...] = (Tempo(0, 120),)
    """The first is at 0: 120 where another is given for later only."""
    metres: tuple[Metre, ...] = (Metre(0, 4, 4),)
    """The first is at 0: 4/4 where another is given for later only."""
    chords: tuple[Symbol, ...] = ()
    key: str | None = None
    """`C`, `F#`, `Bbm`: with an m it is minor."""
    length: int = 0
    """Ticks; a note may ring on beyond. What ends before the last onset is drawn out to the end."""
    title: str = ""

    def __post_init__(self) -> None:
        notes = sorted(self.notes, key=_place)
        last = max((notes[-1].onset if notes else -1, *(symbol.at for symbol in self.chords)))
        length = self.length
        if length <= last:
            length = max(last + 1, *(note.end for note in notes), 0)
        object.__setattr__(self, "notes", tuple(notes))
        object.__setattr__(self, "chords", tuple(sorted(self.chords, key=lambda one: one.at)))
        object.__setattr__(self, "tempos", _from_the_start(self.tempos, Tempo(0, 120)))
        object.__setattr__(self, "metres", _from_the_start(self.metres, Metre(0, 4, 4)))
        object.__setattr__(self, "length", length)


def _place(note: Note) -> tuple[int, int, int, int, int]:
    return note.onset, -note.pitch, note.channel, note.duration, note.velocity


def _from_the_start(changes: tuple[From, ...], first: From) -> tuple[From, ...]:
    """In order, one for each tick (the last given counts), and one at the start."""
    by_place = {0: first} | {change.at: change for change in changes}
    return tuple(by_place[at] for at in sorted(by_place))


def bars(score: Score) -> tuple[Bar, ...]:
    """The bars up to the score's length, the last one whole; none where the length is 0."""
    found = []
    for metre, starts in bar_starts(score):
        is_last = metre is score.metres[-1]
        for start in starts:
            ticks = starts.step if is_last else min(starts.step, starts.stop - start)
            found.append(Bar(start, ticks, metre))
    return tuple(found)


def bar_starts(score: Score) -> Iterator[tuple[Metre, range]]:
    """Each metre with the ticks at which its bars begin; enough to count them."""
    ends = [metre.at for metre in score.metres[1:]] + [score.length]
    for metre, end in zip(score.metres, ends, strict=True):
        yield metre, range(metre.at, min(end, score.length), metre.ticks(score.resolution))


def seconds(score: Score, tick: int) -> float:
    """How long after the beginning the tick is."""
    return clock(score)(tick)


def clock(score: Score) -> Callable[[int], float]:
    """Tells how many seconds after the beginning a tick is."""
    passed = [0.0]
    lengths = [60 / (tempo.bpm * score.resolution) for tempo in score.tempos]
    for (tempo, following), length in zip(pairwise(score.tempos), lengths, strict=False):
        passed.append(passed[-1] + (following.at - tempo.at) * length)
    starts = [tempo.at for tempo in score.tempos]

    def at(tick: int) -> float:
        number = max(0, bisect_right(starts, tick) - 1)
        return passed[number] + (tick - starts[number]) * lengths[number]

    return at


def without_overlaps(notes: Iterable[Note]) -> tuple[Note, ...]:
    """A key struck while it sounds is cut there; of two struck at once the longer one stays."""
    kept: list[Note | None] = []
    sounding: dict[tuple[int, int], int] = {}
    for note in sorted(notes, key=_place):
        before = sounding.get((note.channel, note.pitch))
        earlier = None if before is None else kept[before]
        if before is not None and earlier is not None and earlier.end > note.onset:
            cut_to = note.onset - earlier.onset
            kept[before] = replace(earlier, duration=cut_to) if cut_to else None
        sounding[note.channel, note.pitch] = len(kept)
        kept.append(note)
    return tuple(note for note in kept if note is not None)
