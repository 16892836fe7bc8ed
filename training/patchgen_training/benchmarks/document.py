"""BENCHMARKS.md: one section a part; a part that is measured again replaces its own section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from patchgen_training.benchmarks.machine import machine
from patchgen_training.benchmarks.part import Part, Result, Table

HEAD = """\
# Benchmarks

Everything here was written by `patchgen-train benchmark --corpus DIR --write BENCHMARKS.md`, or by
`make bench CORPUS=DIR`. DIR is a folder with a `patches.jsonl.zst`: one patch a line, as a JSON
object with at least `id`, `path`, `text` and `vanilla_only`. The corpus measured here was collected
from public repositories and is not part of this one. The end of each section tells when and on what
machine it was measured. A duration is a median, with the shortest and the longest beside it.
"""

HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)


def section(part: Part, result: Result, command: str, today: date) -> str:
    """The section of a part, without its heading."""
    paragraphs = [part.SAYS, f"```\n{command}\n```", *map(table, result.tables)]
    if result.notes:
        paragraphs.append("\n".join(f"- {note}" for note in result.notes))
    paragraphs.append(f"Measured on {today.isoformat()}: {machine()}.")
    return "\n\n".join(paragraphs) + "\n"


def table(figures: Table) -> str:
    """A table as Markdown: the first column to the left, figures to the right."""
    rules = ("---", *("---:" for _ in figures.head[1:]))
    lines = [row(cells) for cells in (figures.head, rules, *figures.rows)]
    return "\n".join([*([f"{figures.caption}:", ""] if figures.caption else []), *lines])


def row(cells: Iterable[str]) -> str:
    """One row; a bar inside a cell would end it."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def sections(document: str) -> dict[str, str]:
    """The sections of a document by their headings."""
    _, *pieces = HEADING.split(document)
    return {
        title: body.strip("\n") + "\n"
        for title, body in zip(pieces[::2], pieces[1::2], strict=True)
    }


def merged(document: str, fresh: Mapping[str, str], titles: Iterable[str]) -> str:
    """The document with fresh sections in the place of old ones, in the order of the titles."""
    known = {**sections(document), **fresh}
    told = (f"## {title}\n\n{known[title]}" for title in titles if title in known)
    return "\n".join([HEAD, *told])
