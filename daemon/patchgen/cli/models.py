"""`patchgen models`: the models that can be used, and what can be done with each."""

from __future__ import annotations

import click

from patchgen.cli import settings as given
from patchgen.cli.model_files import info, rm, use, verify
from patchgen.cli.model_hub import pull, search
from patchgen.config import Settings
from patchgen.errors import PatchgenError

JSON = click.option("--json", "is_json", is_flag=True, help="Print the list as JSON.")


@click.group("models", invoke_without_command=True, short_help="List models, or fetch one.")
@JSON
@click.pass_context
def command(context: click.Context, is_json: bool) -> None:
    """List the bundled model, the models folder and the catalogue; `*` is the one in use."""
    if context.invoked_subcommand is None:
        show(is_json)


@command.command("list")
@JSON
def listing(is_json: bool) -> None:
    """List what can be used: the same as without a command."""
    show(is_json)


for part in (search, pull, use, info, verify, rm):
    command.add_command(part)


def show(is_json: bool) -> None:
    """Prints the list."""
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


def names(settings: Settings) -> list[str]:
    """Everything the catalogue and the folder know, and what the settings ask for."""
    from patchgen.catalog.find import known

    listed = known(settings.models_folder)
    return listed if settings.model in listed else [settings.model, *listed]


def row(name: str, settings: Settings) -> dict[str, object]:
    """What there is to say about a model; `file` is None where it cannot be used yet."""
    from patchgen.catalog.find import card_named, find

    card = card_named(name)
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
