"""`patchgen sort`: puts the records of a patch in the order of their places."""

from __future__ import annotations

from pathlib import Path

import click

from patchgen.cli.exits import EXPECTED
from patchgen.cli.rewrite import DIFF, FILES, OUTPUT, turns
from patchgen.pd.model import Canvas


@click.command("sort", short_help="Put the records of patches in the order of their places.")
@FILES
@OUTPUT
@click.option(
    "--check", "is_check", is_flag=True,
    help="Write nothing; name the files that would change and exit with 1.",
)  # fmt: skip
@DIFF
@click.option(
    "--freely", is_flag=True,
    help="Keep no order for the sake of what Pd does, only what is drawn on what.",
)  # fmt: skip
@click.pass_context
def command(
    context: click.Context, files: tuple[Path, ...], output: Path | None, is_check: bool,
    is_diff: bool, freely: bool,
) -> None:  # fmt: skip
    """Sort the records of each FILE by position: from top to bottom, then from left to right.

    In place, in every canvas of the file; `-` reads standard input and writes standard output, a
    folder stands for all .pd files in and below it. Cords follow their boxes: the graph, the
    order in which an outlet fires, the numbers of inlets and outlets and what is drawn on what
    stay as they are. Sorting twice is sorting once.

    Pd also goes by the order of the file when it loads abstractions and libraries, fires
    [loadbang]s and GUI boxes with init, serves several [receive]s of one name (the last first),
    hands out the seeds of [random] and [noise~], and computes signals that meet without cords
    ([delread~], [receive~], [catch~], tables). Boxes between which one of these decides keep
    their order, wherever they stand, unless you sort --freely.
    """
    status = 0
    change = freely_sorted if freely else carefully_sorted
    for turn in turns(files, change, output, is_writing=not (is_check or is_diff)):
        if turn is None:
            status = EXPECTED
            continue
        if is_diff:
            turn.show_difference()
        if is_check and turn.after != turn.before:
            click.echo(f"{turn.path} is not sorted", err=True)
            status = EXPECTED
    context.exit(status)


def freely_sorted(canvas: Canvas) -> Canvas:
    """Sorted as far as what is drawn on what allows."""
    from patchgen.pd.sort import sorted_by_place

    return sorted_by_place(canvas)


def carefully_sorted(canvas: Canvas) -> Canvas:
    """Sorted as far as what Pd does allows, too."""
    from patchgen.lint.turns import turns as served_in_turn
    from patchgen.pd.sort import sorted_by_place

    return sorted_by_place(canvas, served_in_turn(canvas))
