"""Tells of models that appear in the models folder, and whether they can be used."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from patchgen.catalog.metadata import read
from patchgen.errors import ModelBroken
from patchgen.service.settle import Settled

ENDING = ".gguf"

_log = logging.getLogger(__name__)


class Newcomers:
    """Looks at each model file once it is whole."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """`tell` gets a sentence for the person at the daemon's terminal."""
        self._tell = tell
        self._settled = Settled(self._look)

    def touched(self, path: Path, *, is_closed: bool) -> None:
        """A file in the folder changed."""
        if path.suffix == ENDING and not path.name.startswith("."):
            self._settled.touched(path, is_closed=is_closed)

    def stop(self) -> None:
        """Looks at nothing more."""
        self._settled.stop()

    def _look(self, path: Path) -> None:
        if not path.is_file():
            return
        try:
            found = read(path)
        except ModelBroken as error:
            _log.warning("%s %s", error.message, error.hint)
            return
        size = f"{found.architecture}, {found.parameters / 1e6:.1f} million parameters"
        self._tell(f"new model {path.stem} ({size}); in Pd: set model {path.stem}")
