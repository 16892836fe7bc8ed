"""What a corpus is made of, counted over processes."""

from __future__ import annotations

import json
from pathlib import Path

from patchgen.report.histogram import histogram
from patchgen_training.corpus.patch import Patch
from patchgen_training.corpus.stats import stats
from training.corpus.packs import CLOCK, SINE, table


def test_the_counts_are_those_of_patchgen_stats(tmp_path: Path) -> None:
    texts = [SINE, CLOCK, *(CLOCK.replace("metro", f"thing-{i}") for i in range(500))]
    found = table(tmp_path / "in.parquet", [Patch(t, "a", "1.pd", "MIT") for t in texts])

    counted = stats([found], tmp_path / "out", processes=2)

    paths = {tmp_path / f"{i}.pd": text for i, text in enumerate(texts)}
    assert counted == histogram(paths, paths.__getitem__)
    told = json.loads((tmp_path / "out" / "stats.json").read_text())
    assert told["licences"] == {"MIT": 502}
