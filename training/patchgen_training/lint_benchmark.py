"""Holds the linter against headless Pd on real patches, and on real patches with one thing broken.

    python -m patchgen_training.lint_benchmark CORPUS_FILE [--files 2000] [--mutants 500] [--show]

For each class of complaint: how many the linter foresaw, how many Pd made, and how many agree.
Box texts and connections are compared one by one, the other classes once a patch.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import process_time

from patchgen.errors import ParseError, PdFailed
from patchgen.headless.engine import find_pd
from patchgen.headless.load import LoadReport, load
from patchgen.lint.registry import REFUSED_CORDS
from patchgen.lint.rule import Patch, View
from patchgen.lint.runner import lint
from patchgen.objects.reference import names
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.sizes import text
from patchgen.pd.write import write
from patchgen_training.datasets.real import records
from patchgen_training.lint_mutants import mutant

CREATE = "couldn't create"
CONNECT = "connection failed"
COMPLAINTS = {
    "signal to control": ("signal-to-control", "audio signal outlet connected to nonsignal inlet"),
    "DSP loop": ("dsp-loop", "DSP loop detected"),
    "missing source": ("missing-source", (": no such array", ": no such delwrite~", "no matching")),
    "block conflict": ("block-conflict", "conflicting block~"),
    "unknown record": ("record-kind", ("no method for", "no such object")),
}
"""Class -> code of the rule, and what the console line holds."""


@dataclass(slots=True)
class Score:
    """Agreement on one class of complaints."""

    both: int = 0
    linter: int = 0
    pd: int = 0
    differences: list[str] = field(default_factory=list)

    def add(self, name: str, foreseen: set[str], made: set[str]) -> None:
        """Counts one patch."""
        self.both += len(foreseen & made)
        self.linter += len(foreseen)
        self.pd += len(made)
        self.differences += [f"{name}: only the linter: {item}" for item in foreseen - made]
        self.differences += [f"{name}: only Pd: {item}" for item in made - foreseen]

    def row(self) -> str:
        """The three numbers, precision and recall in percent."""
        precision = f"{100 * self.both / self.linter:6.2f}" if self.linter else "     -"
        recall = f"{100 * self.both / self.pd:6.2f}" if self.pd else "     -"
        return f"{self.linter:7} {self.pd:7} {self.both:7}  {precision} %  {recall} %"


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the corpus, runs both, prints a table for each part."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, help="patches.jsonl.zst")
    parser.add_argument("--files", type=int, default=2000, help="patches that use only vanilla Pd")
    parser.add_argument("--mutants", type=int, default=500, help="patches broken in one place")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print each difference")
    options = parser.parse_args(arguments)
    chance, pd = Random(options.seed), find_pd()
    patches = [patch for patch in vanilla(options.corpus) if not needs_extras(patch[1])]
    chance.shuffle(patches)
    real = patches[: options.files]
    broken = [broken_one(patch, chance) for patch in patches[: options.mutants]]
    for title, part in (("as they are", real), ("broken in one place", broken)):
        compare(title, part, pd, is_shown=options.show)
    measure(real)


def vanilla(corpus: Path) -> Iterator[tuple[str, Canvas]]:
    """Identifier and patch of each record that uses only vanilla objects."""
    for record in records(corpus):
        if record["vanilla_only"]:
            try:
                yield f"{record['id']} {record['path']}", parse(record["text"])
            except ParseError:
                continue


def needs_extras(canvas: Canvas) -> bool:
    """Whether the patch uses what Debian packs apart from Pd, and the Pd at hand may lack."""
    extras = names(with_extra=True) - names()
    return any(known.name in extras for view in Patch(canvas).views for known in view.known)


def broken_one(patch: tuple[str, Canvas], chance: Random) -> tuple[str, Canvas]:
    """A mutant, its name telling how it was made."""
    kind, canvas = mutant(patch[1], chance)
    return f"{patch[0]} ({kind})", canvas


def compare(title: str, patches: list[tuple[str, Canvas]], pd: Path, *, is_shown: bool) -> None:
    """Runs both over the patches and prints the table."""
    scores = {name: Score() for name in (CREATE, CONNECT, *COMPLAINTS)}
    crashes: list[str] = []
    for name, canvas in patches:
        try:
            report = load(write(canvas), pd, timeout=15)
        except PdFailed as failed:
            crashes.append(f"{name}: {failed.message}")
            continue
        judge(name, canvas, report, scores)
    print(f"\n{len(patches)} patches {title}; Pd failed on {len(crashes)}")
    print(f"{'':20} {'linter':>7} {'Pd':>7} {'both':>7}  precision  recall")
    for kind, score in scores.items():
        print(f"{kind:20} {score.row()}")
    if is_shown:
        for kind, score in scores.items():
            print("\n".join(f"  {kind}: {line}" for line in score.differences))
        print("\n".join(crashes))


def judge(name: str, canvas: Canvas, report: LoadReport, scores: dict[str, Score]) -> None:
    """Adds one patch to the scores."""
    views = Patch(canvas, is_strict=True).views
    made = {squeezed(text) for text in report.not_created}
    scores[CREATE].add(name, {squeezed(t) for v in views for t in not_created(v)}, made)
    failed = {cord.split(" (")[0] for cord in report.failed_connections}
    scores[CONNECT].add(name, {cord for view in views for cord in refused(view)}, failed)
    codes = {finding.code for finding in lint(canvas, strict=True)}
    for kind, (code, words) in COMPLAINTS.items():
        wanted = (words,) if isinstance(words, str) else words
        said = any(word in line for line in report.complaints for word in wanted)
        scores[kind].add(name, {code} & codes, {code} if said else set())


def not_created(view: View) -> Iterator[str]:
    """Texts of the boxes that Pd should fail to make."""
    for box, known in zip(view.boxes, view.known, strict=True):
        if known.fails:
            yield text(box)


def squeezed(words: str) -> str:
    """Text without blanks and escapes, which Pd and we put in different places, as in 1e+037."""
    return re.sub(r"e\+0+", "e+", "".join(words.replace("\\", "").split()))


def refused(view: View) -> Iterator[str]:
    """Connections that Pd should fail to make; those of signals it only ignores."""
    for code, rule in REFUSED_CORDS.items():
        if code != "signal-to-control":
            for place, _ in rule.refused(view):
                cord = view.cords[place]
                yield f"{cord.source} {cord.outlet} {cord.sink} {cord.inlet}"


def measure(patches: list[tuple[str, Canvas]]) -> None:
    """Prints how long the linter takes, and what it finds in good patches."""
    started = process_time()
    counts: dict[str, int] = {}
    for _, canvas in patches:
        for code in {finding.code for finding in lint(canvas)}:
            counts[code] = counts.get(code, 0) + 1
    seconds = process_time() - started
    boxes = sum(len(canvas.boxes) for _, canvas in patches)
    each = 1000 * seconds / len(patches)
    print(f"\n{each:.3f} ms a patch, {boxes / len(patches):.0f} boxes each")
    for code, count in sorted(counts.items(), key=lambda item: -item[1]):
        print(f"{code:22} in {100 * count / len(patches):5.1f} % of the patches as they are")


if __name__ == "__main__":
    main()
