"""`patchgen models`: the models that can be used, and those that can be fetched."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from patchgen.cli import settings as given
from patchgen.config import Settings
from patchgen.errors import PatchgenError

if TYPE_CHECKING:
    from patchgen.catalog.download import Progress


@click.group("models", invoke_without_command=True, short_help="List models, or fetch one.")
@click.option("--json", "is_json", is_flag=True, help="Print the list as JSON.")
@click.pass_context
def command(context: click.Context, is_json: bool) -> None:
    """List the bundled model, the models folder and the catalogue; `*` is the one in use."""
    if context.invoked_subcommand is not None:
        return
    from patchgen.cli.show import as_json

    settings = given.read()
    rows = [row(name, settings) for name in names(settings)]
    if is_json:
        click.echo(as_json(rows))
        return
    for item in rows:
        mark = "*" if item["is_used"] else " "
        click.echo(f"{mark} {item['name']:<20} {item['file'] or item['hint']}")
        if item["description"]:
            click.echo(f"  {'':<20} {item['description']}")
    click.echo(f"\nFurther .gguf files go into {settings.models_folder}")


@command.command("pull")
@click.argument("name")
def pull(name: str) -> None:
    """Download the model NAME: one of the list, or hf:OWNER/REPOSITORY/FILE.gguf."""
    from patchgen.catalog import download
    from patchgen.catalog.find import origin

    folder = given.read().models_folder
    wanted = origin(name, folder)
    with meter() as progress:
        path = download.pull(wanted, folder, progress=progress)
    click.echo(path)


@contextmanager
def meter() -> Iterator[Progress | None]:
    """A bar for bytes on the error stream, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="downloading", file=sys.stderr) as bar:

        def show(arrived: int, size: int) -> None:
            bar.length = size
            bar.update(arrived - bar.pos)

        yield show


def names(settings: Settings) -> list[str]:
    """Everything the catalogue and the folder know, and what the settings ask for."""
    from patchgen.catalog.find import known

    listed = known(settings.models_folder)
    return listed if settings.model in listed else [settings.model, *listed]


def row(name: str, settings: Settings) -> dict[str, object]:
    """What there is to say about a model; `file` is None where it cannot be used yet."""
    from patchgen.catalog.find import cards, find

    card = next((card for card in cards() if card.name == name), None)
    facts: dict[str, object] = {
        "name": name,
        "is_used": name == settings.model,
        "description": "" if card is None else card.description,
        "licence": None if card is None else card.licence,
        "file": None,
        "hint": "",
    }
    try:
        facts["file"] = str(find(name, settings.models_folder).path)
    except PatchgenError as error:
        facts["hint"] = error.hint
    return facts
