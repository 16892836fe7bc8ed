"""Settings that change while the daemon runs: which take effect at once, and which wait."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from patchgen.config import Settings
from patchgen.errors import PatchgenError

AT_START = ("port", "output_folder", "models_folder", "history", "history_file")
"""Settings of what is opened when the daemon starts."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """Where settings come from."""

    file: Path
    """It need not exist."""
    read: Callable[[], Settings]
    """Raises ConfigInvalid."""


def renewed(before: Settings, source: Source) -> Settings:
    """The settings of now; those of before where the new ones cannot be read or must wait."""
    try:
        now = source.read()
    except PatchgenError as error:
        _log.warning("the settings stay as they are: %s. %s", error.message, error.hint)
        return before
    waiting = [name for name in AT_START if getattr(now, name) != getattr(before, name)]
    if waiting:
        _log.warning("restart the daemon to make these count: %s", ", ".join(waiting))
    return now.model_copy(update={name: getattr(before, name) for name in AT_START})


def with_own(own: Settings, before: Settings, now: Settings, keys: tuple[str, ...]) -> Settings:
    """The settings of now, with what a box has changed for itself."""
    changed = {key: getattr(own, key) for key in keys if getattr(own, key) != getattr(before, key)}
    return now.model_copy(update=changed)
