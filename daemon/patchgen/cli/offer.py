"""Several patches for one sentence, for the player to choose from."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.cli.job import SEEDS, Made, data, history, make, show_in_pd
from patchgen.config import Settings
from patchgen.errors import GenerationFailed

if TYPE_CHECKING:
    from patchgen.pipeline.steps import Order

LETTERS = "ABCDEFGH"
MOST_TRIES = 4
"""Jobs for each patch that is wanted; a model that is sure writes the same again and again."""


def offer_patches(
    settings: Settings, order: Order, count: int, *, is_opened: bool, is_json: bool
) -> None:
    """Makes the patches, tells them by letter, and how to choose."""
    from patchgen.cli import show

    if not settings.history:
        raise click.UsageError("--offer needs the history; it is switched off.")
    made = different(settings, order, count)
    with closing(history(settings)) as kept:
        kept.offer([one.id for one in made if one.id is not None])
    if is_json:
        rows = zip(LETTERS, made, strict=False)
        click.echo(show.as_json([{"letter": letter, **data(one)} for letter, one in rows]))
    else:
        for letter, one in zip(LETTERS, made, strict=False):
            click.echo("\n".join((f"{letter}:", *show.result_lines(one.result))))
        click.echo(f"\nWhich is better? patchgen prefer {made[0].id} {'|'.join(LETTERS[:count])}")
    for one in made if is_opened else ():
        show_in_pd(one.result.path, settings.pd)


def different(settings: Settings, order: Order, count: int) -> list[Made]:
    """Patches that differ in more than their seed. Raises GenerationFailed."""
    found: dict[str, Made] = {}
    for turn in range(count * MOST_TRIES):
        seed = (order.sampling.seed + turn) % SEEDS
        target = named(order.target, LETTERS[len(found)])
        drawn = replace(order, sampling=replace(order.sampling, seed=seed), target=target)
        made = make(settings, drawn, "generate")
        known = found.setdefault(essence(made.result.text), made)
        if known is not made:
            forget(settings, made)
        if len(found) == count:
            return [*found.values()]
    raise GenerationFailed(
        f"the model writes only {len(found)} different patches of {count}",
        hint="Raise --temperature; what was made lies in the output folder.",
    )


def named(target: Path | None, letter: str) -> Path | None:
    """`bell-A.pd` for `bell.pd`."""
    return None if target is None else target.with_name(f"{target.stem}-{letter}{target.suffix}")


def essence(text: str) -> str:
    """A patch without what tells where it comes from."""
    from patchgen.pd.parse import parse
    from patchgen.pd.write import write
    from patchgen.pipeline.provenance import without_provenance

    return write(without_provenance(parse(text)))


def forget(settings: Settings, made: Made) -> None:
    """Takes a patch back that was made twice."""
    made.result.path.unlink(missing_ok=True)
    if made.id is not None:
        with closing(history(settings)) as kept:
            kept.remove([made.id])
