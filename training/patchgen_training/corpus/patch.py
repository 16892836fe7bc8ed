"""One collected patch: its text, where it comes from, and what its author says about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datasets import Features

HALF = "surrogatepass"
"""How halves of characters, which stand in some old files, are told from a fault."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A row of the corpus, in every stage."""

    text: str
    source: str
    """What it belongs to: a library, a thread, a post. Patches of one source stay together."""
    path: str
    """Of the file; what lies in an archive follows `!/`."""
    license: str = ""
    """SPDX-like; empty where nobody says."""
    license_source: str = ""
    """The file or field that says so."""
    author: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()
    """Where copies of it were found."""
    trouble: str = ""
    """Why it cannot be used; such rows are counted and left out."""


def row(patch: Patch) -> dict[str, Any]:
    """The patch as a row of a table, which holds whole characters only."""
    values = asdict(patch)
    return {name: whole(value) for name, value in values.items()}


def whole(value: str | tuple[str, ...]) -> str | list[str]:
    """The text without halves of characters."""
    if isinstance(value, str):
        return value.encode("utf-16", HALF).decode("utf-16", "replace")
    return [text.encode("utf-16", HALF).decode("utf-16", "replace") for text in value]


def features() -> Features:
    """The columns of a table of patches."""
    from datasets import Features, List, Value

    text = Value("string")
    lists = ("keywords", "also_in")
    return Features(
        {field.name: List(text) if field.name in lists else text for field in fields(Patch)}
    )
