"""Corrections: what a player makes of generated patches, seen when they are saved."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from patchgen.domains.patch.correction import change
from patchgen.errors import PatchgenError
from patchgen.pd.parse import parse
from patchgen.pipeline.provenance import origin_of, without_provenance
from patchgen.pipeline.task import decoded, read_file
from patchgen.service.record import Do
from patchgen.service.settle import Settled
from patchgen.store.entry import Kept
from patchgen.store.history import History

ENDING = ".pd"
QUIET = 2.0
"""Seconds of silence until a file counts as saved: whoever corrects saves again and again."""

_log = logging.getLogger(__name__)


class Corrections:
    """Compares patches that are saved with what was written there. Never writes a patch."""

    def __init__(self, do: Do, is_wanted: Callable[[], bool], *, quiet: float = QUIET) -> None:
        """`do` has the history; `is_wanted` is asked each time."""
        self._do = do
        self._is_wanted = is_wanted
        self._settled = Settled(self._look, while_open=quiet, once_closed=quiet)

    def begin(self, folder: Path) -> None:
        """Looks at everything in a folder: it may have been saved while no daemon ran."""
        for path in sorted(folder.glob(f"*{ENDING}")):
            if is_patch(path):
                self._look(path)

    def touched(self, path: Path, *, is_closed: bool) -> None:
        """A file changed."""
        if is_patch(path):
            self._settled.touched(path, is_closed=is_closed)

    def stop(self) -> None:
        """Looks at nothing more; what is not seen yet is seen at the next start."""
        self._settled.stop()

    def _look(self, path: Path) -> None:
        if self._is_wanted():
            self._do(partial(compare, path), None)


def is_patch(path: Path) -> bool:
    """Whether it has the name of a patch that is no hidden file."""
    return path.name.endswith(ENDING) and not path.name.startswith(".")


def compare(path: Path, history: History) -> None:
    """Keeps what is in the file as the correction of the job that wrote it, if it is one."""
    kept = history.made(path) if path.is_file() else None
    if kept is None:
        return
    try:
        text = decoded(read_file(path))
        if text == kept.best:
            return
        found = correction(kept, text)
    except PatchgenError as error:
        _log.info("not a correction: %s: %s", path, error.message)
        return
    if found:
        history.correct(kept.id, text, found)
        _log.info("corrected: %s: %s", path, found)
    elif kept.correction is not None:
        history.withdraw(kept.id)


def correction(kept: Kept, text: str) -> str:
    """What is different from what was written. Raises PatchgenError for what is no answer to it."""
    before, after = parse(kept.entry.patch), parse(text)
    told = origin_of(after)
    if told and told != origin_of(before):
        raise PatchgenError("it is another patch that PatchGen wrote")
    return change(without_provenance(before), without_provenance(after))
