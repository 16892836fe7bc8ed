"""`patchgen stats`: what patches are made of, as a table, as data and as a picture."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.cli.exits import EXPECTED
from patchgen.cli.patch_files import patch_files, read_text, write_text
from patchgen.cli.show import as_json
from patchgen.errors import ParseError, PatchgenError

SHARPNESS = 2
"""Pixels of a PNG for one of the SVG, across and down."""

if TYPE_CHECKING:
    from patchgen.report.histogram import Entry, Statistics


@click.command("stats", short_help="Count what patches are made of.")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True,
    type=click.Path(exists=True, path_type=Path),
)  # fmt: skip
@click.option(
    "--top", metavar="N", type=click.IntRange(min=1), default=30, show_default=True,
    help="Show the N most frequent objects.",
)  # fmt: skip
@click.option("--all", "is_all", is_flag=True, help="Show all objects.")
@click.option("--json", "is_json", is_flag=True, help="Print everything as JSON.")
@click.option("--csv", "is_csv", is_flag=True, help="Print the objects as comma-separated values.")
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help="Write a bar chart of the objects: FILE.svg or FILE.png.",
)  # fmt: skip
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[Path, ...],
    top: int,
    is_all: bool,
    is_json: bool,
    is_csv: bool,
    output: Path | None,
) -> None:
    """Count objects, kinds of boxes and sizes of patches; folders count with all inside.

    Objects count by their full names: [t b b] is a trigger, [list append 1] a `list append`. Each
    is told with its origin: vanilla, extra, Purr Data, another library, an abstraction found beside
    the patch, or unknown. JSON and CSV hold all objects. Files that cannot be read are told, and
    the others counted.
    """
    if is_json and is_csv:
        raise click.UsageError("Choose --json or --csv.")
    if output is not None and output.suffix not in (".svg", ".png"):
        raise click.UsageError(f"{output} must end in .svg or .png.")
    found = counted(paths)
    shown = found.objects if is_all else found.objects[:top]
    if is_json:
        click.echo(as_json(data(found)))
    elif is_csv:
        click.echo(comma_separated(found.objects), nl=False)
    elif output is None:
        click.echo("\n".join(report(found, shown)))
    for path, error in found.failures:
        click.echo(failure_line(path, error), err=True)
    if output is not None:
        draw(found, shown, output)
    context.exit(0 if found.files else EXPECTED)


def counted(paths: Iterable[Path]) -> Statistics:
    """The statistics of all files, with a bar that shows how far it is."""
    from patchgen.report.histogram import histogram

    with progress(list(dict.fromkeys(patch_files(paths)))) as files:
        return histogram(files, read_text)


@contextmanager
def progress(files: Sequence[Path]) -> Iterator[Iterable[Path]]:
    """The files, with a bar on the error stream while they are gone through; only on a terminal."""
    if not sys.stderr.isatty():
        yield files
        return
    with click.progressbar(files, label="reading", file=sys.stderr) as bar:
        yield bar


def report(found: Statistics, shown: Sequence[Entry]) -> Iterator[str]:
    """The tables for people."""
    yield f"{counted_as(found.files, 'file')}, {counted_as(len(found.failures), 'failure')}"
    if not found.files:
        return
    total = sum(entry.boxes for entry in found.objects)
    different = counted_as(len(found.objects), "object")
    yield from ("", f"{counted_as(total, 'object box', 'object boxes')}, {different}", "")
    rows = [(e.name, e.library, f"{e.boxes:,}", f"{e.files:,}") for e in shown]
    yield from table(("object", "from", "boxes", "files"), rows, words=2)
    if len(shown) < len(found.objects):
        yield f"({len(found.objects) - len(shown):,} more: --all)"
    kinds = [*found.kinds.items(), ("comment", found.comments)]
    yield ""
    yield from table(("kind of box", "boxes"), [(k, f"{n:,}") for k, n in kinds], words=1)
    sizes = [(k, f"{s.median:,}", f"{s.p90:,}", f"{s.most:,}") for k, s in found.sizes.items()]
    yield ""
    yield from table(("per file", "median", "90 %", "most"), sizes, words=1)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int) -> Iterator[str]:
    """Lines with columns; the first `words` of them to the left, the others to the right."""
    lines = [tuple(map(printable, row)) for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = [
            cell.ljust(width) if index < words else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def printable(cell: str) -> str:
    """The cell without characters that would move the cursor or colour the terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cell)


def counted_as(count: int, one: str, many: str = "") -> str:
    """`1 file`, `2 files`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def failure_line(path: Path, error: PatchgenError) -> str:
    """What is wrong with a file; other errors than ParseError name the file themselves."""
    return f"{path}: {error.message}" if isinstance(error, ParseError) else error.message


def data(found: Statistics) -> dict[str, object]:
    """Everything, as plain data."""
    failures = [
        {"file": str(path), "error": error.message, "line": getattr(error, "line", None)}
        for path, error in found.failures
    ]
    return {
        "files": found.files,
        "objects": [asdict(entry) for entry in found.objects],
        "kinds": found.kinds,
        "comments": found.comments,
        "sizes": {name: asdict(spread) for name, spread in found.sizes.items()},
        "failures": failures,
    }


def comma_separated(objects: Iterable[Entry]) -> str:
    """One line an object, with a head."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(("object", "from", "boxes", "files"))
    lines.writerows((e.name, e.library, e.boxes, e.files) for e in objects)
    return out.getvalue()


def draw(found: Statistics, shown: Sequence[Entry], output: Path) -> None:
    """Writes the bar chart."""
    from patchgen.report.bars import bar_chart

    chart = bar_chart(shown, f"Objects in {counted_as(found.files, 'patch', 'patches')}")
    if output.suffix == ".svg":
        write_text(output, chart)
        return
    from patchgen.cli.patch_files import write_bytes
    from patchgen.draw.raster import png

    write_bytes(output, png(chart, SHARPNESS))
