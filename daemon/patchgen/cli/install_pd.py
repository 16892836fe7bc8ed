"""`patchgen install-pd`: puts the Pd library where vanilla Pd and Purr Data find it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from patchgen.service.install import Target


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
    """Make [patchgen] known to Pd; running it again changes nothing."""
    from patchgen.service.install import install, library_folders, uninstall

    changed = uninstall(prefix, target) if is_removal else install(prefix, target)
    for path in changed:
        click.echo(f"{'removed' if is_removal else 'installed'} {path}")
    if not changed:
        folders = ", ".join(str(folder) for folder in library_folders(prefix, target))
        click.echo(f"nothing to do in {folders}")
