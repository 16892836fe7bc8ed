"""What a recipe learns from: its sources mixed, without copies, in two parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from patchgen_training.datasets.form import Wording
from patchgen_training.datasets.hub import Source
from patchgen_training.datasets.mixture import Part, mixed
from patchgen_training.datasets.side import is_held_back
from patchgen_training.recipe_parts import Examples

if TYPE_CHECKING:
    from datasets import Dataset


@dataclass(frozen=True, slots=True)
class Sides:
    """Rows of `text`, or of `prompt` and `completion`."""

    train: Dataset
    valid: Dataset | None
    """None: the recipe holds nothing back."""
    facts: dict[str, Any]
    """What a manifest says of the sources."""


def examples(data: Examples) -> Sides:
    """The rows of a recipe in random order. The end of text is left to the tokens."""
    wording = Wording(data.form, data.notation, data.instruction)
    parts = [
        Part(
            Source(source.name, source.columns, source.split, source.revision),
            wording,
            source.share,
        )
        for source in data.sources
    ]
    mixture = mixed(parts, data.seed)
    rows = distinct(mixture.rows) if data.distinct else mixture.rows
    facts = {**mixture.facts, "copies": len(mixture.rows) - len(rows)}
    if not data.held_out:
        return Sides(rows, None, facts)
    held = [is_held(row, data.held_out) for row in rows]
    train, valid = (
        rows.select([place for place, out in enumerate(held) if out is wanted])
        for wanted in (False, True)
    )
    return Sides(train, valid, facts)


def distinct(rows: Dataset) -> Dataset:
    """Each row once, where it stands first."""
    first: dict[tuple[str, ...], int] = {}
    for place, row in enumerate(rows):
        first.setdefault(tuple(row.values()), place)
    return rows.select(list(first.values()))


def is_held(row: dict[str, str], share: float) -> bool:
    """Whether a row validates; rows with one patch go to one side."""
    return is_held_back(row.get("completion") or row["text"], share)
