"""`patchgen-train music-eval`: a model of music against n-grams, on pieces it never saw."""

from __future__ import annotations

import json
from pathlib import Path

import click

from patchgen_training import recipe as recipes
from patchgen_training.plainly import plainly

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("music-eval")
@click.argument("recipe", type=FILE)
@click.option("--corpus", type=FOLDER, required=True, help="Folder with piano.jsonl.xz.")
@click.option("--out", type=FOLDER, required=True, help="Work folder of the run.")
@click.option("--anchors/--no-anchors", "has_anchors", default=True, show_default=True,
              help="Count n-grams in the training texts, too.")  # fmt: skip
@click.option("--model", type=FILE, help="The exported file: let it write, and read what it wrote.")
@click.option("--samples", type=click.IntRange(1), default=100, show_default=True)
def music_eval(
    recipe: Path, corpus: Path, out: Path, has_anchors: bool, model: Path | None, samples: int
) -> None:
    """Measure bits a note and nats a chord on the test pieces; leaves evaluation.json in --out."""
    from patchgen_training.datasets.manifest import write as write_manifest
    from patchgen_training.music import evaluation

    with plainly():
        book = recipes.scratch(recipe)
        if not isinstance(book, recipes.Music):
            raise click.UsageError("This is for recipes of kind music.")
        found = evaluation.measured(book, corpus, out, has_anchors=has_anchors)
        if model is not None:
            found |= evaluation.listened(model, corpus, samples)
        write_manifest(out / "evaluation.json", found)
    click.echo(json.dumps(found, indent=2))
