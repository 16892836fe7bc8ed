"""`patchgen models use`, `info`, `verify` and `rm`: what can be done with a model that is here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.cli import settings as given
from patchgen.config import Settings
from patchgen.errors import ModelBroken, ModelUnknown, PatchgenError

if TYPE_CHECKING:
    from patchgen.catalog.card import Card, Model
    from patchgen.catalog.metadata import Metadata


def completed(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
    """Names of models, for the shell."""
    from patchgen.catalog.find import known

    return [name for name in known(given.read().models_folder) if name.startswith(begun)]


NAME = click.argument("name", metavar="NAME|PATH", shell_complete=completed)


@click.command("use")
@NAME
def use(name: str) -> None:
    """Write the model NAME into the configuration file: all jobs from now on take it."""
    from patchgen.catalog.find import find
    from patchgen.cli.config import store

    settings = given.read()
    model = find(name, settings.models_folder)
    if Path(name).exists():
        name = str(model.path.absolute())
    store("model", name)
    click.echo(f"{name}: {model.path}")


@click.command("info")
@NAME
@click.option("--json", "is_json", is_flag=True, help="Print everything as JSON.")
def info(name: str, is_json: bool) -> None:
    """Tell what the model NAME is, from its card and from its file."""
    from patchgen.catalog.find import find
    from patchgen.catalog.metadata import read
    from patchgen.cli.show import as_json

    settings = given.read()
    model = find(name, settings.models_folder)
    metadata = read(model.path)
    if is_json:
        told = {"file": str(model.path), "card": model.card.model_dump(), **asdict(metadata)}
        click.echo(as_json({**told, "memory": metadata.memory(settings.n_ctx)}))
        return
    for key, value in facts(model, metadata, settings):
        click.echo(f"{key + ':':<14} {value}")


def facts(model: Model, metadata: Metadata, settings: Settings) -> Iterator[tuple[str, object]]:
    """What there is to say, line by line."""
    card = model.card
    yield "name", card.name
    if card.description:
        yield "description", card.description
    yield "file", model.path
    yield "size", f"{metadata.size / 1e6:.1f} MB, {metadata.quantisation or 'mixed'}"
    yield "architecture", f"{metadata.architecture}, {metadata.layers} layers ({metadata.kind})"
    yield "parameters", f"{metadata.parameters / 1e6:.1f} million"
    yield "context", f"{metadata.context} tokens in training, n_ctx is {settings.n_ctx}"
    yield "memory", f"about {metadata.memory(settings.n_ctx) / 1e6:.0f} MB"
    yield "vocabulary", f"{metadata.vocabulary} tokens"
    yield "licence", metadata.licence or card.licence
    yield "writes", "notation" if card.output == "notation" else ".pd text"
    yield "prompt", prompt(card)
    if metadata.template:
        yield "chat template", "has one, which PatchGen does not use"
    if model.lora is not None:
        yield "adapter", model.lora


def prompt(card: Card) -> str:
    """The template in one line."""
    parts = (part.control or part.text or "{prompt}" for part in card.template)
    return " ".join("".join(parts).split())


@click.command("verify")
@click.argument("names", metavar="[NAME|PATH]...", nargs=-1, shell_complete=completed)
@click.pass_context
def verify(context: click.Context, names: tuple[str, ...]) -> None:
    """Compare models with their checksums, and look whether all of the file is there.

    Without NAME: all that are on this machine. Exits with 1 where one is damaged.
    """
    from patchgen.catalog.find import find, known

    folder = given.read().models_folder
    is_fine = True
    for name in names or known(folder):
        try:
            model = find(name, folder)
        except ModelUnknown:
            if names:
                raise
            continue
        try:
            click.echo(f"ok       {name}: {verdict(model)}")
        except PatchgenError as error:
            is_fine = False
            click.echo(f"damaged  {name}: {error.message}\n         {error.hint}")
    context.exit(0 if is_fine else 1)


def verdict(model: Model) -> str:
    """What is known about a whole file. Raises ModelBroken for one that is not as it should be."""
    from patchgen.catalog import checksum
    from patchgen.catalog.metadata import read

    read(model.path)
    found = checksum.sha256_of(model.path)
    expected = checksum.noted(model.path) or model.card.sha256
    if expected is None:
        return f"sha256 {found}, nothing to compare it with; all tensors are there"
    if found != expected:
        raise ModelBroken(
            f"sha256 {found} instead of {expected}", hint="Download it again, or replace it."
        )
    return f"sha256 {found}, as expected"


@click.command("rm")
@NAME
def rm(name: str) -> None:
    """Remove the model NAME from the models folder; the bundled one stays."""
    from patchgen.catalog.find import find
    from patchgen.catalog.remove import remove

    settings = given.read()
    path = find(name, settings.models_folder).path
    if name == settings.model or path == used(settings):
        raise ModelUnknown(
            f"{name} is in use, and stays",
            hint="First take another: `patchgen models use patchgen-small`.",
        )
    for gone in remove(path, settings.models_folder):
        click.echo(gone)


def used(settings: Settings) -> Path | None:
    """The file of the model in use, if it is here."""
    from patchgen.catalog.find import find

    try:
        return find(settings.model, settings.models_folder).path
    except PatchgenError:
        return None
