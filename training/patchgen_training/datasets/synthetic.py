"""Examples from the skills: every distinct patch is checked in headless Pd before it counts."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

from patchgen.errors import PatchgenError
from patchgen_training.datasets.row import Row
from patchgen_training.recipe_parts import Data
from patchgen_training.skills.catalogue import core, skills
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.frames import prompt
from patchgen_training.skills.verify import fault

CHUNK = 8


def rows(data: Data, pd: Path, processes: int) -> Iterator[Row | str]:
    """The examples that a recipe asks for; a str is a failed one."""
    work = [
        (name, data.seed * 1_000_003 + index, data.prompts, pd)
        for index in range(data.per_skill * data.core_times)
        for name in (skills() if index < data.per_skill else sorted(core()))
    ]
    with get_context("fork").Pool(processes) as pool:
        for result in pool.imap_unordered(checked, work, chunksize=CHUNK):
            yield from result


def checked(job: tuple[str, int, int, Path]) -> list[Row | str]:
    """The rows of one example, or why there are none."""
    name, seed, count, pd = job
    key = int.from_bytes(hashlib.sha256(f"{name} {seed}".encode()).digest()[:6], "big")
    draw = Draw(key)
    try:
        example = skills()[name](draw)
    except (PatchgenError, ValueError, IndexError, KeyError) as error:
        return [f"{name}: {error!r}"]
    reason = fault(example, pd)
    if reason is not None:
        return [f"{name}: {reason.splitlines()[0][:160]}"]
    group = hashlib.sha256(example.patch.encode()).hexdigest()[:16]
    wordings = draw.some(example.wordings, count)
    prompts = dict.fromkeys(prompt(wording, example.patch, draw) for wording in wordings)
    return [Row(text, example.patch, f"skill {name}", group) for text in prompts]


def tally(rows_or_failures: Iterator[Row | str], failures: Counter[str]) -> Iterator[Row]:
    """Passes the rows on and counts the failures by skill and reason."""
    for row in rows_or_failures:
        if isinstance(row, Row):
            yield row
        else:
            failures[row] += 1
