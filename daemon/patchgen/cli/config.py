"""`patchgen config`: every setting with its value, its help and where the value comes from."""

from __future__ import annotations

import os

import click

from patchgen.cli import settings as given
from patchgen.config import Settings, default_file, settings_from


@click.group("config")
def command() -> None:
    """Show the settings and where they are kept."""


@command.command("path")
def path() -> None:
    """Print the configuration file's place; the file need not exist."""
    click.echo(default_file(os.environ))


@command.command("show")
@click.option("--json", "is_json", is_flag=True, help="Print names and values as JSON.")
def show(is_json: bool) -> None:
    """Print all settings as a configuration file."""
    from patchgen.cli.show import as_json

    found = given.given({})
    settings = settings_from(found)
    if is_json:
        click.echo(as_json(settings.model_dump(mode="json")))
        return
    for key in Settings.model_fields:
        click.echo(entry(key, settings, f" (set by {found[key].source})" if key in found else ""))


def entry(key: str, settings: Settings, source: str) -> str:
    """A setting as TOML, with its help above; one without a value is a comment."""
    value = getattr(settings, key)
    line = f"# {key} =" if value is None else f"{key} = {toml(value)}"
    return f"# {Settings.model_fields[key].description}{source}\n{line}\n"


def toml(value: object) -> str:
    """A number, a string, true or false as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
