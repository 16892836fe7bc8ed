"""`patchgen-train export` and `push`: what comes out of a run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from patchgen_training import recipe as recipes
from patchgen_training.plainly import plainly
from patchgen_training.recipe import Adapter, Preference, Whole

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
KINDS = ("f16", "q8_0", "q4_k_m", "q5_k_m")


@click.command()
@click.argument("recipe", type=FILE)
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--out", type=FOLDER, required=True, help="Work folder of the run.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS),
              help="Of an adapter: all by default. From scratch: one, q8_0.")  # fmt: skip
@click.option("--licence", default="other", show_default=True, help="As the Hub names it.")
def export(recipe: Path, target: Path, out: Path, kinds: tuple[str, ...], licence: str) -> None:
    """Write the trained model as GGUF: a file from scratch, a folder of files for an adapter.

    An adapter is merged into its base model; each file is held against the merged model, and gets
    a card for the daemon. README.md is the page for the Hub.
    """
    with plainly():
        book = recipes.read(recipe)
        if isinstance(book, Adapter):
            adapter(out, target, kinds or KINDS, licence)
        else:
            from_scratch(book, out, target, kinds)
    click.echo(target)


def adapter(out: Path, target: Path, kinds: Sequence[str], licence: str) -> None:
    """A folder with all that belongs to the model."""
    from patchgen_training.export.release import release

    if target.is_file() or target.suffix == ".gguf":
        raise click.UsageError("An adapter is exported into a folder: it becomes several files.")
    release(out, target, kinds, licence)


def from_scratch(book: Whole | Preference, out: Path, target: Path, kinds: tuple[str, ...]) -> None:
    """One file, without llama.cpp."""
    from patchgen_training import stages

    if kinds not in ((), ("f16",), ("q8_0",)):
        raise click.UsageError("A model from scratch is written as one file: f16 or q8_0.")
    stages.export(book, out, target, *(kinds or ("q8_0",)))


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("repository")
@click.option("--private/--public", default=True, show_default=True, help="Of a new repository.")
def push(folder: Path, repository: str, private: bool) -> None:
    """Put an exported folder on the Hugging Face Hub, as OWNER/NAME.

    The access token comes from HF_TOKEN or from `hf auth login`, never from the command line.
    """
    from patchgen_training.export.push import push

    with plainly():
        click.echo(push(folder, repository, private=private))
