"""`patchgen config`: every setting with its value, its help and where the value comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from patchgen.cli import settings as given
from patchgen.config import (
    Given,
    Settings,
    check_key,
    default_file,
    find_file,
    problems,
    read_file,
    settings_from,
)
from patchgen.errors import ConfigInvalid, PatchgenError


def completed(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
    """Names of settings, for the shell."""
    return [key for key in Settings.model_fields if key.startswith(begun)]


@click.group("config")
def command() -> None:
    """Show, change and check the settings."""


@command.command("path")
def path() -> None:
    """Print the configuration file's place; the file need not exist."""
    click.echo(default_file(os.environ))


@command.command("show")
@click.argument("keys", metavar="[KEY]...", nargs=-1, shell_complete=completed)
@click.option("--json", "is_json", is_flag=True, help="Print names and values as JSON.")
def show(keys: tuple[str, ...], is_json: bool) -> None:
    """Print all settings, or some, as a configuration file."""
    from patchgen.cli.show import as_json

    for key in keys:
        check_key(key, "the settings")
    found = given.given({})
    settings = settings_from(found)
    wanted = keys or tuple(Settings.model_fields)
    if is_json:
        values = settings.model_dump(mode="json")
        click.echo(as_json({key: values[key] for key in wanted}))
        return
    for key in wanted:
        click.echo(entry(key, settings, f" (set by {found[key].source})" if key in found else ""))


@command.command("set")
@click.argument("key", shell_complete=completed)
@click.argument("value", required=False)
@click.option("--unset", "is_unset", is_flag=True, help="Go back to the default.")
def change(key: str, value: str | None, is_unset: bool) -> None:
    """Write KEY = VALUE into the configuration file; a daemon that runs takes it over."""
    if (value is None) is not is_unset:
        raise click.UsageError("Give a value, or --unset.")
    store(key, value)
    shadow = given.given({}).get(key)
    if shadow is not None and shadow.source != str(default_file(os.environ)):
        click.echo(f"{shadow.source} is set, too, and wins", err=True)


def store(key: str, value: str | None) -> None:
    """Puts a setting into the file, or takes it out. Raises ConfigInvalid for a bad one."""
    from patchgen.cli import config_file

    check_key(key, "the settings")
    file = default_file(os.environ)
    if value is None:
        return config_file.change(file, key, None)
    settings = settings_from({key: Given(value, "the command line")})
    config_file.change(file, key, f"{key} = {toml(getattr(settings, key))}")


@command.command("check")
@click.argument(
    "file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--json", "is_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def check(context: click.Context, file: Path | None, is_json: bool) -> None:
    """Tell every mistake in the configuration file and in PATCHGEN_* variables. 1: there is one."""
    from patchgen.cli.show import as_json

    found = list(mistakes(file))
    if is_json:
        told = [{"message": error.message, "hint": error.hint} for error in found]
        click.echo(as_json(told))
    else:
        for error in found:
            click.echo(f"{error.message}\n  {error.hint}")
    context.exit(1 if found else 0)


def mistakes(file: Path | None) -> Iterator[PatchgenError]:
    """All that is wrong with a file, or with the usual one and the environment."""
    environment = {} if file is not None else os.environ
    try:
        place = file or find_file(environment)
        values = {} if place is None else read_file(place)
    except ConfigInvalid as error:
        yield error
        return
    yield from problems(values, str(place), environment)


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
