"""`patchgen random`: a patch for a sentence of our own."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from patchgen.cli import settings as given
from patchgen.cli.job import JSON, OPEN, OUTPUT, drawing, finish, make, seed_of


@click.command("random", short_help="Write a patch for a sentence by chance.")
@OUTPUT
@drawing
@OPEN
@JSON
def command(output: Path | None, is_opened: bool, is_json: bool, **options: object) -> None:
    """Write a patch for one of the examples; it is told which."""
    from patchgen.app import order
    from patchgen.service.examples import EXAMPLES

    settings = given.read(**options)
    prompt = secrets.choice(EXAMPLES)
    click.echo(prompt, err=True)
    wanted = order(settings, prompt, seed_of(settings), target=output)
    finish(make(settings, wanted, "random"), settings, is_opened=is_opened, is_json=is_json)
