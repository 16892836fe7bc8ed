"""What a model writes when it is left alone with the first word, held against real pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Any

from patchgen.engine.base import ConstraintFactory, Request, Sampling
from patchgen.engine.options import LoadOptions
from patchgen.engine.worker import WorkerEngine
from patchgen.errors import MusicInvalid
from patchgen.music import beat, chords, metrics
from patchgen.music.copied import longest_copy
from patchgen.music.score import Score
from patchgen.music.words import CHORDS, PIANO

LONGEST = 1000
"""Tokens of a sample."""
AS_THE_MODEL_SAYS = Sampling(temperature=1, top_k=0, top_p=1, min_p=0, max_tokens=LONGEST)
"""Nothing cut off: what is wrong with a model shows."""
COPIES = 10
"""Samples that are looked for in the training pieces."""
READERS = {PIANO: beat.decode, CHORDS: chords.decode}
Facts = dict[str, Any]


def listened(model: Path, count: int, test: Sequence[Score], known: Sequence[Score]) -> Facts:
    """Samples of both kinds: how many can be read, and how like pieces they are.

    `known` are the training pieces, in which the longest copied run is looked for.
    """
    texts = {first: list(written(model, first, range(count))) for first in READERS}
    music = {first: [score for t in texts[first] if (score := read(t))] for first in READERS}
    starts = [beat.decode(beginning(score), is_whole=False) for score in test]
    return {
        "samples": count,
        "readable": {first: len(music[first]) / count for first in READERS},
        "ended": {first: sum(ends(t) for t in texts[first]) / count for first in READERS},
        "metrics": {"samples": averages(music[PIANO]), "test": averages(starts)},
        "longest_copies": {
            "samples": copies(music[PIANO][:COPIES], known),
            "test": copies(starts[:COPIES], known),
        },
    }


def written(
    model: Path, first: str, seeds: Sequence[int], constraint: ConstraintFactory | None = None
) -> Iterator[str]:
    """One text for each seed, drawn from the model's own shares; `first` is its first word."""
    engine = WorkerEngine(LoadOptions(model))
    try:
        for seed in seeds:
            sampling = replace(AS_THE_MODEL_SAYS, seed=seed)
            request = Request((), sampling, constraint, f"{first} ")
            yield engine.generate(request).text
    finally:
        engine.close()


def read(text: str) -> Score | None:
    """The music of a sample up to where it was cut; nothing where it is none."""
    try:
        return READERS[text.split()[0]](text, is_whole=ends(text))
    except MusicInvalid:
        return None


def ends(text: str) -> bool:
    """Whether the model came to an end."""
    return text.endswith(" END ")


def beginning(score: Score) -> str:
    """As much of a piece as a sample is long."""
    words = beat.encode(score).split()[:LONGEST]
    return "".join(f"{word} " for word in words)


def averages(scores: Sequence[Score]) -> dict[str, float]:
    """The mean of each of the seven metrics."""
    told = [metrics.figures(score) for score in scores if score.notes]
    return {name: round(fmean(one[name] for one in told), 4) for name in metrics.FIGURES if told}


def copies(scores: Sequence[Score], known: Sequence[Score]) -> list[int]:
    """For each score the most notes in a row that stand in a known piece, in whatever key."""
    return [longest_copy(score, known) for score in scores]
