"""What a part of the benchmark is given, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Material:
    """What is measured, and with how much of it."""

    corpus: Path
    """Folder with patches.jsonl.zst."""
    cache: Path
    """Folder for other parsers, each in an environment of its own."""
    failures: Path
    """Folder for inputs on which the library fails."""
    files: int | None = None
    """Patches to draw from the corpus; None: as many as the part takes by itself."""
    mutants: int | None = None
    """Broken patches to make; None: as many as the part takes by itself."""
    minutes: float | None = None
    """How long a part goes on that would never end by itself; None: as long as it thinks fit."""
    seed: int = 1
    processes: int = 1
    has_peers: bool = True
    """Whether other parsers are installed from the registries and measured, too."""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What a part has measured."""

    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    """Sentences below the tables."""
    details: tuple[str, ...] = ()
    """Single cases, for the terminal only."""


class Part(Protocol):
    """A module of this package: one thing that is measured."""

    TITLE: str
    """The heading of its section."""
    SAYS: str
    """What is measured, in a sentence or two."""

    def measure(self, material: Material) -> Result:
        """Measures it."""
        ...
