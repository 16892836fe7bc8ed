"""`patchgen music chords`: a chord progression as a patch that plays it."""

from __future__ import annotations

import click

from patchgen.cli.music.asking import OFFER, ask, asking, sentence, split


@click.command("chords", short_help="Write a chord progression.")
@click.argument("words", nargs=-1)
@OFFER
@asking
def command(words: tuple[str, ...], **options: object) -> None:
    """Write chords as WORDS say: in G major, 8 bars; or go on from some: C Am F, 12 bars.

    They are told, and become a patch that plays them. With `after C Am F, 12 chords` the given
    ones do not count.
    """
    from patchgen.domains.music.score_of import score_of
    from patchgen.music.chords import sheet
    from patchgen.pd.parse import parse

    said, others = split(options)
    made = ask(sentence("chords", words, said), "generate", **others)  # type: ignore[arg-type]
    if made is not None and not options["is_json"]:
        click.echo(sheet(score_of(parse(made.result.text))))
