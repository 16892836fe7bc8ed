"""Splits a corpus by source: what one source wrote is on one side only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from patchgen.errors import PatchgenError
from patchgen_training.corpus.stage import stage

TRAIN = "train"


def split(
    inputs: Sequence[Path], out: Path, shares: Mapping[str, float], seed: int = 0
) -> dict[str, int]:
    """Writes one table for each share and `train` for what is left; returns their rows."""
    with stage("split", out, 1, inputs) as work:
        rows = work.read()
        sources = list(rows["source"])
        side = sides(Counter(sources), shares, seed)
        names = (TRAIN, *shares)
        counts = {}
        for name in names:
            chosen = [i for i, source in enumerate(sources) if side.get(source, TRAIN) == name]
            if not chosen:
                raise PatchgenError(
                    f"no patch is left for {name}",
                    hint="Collect more sources, or change the shares.",
                )
            counts[name] = len(chosen)
            work.write(rows.select(chosen), out / f"{name}.parquet")
        told = Counter(side.get(source, TRAIN) for source in set(sources))
        facts = {"seed": seed, "shares": dict(shares), "patches": counts, "sources": dict(told)}
        work.tell(out / "split.json", [out / f"{name}.parquet" for name in names], facts)
    return counts


def sides(sizes: Mapping[str, int], shares: Mapping[str, float], seed: int) -> dict[str, str]:
    """The sources that leave the training side, drawn until each side has its share of patches.

    A source larger than what a side still lacks stays in training: it would outweigh all others.
    """
    order = sorted(sizes)
    Random(seed).shuffle(order)
    total = sum(sizes.values())
    side: dict[str, str] = {}
    for name, share in shares.items():
        lacking = round(total * share)
        for source in order:
            if source not in side and sizes[source] <= lacking:
                side[source] = name
                lacking -= sizes[source]
    return side
