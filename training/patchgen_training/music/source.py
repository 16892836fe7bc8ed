"""Pieces and chord songs as they lie in a folder of licensed music."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from patchgen.errors import PatchgenError
from patchgen.music.score import Metre, Note, Score, Tempo, without_overlaps
from patchgen_training.music.upbeat import upbeat

RESOLUTION = 12
"""Ticks a beat, which is a quarter note in these files."""
PIANO, CHORDS = "piano.jsonl.xz", "chords.jsonl.xz"
LABEL = re.compile(r"\[[^]]*\]")
Split = Literal["train", "valid", "test"]
"""The sides on which the files put their rows: by work, so that no piece stands on two."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piano piece."""

    name: str
    score: Score
    voice: tuple[Note, ...]
    """The sung line of a song; not in the score."""
    licence: str


@dataclass(frozen=True, slots=True)
class Song:
    """The chords of a song."""

    name: str
    metre: Metre
    key: str | None
    bars: tuple[tuple[str, ...], ...]
    """Symbols share their bar evenly; `%` goes on with the last one."""
    licence: str


def pieces(folder: Path, split: Split) -> Iterator[Piece]:
    """The piano pieces of a side. Raises PatchgenError where the file is missing."""
    for row in rows(folder / PIANO, split):
        metres = metres_of(row)
        notes, voice = played(row["notes"]), played(row.get("voice", ()))
        shift = upbeat(notes, metres, RESOLUTION)
        score = Score(
            notes=moved(notes, shift),
            resolution=RESOLUTION,
            tempos=tuple(Tempo(at, bpm) for at, bpm in tempos_of(row, shift)),
            metres=tuple(replace(one, at=one.at + shift if one.at else 0) for one in metres),
            key=key_of(row.get("key")),
            title=row["title"],
        )
        yield Piece(row["id"], score, moved(voice, shift), row["licence"])


def songs(folder: Path, split: Split) -> Iterator[Song]:
    """The chord songs of a side. Raises PatchgenError where the file is missing."""
    for row in rows(folder / CHORDS, split):
        text = LABEL.sub(" ", row["chords"])
        cut = (tuple(bar.split()) for bar in text.split("|"))
        yield Song(
            row["id"],
            metre_of(0, row.get("metre") or "") or Metre(0, 4, 4),
            key_of(row.get("key")),
            tuple(bar for bar in cut if bar),
            row["licence"],
        )


def rows(path: Path, split: Split) -> Iterator[dict[str, Any]]:
    """The JSON objects of a compressed file that stand on a side."""
    if not path.is_file():
        raise PatchgenError(
            f"there is no {path}", hint="Name the folder with piano.jsonl.xz and chords.jsonl.xz."
        )
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["split"] == split:
                yield row


def played(rows: Any) -> tuple[Note, ...]:
    """Notes on the grid; what would vanish there lasts a tick, what meets on a key is cut."""
    return without_overlaps(
        tuple(
            Note(tick(onset), max(1, tick(onset + held) - tick(onset)), int(pitch), int(velocity))
            for onset, held, pitch, velocity in rows
        )
    )


def tick(beats: float) -> int:
    """The nearest tick."""
    return int(beats * RESOLUTION + 0.5)


def moved(notes: tuple[Note, ...], ticks: int) -> tuple[Note, ...]:
    """The same notes later."""
    return tuple(replace(note, onset=note.onset + ticks) for note in notes) if ticks else notes


def metres_of(row: dict[str, Any]) -> tuple[Metre, ...]:
    """The metres of a piece in ticks; 4/4 where it names none."""
    found = (metre_of(tick(at), name) for at, name in row.get("metre", ()))
    return tuple(one for one in found if one is not None) or (Metre(0, 4, 4),)


def metre_of(at: int, name: str) -> Metre | None:
    """A metre by its name: `6/8`, also C and Cut; none for `fast` and its like."""
    name = {"C": "4/4", "Cut": "2/2"}.get(name, name)
    beats, sign, unit = name.partition("/")
    return Metre(at, int(beats), int(unit)) if sign else None


def tempos_of(row: dict[str, Any], shift: int) -> Iterator[tuple[int, float]]:
    """Each tempo with the tick where it begins."""
    yield 0, float(row["tempo"])
    for at, bpm in row.get("tempos", ()):
        yield tick(at) + (shift if at else 0), float(bpm)


def key_of(name: str | None) -> str | None:
    """A key as we spell it: `Eb`, `f#` as `F#m`, `E- major` as `Eb`, `Gm` as it is."""
    if not name:
        return None
    tonic, _, mode = name.replace("-", "b").partition(" ")
    if tonic[0].islower() or mode == "minor":
        tonic = f"{tonic[0].upper()}{tonic[1:]}m"
    return tonic
