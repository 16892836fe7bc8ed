"""All parts of the benchmark by their names, in the order of BENCHMARKS.md."""

from __future__ import annotations

from collections.abc import Mapping

from patchgen_training.benchmarks import (
    drafting,
    draw,
    fidelity,
    flood,
    fuzz,
    layout,
    linter,
    packets,
    parse,
    soak,
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
    "packets": packets,
    "flood": flood,
    "soak": soak,
}
