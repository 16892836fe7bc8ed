"""What `patchgen check --capabilities` prints: what patches reach beyond themselves, box by box.

Every function that prints says whether nothing is refused and all files could be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from patchgen.app import policy
from patchgen.cli import settings
from patchgen.cli.patch_files import name_of, read_text
from patchgen.cli.search_path import search_path
from patchgen.cli.show import as_json
from patchgen.errors import PatchgenError
from patchgen.findings import Place
from patchgen.lint.abstractions import beside
from patchgen.lint.gate import Policy, refusal
from patchgen.lint.lines import box_lines, key
from patchgen.lint.reach import reaches
from patchgen.lint.rule import Patch
from patchgen.lint.scope import Scope
from patchgen.pd.parse import parse

UNKNOWN = "unknown"
"""In the place of a capability, for an object that nobody knows."""


@dataclass(frozen=True, slots=True)
class Reached:
    """One thing that a patch reaches."""

    capability: str
    why: str
    place: Place
    is_refused: bool


def found(text: str, scope: Scope, allowed: Policy) -> Iterator[Reached]:
    """Everything the patch reaches, in file order. Raises ParseError."""
    patch = Patch(parse(text), scope)
    line_of = box_lines(text)
    for view in patch.views:
        for reach in reaches(view):
            place = view.place(reach.box)
            word = UNKNOWN if reach.is_unknown else reach.capability.value
            is_refused = refusal(view, reach, allowed) is not None
            yield Reached(word, reach.why, replace(place, line=line_of.get(key(place))), is_refused)


def reports(
    files: Sequence[Path], paths: tuple[Path, ...]
) -> Iterator[tuple[str, str, tuple[Reached, ...]]]:
    """Each file's name, why it could not be read, and what it reaches."""
    allowed = policy(settings.read())
    for path in files:
        scope = Scope(lookup=beside(path.parent, search_path(paths)), name=path.name)
        try:
            yield name_of(path), "", tuple(found(read_text(path), scope, allowed))
        except PatchgenError as error:
            yield name_of(path), str(error), ()


def lines(files: Sequence[Path], paths: tuple[Path, ...]) -> bool:
    """A line for each reach, and one for a patch that reaches nothing."""
    is_good = True
    for name, error, reached in reports(files, paths):
        is_good &= not error and not any(reach.is_refused for reach in reached)
        if error:
            click.echo(f"{click.style('error:', fg='red')} {name}: {error}", err=True)
        elif not reached:
            click.echo(f"{name}: reaches nothing beyond itself")
        for reach in reached:
            where = f"{name}:{reach.place.line}" if reach.place.line else name
            mark = click.style(" (refused)", fg="red") if reach.is_refused else ""
            click.echo(f"{where}: {reach.capability}: {reach.why}{mark}")
    return is_good


def as_data(files: Sequence[Path], paths: tuple[Path, ...]) -> bool:
    """The same as JSON."""
    told = list(reports(files, paths))
    click.echo(as_json([data(*report) for report in told]))
    return not any(error or any(r.is_refused for r in reached) for _, error, reached in told)


def data(name: str, error: str, reached: tuple[Reached, ...]) -> dict[str, object]:
    """One file with all that it reaches."""
    return {
        "file": name,
        "error": error,
        "capabilities": sorted({reach.capability for reach in reached}),
        "reaches": [
            {
                "capability": reach.capability,
                "why": reach.why,
                "refused": reach.is_refused,
                "line": reach.place.line,
                "canvas": list(reach.place.canvas),
                "box": reach.place.box,
                "place": str(reach.place),
            }
            for reach in reached
        ],
    }
