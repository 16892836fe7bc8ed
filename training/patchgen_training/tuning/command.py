"""`patchgen-train curves`, `average` and `memory`: runs after, and one before it was."""

from __future__ import annotations

from pathlib import Path

import click

from patchgen_training import recipe as recipes
from patchgen_training.plainly import plainly
from patchgen_training.recipe import Adapter

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("log", type=FILE)
@click.argument("picture", type=click.Path(dir_okay=False, path_type=Path))
def curves(log: Path, picture: Path) -> None:
    """Draw losses and the task metric from log.jsonl, as .svg or .png."""
    from patchgen.draw.raster import png
    from patchgen_training.tuning.curves import curves

    if picture.suffix not in (".svg", ".png"):
        raise click.UsageError("The picture's name ends in .svg or .png.")
    with plainly():
        drawn = curves(log)
        picture.write_bytes(png(drawn, 2) if picture.suffix == ".png" else drawn.encode())


@click.command()
@click.argument("recipe", type=FILE)
@click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="In the recipe's place."
)
def memory(recipe: Path, settings: tuple[str, ...]) -> None:
    """Compute how much memory of a graphics card an adapter's recipe needs."""
    from patchgen_training.tuning.memory import T4, needed

    with plainly():
        book = recipes.read(recipe, settings)
        if not isinstance(book, Adapter):
            raise click.UsageError("Only recipes for adapters need a graphics card.")
        parts = needed(book)
    for name, size in parts.items():
        click.echo(f"{size / 1e9:6.2f} GB  {name}")
    click.echo(f"{sum(parts.values()) / 1e9:6.2f} GB  in all, of {T4 / 1e9:.1f} GB on a T4")


@click.command("average")
@click.argument("models", type=click.Path(exists=True, file_okay=False, path_type=Path),
                nargs=-1, required=True)  # fmt: skip
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
def average(models: tuple[Path, ...], out: Path) -> None:
    """Write the mean of the weights of models that went on from one."""
    from patchgen_training.tuning.average import average

    with plainly():
        average(models, out)
