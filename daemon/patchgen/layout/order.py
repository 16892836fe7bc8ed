"""The order of the boxes within each row, chosen so that few cords cross."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence

from patchgen.layout.lattice import Lattice, Link

SWEEPS = 8
"""Times the rows are sorted downwards and upwards again."""

EXCHANGES = 6
"""Times all neighbours in all rows are offered to change places."""

FEW_SLOTS = 1500
"""Up to this size a part is tried from several starts."""


def orders(lattice: Lattice, fixed: frozenset[int]) -> list[list[list[int]]]:
    """Good orders of the rows, the one with the fewest crossings first.

    Slots in `fixed` keep their order among themselves.
    """
    starts = [lattice.rows, deep_first(lattice, lattice.below)]
    if len(lattice.left) > FEW_SLOTS:
        starts = starts[1:]
    else:
        starts += [deep_first(lattice, lattice.above), [row[::-1] for row in lattice.rows]]
    found: list[tuple[int, list[list[int]]]] = []
    for start in starts:
        rows = improved(start, lattice, fixed)
        count = crossings(rows, lattice, places(rows, len(lattice.left)))
        if (count, rows) not in found:
            found.append((count, rows))
    return [rows for _, rows in sorted(found, key=lambda pair: pair[0])]


def improved(
    start: list[list[int]], lattice: Lattice, fixed: frozenset[int]
) -> list[list[int]]:
    """An order with fewer crossings than the one to start from, or the same."""
    rows = [list(row) for row in start]
    place = places(rows, len(lattice.left))
    for row in rows:
        keep_fixed(row, place, fixed)
    rows = swept(rows, lattice, place, fixed)
    exchange(rows, lattice, places(rows, len(lattice.left)), fixed)
    return rows


def as_before(lattice: Lattice, before: tuple[int, ...]) -> list[list[int]]:
    """The rows in the order that the boxes had, passages where their cords ran.

    `before` has the boxes from left to right.
    """
    at: list[float] = [0.0] * lattice.boxes
    for rank, box in enumerate(before):
        at[box] = rank
    at += [at[upper] + (at[lower] - at[upper]) * share for upper, lower, share in lattice.spans]
    return [sorted(row, key=at.__getitem__) for row in lattice.rows]


def deep_first(lattice: Lattice, links: list[list[Link]]) -> list[list[int]]:
    """The rows in the order of a walk that follows each cord to its end before the next one."""
    behind = lattice.above if links is lattice.below else lattice.below
    ends = [slot for row in lattice.rows for slot in row if not behind[slot]]
    rank: dict[int, int] = {}
    waiting = ends[::-1]
    while waiting:
        slot = waiting.pop()
        if slot not in rank:
            rank[slot] = len(rank)
            ahead = sorted(links[slot], key=lambda link: -link.own_share)
            waiting += [link.slot for link in ahead if link.slot not in rank]
    return [sorted(row, key=rank.__getitem__) for row in lattice.rows]


def swept(
    rows: list[list[int]], lattice: Lattice, place: list[int], fixed: frozenset[int]
) -> list[list[int]]:
    """The best of the orders that sorting the rows again and again goes through."""
    best, fewest = [list(row) for row in rows], crossings(rows, lattice, place)
    for _ in range(SWEEPS):
        if not fewest:
            break
        for row in rows[1:]:
            sort_row(row, lattice.above, place, fixed)
        for row in reversed(rows[:-1]):
            sort_row(row, lattice.below, place, fixed)
        count = crossings(rows, lattice, place)
        if count < fewest:
            best, fewest = [list(row) for row in rows], count
    return best


def places(rows: list[list[int]], count: int) -> list[int]:
    """Slot -> its index in its row."""
    place = [0] * count
    for row in rows:
        for i, slot in enumerate(row):
            place[slot] = i
    return place


def sort_row(
    row: list[int], links: list[list[Link]], place: list[int], fixed: frozenset[int]
) -> None:
    """Sorts one row by where its cords come from; slots without cords stay where they are."""
    key: dict[int, float] = {}
    for slot in row:
        ends = [place[link.slot] + link.other_share for link in links[slot]]
        if ends:
            key[slot] = sum(ends) / len(ends)
    moved = iter(sorted(key, key=lambda slot: (key[slot], place[slot])))
    row[:] = [next(moved) if slot in key else slot for slot in row]
    keep_fixed(row, place, fixed)


def keep_fixed(row: list[int], place: list[int], fixed: frozenset[int]) -> None:
    """Puts the fixed slots of a row back into their order and notes all places."""
    held = iter(sorted(slot for slot in row if slot in fixed))
    row[:] = [next(held) if slot in fixed else slot for slot in row]
    for i, slot in enumerate(row):
        place[slot] = i


def crossings(rows: list[list[int]], lattice: Lattice, place: list[int]) -> int:
    """How many pairs of cord pieces cross between neighbouring rows."""
    total = 0
    for row in rows:
        ends = sorted(
            (place[slot] + link.own_share, place[link.slot] + link.other_share)
            for slot in row
            for link in lattice.below[slot]
        )
        seen: list[float] = []
        for _, lower in ends:
            total += len(seen) - bisect_right(seen, lower)
            insort(seen, lower)
    return total


def exchange(
    rows: list[list[int]], lattice: Lattice, place: list[int], fixed: frozenset[int]
) -> None:
    """Lets neighbours change places wherever that takes crossings away."""
    for _ in range(EXCHANGES):
        gained = 0
        for row in rows:
            for i in range(len(row) - 1):
                slots = row[i], row[i + 1]
                if slots[0] in fixed and slots[1] in fixed:
                    continue
                gain = gain_of_exchange(*slots, lattice, place)
                if gain > 0:
                    row[i], row[i + 1] = slots[1], slots[0]
                    place[slots[1]], place[slots[0]] = i, i + 1
                    gained += gain
        if not gained:
            return


def gain_of_exchange(left: int, right: int, lattice: Lattice, place: list[int]) -> int:
    """How many crossings fewer there are once two neighbours have changed places."""
    gain = 0
    for links in (lattice.above, lattice.below):
        if not links[left] or not links[right]:
            continue
        lefts = [place[link.slot] + link.other_share for link in links[left]]
        rights = [place[link.slot] + link.other_share for link in links[right]]
        gain += inversions(lefts, rights) - inversions(rights, lefts)
    return gain


def inversions(first: Sequence[float], second: Sequence[float]) -> int:
    """Pairs in which an end of the first lies right of an end of the second."""
    if len(first) * len(second) < 20:
        return sum(a > b for a in first for b in second)
    ranked = sorted(second)
    return sum(bisect_right(ranked, a - 1e-9) for a in first)
