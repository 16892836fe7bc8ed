"""Writes the finished patch: whole or not at all, under a safe name."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, EEXIST, EFBIG, ENOSPC
from itertools import count
from pathlib import Path

from patchgen.errors import OutputUnwritable

STOP_WORDS = frozenset(
    "a an and are as at be by can create data for from generate generates give has i in into is it "
    "its make makes me my need of on or patch pd please pure puredata purr some that the then to "
    "want where which with would you".split()
)

PARTIAL = (".patchgen-", ".partial")
"""How the name of a file begins and ends that is not whole yet."""
STALE = 3600.0
"""Seconds after which nobody writes at such a file any more."""
PROBE = 8192
"""Bytes that a place must have room for before a model is asked."""

ELSEWHERE = "Choose another place with -o FILE or the setting output_folder."
HINTS = dict.fromkeys((ENOSPC, EDQUOT, EFBIG), f"Make room there. {ELSEWHERE}")
"""What to do next, where it is more than to go elsewhere."""


def file_names(prompt: str) -> Iterator[str]:
    """Names from the prompt's first telling words."""
    letters = unicodedata.normalize("NFKD", prompt).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall(r"[a-z0-9]+", letters) if word not in STOP_WORDS]
    return numbered("-".join(words[:5])[:48].strip("-") or "patch")


def numbered(stem: str) -> Iterator[str]:
    """`soft-bell.pd`, `soft-bell-2.pd`, ..."""
    return (f"{stem}{f'-{number}' if number > 1 else ''}.pd" for number in count(1))


def publish(
    text: str, prompt: str, target: Path | None, folder: Path, *, spares: bool = False
) -> Path:
    """Writes the text to `target`, or to a fresh name in `folder`. Raises OutputUnwritable.

    With `spares`, a file that has the target's name stays, and the patch gets the next free one.
    """
    with translated(target or folder):
        if target is None:
            folder.mkdir(parents=True, exist_ok=True)
            clear_leftovers(folder)
            return write_fresh(folder, file_names(prompt), text)
        clear_leftovers(target.parent)
        if spares:
            return write_fresh(target.parent, numbered(target.stem), text)
        refuse_device(target)
        write_whole(target, text)
        return target


def check_place(target: Path | None, folder: Path, *, spares: bool = False) -> None:
    """Raises OutputUnwritable at once where `publish` could write nothing in the end."""
    with translated(target or folder):
        if target is not None:
            if not spares:
                refuse_device(target)
            place = target.parent
        else:
            # The folder is made only when there is a patch.
            place = next(path for path in (folder, *folder.parents) if path.exists())
        with tempfile.TemporaryFile(dir=place) as probe:
            probe.write(bytes(PROBE))
            probe.flush()


@contextmanager
def translated(place: Path) -> Iterator[None]:
    """Turns what the disk raises into OutputUnwritable."""
    try:
        yield
    except OSError as error:
        raise OutputUnwritable(
            f"cannot write {place}: {error.strerror or error}",
            hint=HINTS.get(error.errno or 0, ELSEWHERE),
        ) from error


def refuse_device(target: Path) -> None:
    """Raises FileExistsError for what a file must not take the place of, such as /dev/null."""
    if target.exists() and not target.is_file():
        raise FileExistsError(EEXIST, "it is no ordinary file")


def clear_leftovers(folder: Path) -> None:
    """Removes what a process left that was killed while it wrote."""
    begin, end = PARTIAL
    for path in folder.glob(f"{begin}*{end}"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > STALE:
                path.unlink()


def write_fresh(folder: Path, names: Iterator[str], text: str) -> Path:
    """Writes a file that was not there, even if others write into the folder at the same time."""
    with partial_file(folder, text.encode("utf-8")) as partial:
        partial.chmod(0o644)
        return next(path for name in names if is_named(partial, path := folder / name))


def is_named(partial: Path, path: Path) -> bool:
    """Gives a whole file its name, and never an empty one; False where somebody has the name."""
    try:
        os.link(partial, path)
    except FileExistsError:
        return False
    except OSError:
        # A file system without hard links, such as FAT.
        with suppress(FileExistsError):
            path.touch(exist_ok=False)
            partial.replace(path)
            return True
        return False
    return True


def mode_of(path: Path) -> int:
    """Who may read and write the file that is there; for a new one, all may read it."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return 0o644


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes beside the target, then renames: readers see the old file or the new one."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    with partial_file(path.parent, data) as partial:
        partial.chmod(mode_of(path))
        partial.replace(path)


@contextmanager
def partial_file(folder: Path, data: bytes) -> Iterator[Path]:
    """The data in a hidden file there, safe on the disk; gone after the block, if not renamed."""
    begin, end = PARTIAL
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=begin, suffix=end)
    partial = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield partial
    finally:
        partial.unlink(missing_ok=True)
