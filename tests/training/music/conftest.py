"""A tiny folder of licensed music, written anew: eight pieces and eight songs."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from patchgen_training import recipe as recipes
from patchgen_training.recipe import Music

MUSIC = Path(recipes.__file__).parent.parent / "recipes" / "music.yaml"
SIDES = ("train", "train", "train", "train", "train", "train", "valid", "test")
SMALL = (
    *("shape.width=32", "shape.layers=1", "shape.heads=2", "shape.feed_forward=64"),
    *("shape.context=64", "schedule.block=64", "schedule.batch=2", "schedule.steps=4"),
    *("schedule.warmup_steps=1", "data.passes=2", "data.voice_share=1"),
)


def piece(number: int, split: str) -> dict[str, Any]:
    """Sixteen bars of three quarters: a bass at each bar, broken chords above, a sung line."""
    root = 48 + number
    notes = [
        note
        for bar in range(16)
        for note in (
            [3 * bar, 3, root + (0, 5, 7, 0)[bar % 4], 72],
            [3 * bar + 1, 1, root + 16, 60],
            [3 * bar + 2, 0.5, root + 19, 60],
        )
    ]
    return {
        "id": f"piece-{number}",
        "title": f"Waltz {number}",
        "split": split,
        "tempo": 118.0,
        "metre": [[0, "3/4"]],
        "notes": sorted(notes, key=lambda note: (note[0], -note[2])),
        "voice": [[3 * bar, 2, root + 24, 80] for bar in range(16)],
        "licence": "CC0-1.0",
    }


def song(number: int, split: str) -> dict[str, Any]:
    """A song in the manner of the sources: labels, repeats, a bass, a bar of two chords."""
    return {
        "id": f"song-{number}",
        "split": split,
        "key": "A",
        "metre": "4/4",
        "chords": "[verse] Am | % | F C/E | G7 G7 | [guitar solo] Am | Am | N.C. | E7(b9) |",
        "licence": "public domain (all authors died by 1955)",
    }


def write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Rows as JSON lines in a compressed file."""
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row)}\n" for row in rows)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder."""
    made = tmp_path_factory.mktemp("music")
    write(made / "piano.jsonl.xz", (piece(n, side) for n, side in enumerate(SIDES)))
    write(made / "chords.jsonl.xz", (song(n, side) for n, side in enumerate(SIDES)))
    return made


@pytest.fixture(scope="session")
def recipe() -> Music:
    """The recipe of the bundled model, in small."""
    made = recipes.read(MUSIC, SMALL)
    assert isinstance(made, Music)
    return made
