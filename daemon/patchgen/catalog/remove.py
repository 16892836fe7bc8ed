"""Removes a model file from the models folder, together with what lies beside it for it."""

from __future__ import annotations

from pathlib import Path

from patchgen.catalog import checksum
from patchgen.errors import ModelUnknown, OutputUnwritable


def remove(path: Path, models: Path) -> tuple[Path, ...]:
    """The files that are gone. Raises ModelUnknown for a file that lies elsewhere."""
    if not is_inside(path, models):
        raise ModelUnknown(
            f"{path} is not in the models folder, and stays",
            hint=f"Only files in {models} are removed.",
        )
    beside = (checksum.note_of(path), path.with_suffix(".json"))
    gone = [each for each in (path, *beside) if each.is_file() or each.is_symlink()]
    try:
        for each in gone:
            each.unlink()
        remove_empty(path.parent, models)
    except OSError as error:
        raise OutputUnwritable(
            f"cannot remove {error.filename}: {error.strerror}", hint="Check its permissions."
        ) from error
    return tuple(gone)


def is_inside(path: Path, models: Path) -> bool:
    """Whether a file lies in the folder; a link counts where it is, not where it leads."""
    return path.parent.resolve().is_relative_to(models.resolve())


def remove_empty(folder: Path, models: Path) -> None:
    """Removes folders that hold nothing more, up to the models folder."""
    while folder.resolve() != models.resolve() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
