"""Patches that were collected before: JSON lines with text, repository, path and licence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from patchgen_training.corpus.patch import Patch
from patchgen_training.datasets.real import records

PACKED = ".zst"


def in_records(path: Path) -> Iterator[Patch]:
    """The patches of one file, packed or not."""
    for record in records(path) if path.suffix == PACKED else read(path):
        yield patch(record)


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file with one a line."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def patch(record: Mapping[str, Any]) -> Patch:
    """A record as a patch, with the words of its META."""
    meta = record.get("meta") or {}
    return Patch(
        record["text"],
        record["repo"],
        record["path"],
        record.get("license") or "",
        record.get("license_source") or "",
        said(meta, "AUTHOR"),
        said(meta, "DESCRIPTION"),
        tuple(said(meta, "KEYWORDS").split()),
        tuple(map(str, record.get("also_in", ()))),
    )


def said(meta: Mapping[str, Any], field: str) -> str:
    """What a field of META says."""
    return str(meta.get(field) or meta.get(field.lower()) or "")
