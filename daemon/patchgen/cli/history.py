"""`patchgen history`: what was made, with everything that is known about it."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.cli import settings as given
from patchgen.cli.job import history

if TYPE_CHECKING:
    from patchgen.store.entry import Kept

WIDTH = 60
"""Characters of a prompt in the list."""


@click.group("history", invoke_without_command=True, short_help="Show what was made.")
@click.pass_context
def command(context: click.Context) -> None:
    """Show every job: prompt, seed, model, findings, file. The newest comes first."""
    if context.invoked_subcommand is None:
        context.invoke(show_list)


@command.command("list")
@click.argument("words", nargs=-1)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@click.option("--json", "is_json", is_flag=True, help="Print everything as JSON.")
def show_list(words: tuple[str, ...] = (), limit: int = 20, is_json: bool = False) -> None:
    """List jobs whose prompt, file, model, kind or outcome hold all WORDS."""
    from patchgen.cli.show import as_json

    with closing(history(given.read())) as kept:
        found = kept.find(" ".join(words), limit)
    if is_json:
        click.echo(as_json([data(one) for one in found]))
        return
    for one in found:
        click.echo(line(one))


@command.command("show")
@click.argument("job", metavar="ID", type=int)
@click.option("--json", "is_json", is_flag=True, help="Print it as JSON.")
def show(job: int, is_json: bool) -> None:
    """Tell everything about one job."""
    from patchgen.cli.show import as_json

    with closing(history(given.read())) as kept:
        found = data(kept.get(job))
    if is_json:
        click.echo(as_json(found))
        return
    patch, correction = found.pop("patch"), found.pop("correction")
    for name, value in found.items():
        if value not in ("", None, (), {}):
            click.echo(f"{name:<13} {told(value)}")
    if isinstance(correction, dict):
        click.echo(f"{'corrected':<13} {correction['change']} ({correction['time']})")
    if patch:
        click.echo(f"\n{patch}", nl=False)
    if isinstance(correction, dict):
        click.echo(f"\nas you corrected it:\n\n{correction['patch']}", nl=False)


@command.command("open")
@click.argument("job", metavar="ID", type=int)
def open_job(job: int) -> None:
    """Open the patch of a job in Pd."""
    from patchgen.cli.open_patch import open_patch
    from patchgen.errors import HistoryLacks

    settings = given.read()
    with closing(history(settings)) as kept:
        path = Path(kept.get(job).entry.file or "-")
    if not path.is_file():
        raise HistoryLacks(
            f"job {job} has no file any more", hint=f"Its text: `patchgen history show {job}`."
        )
    open_patch(path, settings.pd)


@command.command("export")
@click.option("--preferences", "is_choice", is_flag=True,
              help="What was better than what: choices and corrections.")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Write this file.",
              type=click.Path(dir_okay=False, path_type=Path))  # fmt: skip
def export(is_choice: bool, output: Path | None) -> None:
    """Print training data as JSON lines: prompt and patch, or prompt, chosen and rejected.

    A patch that you edited and saved counts as you left it; with --preferences it is chosen over
    what was generated, as is what you took with `patchgen prefer` over what you did not. Music is
    left out: its patches are written by us, not by the model.
    """
    from patchgen.cli.patch_files import write_text
    from patchgen.domains.music.request import asks_for_music
    from patchgen.store.export import instructions, preferences

    with closing(history(given.read())) as kept:
        rows = [
            row
            for row in (preferences(kept) if is_choice else instructions(kept))
            if not asks_for_music(str(row["prompt"]))
        ]
    text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_text(output, text)


@command.command("rm")
@click.argument("jobs", metavar="ID...", nargs=-1, type=int)
@click.option("--all", "is_all", is_flag=True, help="Forget everything.")
def remove(jobs: tuple[int, ...], is_all: bool) -> None:
    """Forget jobs. The files of their patches stay."""
    if bool(jobs) == is_all:
        raise click.UsageError("Give the numbers of jobs, or --all.")
    with closing(history(given.read())) as kept:
        for job in jobs:
            kept.get(job)
        count = kept.clear() if is_all else kept.remove(jobs)
    click.echo(f"{count} forgotten", err=True)


def line(one: Kept) -> str:
    """A job in the list."""
    entry = one.entry
    colour = {"done": "green", "failed": "red"}.get(entry.outcome, "yellow")
    word = entry.outcome if one.correction is None else "corrected"
    outcome = click.style(f"{word:<9}", fg=colour)
    prompt = entry.prompt or entry.given
    short = prompt if len(prompt) <= WIDTH else f"{prompt[: WIDTH - 3]}..."
    return f"{one.id:>5} {one.time[:16].replace('T', ' ')} {outcome} {entry.kind:<9} {short}"


def data(one: Kept) -> dict[str, object]:
    """Everything about a job, as plain data."""
    choice = {"offer": one.offer, "letter": one.letter}
    correction = None if one.correction is None else asdict(one.correction)
    job = {"id": one.id, "time": one.time, **asdict(one.entry)}
    return {**job, **choice, "correction": correction}


def told(value: object) -> str:
    """A value for people."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {inner}" for name, inner in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(str(inner.get("message", inner)) for inner in value)
    return str(value)
