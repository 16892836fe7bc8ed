"""`patchgen music eval`: figures of two folders of music side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

import click

from patchgen.cli.exits import EXPECTED, show
from patchgen.cli.job import JSON
from patchgen.errors import MusicInvalid

if TYPE_CHECKING:
    from patchgen.music.score import Score

PLACE = click.Path(exists=True, path_type=Path)


@click.command("eval", short_help="Compare figures of two folders of music.")
@click.argument("one", metavar="A", type=PLACE)
@click.argument("other", metavar="B", type=PLACE, required=False)
@JSON
@click.pass_context
def command(context: click.Context, one: Path, other: Path | None, is_json: bool) -> None:
    """Tell seven figures of the music in A, a file or a folder, and beside them those of B.

    Each is the mean over all MIDI files, texts and player patches with notes. With B it is told,
    too, what the longest run of notes is that a piece of A has in common with one of B, in
    whatever key. Files that cannot be read are told and left out; the exit code is then 1.
    """
    from patchgen.cli.show import as_json
    from patchgen.music.copied import longest_copy
    from patchgen.music.metrics import FIGURES, figures

    failed: list[MusicInvalid] = []
    sides = [list(pieces(place, failed)) for place in (one, other) if place is not None]
    for error in failed:
        show(error)
    if not all(sides):
        empty = one if not sides[0] else other
        raise MusicInvalid(f"there is no piece in {empty}", hint="Name a folder with MIDI files.")
    means = [
        {name: fmean(told[name] for told in map(figures, side)) for name in FIGURES}
        for side in sides
    ]
    copy = max(longest_copy(score, sides[1]) for score in sides[0]) if other else None
    if is_json:
        named = [
            {"place": str(place), "pieces": len(side), **told}
            for place, side, told in zip((one, other), sides, means, strict=False)
        ]
        click.echo(as_json({"sides": named, "longest_copy": copy}))
    else:
        for line in table([len(side) for side in sides], means, copy):
            click.echo(line)
    context.exit(EXPECTED if failed else 0)


def pieces(place: Path, failed: list[MusicInvalid]) -> Iterator[Score]:
    """All pieces with notes in and below a place; what cannot be read goes into `failed`."""
    from patchgen.domains.music.piece import ENDINGS, piece

    files = sorted(place.rglob("*")) if place.is_dir() else [place]
    for file in files:
        if file == place or (file.is_file() and file.suffix.lower() in ENDINGS):
            try:
                score = piece(file)
            except MusicInvalid as error:
                failed.append(error)
                continue
            if score.notes:
                yield score


def table(
    counts: list[int], means: Sequence[Mapping[str, float]], copy: int | None
) -> Iterator[str]:
    """The figures for people, one a line."""
    yield f"{'pieces':<22}" + "".join(f"{count:>10}" for count in counts)
    for name in means[0]:
        yield f"{name.replace('_', ' '):<22}" + "".join(f"{told[name]:>10.3f}" for told in means)
    if copy is not None:
        yield f"{'longest copied run':<22}{copy:>10} notes"
