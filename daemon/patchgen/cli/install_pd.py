"""`patchgen install-pd`: puts the Pd library where vanilla Pd and Purr Data find it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from patchgen.service.install import Change
    from patchgen.service.places import Target

NAMES = {"vanilla": "vanilla Pd", "purr-data": "Purr Data"}


@click.command("install-pd", short_help="Make [patchgen] known to Pd.")
@click.option("--uninstall", "is_removal", is_flag=True, help="Remove it instead.")
@click.option(
    "--target",
    type=click.Choice(["vanilla", "purr-data", "all"]),
    default="all",
    show_default=True,
    help="For which Pd.",
)
@click.option(
    "--prefix",
    type=click.Path(file_okay=False, path_type=Path),
    help="Install below this folder (such as /usr/local) instead of your home.",
)
def command(is_removal: bool, target: Target, prefix: Path | None) -> None:
    """Make [patchgen] known to Pd; running it again changes nothing.

    Copies the boxes, their help, the examples and, where it was built, the external, in a folder
    `patchgen` where each Pd looks by itself. An older version is replaced as a whole. Files that
    did not come from here stay, and are named.
    """
    from patchgen.service.install import install, uninstall

    changes = uninstall(prefix, target) if is_removal else install(prefix, target)
    for change in changes:
        for line in told(change, "removed" if is_removal else "installed"):
            click.echo(line)
    if not is_removal and any(change.names for change in changes):
        click.echo(
            "Start Pd again. In a patch: a box named patchgen, and its help with a right click."
        )


def told(change: Change, verb: str) -> Iterator[str]:
    """What was done for one Pd, as lines."""
    pd = NAMES[change.pd]
    if change.names:
        yield f"{verb} for {pd}: {change.folder}"
        yield f"  {', '.join(change.names)}"
    else:
        yield f"nothing to do for {pd}: {change.folder}"
    if change.kept:
        yield f"  kept, because not from here: {', '.join(change.kept)}"
