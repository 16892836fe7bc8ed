"""`patchgen-train`: the stages as commands, each on a recipe and a work folder."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import click

from patchgen_training import recipe as recipes
from patchgen_training.benchmarks.command import benchmark
from patchgen_training.evaluation.command import evaluate

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
def main() -> None:
    """Make the models that PatchGen runs, and measure the patch library."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")


@main.command()
@click.argument("recipe", type=FILE)
@click.option("--corpus", type=FOLDER, required=True, help="Folder with patches.jsonl.zst.")
@click.option("--out", type=FOLDER, required=True, help="Work folder of this run.")
@click.option("--processes", type=click.IntRange(1), default=os.cpu_count(), show_default=True)
def data(recipe: Path, corpus: Path, out: Path, processes: int) -> None:
    """Draw examples from all skills, check each in headless Pd, add real patches."""
    from patchgen.headless.engine import find_pd
    from patchgen_training import stages

    manifest = stages.collect(recipes.read(recipe), corpus, out, find_pd(), processes)
    click.echo(json.dumps(manifest, indent=2))


@main.command()
@click.argument("recipe", type=FILE)
@click.option("--out", type=FOLDER, required=True)
def tokenizer(recipe: Path, out: Path) -> None:
    """Train the tokeniser on the training rows."""
    from patchgen_training import stages

    click.echo(stages.tokenise(recipes.read(recipe), out))


@main.command()
@click.argument("recipe", type=FILE)
@click.option("--out", type=FOLDER, required=True)
@click.option("--start", type=FOLDER, help="Begin with the weights in this folder.")
@click.option("--resume", is_flag=True, help="Go on from the newest checkpoint.")
@click.option("--compile/--no-compile", "compiled", default=True, help="Use torch.compile.")
def tune(recipe: Path, out: Path, start: Path | None, resume: bool, compiled: bool) -> None:
    """Train the model."""
    from patchgen_training import stages

    manifest = stages.tune(recipes.read(recipe), out, start=start, resume=resume, compiled=compiled)
    click.echo(json.dumps(manifest["metrics"], indent=2))


@main.command()
@click.argument("recipe", type=FILE)
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--out", type=FOLDER, required=True)
@click.option("--kind", type=click.Choice(["f16", "q8_0"]), default="q8_0", show_default=True)
def export(recipe: Path, target: Path, out: Path, kind: str) -> None:
    """Write the trained model as GGUF."""
    from patchgen_training import stages

    stages.export(recipes.read(recipe), out, target, kind)
    click.echo(target)


main.add_command(benchmark)
main.add_command(evaluate)
