"""`patchgen layout`: gives every box of a patch a good place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.cli.exits import EXPECTED
from patchgen.cli.rewrite import DIFF, FILES, OUTPUT, turns
from patchgen.cli.show import as_json
from patchgen.pd.model import Canvas

if TYPE_CHECKING:
    from patchgen.layout.metric import Metric

SHOWN = ("overlaps", "hidden", "crossings", "covered", "upward", "length", "straight", "area")
"""The figures that are printed, in this order."""


@click.command("layout", short_help="Give every box a good place.")
@FILES
@OUTPUT
@click.option(
    "--check", "is_check", is_flag=True,
    help="Write nothing; name the files that would be better and exit with 1.",
)  # fmt: skip
@DIFF
@click.option(
    "--metric", "is_metric", is_flag=True,
    help="Write nothing; print figures of the layout before and after.",
)  # fmt: skip
@click.option("--json", "is_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_context
def command(
    context: click.Context, files: tuple[Path, ...], output: Path | None, is_check: bool,
    is_diff: bool, is_metric: bool, is_json: bool,
) -> None:  # fmt: skip
    """Lay out each FILE anew: rows along the signal, few crossings, nothing on top of another.

    In place, in every canvas of the file; `-` reads standard input and writes standard output, a
    folder stands for all .pd files in and below it. Only places, sizes of windows, places of
    labels and sizes of coloured areas change: no box, no cord, no number of an inlet or outlet.
    Comments stay with their boxes, what lies on a [cnv] stays on it, and what a graph shows on
    its parent stays where it is. Laying out twice is laying out once.

    A file would be better, for --check, when it would have fewer faults (overlaps count three
    times, crossings, cords over boxes and cords that go up once), or as few and cords shorter by
    a third.
    """
    is_measuring = is_check or is_metric or is_json
    status = 0
    data: list[dict[str, object]] = []
    for turn in turns(files, placed, output, is_writing=not (is_measuring or is_diff)):
        if turn is None:
            status = EXPECTED
            continue
        if is_diff:
            turn.show_difference()
        if is_measuring:
            data.append(figures(turn.path, measured(turn.old), measured(turn.new)))
        if is_check and data[-1]["is_better"]:
            click.echo(f"{turn.path} can be laid out better", err=True)
            status = EXPECTED
    if is_json:
        click.echo(as_json(data))
    elif is_metric:
        click.echo("\n".join(line for found in data for line in table(found)))
    context.exit(status)


def placed(canvas: Canvas) -> Canvas:
    """The patch laid out."""
    from patchgen.layout.place import place

    return place(canvas)


def measured(canvas: Canvas) -> Metric:
    """The figures of a patch."""
    from patchgen.layout.metric import metric

    return metric(canvas)


def figures(path: Path, old: Metric, new: Metric) -> dict[str, object]:
    """The figures of one file as plain data."""
    from patchgen.layout.metric import improves

    return {
        "file": str(path),
        "before": asdict(old),
        "after": asdict(new),
        "is_better": improves(old, new),
    }


def table(found: dict[str, object]) -> Iterator[str]:
    """The figures of one file as lines."""
    before, after = found["before"], found["after"]
    assert isinstance(before, dict) and isinstance(after, dict)
    yield f"{found['file']}"
    yield f"  {'':<16}{'before':>12}{'after':>12}"
    for name in SHOWN:
        yield f"  {name:<16}{before[name]:>12.0f}{after[name]:>12.0f}"
