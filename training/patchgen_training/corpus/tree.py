"""Patches in a folder and all below it: a tree of externals, or attachments saved one by one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from patchgen_training.corpus.archives import Budget, Found, is_licence, unpacked
from patchgen_training.corpus.label import patches
from patchgen_training.corpus.licences import Label, labels
from patchgen_training.corpus.patch import Patch

LICENCE_BYTES = 100_000


def folders(root: Path) -> Iterator[Path]:
    """The folders below the root that hold files, without links and version control."""
    for place, names, files in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        if files:
            yield Path(place)


def in_folder(root: Path, place: Path) -> Iterator[Patch]:
    """The patches that lie in one folder of a tree, archives there opened."""
    found = [item for path in files(place) for item in in_file(path, root)]
    return patches(found, source_of(root, place), above(root, place))


def files(place: Path) -> list[Path]:
    """The ordinary files in a folder."""
    return sorted(path for path in place.iterdir() if path.is_file() and not path.is_symlink())


def in_file(path: Path, root: Path) -> Iterator[Found]:
    """What is found in one file."""
    name = path.relative_to(root).as_posix()
    try:
        with path.open("rb") as file:
            yield from unpacked(file, name, Budget())
    except OSError as error:
        yield Found(name, trouble=f"file: {error.strerror}")


def source_of(root: Path, place: Path) -> str:
    """The name of the tree and of its first folder, which is most often a library."""
    return "/".join((root.resolve().name, *place.relative_to(root).parts[:1]))


def above(root: Path, place: Path) -> Label:
    """The licence that the nearest folder above says, up to the root."""
    while place != root:
        place = place.parent
        texts = [
            (path.relative_to(root).as_posix(), beginning(path))
            for path in files(place)
            if is_licence(path.name)
        ]
        # All of them lie in one folder, so there is one label at most.
        for label in labels(texts).values():
            return label
    return Label()


def beginning(path: Path) -> str:
    """The first characters of a text file."""
    with path.open("rb") as file:
        return file.read(LICENCE_BYTES).decode("latin-1")
