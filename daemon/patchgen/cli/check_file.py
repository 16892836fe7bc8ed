"""One file through the linter, and through Pd where wanted; `-` lies in the current folder."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from patchgen.cli.patch_files import name_of, read_text
from patchgen.cli.search_path import search_path
from patchgen.errors import ParseError, PatchgenError, PdFailed
from patchgen.findings import Finding, Place, Severity
from patchgen.lint.abstractions import Lookup, beside
from patchgen.lint.lines import located
from patchgen.lint.rule import text_of
from patchgen.lint.runner import fix_text, lint_text
from patchgen.lint.scope import WHOLE, Scope
from patchgen.pd.model import Canvas, Connection, walk
from patchgen.pd.parse import parse

if TYPE_CHECKING:
    from patchgen.headless.load import LoadReport

MANY = 100
"""From so many files on it pays to start more processes."""
CHUNK = 20
"""Files that one process gets at a time; it reads each abstraction once for them."""

CODE = "pd"
"""Of findings that are Pd's own complaints."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants to know, and changed."""

    scope: Scope = WHOLE
    """What each patch is held against, but for its name and the abstractions around it."""
    paths: tuple[Path, ...] = ()
    """Folders with abstractions."""
    is_fixing: bool = False
    is_unsafe: bool = False
    pd: Path | None = None
    """The Pd that opens each patch."""
    lookups: dict[Path, Lookup] = field(default_factory=dict, compare=False)
    """Folders of patches -> what has been read there, so that each abstraction is read once."""

    def around(self, path: Path) -> Scope:
        """What one file is held against."""
        folder = path.parent
        if folder not in self.lookups:
            is_alone, engines = self.scope.is_strict, self.scope.engines
            paths = self.paths if is_alone else search_path(self.paths, engines)
            self.lookups[folder] = beside(folder, paths)
        return replace(self.scope, lookup=self.lookups[folder], name=path.name)


@dataclass(frozen=True, slots=True)
class Checked:
    """A file after the check."""

    path: Path
    findings: tuple[Finding, ...] = ()
    """In the order of their lines; those that are mended in `mended` come first."""
    error: str = ""
    """Why the file could not be read."""
    text: str = field(default="", repr=False)
    """As it was."""
    mended: str = field(default="", repr=False)
    """As it should be; the same where nothing was to be mended."""

    @property
    def name(self) -> str:
        """As a reader of the report knows the file."""
        return name_of(self.path)


def found_pd() -> Path:
    """The Pd of this machine. Raises PdMissing."""
    from patchgen.headless.engine import find_pd

    return find_pd()


def all_checked(paths: Sequence[Path], wishes: Wishes) -> Iterator[Checked]:
    """The findings of each file in turn; where there are many, all processors work on them."""
    if len(paths) < MANY:
        yield from (checked(path, wishes) for path in paths)
        return
    from concurrent.futures import ProcessPoolExecutor

    # Ctrl-C is for this process; the others end with it.
    ignoring = (signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(initializer=signal.signal, initargs=ignoring) as pool:
        yield from pool.map(partial(checked, wishes=wishes), paths, chunksize=CHUNK)


def checked(path: Path, wishes: Wishes) -> Checked:
    """The findings of one file, after its mends where they are wanted."""
    try:
        text = read_text(path)
    except PatchgenError as error:
        return Checked(path, error=str(error))
    scope = wishes.around(path)
    mended, done = text, tuple[Finding, ...]()
    if wishes.is_fixing:
        mended, done = fix_text(text, scope, unsafe=wishes.is_unsafe)
    left = lint_text(mended, scope)
    if wishes.pd is not None and scope.wants(CODE):
        folders = tuple(folder.resolve() for folder in (path.parent, *wishes.paths))
        left += complaints(mended, wishes.pd, folders, left)
    findings = (*sorted(done, key=line), *sorted(left, key=line))
    return Checked(path, findings, "", text, mended)


def line(finding: Finding) -> int:
    """Where to put the finding among the others."""
    return finding.place.line or 0


def complaints(
    text: str, pd: Path, folders: tuple[Path, ...], known: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """What Pd says to the patch that is not known as an error of the same box."""
    from patchgen.headless.load import load

    try:
        canvas = parse(text)
    except ParseError:
        return ()  # The linter has said so, and such a file must not reach Pd.
    try:
        report = load(text, pd, paths=folders)
    except PdFailed as error:
        return (Finding(CODE, Severity.ERROR, error.message, hint=error.hint),)
    said = located(text, told(canvas, report))
    errors = {(f.place.canvas, f.place.box) for f in known if f.severity is Severity.ERROR}
    return tuple(
        f for f in said if f.place.box is None or (f.place.canvas, f.place.box) not in errors
    )


def told(canvas: Canvas, report: LoadReport) -> tuple[Finding, ...]:
    """The report as findings, with a place where it is clear."""
    objects = [
        Finding(CODE, Severity.ERROR, f"Pd couldn't create [{text}]", box_of(canvas, f"[{text}]"))
        for text in report.not_created
    ]
    cords = [
        Finding(CODE, Severity.ERROR, f"Pd failed to connect {cord}", cord_of(canvas, cord))
        for cord in report.failed_connections
    ]
    others = [
        Finding(CODE, Severity.WARNING, f"Pd says: {text}", Place()) for text in report.complaints
    ]
    return (*objects, *cords, *others)


def box_of(canvas: Canvas, label: str) -> Place:
    """The place of the first box with this text: Pd makes none of them, and says so once."""
    found = [
        Place(path, index)
        for path, part in walk(canvas)
        for index, box in enumerate(part.boxes)
        if box.kind == "obj" and text_of(box) == label
    ]
    return found[0] if found else Place()


def cord_of(canvas: Canvas, cord: str) -> Place:
    """The place of the source of the only such connection: `0 5 2 0 (osc~->dac~)`."""
    source, outlet, sink, inlet = (int(number) for number in cord.split()[:4])
    wanted = Connection(source, outlet, sink, inlet)
    found = [Place(path, source) for path, part in walk(canvas) if wanted in part.connections]
    return found[0] if len(found) == 1 else Place()
