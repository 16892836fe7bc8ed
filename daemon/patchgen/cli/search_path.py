"""Options that say which Pd a patch is for and where its abstractions lie, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from patchgen.lint.abstractions import PURR_PLACES, STANDARD_PLACES, installed
from patchgen.objects.spec import Engine

TARGETS = {
    "vanilla": (Engine.VANILLA,),
    "purr-data": (Engine.PURR,),
    "both": (Engine.VANILLA, Engine.PURR),
}
PLACES = {Engine.VANILLA: STANDARD_PLACES, Engine.PURR: PURR_PLACES}
"""Where each Pd finds abstractions without being told."""


def engines_of(_context: click.Context, _param: click.Parameter, target: str) -> tuple[Engine, ...]:
    """The Pds that a target stands for."""
    return TARGETS[target]


TARGET = click.option(
    "--target", "engines", type=click.Choice(list(TARGETS)), default="vanilla", show_default=True,
    callback=engines_of, help="Which Pd the patches are for.",
)  # fmt: skip
PATHS = click.option(
    "--path", "paths", multiple=True, metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Look for abstractions here, too, as Pd does with -path.",
)  # fmt: skip


def search_path(
    paths: Sequence[Path], engines: Sequence[Engine] = TARGETS["vanilla"]
) -> tuple[Path, ...]:
    """The folders that were given, then those of this machine in which the Pds look anyway."""
    return (*paths, *installed([place for engine in engines for place in PLACES[engine]]))
