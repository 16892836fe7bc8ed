"""Several patches for one sentence, which differ in more than their seed: a choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from patchgen.errors import GenerationFailed
from patchgen.pd.parse import parse
from patchgen.pd.write import write
from patchgen.pipeline.provenance import without_provenance
from patchgen.pipeline.steps import Event, Offered, Order, Written

LETTERS = "ABCDEFGH"
MOST_TRIES = 4
"""Jobs for each patch that is wanted; a model that is sure writes the same again and again."""
SEEDS = 2**31

Run = Callable[[Order], Iterator[Event]]
"""Events of one job, up to Written."""


def offered(run: Run, order: Order, count: int) -> Iterator[Event]:
    """The events of as many jobs as it takes: each patch is Offered, the last one Written.

    A patch that is there already is taken back. Raises GenerationFailed where the model has no
    more; those that were offered stay.
    """
    found: set[str] = set()
    for turn in range(count * MOST_TRIES):
        for event in run(attempt(order, turn, LETTERS[len(found)])):
            if not isinstance(event, Written):
                yield event
                continue
            essence = essence_of(event.result.text)
            if essence in found:
                event.result.path.unlink(missing_ok=True)
                continue
            found.add(essence)
            if len(found) == count:
                yield event
                return
            yield Offered(event.result)
    raise GenerationFailed(
        f"the model writes only {len(found)} different patches of {count}",
        hint="Raise the temperature; what was made lies in the output folder.",
    )


def attempt(order: Order, turn: int, letter: str) -> Order:
    """The job with another seed, and the letter in the name of its file: `bell-A.pd`."""
    seed = (order.sampling.seed + turn) % SEEDS
    target = None if order.target is None else lettered(order.target, letter)
    return replace(order, sampling=replace(order.sampling, seed=seed), target=target)


def lettered(target: Path, letter: str) -> Path:
    """`bell-A.pd` for `bell.pd`."""
    return target.with_name(f"{target.stem}-{letter}{target.suffix}")


def essence_of(text: str) -> str:
    """A patch without what tells where it comes from."""
    return write(without_provenance(parse(text)))
