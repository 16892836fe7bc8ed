"""The data of a model of music: train.jsonl and valid.jsonl with a manifest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from patchgen.errors import PatchgenError
from patchgen.music.words import CHORDS, PIANO
from patchgen_training.datasets import row
from patchgen_training.datasets.manifest import described
from patchgen_training.datasets.manifest import write as write_manifest
from patchgen_training.datasets.row import Row
from patchgen_training.music import passes, source
from patchgen_training.music.retold import retold
from patchgen_training.recipe import GPT2, Music

SIDES: tuple[source.Split, source.Split] = ("train", "valid")
CONTROL = 2
"""Tokens of a block that are no words: the one that begins and the one that ends."""


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side of the split."""

    rows: tuple[Row, ...]
    facts: dict[str, Any]


def collect(recipe: Music | GPT2, folder: Path, out: Path) -> dict[str, Any]:
    """Writes both files and data.json into `out` and returns the manifest."""
    if isinstance(recipe, GPT2):
        train, valid = (counted(list(retold(recipe.data, folder, at))) for at in SIDES)
    else:
        train, valid = training_side(recipe, folder), validation_side(recipe, folder)
    if not train.rows:
        raise PatchgenError(
            f"{folder} holds no piece to learn from", hint="A row of split `train` is needed."
        )
    for name, side in zip(SIDES, (train, valid), strict=True):
        row.write(out / f"{name}.jsonl", side.rows)
    manifest = {
        "recipe": recipe.model_dump(),
        "train": train.facts,
        "valid": valid.facts,
        "sources": [described(folder / name) for name in (source.PIANO, source.CHORDS)],
    }
    write_manifest(out / "data.json", manifest)
    return manifest


def training_side(recipe: Music, folder: Path) -> Side:
    """All passes, and as many chord songs as the recipe wants beside them."""
    data, most = recipe.data, recipe.schedule.block - CONTROL
    played = list(passes.piano(source.pieces(folder, "train"), data, most))
    wanted = words(played)["all"] * data.chord_share / (1 - data.chord_share)
    songs = list(source.songs(folder, "train"))
    return counted([*played, *passes.chords(songs, data, most, round(wanted))])


def validation_side(recipe: Music, folder: Path) -> Side:
    """The first window of each piece, and each song once."""
    data, most = recipe.data, recipe.schedule.block - CONTROL
    pieces, songs = source.pieces(folder, "valid"), list(source.songs(folder, "valid"))
    played = [next(passes.passes_of(piece, data, most)) for piece in pieces]
    return counted([*played, *passes.chords(songs, data, most, 1)])


def counted(rows: Sequence[Row]) -> Side:
    """Rows, counted."""
    licences = {item.group: item.origin.partition(" (")[2].removesuffix(")") for item in rows}
    facts = {
        "rows": len(rows),
        "pieces": len(licences),
        "words": words(rows),
        "licences": dict(Counter(licences.values())),
    }
    return Side(tuple(rows), facts)


def words(rows: Sequence[Row]) -> dict[str, int]:
    """How many words texts have, in all and by the kind that their first one names."""
    found: Counter[str] = Counter()
    for item in rows:
        count = len(item.patch.split())
        found["all"] += count
        if (first := item.patch.partition(" ")[0]) in (PIANO, CHORDS):
            found[first] += count
    return dict(found)
