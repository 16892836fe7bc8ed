"""`patchgen music render`: a piece as a patch, a MIDI file, a picture or a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.cli.patch_files import write_bytes

if TYPE_CHECKING:
    from patchgen.music.score import Score


@click.command("render", short_help="Write a piece as a patch, MIDI, a picture or a text.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", metavar="FILE", required=True,
              type=click.Path(dir_okay=False, path_type=Path),
              help="Its ending says the kind: .pd, .mid, .png, .svg, .txt or others.")  # fmt: skip
def command(file: Path, output: Path) -> None:
    """Write the piece in FILE, a MIDI file, a text or a player patch, as another kind of file.

    A .pd is a patch that plays it; a .png or .svg is its piano roll.
    """
    from patchgen.domains.music.piece import piece

    make = writer(output)
    write_bytes(output, make(piece(file)))


def writer(output: Path) -> Callable[[Score], bytes]:
    """What makes a file of that ending."""
    found = next((make for ending, make in WRITERS.items() if output.name.endswith(ending)), None)
    if found is None:
        raise click.UsageError(
            f"{output.name} has no ending that says what it becomes: {', '.join(WRITERS)}"
        )
    return found


def patch(score: Score) -> bytes:
    """The player."""
    from patchgen.domains.music.player import player
    from patchgen.domains.music.voicing import voiced
    from patchgen.pd.write import write

    return write(player(voiced(score), score.title)).encode()


def midi(score: Score) -> bytes:
    """A MIDI file."""
    from patchgen.domains.music.voicing import voiced
    from patchgen.music.midi import written

    return written(voiced(score))


def picture(score: Score) -> bytes:
    """The piano roll as SVG."""
    from patchgen.domains.music.voicing import voiced
    from patchgen.draw.roll import roll

    return roll(voiced(score)).encode()


def pixels(score: Score) -> bytes:
    """The piano roll as PNG."""
    from patchgen.draw.raster import png

    return png(picture(score).decode())


def text(form: str) -> Callable[[Score], bytes]:
    """A text in that form."""

    def make(score: Score) -> bytes:
        from patchgen.music.texts import written

        return f"{written(score, form)}\n".encode()

    return make


WRITERS: Mapping[str, Callable[[Score], bytes]] = {
    ".pd": patch,
    ".mid": midi,
    ".png": pixels,
    ".svg": picture,
    ".chords.txt": text("chords"),
    ".txt": text("beat"),
    ".nd": text("nd"),
    ".psdv": text("psdv"),
}
"""By the ending of a file."""
