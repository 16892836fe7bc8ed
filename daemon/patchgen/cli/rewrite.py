"""What commands that write patches anew share: their options, and the turn of each file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from patchgen.cli.exits import show
from patchgen.cli.patch_files import STANDARD, name_of, patch_files, read_text, write_text
from patchgen.cli.show import show_difference
from patchgen.errors import ParseError, PatchgenError
from patchgen.pd.model import Canvas

FILES = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True,
    type=click.Path(exists=True, allow_dash=True, path_type=Path),
)  # fmt: skip
OUTPUT = click.option(
    "-o", "--output", metavar="FILE",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write this file (`-`: standard output) and leave the first as it is.",
)  # fmt: skip
DIFF = click.option(
    "--diff", "is_diff", is_flag=True, help="Write nothing; show what would change."
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A file before and after."""

    path: Path
    old: Canvas
    new: Canvas
    before: str
    """The text of the file."""
    after: str
    """What should stand in it; the same where nothing changed."""

    def put(self, output: Path | None) -> None:
        """Writes the text where it belongs; a file that is right already is not touched."""
        target = output or self.path
        if target == STANDARD:
            click.echo(self.after, nl=False)
        elif target != self.path or self.after != self.before:
            write_text(target.resolve(), self.after)

    def show_difference(self) -> None:
        """Prints what changes."""
        show_difference(name_of(self.path), self.before, self.after)


def turns(
    files: tuple[Path, ...], change: Callable[[Canvas], Canvas], output: Path | None, *,
    is_writing: bool,
) -> Iterator[Turn | None]:  # fmt: skip
    """Every file, written where that is wanted; None for one that cannot be, its error shown."""
    if output is not None and (len(files) > 1 or files[0].is_dir()):
        raise click.UsageError("-o takes one FILE.")
    for path in patch_files(files):
        try:
            turn = turned(path, change)
            if is_writing:
                turn.put(output)
        except PatchgenError as error:
            show(located(error, path))
            yield None
        else:
            yield turn


def turned(path: Path, change: Callable[[Canvas], Canvas]) -> Turn:
    """The file before and after the change. Raises PatchgenError."""
    from patchgen.pd.parse import parse
    from patchgen.pd.write import write

    text = read_text(path)
    old = parse(text)
    new = change(old)
    return Turn(path, old, new, text, text if new == old else write(new))


def located(error: PatchgenError, path: Path) -> PatchgenError:
    """The error with the file in which it was met; others than ParseError name it themselves."""
    if not isinstance(error, ParseError):
        return error
    return PatchgenError(f"{path}: {error.message}", hint=error.hint)
