"""`patchgen`: the table of commands. A command's module is imported when it is asked for."""

from __future__ import annotations

import os
from pathlib import Path

import click

from patchgen import __version__
from patchgen.cli.commands import Commands
from patchgen.cli.exits import reported

COMMANDS = {
    "generate": "patchgen.cli.generate",
    "continue": "patchgen.cli.continue_patch",
    "edit": "patchgen.cli.edit",
    "retry": "patchgen.cli.retry",
    "random": "patchgen.cli.random_prompt",
    "history": "patchgen.cli.history",
    "prefer": "patchgen.cli.prefer",
    "reproduce": "patchgen.cli.reproduce",
    "serve": "patchgen.cli.serve",
    "install-pd": "patchgen.cli.install_pd",
    "doctor": "patchgen.cli.doctor",
    "check": "patchgen.cli.check",
    "layout": "patchgen.cli.layout",
    "draw": "patchgen.cli.draw",
    "music": "patchgen.cli.music.group",
    "sort": "patchgen.cli.sort",
    "stats": "patchgen.cli.stats",
    "explain": "patchgen.cli.explain",
    "models": "patchgen.cli.models",
    "config": "patchgen.cli.config",
}
"""Each module has a `command`. The order is that of `patchgen --help`."""


LIBRARIES = ("llama-cpp-python", "huggingface_hub")
"""Those whose version decides what works."""


class Main(Commands):
    """Answers for what goes wrong in any command."""

    def invoke(self, context: click.Context) -> object:
        """Runs the command; errors leave as text and an exit code."""
        with reported():
            return super().invoke(context)


def version_line() -> str:
    """Versions of what matters, without importing any of it, and where it is installed."""
    import platform

    libraries = ", ".join(f"{name} {installed(name)}" for name in LIBRARIES)
    return (
        f"patchgen {__version__} (Python {platform.python_version()}, {libraries}, "
        f"{platform.system()} {platform.machine()}) in {Path(__file__).parents[1]}"
    )


def installed(library: str) -> str:
    """The version of a library."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(library)
    except PackageNotFoundError:
        return "missing"


def show_version(context: click.Context, _option: click.Parameter, is_wanted: bool) -> None:
    """The answer to --version."""
    if is_wanted:
        click.echo(version_line())
        context.exit()


@click.group(cls=Main, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_version,
    help="Show the versions and exit.",
)
@click.pass_context
def patchgen(context: click.Context) -> None:
    """Turn a sentence into a Pure Data patch.

    Settings come from the configuration file (see `patchgen config`), from PATCHGEN_* variables
    and from the options of each command.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False


def main() -> None:
    """The console script."""
    patchgen(prog_name="patchgen")
