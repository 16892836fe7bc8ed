"""Feeds broken patches to the whole library, on all cores, the same ones for the same seed."""

from __future__ import annotations

import logging
import resource
import signal
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from random import Random

from patchgen.errors import ParseError, PatchgenError
from patchgen.pd.parse import parse
from patchgen.pd.write import write
from patchgen_training.benchmarks import lint_mutants, text_mutants
from patchgen_training.benchmarks.failures import keep
from patchgen_training.benchmarks.figures import count, milliseconds
from patchgen_training.benchmarks.part import Material, Result, Table
from patchgen_training.benchmarks.sample import sample
from patchgen_training.benchmarks.trial import ALWAYS, SOMETIMES, Failure, Trial, end_step

TITLE = "Fuzzing"
SAYS = (
    "Patches of the corpus, broken in one to three places (pieces cut, repeated, swapped, bytes "
    "flipped, records lost, doubled and shuffled, numbers and atoms that nobody expects, two files "
    "spliced, nesting; and the mutants that the linter is held against), through parse, write, "
    "reading again, lint and all fixes; one in eight also through sort, layout, drawing (SVG, "
    "Mermaid, text) and explain. Nothing but a ParseError may be raised, and no step may take more "
    "than one second of processor time."
)
MUTANTS = 100_000
FILES = 4000
BATCH = 250
SHARE = 8
"""One mutant in so many goes through the slower steps as well."""

LARGEST = 16_384
"""Characters of a file that is broken; the corpus has few longer ones."""

MEMORY = 3 << 30
"""Bytes that a process may take."""

KEPT = 3
"""Inputs kept for each kind of failure."""

TEXTS: list[str] = []
"""What the processes of the pool break; filled when they start."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Batch:
    """What one batch of mutants has brought."""

    parsed: int
    runs: dict[str, int]
    slowest: dict[str, float]
    failures: list[Failure]


def measure(material: Material) -> Result:
    """Breaks patches in batches on all cores."""
    drawn = sample(material.corpus, material.files or FILES, material.seed)
    texts = [specimen.text for specimen in drawn if len(specimen.text) <= LARGEST]
    wanted = material.mutants or MUTANTS
    if not texts:
        raise PatchgenError("there is nothing to break", hint="Draw more --files.")
    batches: list[Batch] = []
    try:
        for done in all_batches(texts, wanted, material):
            batches.append(done)
            if len(batches) % 20 == 0:
                failed = sum(len(done.failures) for done in batches)
                log.info("fuzz: %d of %d, %d failures", len(batches) * BATCH, wanted, failed)
    except BrokenProcessPool:
        raise PatchgenError(
            f"a process died after {len(batches)} batches of {BATCH} mutants",
            hint="It crashed or took too much memory; fewer --mutants narrow it down.",
        ) from None
    return told(batches, wanted, material.failures)


def all_batches(texts: list[str], wanted: int, material: Material) -> Iterator[Batch]:
    """The batches as they are finished."""
    with ProcessPoolExecutor(material.processes, initializer=ready, initargs=(texts,)) as pool:
        futures: list[Future[Batch]] = [
            pool.submit(batch, material.seed, start, min(BATCH, wanted - start))
            for start in range(0, wanted, BATCH)
        ]
        for future in as_completed(futures):
            yield future.result()


def ready(texts: list[str]) -> None:
    """Prepares a process of the pool."""
    TEXTS[:] = texts
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, end_step)


def batch(seed: int, start: int, number: int) -> Batch:
    """Some mutants; each has its own seed, so that it can be made again alone."""
    trial = Trial()
    for index in range(start, start + number):
        origin, text = mutant(seed, index)
        trial.run(text, origin, {**ALWAYS, **SOMETIMES} if index % SHARE == 0 else ALWAYS)
    return Batch(trial.parsed, trial.runs, trial.slowest, list(few(trial.failures)))


def mutant(seed: int, index: int) -> tuple[str, str]:
    """How a mutant was made, and the mutant."""
    chance = Random(f"{seed}/{index}")
    text, other = chance.choice(TEXTS), chance.choice(TEXTS)
    if chance.random() < 0.2:
        try:
            name, canvas = lint_mutants.mutant(parse(text), chance)
        except ParseError:
            pass
        else:
            return f"mutant {index} of seed {seed}: {name}", write(canvas)
    name, broken = text_mutants.mutant(text, other, chance)
    return f"mutant {index} of seed {seed}: {name}", broken


def few(failures: list[Failure]) -> Iterator[Failure]:
    """All failures, but the text of only the shortest few of each kind."""
    seen: Counter[tuple[str, str]] = Counter()
    for failure in sorted(failures, key=lambda failure: len(failure.text)):
        seen[failure.step, failure.kind] += 1
        is_kept = seen[failure.step, failure.kind] <= KEPT
        yield failure if is_kept else Failure(failure.step, failure.kind, "", "")


def told(batches: list[Batch], wanted: int, folder: Path) -> Result:
    """The table of steps, and the failures, whose inputs are kept."""
    failures = [failure for done in batches for failure in done.failures]
    keep_shortest(failures, folder)
    steps = dict.fromkeys(step for done in batches for step in done.runs)
    rows = [
        (
            step,
            count(sum(done.runs.get(step, 0) for done in batches)),
            count(sum(failure.step == step for failure in failures)),
            milliseconds(max(done.slowest.get(step, 0.0) for done in batches)),
        )
        for step in steps
    ]
    kinds = Counter(f"{failure.step}: {failure.kind}" for failure in failures)
    parsed = sum(done.parsed for done in batches)
    notes = [f"{count(wanted)} mutants, of which {count(parsed)} are still patches."]
    notes += [f"{name}: {number} times" for name, number in kinds.most_common()]
    table = Table(("step", "runs", "failures", "slowest"), tuple(rows))
    return Result((table,), tuple(notes))


def keep_shortest(failures: list[Failure], folder: Path) -> None:
    """Writes the shortest inputs of each kind, each with its story beside it."""
    seen: Counter[tuple[str, str]] = Counter()
    for failure in sorted(failures, key=lambda failure: len(failure.text)):
        seen[failure.step, failure.kind] += bool(failure.text)
        if failure.text and seen[failure.step, failure.kind] <= KEPT:
            keep(folder, f"{failure.step} {failure.kind}", failure.text, failure.story)
