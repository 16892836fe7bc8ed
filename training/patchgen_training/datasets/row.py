"""One training example as it stands in a data file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from patchgen.errors import PatchgenError


@dataclass(frozen=True, slots=True)
class Row:
    """A prompt (empty: none), the notation that answers it, where it comes from, its group."""

    prompt: str
    patch: str
    origin: str
    group: str
    """Rows of one group never stand on both sides of a split."""


def write(path: Path, rows: Iterable[Row]) -> int:
    """Writes JSON lines and returns their number; the file appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial, count = path.with_suffix(".partial"), 0
    with partial.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")
            count += 1
    partial.rename(path)
    return count


def read(path: Path) -> Iterator[Row]:
    """The rows of a file. Raises PatchgenError where there is none."""
    if not path.is_file():
        raise PatchgenError(f"there is no {path}", hint="`patchgen-train data` writes it.")
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Row(**json.loads(line))
