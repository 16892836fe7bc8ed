"""`patchgen draw`: a picture of a patch, for a page, for a diagram, or for the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.cli.patch_files import STANDARD, read_text, write_bytes
from patchgen.cli.search_path import PATHS, search_path
from patchgen.errors import PatchgenError

if TYPE_CHECKING:
    from patchgen.lint.abstractions import Lookup
    from patchgen.pd.model import Canvas

FORMATS = ("svg", "png", "mmd", "txt")
SUFFIXES = {".mermaid": "mmd", ".text": "txt"}
"""Other endings that are understood."""


@click.command("draw", short_help="Draw a patch as SVG, PNG, mermaid or text.")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="Write this file; its ending says which kind of picture.")  # fmt: skip
@click.option("--format", "kind", type=click.Choice(FORMATS),
              help="The kind of picture, where no ending says it.")  # fmt: skip
@click.option("--canvas", "place", metavar="PLACE",
              help="Draw this subpatch: 2/0 is in box 0 of the subpatch in box 2.")  # fmt: skip
@click.option("--all", "is_all", is_flag=True,
              help="Draw each subpatch, too: FILE-2.svg, FILE-2-0.svg.")  # fmt: skip
@PATHS
@click.option("--scale", type=click.FloatRange(0.1, 10), default=1.0, show_default=True,
              help="How many times as large as in Pd a PNG is.")  # fmt: skip
@click.option("--columns", type=click.IntRange(40, 1000), default=100, show_default=True,
              help="The width of a text.")  # fmt: skip
@click.option("--ascii", "is_ascii", is_flag=True, help="Only plain letters and signs in a text.")
def command(
    file: Path, output: Path | None, kind: str | None, place: str | None, is_all: bool,
    paths: tuple[Path, ...], scale: float, columns: int, is_ascii: bool,
) -> None:  # fmt: skip
    """Draw FILE; `-` stands for standard input or output.

    Without -o, a listing for the terminal: a row for each box, in the order of the flow, with its
    cords. `3 [t b f]  → 4  1→ 5:1` leads from box 3 to box 4, and from outlet 1 to inlet 1 of box
    5; a double arrow is a signal, and an arrow after a number says that the box stands above.

    An SVG or PNG looks like Pd's own window: what Pd could not make has a dashed border. Mermaid
    and text hold all subpatches at once.
    """
    from patchgen.lint.abstractions import beside
    from patchgen.pd.parse import parse

    kind = kind or kind_of(output)
    if is_all and (kind not in ("svg", "png") or output in (None, STANDARD)):
        raise click.UsageError("--all needs -o FILE with the ending .svg or .png")
    top = parse(read_text(file))
    folder = Path() if file == STANDARD else file.parent
    lookup = beside(folder, search_path(paths)).declaring(top)
    pen = Pen(kind, top, lookup, scale, columns, is_ascii)
    path = path_of(place, top)
    if is_all and output is not None:
        for inner in (path, *pen.inner(path)):
            write_bytes(beside_output(output, inner[len(path) :]), pen.drawn(inner))
    else:
        put(output, pen.drawn(path), is_binary=kind == "png")


def kind_of(output: Path | None) -> str:
    """The kind of picture that the ending of a file asks for."""
    if output is None or output == STANDARD:
        return "txt"
    ending = output.suffix.lower()
    kind = SUFFIXES.get(ending, ending[1:])
    if kind not in FORMATS:
        raise click.UsageError(
            f"{output.name} has no ending that says the kind of picture: .{', .'.join(FORMATS)}"
        )
    return kind


def put(output: Path | None, picture: bytes, *, is_binary: bool) -> None:
    """Writes the file, or standard output."""
    if output is not None and output != STANDARD:
        write_bytes(output, picture)
        return
    if is_binary and sys.stdout.isatty():
        raise PatchgenError("a terminal cannot show a PNG", hint="Write it with -o FILE.png.")
    click.echo(picture, nl=False)


def path_of(place: str | None, top: Canvas) -> tuple[int, ...]:
    """The box indices that lead to a subpatch. Raises PatchgenError where there is none."""
    words = [] if place is None else [word for word in place.split("/") if word]
    path: tuple[int, ...] = ()
    canvas = top
    for word in words:
        boxes = canvas.boxes
        inner = boxes[int(word)].canvas if word.isdecimal() and int(word) < len(boxes) else None
        if inner is None:
            raise PatchgenError(
                f"no subpatch at {place}: box {word} holds none",
                hint="Without --canvas and -o, `patchgen draw FILE` shows the index of each box.",
            )
        canvas, path = inner, (*path, int(word))
    return path


def beside_output(output: Path, path: tuple[int, ...]) -> Path:
    """`patch-2-0.svg` for the subpatch 2/0 of `patch.svg`."""
    return output.with_stem("-".join((output.stem, *map(str, path))))


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws canvases of one patch, all in the same way."""

    kind: str
    top: Canvas
    lookup: Lookup
    scale: float
    columns: int
    is_ascii: bool

    def inner(self, path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        """The subpatches in one that have something to show which their parent does not."""
        from patchgen.pd.model import walk

        for place, canvas in walk(self.at(path), path):
            if place != path and holds_boxes(canvas):
                yield place

    def at(self, path: tuple[int, ...]) -> Canvas:
        """The canvas at a place."""
        canvas = self.top
        for index in path:
            canvas = canvas.boxes[index].canvas or canvas
        return canvas

    def drawn(self, path: tuple[int, ...]) -> bytes:
        """One canvas as a picture of the wanted kind; text in UTF-8."""
        canvas = self.at(path)
        if self.kind == "txt":
            from patchgen.draw.text import text

            return text(canvas, self.columns, self.lookup, is_ascii=self.is_ascii).encode()
        if self.kind == "mmd":
            from patchgen.draw.mermaid import mermaid

            return mermaid(canvas, self.lookup).encode()
        return self.window(canvas)

    def window(self, canvas: Canvas) -> bytes:
        """One canvas as Pd's window shows it."""
        from patchgen.draw.svg import svg
        from patchgen.pd.sizes import number

        picture = svg(canvas, int(number(self.top.rest, 0, 10)), self.lookup)
        if self.kind == "svg":
            return picture.encode()
        from patchgen.draw.raster import png

        return png(picture, self.scale)


def holds_boxes(canvas: Canvas) -> bool:
    """Whether there is more in a canvas than arrays, which a graph shows on its parent."""
    return any(box.kind not in ("array", "scalar") for box in canvas.boxes)
