"""`patchgen-train music-eval`, `music-tokens`, `music-pairs`: models of music, and their data."""

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
        book = recipes.whole(recipe)
        if not isinstance(book, recipes.Music):
            raise click.UsageError("This is for recipes of kind music.")
        found = evaluation.measured(book, corpus, out, has_anchors=has_anchors)
        if model is not None:
            found |= evaluation.listened(model, corpus, samples)
        write_manifest(out / "evaluation.json", found)
    click.echo(json.dumps(found, indent=2))


@click.command("music-tokens")
@click.argument("recipe", type=FILE)
@click.option("--out", type=FOLDER, required=True, help="Work folder, after data and tokenizer.")
@click.option("--against", multiple=True, default=("gpt2",), show_default=True, metavar="MODEL",
              help="Whose tokeniser to count, too: a name on the Hub or a folder.")  # fmt: skip
def music_tokens(recipe: Path, out: Path, against: tuple[str, ...]) -> None:
    """Count the tokens of a song and of a chord; leaves tokens.json in --out."""
    from patchgen_training.datasets.manifest import write as write_manifest
    from patchgen_training.music import token_report

    with plainly():
        book = recipes.whole(recipe)
        if not isinstance(book, recipes.GPT2):
            raise click.UsageError("This is for recipes of kind gpt2.")
        found = token_report.facts(token_report.report(book, out, against))
        write_manifest(out / "tokens.json", {"recipe": book.name, "tokenisers": found})
    click.echo(json.dumps(found, indent=2))


@click.command("music-pairs")
@click.argument("table", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--corpus", type=FOLDER, required=True, help="Folder with piano.jsonl.xz.")
@click.option("--start", type=FOLDER, required=True, help="The model that draws: RUN/model.")
@click.option("--count", type=click.IntRange(1), default=500, show_default=True)
@click.option("--words", type=click.IntRange(8), default=500, show_default=True,
              help="Of the longest text; the first half is given.")  # fmt: skip
@click.option("--seed", type=int, default=7, show_default=True)
def music_pairs(table: Path, corpus: Path, start: Path, count: int, words: int, seed: int) -> None:
    """Write pairs to begin with as .parquet: how pieces go on, over how the model would."""
    from patchgen_training.music import pairs

    with plainly():
        made = pairs.write(corpus, start, table, count=count, words=words, seed=seed)
    click.echo(f"{made} pairs", err=True)
