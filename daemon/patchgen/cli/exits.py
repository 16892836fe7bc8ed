"""What ends a command early, as text on the error stream and an exit code."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from patchgen import __version__
from patchgen.errors import Cancelled, PatchgenError

EXPECTED = 1
"""An error the user can do something about. Wrong usage is 2, which click sees to."""
BUG = 3
INTERRUPTED = 130


@contextmanager
def reported() -> Iterator[None]:
    """Turns what the block raises into text and click's Exit with the right code."""
    try:
        yield
    except (click.exceptions.Exit, click.ClickException, click.Abort, BrokenPipeError):
        raise
    except (KeyboardInterrupt, Cancelled):
        click.echo("interrupted", err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except PatchgenError as error:
        show(error)
        raise click.exceptions.Exit(EXPECTED) from error
    except Exception as error:
        # What is left is a bug, and must be told as one.
        path = write_report(error)
        show(PatchgenError(f"this is a bug in patchgen: {error!r}", hint=f"Please report {path}"))
        raise click.exceptions.Exit(BUG) from error


def show(error: PatchgenError) -> None:
    """What happened, then what to do next."""
    click.echo(f"{click.style('error:', fg='red')} {error.message}", err=True)
    if error.hint:
        click.echo(f"hint: {error.hint}", err=True)


def write_report(error: BaseException) -> Path:
    """A file with everything that a bug report needs."""
    # Imported late: every command would wait for them, and few ever need them.
    import platform
    import tempfile
    import traceback

    text = "\n".join(
        (
            f"patchgen {__version__}, Python {platform.python_version()}, {platform.platform()}",
            f"command: {sys.argv}",
            "".join(traceback.format_exception(error)),
        )
    )
    name = time.strftime("crash-%Y%m%d-%H%M%S.log")
    for folder in (state_folder(), Path(tempfile.mkdtemp(prefix="patchgen-"))):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8", "backslashreplace")
        except OSError:
            continue
        return folder / name
    return Path(os.devnull)


def state_folder() -> Path:
    """Where logs are kept."""
    base = os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base else Path("~/.local/state").expanduser()) / "patchgen"
