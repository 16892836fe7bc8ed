"""Several patches for one sentence, for the player to choose from."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from patchgen.cli.job import Made, data, history, keep, progress, show_in_pd
from patchgen.config import Settings
from patchgen.errors import Cancelled, PatchgenError

if TYPE_CHECKING:
    from patchgen.pipeline.steps import Order


def offer_patches(
    settings: Settings, order: Order, count: int, *, is_opened: bool, is_json: bool
) -> None:
    """Makes the patches, tells them by letter, and how to choose."""
    from patchgen.cli import show
    from patchgen.pipeline.offer import LETTERS

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
    """Patches that differ in more than their seed, each in the history. Raises PatchgenError."""
    from patchgen import app
    from patchgen.pipeline.offer import offered
    from patchgen.pipeline.steps import Offered, Written

    found: list[Made] = []
    settings = app.routed(settings, order.prompt, order.given)
    with closing(app.build(settings)) as pipeline:
        try:
            with progress(order.candidates * count) as show:
                for event in offered(pipeline.run, order, count):
                    show(event)
                    if isinstance(event, Offered | Written):
                        number = keep(settings, order, event.result, "generate")
                        found.append(Made(event.result, number))
        except PatchgenError as error:
            keep(settings, order, error, "generate")
            raise
        except KeyboardInterrupt:
            keep(settings, order, Cancelled("interrupted"), "generate")
            raise
    return found
