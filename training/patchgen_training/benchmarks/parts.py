"""All parts of the benchmark by their names, in the order of BENCHMARKS.md."""

from __future__ import annotations

from collections.abc import Mapping

from patchgen_training.benchmarks import (
    drafting,
    draw,
    fidelity,
    fuzz,
    layout,
    linter,
    parse,
    sort,
    start,
)
from patchgen_training.benchmarks.part import Part

PARTS: Mapping[str, Part] = {
    "parse": parse,
    "start": start,
    "fidelity": fidelity,
    "linter": linter,
    "layout": layout,
    "sort": sort,
    "draw": draw,
    "fuzz": fuzz,
    "drafting": drafting,
}
