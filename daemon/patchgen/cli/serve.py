"""`patchgen serve`: the daemon that [patchgen] in Pd talks to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patchgen.cli import settings as given

if TYPE_CHECKING:
    from patchgen.service.unit import Outcome


@click.command("serve")
@click.option("--port", type=int, help="UDP port on 127.0.0.1.")
@click.option("--model", metavar="NAME|PATH", help="A name from `patchgen models`, or a file.")
@click.option(
    "--install-service", "is_installation", is_flag=True,
    help="Let systemd start the daemon when you log in, with these options.",
)  # fmt: skip
@click.option(
    "--uninstall-service", "is_removal", is_flag=True, help="Stop that daemon and forget it."
)
def command(port: int | None, model: str | None, is_installation: bool, is_removal: bool) -> None:
    """Answer [patchgen] boxes in Pd until Ctrl-C. Listens on this machine only."""
    if is_installation and is_removal:
        raise click.UsageError("--install-service and --uninstall-service exclude each other.")
    if is_removal:
        from patchgen.service.unit import uninstall_service

        return show(uninstall_service(), "removed")
    settings = given.read(port=port, model=model)
    if is_installation:
        from patchgen.service.unit import install_service

        return show(install_service(options(port, model)), "installed")
    from patchgen.config import default_file
    from patchgen.service.renew import Source
    from patchgen.service.serve import serve

    source = Source(default_file(os.environ), lambda: given.read(port=port, model=model))
    serve(settings, ready=announce, source=source, tell=click.echo)


def options(port: int | None, model: str | None) -> tuple[str, ...]:
    """The options of a daemon that starts in another folder than this."""
    if model is not None and Path(model).is_file():
        model = str(Path(model).absolute())
    named = {"--port": port, "--model": model}
    return tuple(
        word for name, value in named.items() if value is not None for word in (name, str(value))
    )


def announce(port: int) -> None:
    """Says that requests are heard from now on."""
    click.echo(f"patchgen listens on 127.0.0.1, UDP port {port}. Ctrl-C ends it.")


def show(outcome: Outcome, verb: str) -> None:
    """What became of the service."""
    click.echo(f"{verb if outcome.is_changed else 'nothing to do for'} {outcome.path}")
    click.echo(outcome.says)
