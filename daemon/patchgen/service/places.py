"""Where vanilla Pd and Purr Data look for libraries without settings, system by system."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

from patchgen.errors import PatchgenError

Target = Literal["vanilla", "purr-data", "all"]

LIBRARY = "patchgen"
"""The name of the library's folder in each of these places."""

ROOTS = {"linux": ".local", "darwin": "", "win32": "AppData/Roaming"}
"""From the home folder to what a prefix takes the place of, by `sys.platform`."""

PLACES = {
    "linux": {"vanilla": "lib/pd/extra", "purr-data": "lib/pd-l2ork/extra"},
    "darwin": {"vanilla": "Library/Pd", "purr-data": "Library/Pd-l2ork"},
    "win32": {"vanilla": "Pd", "purr-data": "Pd-l2ork"},
}
"""From there to where each Pd looks, by `sys.platform`."""

LOCAL_PREFIX = Path("/usr/local")
LOCAL_PLACES = {"vanilla": "lib/pd-externals", "purr-data": "lib/pd-l2ork-externals"}
"""Below it neither Pd of a distribution looks into `extra`."""


def library_folders(prefix: Path | None = None, target: Target = "all") -> dict[str, Path]:
    """The folder called `patchgen` of each Pd that is meant."""
    system = sys.platform if sys.platform in PLACES else "linux"
    root = user_root(system) if prefix is None else prefix.absolute()
    places = LOCAL_PLACES if root == LOCAL_PREFIX else PLACES[system]
    wanted = places if target == "all" else (target,)
    return {pd: root / places[pd] / LIBRARY for pd in wanted}


def user_root(system: str) -> Path:
    """What a prefix takes the place of, for the user who runs this."""
    if system == "win32" and (roaming := os.environ.get("APPDATA")):
        return Path(roaming)
    try:
        return Path.home() / ROOTS[system]
    except RuntimeError as error:
        raise PatchgenError(
            "there is no home folder to install into", hint="Give a folder with --prefix."
        ) from error
