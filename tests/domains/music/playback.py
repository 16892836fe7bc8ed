"""Plays pieces in headless Pd: which keys go down and up, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from patchgen.domains.music.player import player
from patchgen.headless.probe import Feed, Observation, observe
from patchgen.music.score import Note, Score, without_overlaps
from patchgen.pd.model import Box, Canvas

PLAYER = 0
"""The box of [pd player], which sends lists of key and velocity."""

PRECISION = 0.06
"""Milliseconds: Pd prints times with six digits."""

START = 10.0
"""Milliseconds after loading."""

Event = tuple[float, float, float]
"""Milliseconds since the start, key, velocity."""


def control(canvas: Canvas, name: str) -> int:
    """The index of the box on the panel that sends to a name."""
    return next(i for i, box in enumerate(canvas.boxes) if rf"\$0-{name}" in box.atoms)


def with_ear(canvas: Canvas, name: str) -> tuple[Canvas, int]:
    """The patch with a [receive] of that name, and its index."""
    ear = Box("obj", ("r", rf"\$0-{name}"), 700, 490)
    return replace(canvas, items=(*canvas.items, ear)), len(canvas.boxes)


def play(
    canvas: Canvas, seconds: float, *moves: tuple[float, str, str], engine: str = "pd",
    watch: Iterable[int] = (PLAYER,),
) -> Observation:  # fmt: skip
    """Starts the piece, moves controls so many milliseconds later, and watches for some seconds."""
    feeds = [Feed(START, control(canvas, "play"), "1")]
    feeds += [Feed(START + at, control(canvas, name), message) for at, name, message in moves]
    return observe(
        canvas, feeds=feeds, watch=watch, seconds=seconds + START / 1000, pd=path(engine),
        timeout=120,
    )  # fmt: skip


def path(engine: str) -> Path:
    """The binary of vanilla Pd, or the given one."""
    return Path("/usr/bin/pd" if engine == "pd" else engine)


def events(seen: Observation) -> list[Event]:
    """What the player has sent, as (milliseconds, key, velocity)."""
    return [
        (one.at - START, float(one.atoms[0]), float(one.atoms[1])) for one in seen.values(PLAYER)
    ]


def played(score: Score, *moves: tuple[float, str, str], seconds: float = 5.0,
           engine: str = "pd") -> list[Event]:  # fmt: skip
    """The events of a piece that is played from its start."""
    return events(play(player(score, "a piece"), seconds, *moves, engine=engine))


def expected(score: Score, bpm: float) -> list[Event]:
    """The events of a score at one tempo, keys that go up first."""
    tick = 60_000 / bpm / score.resolution
    found = []
    for note in without_overlaps(score.notes):
        key = 128.0 * note.channel + note.pitch
        found += [(note.onset * tick, key, float(note.velocity)), (note.end * tick, key, 0.0)]
    return sorted(found, key=lambda event: (event[0], event[2] > 0, -event[1]))


def in_order(found: Iterable[Event]) -> list[Event]:
    """Events by time as it can be printed; those that go up first."""
    return sorted(found, key=lambda event: (round(event[0], 0), event[2] > 0, -event[1]))


def are_alike(found: list[Event], wanted: list[Event]) -> bool:
    """Whether the same happens at the same time."""
    return len(found) == len(wanted) and all(
        abs(a[0] - b[0]) < PRECISION and a[1:] == b[1:]
        for a, b in zip(in_order(found), in_order(wanted), strict=True)
    )


def sounding_at_the_end(found: Iterable[Event]) -> set[float]:
    """Keys that are down after the last event."""
    down: set[float] = set()
    for _, key, velocity in found:
        (down.add if velocity else down.discard)(key)
    return down


def scale(count: int, ticks: int = 12, held: int = 12) -> tuple[Note, ...]:
    """Keys one after the other from the middle C on."""
    return tuple(Note(i * ticks, held, 60 + i % 24, 60 + i % 60) for i in range(count))
