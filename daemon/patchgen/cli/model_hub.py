"""`patchgen models search` and `pull`: what the Hugging Face Hub has, and how it comes here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from patchgen.cli import settings as given
from patchgen.errors import DownloadFailed

if TYPE_CHECKING:
    from patchgen.catalog.hub_api import Found
    from patchgen.catalog.meter import Progress


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=20, type=click.IntRange(1, 100), help="At most this many.")
@click.option("--json", "is_json", is_flag=True, help="Print what was found as JSON.")
def search(words: tuple[str, ...], limit: int, is_json: bool) -> None:
    """Look for GGUF models on the Hugging Face Hub; the name found goes to `pull`."""
    from patchgen.catalog import hub_api
    from patchgen.cli.show import as_json

    if given.read().offline or hub_api.is_offline():
        raise DownloadFailed(
            "the Hub cannot be searched: downloads are off", hint="See the setting offline."
        )
    found = hub_api.search(" ".join(words), limit)
    if is_json:
        click.echo(as_json([asdict(each) for each in found]))
        return
    for each in found:
        click.echo(line(each))
    if not found:
        click.echo("nothing found", err=True)


def line(found: Found) -> str:
    """A name for `pull`, and what helps to choose."""
    facts = [f"{found.downloads} downloads", found.licence or "licence unknown"]
    if found.is_gated:
        facts.append("conditions to accept")
    return f"hf:{found.repository:<60} {', '.join(facts)}"


@click.command("pull")
@click.argument("name")
def pull(name: str) -> None:
    """Download the model NAME: one of the list, or hf:OWNER/REPOSITORY/FILE.gguf.

    A download that was stopped goes on where it stood.
    """
    from patchgen.catalog import download
    from patchgen.catalog.find import origin

    settings = given.read()
    wanted = origin(name, settings.models_folder)
    with meter() as progress:
        path = download.pull(
            wanted, settings.models_folder, progress=progress, offline=settings.offline
        )
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
