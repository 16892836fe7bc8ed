"""`patchgen doctor`: what is there, what is missing, and the command that gets it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from patchgen.cli import settings as given

if TYPE_CHECKING:
    from patchgen.cli.diagnosis import Check


@click.command("doctor", short_help="Say what is missing and how to get it.")
@click.option("--json", "is_json", is_flag=True, help="Print the answers as JSON.")
@click.pass_context
def command(context: click.Context, is_json: bool) -> None:
    """Look whether everything is there. Exits with 1 where no patch could be made."""
    from patchgen.cli.diagnosis import checks
    from patchgen.cli.show import as_json

    found = []
    for check in checks(given.read()):
        found.append(check)
        if not is_json:
            click.echo(line(check))
    if is_json:
        click.echo(as_json([asdict(check) for check in found]))
    if any(check.is_vital and not check.is_ok for check in found):
        context.exit(1)


def line(check: Check) -> str:
    """`ok` or `missing`, what about, and below it how to get it."""
    mark = click.style("ok     ", fg="green") if check.is_ok else click.style("missing", fg="red")
    remedy = f"\n{'':8}get it: {check.remedy}" if check.remedy and not check.is_ok else ""
    return f"{mark} {check.name}: {check.says}{remedy}"
