"""Rows as a .parquet file, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datasets import Dataset

PIECE = 200
"""Rows that are held at a time."""


def save(rows: Dataset, path: Path) -> None:
    """Writes the table piece by piece, however long it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        rows.to_parquet(str(partial), batch_size=PIECE)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
