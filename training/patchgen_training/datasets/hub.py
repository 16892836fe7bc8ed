"""Data sets by name: from the Hugging Face Hub, a folder in its layout, or a single file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from patchgen.errors import PatchgenError
from patchgen_training.datasets.manifest import described

if TYPE_CHECKING:
    from datasets import Dataset

READERS = {".parquet": "parquet", ".jsonl": "json", ".json": "json", ".csv": "csv"}
"""How the name of a file ends -> the part of `datasets` that reads it."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from, and which of their columns are wanted under which names."""

    path: str
    """A name on the Hub such as `owner/name`, a folder in the same layout, or a file."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Our name of a column -> the name that it has there."""
    split: str = "train"
    revision: str | None = None
    """Commit of a data set on the Hub, so that the rows stay the same."""


def load(source: Source, cache: Path | None = None) -> Dataset:
    """The rows under our names of their columns. Raises PatchgenError.

    `cache` is the folder for what `datasets` keeps; its usual one by default.
    """
    from datasets import load_dataset
    from datasets.exceptions import DatasetGenerationError

    place = Path(source.path)
    folder = None if cache is None else str(cache)
    try:
        if place.is_file() and place.suffix in READERS:
            rows = load_dataset(
                READERS[place.suffix], data_files=str(place), split="train", cache_dir=folder
            )
        else:
            rows = load_dataset(
                source.path, split=source.split, revision=source.revision, cache_dir=folder
            )
    except (DatasetGenerationError, OSError, ValueError) as error:
        raise PatchgenError(
            f"the data set {source.path} cannot be read: {error}",
            hint="Give a name on the Hub, a folder in its layout, or a .parquet, .jsonl or .csv.",
        ) from error
    return renamed(rows, source)


def renamed(rows: Dataset, source: Source) -> Dataset:
    """The wanted columns under our names; all of them where none is named."""
    if not source.columns:
        return rows
    missing = sorted(set(source.columns.values()) - set(rows.column_names))
    if missing:
        raise PatchgenError(
            f"{source.path} has no column {', '.join(map(repr, missing))}",
            hint=f"It has {', '.join(rows.column_names)}.",
        )
    chosen = rows.select_columns(list(source.columns.values()))
    return chosen.rename_columns({theirs: ours for ours, theirs in source.columns.items()})


def facts(source: Source, rows: Dataset) -> dict[str, object]:
    """What a manifest says of the rows: where they come from, their number, the files' hashes.

    For the Hub it is the fingerprint that `datasets` gives to the rows, and the revision.
    """
    place = Path(source.path)
    found: dict[str, object] = {"from": source.path, "split": source.split, "rows": len(rows)}
    if place.exists():
        return {**found, "content": described(place)}
    return {**found, "revision": source.revision, "fingerprint": rows._fingerprint}
