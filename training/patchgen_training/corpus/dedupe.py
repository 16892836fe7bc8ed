"""Leaves out copies and near copies, and notes at the one that stays where the others were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from patchgen.errors import ParseError
from patchgen.pd.parse import parse
from patchgen_training.corpus import likeness
from patchgen_training.corpus.stage import stage

if TYPE_CHECKING:
    from datasets import Dataset

ALIKE = 0.8
"""From this share of common boxes and cords on, two patches count as one."""
MARKS = {"exact": "", "traits": [np.uint32(0)], "minima": [np.uint32(0)]}
"""The columns by which rows are compared."""
LEADERS = 8
"""So many different patches with an equal band are compared with each further one."""


def dedupe(
    inputs: Sequence[Path], out: Path, processes: int = 1, *, threshold: float = ALIKE
) -> Mapping[str, int]:
    """Writes one patch of each kind and returns the counts."""
    with stage("dedupe", out.parent, processes, inputs) as work:
        rows = work.read()
        marked = work.mapped(
            rows, marks, MARKS, input_columns=["text"], remove_columns=rows.column_names
        )
        groups = Groups(len(rows))
        copies = join_copies(groups, marked["exact"])
        near = join_near(groups, marked, threshold)
        kept = keepers(groups, rows)
        places = [f"{a}:{b}" for a, b in zip(rows["source"], rows["path"], strict=True)]
        others = {keeper: [places[i] for i in group] for keeper, group in kept.items()}
        chosen = sorted(others)
        also = [others[index] for index in chosen]
        one_each = work.mapped(
            rows.select(chosen), with_places, with_indices=True, fn_kwargs={"also": also}
        )
        work.write(one_each, out)
        counts = {"read": len(rows), "copies": copies, "near_copies": near, "patches": len(kept)}
        work.tell(out.with_suffix(".json"), [out], {**counts, "threshold": threshold})
    return counts


def marks(text: str) -> dict[str, Any]:
    """By what a patch is compared."""
    try:
        found = likeness.traits(parse(text))
    except ParseError:
        found = (text,)
    hashed = likeness.numbers(found)
    return {
        "exact": likeness.exact(found),
        "traits": hashed,
        "minima": likeness.minima(hashed) if len(hashed) else hashed,
    }


class Groups:
    """Which rows belong together; of each group the first row stands for it."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))

    def of(self, row: int) -> int:
        """The row that stands for this one."""
        while self.parent[row] != row:
            self.parent[row] = self.parent[self.parent[row]]
            row = self.parent[row]
        return row

    def join(self, one: int, other: int) -> bool:
        """Puts two rows together; False where they are already."""
        first, last = sorted((self.of(one), self.of(other)))
        self.parent[last] = first
        return first != last


def join_copies(groups: Groups, hashes: Sequence[str]) -> int:
    """Joins rows with equal traits in equal order, and returns how many are too many."""
    first: dict[str, int] = {}
    return sum(groups.join(first.setdefault(mark, row), row) for row, mark in enumerate(hashes))


def join_near(groups: Groups, marked: Dataset, threshold: float) -> int:
    """Joins rows that have most traits in common, and returns how many are too many."""
    leaders = [row for row, parent in enumerate(groups.parent) if row == parent]
    table = marked.with_format("numpy", columns=["traits"])
    minima = all_minima(marked, leaders)
    found = 0
    for band in range(likeness.BANDS):
        part = minima[:, band * likeness.ROWS : (band + 1) * likeness.ROWS]
        for bucket in buckets(part):
            found += join_bucket(groups, [leaders[place] for place in bucket], table, threshold)
    return found


def join_bucket(groups: Groups, bucket: Sequence[int], table: Dataset, threshold: float) -> int:
    """Joins the rows of a bucket that are alike, and returns how many are too many."""
    seen: list[tuple[int, likeness.Numbers]] = []
    found = 0
    for row in bucket:
        if any(groups.of(row) == groups.of(other) for other, _ in seen):
            continue
        traits = table[row]["traits"]
        like = [other for other, own in seen if likeness.alike(traits, own) >= threshold]
        if like:
            found += groups.join(like[0], row)
        elif len(seen) < LEADERS:
            seen.append((row, traits))
    return found


def all_minima(marked: Dataset, rows: Sequence[int]) -> NDArray[np.uint32]:
    """The minima of some rows, one row each; those of an empty patch are like no others."""
    size = likeness.BANDS * likeness.ROWS
    out = np.zeros((len(rows), size), dtype=np.uint32)
    for place, found in enumerate(marked.select(rows)["minima"]):
        out[place] = found if len(found) == size else np.arange(place, place + size)
    return out


def buckets(part: NDArray[np.uint32]) -> Iterator[list[int]]:
    """Places of rows that are equal, where there are at least two, in the order of the rows."""
    found: dict[bytes, list[int]] = {}
    for place, line in enumerate(part):
        found.setdefault(line.tobytes(), []).append(place)
    yield from (bucket for bucket in found.values() if len(bucket) > 1)


def keepers(groups: Groups, rows: Dataset) -> dict[int, list[int]]:
    """The row to keep of each group, with the others: one with a licence and a description."""
    members: dict[int, list[int]] = {}
    for row in range(len(groups.parent)):
        members.setdefault(groups.of(row), []).append(row)
    says = [
        (not licence, not description)
        for licence, description in zip(rows["license"], rows["description"], strict=True)
    ]
    kept = {}
    for group in members.values():
        best = min(group, key=lambda row: (says[row], row))
        kept[best] = [row for row in group if row != best]
    return kept


def with_places(row: Mapping[str, Any], index: int, also: Sequence[list[str]]) -> dict[str, Any]:
    """The row with the places of its copies."""
    return {"also_in": list(dict.fromkeys([*row["also_in"], *also[index]]))}
