"""`patchgen-train corpus`: from archives, trees and dumps to tables of patches, stage by stage."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.errors import PatchgenError

if TYPE_CHECKING:
    from patchgen_training.corpus.collect import Kind
    from patchgen_training.datasets.preference import Manner

ANY = click.Path(path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
SHARE = click.FloatRange(0, 1, min_open=True, max_open=True)

inputs = click.argument("inputs", metavar="TABLE...", nargs=-1, required=True, type=FILE)
table = click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True,
                     help="The table to write, as .parquet.")  # fmt: skip
processes = click.option(
    "--processes", type=click.IntRange(1), default=os.cpu_count(), show_default=True
)


@contextmanager
def told() -> Iterator[None]:
    """Turns the errors that a user can meet into text."""
    try:
        yield
    except PatchgenError as error:
        raise click.ClickException(f"{error.message}. {error.hint}") from error


@click.group("corpus")
def corpus() -> None:
    """Make a corpus of real patches: collect, clean, dedupe, split, stats; and preferences.

    Each stage reads tables of the stage before, writes its own, and leaves a manifest beside it.
    """


@corpus.command()
@click.option("--mail", multiple=True, type=ANY, help="Mailbox, or folder with attachments.")
@click.option("--tree", multiple=True, type=ANY, help="Folder of patches, such as externals.")
@click.option("--dump", multiple=True, type=ANY, help="Folder with posts as JSON and their files.")
@click.option("--records", multiple=True, type=ANY, help="JSON lines with text, repo and path.")
@table
@processes
def collect(
    mail: tuple[Path, ...], tree: tuple[Path, ...], dump: tuple[Path, ...],
    records: tuple[Path, ...], out: Path, processes: int,
) -> None:  # fmt: skip
    """Find patches, in archives within archives too, with licence and provenance."""
    from patchgen_training.corpus import collect as stage

    kinds: tuple[tuple[Kind, tuple[Path, ...]], ...] = (
        ("mail", mail), ("tree", tree), ("dump", dump), ("records", records),
    )  # fmt: skip
    wanted = [(kind, path) for kind, paths in kinds for path in paths]
    if not wanted:
        raise click.UsageError("Say where from: --mail, --tree, --dump or --records.")
    with told():
        show(stage.collect(wanted, out, processes))


@corpus.command()
@inputs
@table
@processes
@click.option("--comments/--no-comments", default=True, help="Keep comments and decoration.")
def clean(inputs: tuple[Path, ...], out: Path, processes: int, comments: bool) -> None:
    """Leave out what the linter refuses, and mend what can be mended without a change."""
    from patchgen_training.corpus import clean as stage

    with told():
        show(stage.clean(inputs, out, processes, keeps_comments=comments))


@corpus.command()
@inputs
@table
@processes
@click.option("--alike", type=SHARE, default=0.8, show_default=True,
              help="Share of boxes and cords from which on two patches count as one.")  # fmt: skip
def dedupe(inputs: tuple[Path, ...], out: Path, processes: int, alike: float) -> None:
    """Keep one of all copies and near copies."""
    from patchgen_training.corpus import dedupe as stage

    with told():
        stage.dedupe(inputs, out, processes, threshold=alike)


@corpus.command()
@inputs
@click.option("--out", type=FOLDER, required=True, help="Folder for the tables.")
@click.option("--validation", type=SHARE, default=0.05, show_default=True)
@click.option("--test", type=SHARE, help="Share of a third table.")
@click.option("--seed", type=int, default=0, show_default=True)
def split(
    inputs: tuple[Path, ...], out: Path, validation: float, test: float | None, seed: int
) -> None:
    """Split by source into train, validation and test."""
    from patchgen_training.corpus import split as stage

    shares = {"validation": validation, **({"test": test} if test else {})}
    with told():
        stage.split(inputs, out, shares, seed)


@corpus.command()
@inputs
@click.option("--out", type=FOLDER, required=True, help="Folder for stats.json and the pictures.")
@processes
def stats(inputs: tuple[Path, ...], out: Path, processes: int) -> None:
    """Count objects and sizes, and draw them."""
    from patchgen_training.corpus import stats as stage

    with told():
        stage.stats(inputs, out, processes)


@corpus.command()
@click.argument("export", type=FILE)
@table
@click.option("--notation", is_flag=True, help="Patches in notation instead of .pd text.")
@click.option("--manner", type=click.Choice(["instruction", "plain", "music"]),
              default="instruction", show_default=True,
              help="Prompts in Alpaca's words, or as they are; music: no prompt.")  # fmt: skip
def preferences(export: Path, out: Path, notation: bool, manner: Manner) -> None:
    """Make training pairs from what `patchgen history export --preferences -o EXPORT` wrote."""
    from patchgen_training.datasets.preference import write_preferences

    with told():
        show(write_preferences(export, out, manner=manner, is_notation=notation))


def show(troubles: Mapping[str, int]) -> None:
    """What was left out and why, on the error stream."""
    for trouble, count in filter(itemgetter(1), troubles.items()):
        click.echo(f"{count:>7,} left out: {trouble}", err=True)
