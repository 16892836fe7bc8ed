"""Holds the linter against headless Pd on real patches, and on real patches with one thing broken.

Box texts and connections are compared one by one, the other classes once a patch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
from time import process_time

from patchgen.errors import ParseError, PdFailed
from patchgen.headless.engine import find_pd
from patchgen.headless.load import LoadReport, load
from patchgen.lint.rule import Patch
from patchgen.lint.runner import lint
from patchgen.objects.reference import names
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.write import write
from patchgen_training.benchmarks.agreement import Score, judge, scores
from patchgen_training.benchmarks.failures import keep
from patchgen_training.benchmarks.figures import milliseconds, share
from patchgen_training.benchmarks.lint_mutants import mutant
from patchgen_training.benchmarks.part import Material, Result, Table
from patchgen_training.benchmarks.sample import sample

TITLE = "Linter against Pd"
SAYS = (
    "What the linter foresees, and what a headless Pd says when it opens the same patch and starts "
    "its DSP. Precision: how much of what the linter foresees Pd does say. Recall: how much of "
    "what Pd says the linter has foreseen. The patches use vanilla objects only; some are then "
    "broken in one place (a name, an argument, a cord, a box), since good patches give a linter "
    "little to do."
)
FILES = 4000
MUTANTS = 8000

Named = tuple[str, Canvas]
"""A patch and what it is called in the list of differences."""


def measure(material: Material) -> Result:
    """Runs both over real patches and over mutants."""
    pd = find_pd()
    patches = [patch for patch in vanilla(material) if not needs_extras(patch[1])]
    real = patches[: material.files or FILES]
    wanted = material.mutants or MUTANTS
    broken = [broken_one(patches[i % len(patches)], f"{material.seed}/{i}") for i in range(wanted)]
    compared = [
        compare(title, part, pd, material)
        for title, part in (("As they are", real), ("Broken in one place", broken))
    ]
    tables = [table for table, _ in compared]
    details = [line for _, lines in compared for line in lines]
    table, note = findings(real)
    return Result((*tables, table), (note,), tuple(details))


def vanilla(material: Material) -> Iterator[Named]:
    """Identifier and patch of each record that uses only vanilla objects."""
    for specimen in sample(material.corpus, None, material.seed):
        if specimen.is_vanilla:
            try:
                yield specimen.name, parse(specimen.text)
            except ParseError:
                continue


def needs_extras(canvas: Canvas) -> bool:
    """Whether the patch uses what Debian packs apart from Pd, and the Pd at hand may lack."""
    extras = names(with_extra=True) - names()
    return any(known.name in extras for view in Patch(canvas).views for known in view.known)


def broken_one(patch: Named, seed: str) -> Named:
    """A mutant, its name telling how it was made."""
    kind, canvas = mutant(patch[1], Random(seed))
    return f"{patch[0]} ({kind} {seed})", canvas


def compare(
    title: str, patches: list[Named], pd: Path, material: Material
) -> tuple[Table, list[str]]:
    """Runs both over the patches; the table, and every difference."""
    counted = scores()
    crashes: list[str] = []
    with ThreadPoolExecutor(material.processes) as pool:
        for (name, canvas), report in zip(
            patches, pool.map(partial(opened, pd=pd), patches), strict=True
        ):
            if isinstance(report, PdFailed):
                crashes.append(f"{name}: {report.message}")
            else:
                told = judge(name, canvas, report, counted)
                if told:
                    keep(material.failures, f"linter {name}", write(canvas), "\n".join(told))
    caption = f"{title}: {len(patches)} patches, on {len(crashes)} of which Pd itself failed"
    head = ("what Pd says", "linter", "Pd", "both", "precision", "recall")
    rows = tuple((kind, *row(score)) for kind, score in counted.items())
    differences = [
        f"{kind}: {line}" for kind, score in counted.items() for line in score.differences
    ]
    return Table(head, rows, caption), differences + crashes


def opened(patch: Named, pd: Path) -> LoadReport | PdFailed:
    """What Pd says about a patch."""
    try:
        return load(write(patch[1]), pd, timeout=15)
    except PdFailed as failed:
        return failed


def row(score: Score) -> tuple[str, ...]:
    """The three numbers, precision and recall."""
    counts = (str(number) for number in (score.linter, score.pd, score.both))
    return (*counts, share(score.both, score.linter), share(score.both, score.pd))


def findings(patches: list[Named]) -> tuple[Table, str]:
    """What the linter finds in patches as they are, and how long it takes."""
    started = process_time()
    counts = Counter(
        code for _, canvas in patches for code in {finding.code for finding in lint(canvas)}
    )
    each = (process_time() - started) / max(1, len(patches))
    boxes = sum(len(canvas.boxes) for _, canvas in patches) / max(1, len(patches))
    rows = tuple((code, share(number, len(patches))) for code, number in counts.most_common())
    note = f"The linter takes {milliseconds(each)} a patch, which has {boxes:.0f} boxes on average."
    caption = "What the linter finds in the patches as they are"
    return Table(("rule", "patches"), rows, caption), note
