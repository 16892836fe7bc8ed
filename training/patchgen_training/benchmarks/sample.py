"""Patches drawn from the corpus, the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from patchgen.errors import PatchgenError
from patchgen_training.datasets.real import records

NAME = "patches.jsonl.zst"


@dataclass(frozen=True, slots=True)
class Specimen:
    """A patch of the corpus."""

    name: str
    """Identifier and path."""
    text: str
    is_vanilla: bool
    """Whether it uses only vanilla objects and no other files."""


def specimens(corpus: Path) -> Iterator[Specimen]:
    """Every patch of the corpus. Raises PatchgenError where there is no corpus."""
    path = corpus / NAME
    if not path.is_file():
        raise PatchgenError(f"no {NAME} in {corpus}", hint="Give the folder of the corpus.")
    for record in records(path):
        yield Specimen(f"{record['id']} {record['path']}", record["text"], record["vanilla_only"])


def sample(corpus: Path, count: int | None, seed: int) -> list[Specimen]:
    """So many patches of the corpus, or all, in the order in which they were drawn."""
    found = list(specimens(corpus))
    Random(seed).shuffle(found)
    return found[:count]
