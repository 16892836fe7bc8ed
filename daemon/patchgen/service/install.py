"""Puts the Pd library where both Pds find it, and takes it away: whole, and nothing else.

A folder is written beside the old one and takes its place by renaming. A list in it tells what came
from here, so that a file a user has added or changed stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from patchgen.errors import OutputUnwritable
from patchgen.pipeline.publish import write_whole
from patchgen.service.library import library
from patchgen.service.places import Target, library_folders

LIST = "installed.txt"
"""Digest and name of each file of ours, as `sha256sum --check` reads them."""

ASIDE = ".patchgen.before"
"""What the old folder is called until the new one has taken its place."""

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Change:
    """What was done for one Pd."""

    pd: str
    """vanilla or purr-data."""
    folder: Path
    names: tuple[str, ...]
    """Files written, or removed; none if there was nothing to do."""
    kept: tuple[str, ...]
    """What lies in the folder and did not come from here."""


def install(prefix: Path | None = None, target: Target = "all") -> tuple[Change, ...]:
    """Makes each Pd's folder that of this version. Raises OutputUnwritable."""
    files = library()
    listed = {**files, LIST: list_of(files)}
    return tuple(
        Change(pd, folder, fill(folder, listed), foreign(folder, files))
        for pd, folder in library_folders(prefix, target).items()
    )


def uninstall(prefix: Path | None = None, target: Target = "all") -> tuple[Change, ...]:
    """Removes what was installed, and the folders once they are empty. Raises OutputUnwritable."""
    files = library()
    return tuple(
        Change(pd, folder, empty(folder, files), foreign(folder, files))
        for pd, folder in library_folders(prefix, target).items()
    )


def fill(folder: Path, files: Files) -> tuple[str, ...]:
    """Gives the folder these files; returns their names, none if it has them already."""
    with told(folder):
        finish(folder)
        check(folder)
        if all(is_same(folder / name, content) for name, content in files.items()):
            return ()
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".patchgen-", dir=folder.parent) as scratch:
            fresh = Path(scratch) / folder.name
            fresh.mkdir()
            for name, content in files.items():
                write_whole(fresh / name, content)
            swap(fresh, folder)
        finish(folder)
    return tuple(sorted(files))


def empty(folder: Path, files: Files) -> tuple[str, ...]:
    """Removes our files, the list last, and the folder with them if nothing else is in it."""
    with told(folder):
        finish(folder)
        check(folder)
        names = sorted(ours(folder, files))
        for name in names:
            (folder / name).unlink()
        (folder / LIST).unlink(missing_ok=True)
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return tuple(names)


def swap(fresh: Path, folder: Path) -> None:
    """The fresh folder takes the place of the other, which lies aside from then on."""
    aside = folder.with_name(ASIDE)
    if folder.is_dir():
        folder.rename(aside)
    try:
        fresh.rename(folder)
    except BaseException:
        if aside.is_dir():
            aside.rename(folder)
        raise


def finish(folder: Path) -> None:
    """Clears away the folder that lies aside, also one that an interrupted run has left.

    What is not ours moves to the new folder, under another name where its own is taken.
    """
    aside = folder.with_name(ASIDE)
    if not aside.is_dir():
        return
    if not folder.exists():
        aside.rename(folder)
        return
    for name in ours(aside, {}):
        (aside / name).unlink()
    (aside / LIST).unlink(missing_ok=True)
    # First what keeps its name, so that nothing else takes it.
    for path in sorted(aside.iterdir(), key=lambda path: ((folder / path.name).exists(), path)):
        if path.is_file() and is_same(folder / path.name, path.read_bytes()):
            path.unlink()
        else:
            path.rename(free_place(folder, path.name))
    aside.rmdir()


def free_place(folder: Path, name: str) -> Path:
    """A path in the folder that nobody has: `x.pd`, `x.pd.yours`, `x.pd.yours2`, ..."""
    endings = ("" if n == 0 else f".yours{n if n > 1 else ''}" for n in count())
    return next(path for end in endings if not (path := folder / f"{name}{end}").exists())


def ours(folder: Path, files: Files) -> set[str]:
    """The names of files that are as they were installed; `files` counts where no list is."""
    try:
        lines = (folder / LIST).read_text("utf-8", "replace").splitlines()
        digests = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    except FileNotFoundError:
        digests = {name: digest_of(content) for name, content in files.items()}
    return {
        path.name
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.is_file() and digests.get(path.name) == digest_of(path.read_bytes())
    }


def foreign(folder: Path, files: Files) -> tuple[str, ...]:
    """The names of everything else in the folder."""
    with told(folder):
        there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
        return tuple(sorted(there - ours(folder, files) - {LIST}))


def list_of(files: Files) -> bytes:
    """The text of the list."""
    return "".join(f"{digest_of(files[name])}  {name}\n" for name in sorted(files)).encode()


def digest_of(content: bytes) -> str:
    """What tells a file of ours from one that was changed."""
    return sha256(content).hexdigest()


def is_same(path: Path, content: bytes) -> bool:
    """Whether the file has that content."""
    return path.is_file() and path.read_bytes() == content


def check(folder: Path) -> None:
    """Raises OutputUnwritable for what must not be replaced: a link, or a file."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        kind = f"a link to {folder.readlink()}" if folder.is_symlink() else "a file"
        raise OutputUnwritable(
            f"{folder} is {kind}, not a folder of PatchGen",
            hint="Move it away, or give another folder with --prefix.",
        )


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turns an error of the system into one that says what to do."""
    try:
        yield
    except OSError as error:
        raise OutputUnwritable(
            f"cannot write {folder}: {error.strerror or error}",
            hint="Close Pd and try again, give a folder of yours with --prefix, "
            "or run as a user who may write there.",
        ) from error
