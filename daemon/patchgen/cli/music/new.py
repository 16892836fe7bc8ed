"""`patchgen music new`: a piano piece as a patch that plays it."""

from __future__ import annotations

import click

from patchgen.cli.music.asking import OFFER, ask, asking, sentence, split


@click.command("new", short_help="Write a piano piece.")
@click.argument("words", nargs=-1)
@click.option("--over", metavar="CHORDS", help="Chords under it, again and again: `C Am F G7`.")
@OFFER
@asking
def command(words: tuple[str, ...], **options: object) -> None:
    """Write a piano piece as WORDS say: a slow waltz in A minor, 16 bars.

    It becomes a patch that plays it by itself or sends MIDI. `patchgen music render` makes other
    files of it. Options count more than words; what is not understood is told.
    """
    said, others = split(options)
    ask(sentence("piano", words, said), "generate", **others)  # type: ignore[arg-type]
