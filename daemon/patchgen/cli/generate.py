"""`patchgen generate`: a sentence in, a patch out, in this process."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from patchgen.cli import settings as given
from patchgen.cli.job import JSON, OPEN, OUTPUT, drawing, finish, make, seed_of

MOST_BYTES = 1 << 20
"""Of standard input; a prompt is far shorter, and more is not worth the memory."""


@click.command("generate", short_help="Write the patch that a sentence asks for.")
@click.argument("prompt")
@OUTPUT
@drawing
@click.option("--offer", metavar="N", type=click.IntRange(2, 8),
              help="Write N different patches to choose from; see `patchgen prefer`.")  # fmt: skip
@OPEN
@JSON
def command(
    prompt: str,
    output: Path | None,
    offer: int | None,
    is_opened: bool,
    is_json: bool,
    **options: object,
) -> None:
    """Write the patch that PROMPT asks for; `-` reads the prompt from standard input.

    Prints the file, what the checks found, and how long it took.
    """
    from patchgen.app import order
    from patchgen.cli.offer import offer_patches
    from patchgen.pipeline.prompt import cleaned

    settings = given.read(**options)
    # Before the model is looked for: a bad prompt is wrong on any machine.
    wanted = order(settings, cleaned(prompt_text(prompt)), seed_of(settings), target=output)
    if offer is not None:
        offer_patches(settings, wanted, offer, is_opened=is_opened, is_json=is_json)
        return
    finish(make(settings, wanted, "generate"), settings, is_opened=is_opened, is_json=is_json)


def prompt_text(argument: str) -> str:
    """The prompt itself. Bytes that are no text stay visible as such, to be refused later."""
    if argument != "-":
        return argument
    return sys.stdin.buffer.read(MOST_BYTES).decode("utf-8", "surrogateescape")
