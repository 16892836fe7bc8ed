"""`patchgen serve`: the daemon that [patchgen] in Pd talks to."""

from __future__ import annotations

import click

from patchgen.cli import settings as given


@click.command("serve")
@click.option("--port", type=int, help="UDP port on 127.0.0.1.")
@click.option("--model", metavar="NAME|PATH", help="A name from `patchgen models`, or a file.")
def command(**options: object) -> None:
    """Answer [patchgen] boxes in Pd until Ctrl-C. Listens on this machine only."""
    from patchgen.service.serve import serve

    serve(given.read(**options), ready=announce)


def announce(port: int) -> None:
    """Says that requests are heard from now on."""
    click.echo(f"patchgen listens on 127.0.0.1, UDP port {port}. Ctrl-C ends it.")
