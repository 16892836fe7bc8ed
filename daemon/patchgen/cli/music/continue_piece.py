"""`patchgen music continue`: more of a piece that is there."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from patchgen.cli.music.asking import OFFER, ask, asking, sentence, split


@click.command("continue", short_help="Go on from a piece, or lay another over it.")
@click.argument("arguments", metavar="[FILE] [WORDS]...", nargs=-1)
@click.option("--mode", type=click.Choice(("after", "over")), default="after", show_default=True,
              help="Behind the piece, or above it from its start.")  # fmt: skip
@click.option("--prompt-bars", type=int, metavar="N",
              help="Let the model read the last N bars only; else as many as it can.")  # fmt: skip
@click.option("--random", "is_random", is_flag=True,
              help="Go on from one of the openings that come along; it is told which.")  # fmt: skip
@OFFER
@asking
def command(arguments: tuple[str, ...], is_random: bool, **options: object) -> None:
    """Go on from the piece in FILE: a player patch, a MIDI file or a text.

    WORDS say how long: 8 bars. Key, metre and tempo are those of the piece. The result is a new
    patch that plays all of it; FILE is not changed.
    """
    from patchgen.domains.music.piece import kind_of, piece

    if is_random:
        file, words = opening(), arguments
    elif arguments:
        file, words = Path(arguments[0]), arguments[1:]
    else:
        raise click.UsageError("Name a FILE, or give --random.")
    said, others = split(options)
    prompt = sentence(kind_of(piece(file)), words, said)
    ask(prompt, "continue", source=file.absolute(), **others)  # type: ignore[arg-type]


def opening() -> Path:
    """One by chance, told on the error stream."""
    from patchgen.domains.music.openings import OPENINGS, path_of

    name = secrets.choice(list(OPENINGS))
    click.echo(OPENINGS[name], err=True)
    return path_of(name)
