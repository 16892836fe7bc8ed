"""A mixture of data sets, the same for the same seed, with a manifest of what went in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from patchgen.errors import PatchgenError
from patchgen_training.datasets import hub
from patchgen_training.datasets.form import Wording, formed
from patchgen_training.datasets.hub import Source

if TYPE_CHECKING:
    from datasets import Dataset


@dataclass(frozen=True, slots=True)
class Part:
    """One data set in a mixture."""

    source: Source
    wording: Wording
    share: float = 1.0
    """How many of its rows are drawn: 0.5 is every second one, above 1 rows repeat."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """Rows for a trainer, and what a manifest says about them."""

    rows: Dataset
    facts: dict[str, Any]


def mixed(parts: Sequence[Part], seed: int, cache: Path | None = None) -> Mixture:
    """The rows of all parts in a drawn order.

    Raises PatchgenError where a part has no usable row or the parts have different columns.
    """
    from datasets import concatenate_datasets

    made = [prepared(part, seed, cache) for part in parts]
    if len({tuple(sorted(rows.column_names)) for rows, _ in made}) != 1:
        raise PatchgenError(
            "the parts of the mixture have different columns",
            hint="Mix raw patches with raw patches, and instructions with instructions.",
        )
    rows = concatenate_datasets([rows for rows, _ in made]).shuffle(seed=seed)
    told = [told for _, told in made]
    facts = {"seed": seed, "rows": len(rows), "sha256": content(rows), "parts": told}
    return Mixture(rows, facts)


def prepared(part: Part, seed: int, cache: Path | None) -> tuple[Dataset, dict[str, Any]]:
    """The examples that are drawn from one part, and what is told about them."""
    given = hub.load(part.source, cache)
    examples = formed(given, part.wording)
    if not len(examples.rows):
        raise PatchgenError(
            f"no row of {part.source.path} can be used", hint=f"Left out: {examples.left_out}."
        )
    chosen = drawn(len(examples.rows), part.share, seed)
    told = {
        **hub.facts(part.source, given),
        "form": part.wording.form,
        "notation": part.wording.is_notation,
        "share": part.share,
        "used": len(chosen),
        "left_out": dict(examples.left_out),
    }
    return examples.rows.select(chosen), told


def drawn(count: int, share: float, seed: int) -> list[int]:
    """Which rows are taken: each as often as any other, or once more."""
    order = list(range(count))
    Random(seed).shuffle(order)
    return [order[place % count] for place in range(max(1, round(count * share)))]


def content(rows: Dataset) -> str:
    """A hash of all rows in their order."""
    digest = hashlib.sha256()
    for row in rows:
        for name in sorted(row):
            digest.update(row[name].encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
