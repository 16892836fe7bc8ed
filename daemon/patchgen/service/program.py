"""How this installation's daemon is started: a command that works in any folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from patchgen.errors import PatchgenError


def daemon_command(options: Sequence[str] = ()) -> tuple[str, ...]:
    """Absolute program and arguments. Raises PatchgenError where they do not fit into lines."""
    # -P, or a click.py in the folder where Pd happens to stand would be imported.
    command = (str(Path(sys.executable).absolute()), "-P", "-m", "patchgen.cli", "serve", *options)
    if not sys.executable or any("\n" in word for word in command):
        raise PatchgenError(
            f"this Python cannot be started by its name, which is {sys.executable!r}",
            hint="Install PatchGen into a virtual environment, and call it from there.",
        )
    return command
