"""`patchgen-train`: the stages as commands, each on a recipe and a work folder."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import click

from patchgen_training import recipe as recipes
from patchgen_training.benchmarks.command import benchmark
from patchgen_training.corpus.command import corpus as corpus_group
from patchgen_training.evaluation.command import evaluate
from patchgen_training.export.command import export, push
from patchgen_training.music.command import music_eval, music_pairs, music_tokens
from patchgen_training.plainly import plainly
from patchgen_training.tuning.command import average, curves, memory

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
def main() -> None:
    """Make the models that PatchGen runs, and measure the patch library."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")


@main.command()
@click.argument("recipe", type=FILE)
@click.option("--corpus", type=FOLDER, required=True,
              help="Folder with patches.jsonl.zst, or with piano.jsonl.xz.")  # fmt: skip
@click.option("--out", type=FOLDER, required=True, help="Work folder of this run.")
@click.option("--processes", type=click.IntRange(1), default=os.cpu_count(), show_default=True)
def data(recipe: Path, corpus: Path, out: Path, processes: int) -> None:
    """Draw examples from all skills, check each in headless Pd, add real patches.

    For a model of music: write its pieces out as texts in many keys.
    """
    from patchgen.headless.engine import find_pd
    from patchgen_training import stages
    from patchgen_training.music import stage as music_stage

    with plainly():
        book = recipes.whole(recipe)
        if isinstance(book, recipes.Music | recipes.GPT2):
            manifest = music_stage.collect(book, corpus, out)
        else:
            manifest = stages.collect(book, corpus, out, find_pd(), processes)
    click.echo(json.dumps(manifest, indent=2))


@main.command()
@click.argument("recipe", type=FILE)
@click.option("--out", type=FOLDER, required=True)
def tokenizer(recipe: Path, out: Path) -> None:
    """Train the tokeniser on the training rows, or fetch the one that the recipe names."""
    from patchgen_training import stages

    with plainly():
        click.echo(stages.tokenise(recipes.whole(recipe), out))


@main.command()
@click.argument("recipe", type=FILE)
@click.option("--out", type=FOLDER, help="Work folder; else runs/ and the recipe's name.")
@click.option("--start", type=FOLDER, help="Begin with the weights in this folder.")
@click.option("--resume", is_flag=True, help="Go on from the newest checkpoint.")
@click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="Instead of the recipe's."
)
@click.option(
    "--compile/--no-compile", "compiled", default=True, help="From scratch: use torch.compile."
)
def tune(
    recipe: Path,
    out: Path | None,
    start: Path | None,
    resume: bool,
    settings: tuple[str, ...],
    compiled: bool,
) -> None:
    """Train the model, or the adapter, or move a model towards what was liked better."""
    from patchgen_training import stages

    with plainly():
        book = recipes.read(recipe, settings)
        folder = out or Path("runs") / recipe.stem
        manifest = stages.tune(book, folder, start=start, resume=resume, compiled=compiled)
    if os.environ.get("RANK", "0") == "0":  # Of several processes one speaks.
        click.echo(json.dumps(manifest["metrics"], indent=2))


main.add_command(average)
main.add_command(benchmark)
main.add_command(corpus_group)
main.add_command(curves)
main.add_command(evaluate)
main.add_command(export)
main.add_command(memory)
main.add_command(music_eval)
main.add_command(music_pairs)
main.add_command(music_tokens)
main.add_command(push)
