"""Many files turned into others: the same tree, past the bad ones, each told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from patchgen.cli.exits import EXPECTED, show
from patchgen.cli.patch_files import STANDARD, write_bytes
from patchgen.errors import MusicInvalid, OutputUnwritable, PatchgenError

SOURCE = click.argument(
    "source", metavar="FILE|FOLDER", type=click.Path(exists=True, path_type=Path)
)
OUTPUT = click.option(
    "-o", "--output", metavar="FILE|FOLDER", type=click.Path(path_type=Path),
    help="Write this file, or the same tree into this folder; otherwise beside what is read.",
)  # fmt: skip
AGAIN = click.option(
    "--again", "is_again", is_flag=True,
    help="Do those files again, too, that were done since they changed.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """One file that becomes another."""

    source: Path
    target: Path

    @property
    def is_done(self) -> bool:
        """Whether the target is there and no older than the source."""
        try:
            return self.target.stat().st_mtime_ns >= self.source.stat().st_mtime_ns
        except OSError:
            return False


def turns(source: Path, output: Path | None, endings: Iterable[str], suffix: str) -> Iterator[Turn]:
    """What becomes what. Raises MusicInvalid where a folder has no such file."""
    if not source.is_dir():
        target = renamed(source, suffix) if output is None else output
        if output is not None and output != STANDARD and output.is_dir():
            target = output / renamed(source, suffix).name
        yield Turn(source, target)
        return
    endings = tuple(endings)
    found = sorted(
        path for path in source.rglob("*") if path.name.lower().endswith(endings) and path.is_file()
    )
    if not found:
        raise MusicInvalid(
            f"there are no files in {source} that end in {' or '.join(endings)}",
            hint="Name another folder, or one file.",
        )
    for path in found:
        yield Turn(path, renamed((output or source) / path.relative_to(source), suffix))


def renamed(path: Path, suffix: str) -> Path:
    """The path with another suffix; one that has two loses both."""
    stem = path.name.removesuffix(".chords.txt")
    return path.with_name((Path(stem).stem if stem == path.name else stem) + suffix)


def convert(
    source: Path,
    planned: Iterable[Turn],
    made: Callable[[Path], bytes],
    *,
    is_again: bool,
    is_json: bool,
) -> None:
    """Turns every file; ends with exit code 1 where one could not be turned."""
    done: list[Turn] = []
    skipped: list[Turn] = []
    failed: list[tuple[Turn, PatchgenError]] = []
    for turn in planned:
        if source.is_dir() and turn.is_done and not is_again:
            skipped.append(turn)
            continue
        try:
            put(turn, made(turn.source))
            done.append(turn)
        except PatchgenError as error:
            failed.append((turn, error))
            if not is_json:
                show(located(turn, error))
    if is_json:
        tell(done, skipped, failed)
    elif source.is_dir():
        click.echo(f"{len(done)} done, {len(skipped)} were done before, {len(failed)} failed")
    if failed:
        raise click.exceptions.Exit(EXPECTED)


def put(turn: Turn, data: bytes) -> None:
    """Writes what a file became."""
    if turn.target == STANDARD:
        click.echo(data, nl=False)
        return
    if turn.target.exists() and turn.target.samefile(turn.source):
        raise OutputUnwritable(
            f"{turn.target} is what is read", hint="Choose another place with -o."
        )
    try:
        turn.target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputUnwritable(
            f"cannot make {turn.target.parent}: {error.strerror}",
            hint="Choose another place with -o.",
        ) from error
    write_bytes(turn.target, data)


def located(turn: Turn, error: PatchgenError) -> PatchgenError:
    """The error with the name of the file, where it does not tell it."""
    if str(turn.source) in error.message:
        return error
    return PatchgenError(f"{turn.source}: {error.message}", hint=error.hint)


def tell(
    done: Iterable[Turn], skipped: Iterable[Turn], failed: Iterable[tuple[Turn, PatchgenError]]
) -> None:
    """All that happened, as JSON."""
    from patchgen.cli.show import as_json

    click.echo(
        as_json(
            {
                "done": [{"file": str(one.source), "made": str(one.target)} for one in done],
                "done_before": [str(one.source) for one in skipped],
                "failed": [
                    {"file": str(one.source), "error": error.message, "hint": error.hint}
                    for one, error in failed
                ],
            }
        )
    )
