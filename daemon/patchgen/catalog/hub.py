"""Models on the Hugging Face Hub by name, `hf:OWNER/REPOSITORY/FILE`, and where they lie here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from os.path import isfile
from pathlib import Path

from patchgen.errors import ModelUnknown

PREFIX = "hf:"
FOLDER = "hub"
"""Below the models folder: each repository has a folder of its own in it."""
REPOSITORY = re.compile(r"\w[\w.-]*/\w[\w.-]*", re.ASCII)
FILE = re.compile(r"\w[^/\\]*(?:/\w[^/\\]*)*\.gguf")
"""No part begins with a dot, so that no file lies outside its repository's folder."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a model comes from."""

    repository: str
    """`owner/name`."""
    file: str | None
    """Its path in the repository; None: the only GGUF there."""
    sha256: str | None = None
    """Of the file, where it is known."""

    def folder(self, models: Path) -> Path:
        """Where the repository's files lie below the models folder."""
        return models / FOLDER / self.repository

    def path(self, models: Path) -> Path | None:
        """The file on this machine; None where it is not here."""
        folder = self.folder(models)
        if self.file is None:
            return next(iter(sorted(folder.glob("*.gguf"))), None)
        return folder / self.file if isfile(folder / self.file) else None


def origin(place: str, sha256: str | None = None) -> Origin:
    """The origin that `OWNER/REPOSITORY[/FILE]` names. Raises ModelUnknown."""
    owner, _, rest = place.partition("/")
    name, _, file = rest.partition("/")
    repository = f"{owner}/{name}"
    if REPOSITORY.fullmatch(repository) is None or (file and FILE.fullmatch(file) is None):
        raise ModelUnknown(
            f"{place!r} names no model on the Hugging Face Hub",
            hint="Write hf:OWNER/REPOSITORY/FILE.gguf, as the file's page shows it.",
        )
    return Origin(repository, file or None, sha256)


def names(models: Path) -> list[str]:
    """The names of all files that were downloaded."""
    root = models / FOLDER
    files = (path for path in root.glob("*/*/**/*.gguf") if isfile(path))
    return sorted(f"{PREFIX}{path.relative_to(root).as_posix()}" for path in files)
