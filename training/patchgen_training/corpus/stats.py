"""What a corpus is made of: objects, kinds of boxes, sizes, licences; as data and pictures."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from patchgen.errors import ParseError
from patchgen.lint.abstractions import beside
from patchgen.pd.model import walk
from patchgen.pd.parse import parse
from patchgen.pipeline.publish import write_whole
from patchgen.report.bars import bar_chart
from patchgen.report.histogram import (
    MEASURES,
    Statistics,
    entries,
    kind,
    measured,
    objects_of,
    spread,
)
from patchgen_training.corpus.plot import size_chart
from patchgen_training.corpus.stage import stage

if TYPE_CHECKING:
    from datasets import Dataset

SHOWN = 50
"""Objects in the picture."""
COUNTS = {"objects": [""], "kinds": [""], **dict.fromkeys(MEASURES, 0)}
"""The columns that are counted."""
BETWEEN = "\t"
"""Between the name of an object and its library."""


def stats(inputs: Sequence[Path], out: Path, processes: int = 1) -> Statistics:
    """Writes stats.json, objects.svg and sizes.svg into a folder and returns the statistics."""
    with stage("stats", out, processes, inputs) as work:
        rows = work.read()
        counted = work.mapped(
            rows, counts, COUNTS, input_columns=["text"], remove_columns=rows.column_names
        )
        measures = {name: array("q", counted[name]) for name in MEASURES}
        found = statistics(counted, measures)
        title = f"Objects in {found.files:,} patches"
        write_whole(out / "objects.svg", bar_chart(found.objects[:SHOWN], title))
        write_whole(out / "sizes.svg", size_chart(measures))
        facts = {
            "patches": found.files,
            "objects": [asdict(entry) for entry in found.objects],
            "kinds": found.kinds,
            "comments": found.comments,
            "sizes": {name: asdict(size) for name, size in found.sizes.items()},
            "licences": dict(Counter(rows["license"]).most_common()),
            "sources": dict(Counter(rows["source"]).most_common()),
            "described": sum(bool(text) for text in rows["description"]),
        }
        work.tell(out / "stats.json", [out / "objects.svg", out / "sizes.svg"], facts)
    return found


def counts(text: str) -> dict[str, Any]:
    """The objects, kinds of boxes and measures of one patch; nothing for what is no patch."""
    try:
        canvas = parse(text)
    except ParseError:
        return {"objects": [], "kinds": [], **dict.fromkeys(MEASURES, 0)}
    sizes = measured(canvas, len(text.encode("utf-8", "surrogatepass")))
    return {
        "objects": [BETWEEN.join(found) for found in objects_of(canvas, beside(Path("nowhere")))],
        "kinds": [kind(box) for _, inner in walk(canvas) for box in inner.boxes],
        **dict(zip(MEASURES, sizes, strict=True)),
    }


def statistics(counted: Dataset, measures: dict[str, array[int]]) -> Statistics:
    """The counts of all patches together."""
    boxes: Counter[tuple[str, str]] = Counter()
    files: Counter[tuple[str, str]] = Counter()
    for objects in counted["objects"]:
        found = Counter((name, library) for name, _, library in map(parted, objects))
        boxes.update(found)
        files.update(found.keys())
    kinds = dict(Counter(chain.from_iterable(counted["kinds"])).most_common())
    comments = kinds.pop("comment", 0)
    sizes = {name: spread(values) for name, values in measures.items() if values}
    return Statistics(len(counted), entries(boxes, files), kinds, comments, sizes, ())


def parted(text: str) -> tuple[str, str, str]:
    """Name and library of an object."""
    return text.partition(BETWEEN)
