"""Writes the finished patch: whole or not at all, under a safe name."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import unicodedata
from collections.abc import Iterator
from errno import EEXIST
from itertools import count
from pathlib import Path

from patchgen.errors import OutputUnwritable

STOP_WORDS = frozenset(
    "a an and are as at be by can create data for from generate generates give has i in into is it "
    "its make makes me my need of on or patch pd please pure puredata purr some that the then to "
    "want where which with would you".split()
)


def file_names(prompt: str) -> Iterator[str]:
    """Names from the prompt's first telling words: `soft-bell.pd`, `soft-bell-2.pd`, ..."""
    letters = unicodedata.normalize("NFKD", prompt).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall(r"[a-z0-9]+", letters) if word not in STOP_WORDS]
    stem = "-".join(words[:5])[:48].strip("-") or "patch"
    return (f"{stem}{f'-{number}' if number > 1 else ''}.pd" for number in count(1))


def publish(text: str, prompt: str, target: Path | None, folder: Path) -> Path:
    """Writes the text to `target`, or to a fresh name in `folder`. Raises OutputUnwritable."""
    try:
        if target is None:
            folder.mkdir(parents=True, exist_ok=True)
            return write_fresh(folder, prompt, text)
        if target.exists() and not target.is_file():
            # Renaming a file onto it would take the place of a device such as /dev/null.
            raise FileExistsError(EEXIST, "it is no ordinary file")
        write_whole(target, text)
        return target
    except OSError as error:
        raise OutputUnwritable(
            f"cannot write {target or folder}: {error.strerror or error}",
            hint="Choose another place with -o FILE or the setting output_folder.",
        ) from error


def write_fresh(folder: Path, prompt: str, text: str) -> Path:
    """Writes a file that was not there, even if others write into the folder at the same time."""
    path = next(path for name in file_names(prompt) if is_taken_by_us(path := folder / name))
    try:
        write_whole(path, text)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def is_taken_by_us(path: Path) -> bool:
    """Makes the file, which reserves its name; False where somebody has it."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
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
    descriptor, partial = tempfile.mkstemp(dir=path.parent, prefix=".patchgen-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(partial, mode_of(path))
        os.replace(partial, path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise
