"""`patchgen edit`: changes a patch as an instruction says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from patchgen.cli import settings as given
from patchgen.cli.job import JSON, drawing, followed, keep, seed_of
from patchgen.cli.patch_files import STANDARD, name_of
from patchgen.cli.rewrite import DIFF, OUTPUT, Turn, located, turned
from patchgen.config import Settings
from patchgen.errors import Cancelled, ParseError, PatchgenError
from patchgen.findings import Finding

if TYPE_CHECKING:
    from patchgen.pipeline.steps import Order, Result

COLOURS = {"+": "green", "-": "red", "~": "yellow"}
BY_INSTRUCTION, BY_MODEL = "instruction", "model"


@dataclass(frozen=True, slots=True)
class Edited:
    """An edit that has been worked out and is nowhere written yet."""

    turn: Turn
    by: str
    """Who knew what to change: the instruction itself, or the model."""
    findings: tuple[Finding, ...] = ()
    is_checked_in_pd: bool = False
    result: Result | None = None
    """What the model's job says of itself."""


@click.command("edit", short_help="Change a patch as an instruction says.")
@click.argument(
    "file", metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
)  # fmt: skip
@click.argument("words", metavar="INSTRUCTION...", nargs=-1, required=True)
@click.option("--apply", "is_applied", is_flag=True, help="Write the change into FILE.")
@OUTPUT
@DIFF
@JSON
@drawing
def command(
    file: Path,
    words: tuple[str, ...],
    is_applied: bool,
    output: Path | None,
    is_diff: bool,
    is_json: bool,
    **options: object,
) -> None:
    """Make the smallest change of the patch FILE that does what INSTRUCTION says, and show it.

    Nothing is written without --apply or -o. Boxes stay where they are, new ones come beside what
    they are connected with, and the file keeps every byte of what was not edited; `-` reads
    standard input.

    An instruction that says a definite change is followed exactly: set the cutoff to 2 kHz;
    replace the sine by a sawtooth; remove the print; add a slider for the volume; start it when
    the patch opens; send it through an echo; make it stereo; print the result; rename the slider
    to pitch. Name boxes by what they are, do, say or hold: the 440 oscillator, the second slider.
    For anything else the model writes the patch anew, and what is the same in it stays.
    """
    if is_applied and output is not None:
        raise click.UsageError("--apply writes FILE; -o writes another one.")
    settings, instruction = given.read(**options), " ".join(words)
    seed = seed_of(settings)
    turn = opened(file)
    done = by_instruction(turn, instruction, settings) or by_model(
        turn, instruction, settings, seed
    )
    target = output or (file if is_applied else None)
    is_changed = done.turn.after != done.turn.before
    if target is not None and not is_diff:
        done.turn.put(target)
    number = recorded(settings, done, instruction, seed, None if is_diff else target)
    if is_json:
        click.echo(as_data(done, instruction, target, number, seed))
    elif is_diff:
        done.turn.show_difference()
    else:
        for line in lines(done):
            click.echo(line, err=target == STANDARD)
        if is_changed and target is None:
            click.echo(advice(done, seed), err=True)


def opened(file: Path) -> Turn:
    """The file as it is; it is read once, for a pipe has no second time. Raises PatchgenError."""
    try:
        return turned(file, lambda canvas: canvas)
    except ParseError as error:
        raise located(error, Path(name_of(file))) from error


def by_instruction(turn: Turn, instruction: str, settings: Settings) -> Edited | None:
    """The edit that the instruction says exactly; None where it says none. Raises PatchgenError."""
    from patchgen.app import policy, usable_pd
    from patchgen.pd.write import write
    from patchgen.pipeline.edit import edit

    done = edit(turn.old, instruction, usable_pd(settings.pd), policy(settings))
    if done is None:
        return None
    after = turn.before if done.canvas == turn.old else write(done.canvas)
    changed = replace(turn, new=done.canvas, after=after)
    return Edited(changed, BY_INSTRUCTION, done.findings, done.is_checked_in_pd)


def by_model(turn: Turn, instruction: str, settings: Settings, seed: int) -> Edited:
    """The edit that the model makes of it. Raises PatchgenError."""
    from patchgen import app
    from patchgen.pd.parse import parse

    with TemporaryDirectory(prefix="patchgen-") as folder:
        source = Path(folder) / "stdin.pd" if turn.path == STANDARD else turn.path.absolute()
        if turn.path == STANDARD:
            source.write_text(turn.before, "utf-8")
        target = Path(folder) / "edited.pd"
        order = replace(
            app.order(settings, instruction, seed, target=target, given=source), is_edit=True
        )
        result = modelled(settings, order)
    after = replace(turn, new=parse(result.text), after=result.text)
    return Edited(after, BY_MODEL, result.findings, result.is_checked_in_pd, result)


def modelled(settings: Settings, order: Order) -> Result:
    """The model's job; one that fails is kept in the history, too."""
    from patchgen import app

    with closing(app.build(settings)) as pipeline:
        try:
            return followed(pipeline.run(order), order)
        except PatchgenError as error:
            keep(settings, order, error, "edit")
            raise
        except KeyboardInterrupt:
            keep(settings, order, Cancelled("interrupted"), "edit")
            raise


def recorded(
    settings: Settings, done: Edited, instruction: str, seed: int, target: Path | None
) -> int | None:
    """The number of the edit in the history; what was only looked at is not kept."""
    from patchgen import app
    from patchgen.pipeline.steps import Result

    if target is None or target == STANDARD or done.turn.after == done.turn.before:
        return None
    path = done.turn.path
    source = None if path == STANDARD else path.absolute()
    order = replace(app.order(settings, instruction, seed, given=source), is_edit=True)
    result = done.result or Result(
        target, done.turn.after, done.findings, instruction, seed, "", 0.0, 0, 0, (),
        done.is_checked_in_pd,
    )  # fmt: skip
    return keep(settings, order, replace(result, path=target, prompt=instruction), "edit")


def lines(done: Edited) -> Iterator[str]:
    """What changes, line by line, then what the checks say of it."""
    from patchgen.cli.show import finding_line
    from patchgen.report.changes import changes

    if done.by == BY_MODEL:
        yield "the model wrote this; see the diff"
    told = changes(done.turn.old, done.turn.new).lines
    if not told:
        yield "nothing to change: the patch is so already"
    for line in told:
        yield click.style(line, fg=COLOURS.get(line[0]))
    for finding in done.findings:
        yield f"  {finding_line(finding)}"


def advice(done: Edited, seed: int) -> str:
    """How the shown change is made."""
    same = f" --seed {seed}" if done.by == BY_MODEL else ""
    return f"nothing is written; do it with --apply{same}, or write another file with -o FILE{same}"


def as_data(
    done: Edited, instruction: str, target: Path | None, number: int | None, seed: int
) -> str:
    """The edit as JSON."""
    from dataclasses import asdict

    from patchgen.cli.show import as_json, findings_data
    from patchgen.report.changes import changes

    return as_json(
        {
            "file": name_of(done.turn.path),
            "instruction": instruction,
            "by": done.by,
            "is_changed": done.turn.after != done.turn.before,
            "changes": asdict(changes(done.turn.old, done.turn.new)),
            "findings": findings_data(done.findings),
            "is_checked_in_pd": done.is_checked_in_pd,
            "seed": seed if done.by == BY_MODEL else None,
            "confidence": done.result.confidence if done.result is not None else None,
            "written": None if target is None else str(target),
            "id": number,
            "text": done.turn.after,
        }
    )
