"""Opens a patch in Pd, compiles its DSP, and reports everything Pd complains about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from patchgen.headless.console import sort_complaints
from patchgen.headless.engine import run
from patchgen.headless.scratch import scratch

WITNESS = "patchgen-was-here"
"""A name nobody listens to: Pd's complaint about it proves that it outlived the loading."""

SEND = f"pd dsp 1; {WITNESS} bang; pd quit"
"""Pd evaluates it after all files are open; signal errors only show when DSP starts."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What Pd had to say about a patch it opened."""

    not_created: tuple[str, ...]
    """Texts of boxes for which Pd knows no object, or not with these arguments."""
    failed_connections: tuple[str, ...]
    """Connections to missing boxes, inlets or outlets: "0 5 2 0 (osc~->dac~)"."""
    complaints: tuple[str, ...]
    """All other lines of the console."""

    @property
    def is_silent(self) -> bool:
        """Whether Pd had nothing to say, as with every good patch."""
        return not (self.not_created or self.failed_connections or self.complaints)


def load(text: str, pd: Path, *, timeout: float = 5.0, paths: Sequence[Path] = ()) -> LoadReport:
    """Loads the patch with loadbangs off. Raises PdFailed when Pd hangs or crashes on it.

    `paths` are absolute folders in which Pd looks for abstractions.
    """
    with scratch() as folder:
        (folder / "patch.pd").write_text(text, "utf-8")
        searched = (word for path in paths for word in ("-path", str(path)))
        arguments = (*searched, "-noloadbang", "-send", SEND, "patch.pd")
        console = run(pd, arguments, folder=folder, timeout=timeout).console
    found = sort_complaints(line for line in console if WITNESS not in line)
    early = () if any(WITNESS in line for line in console) else ("the patch makes Pd quit",)
    return LoadReport(found.not_created, found.failed_connections, found.others + early)
