"""Downloads models from the Hugging Face Hub: whole files, resumed where they were left."""

from __future__ import annotations

import shutil
from pathlib import Path

from patchgen.catalog import checksum, hub_api
from patchgen.catalog.hub import Origin
from patchgen.catalog.hub_api import Facts
from patchgen.catalog.meter import Meter, Progress
from patchgen.errors import DownloadFailed


def pull(
    wanted: Origin, models: Path, *, progress: Progress | None = None, offline: bool = False
) -> Path:
    """The model's file below the models folder, downloaded if need be. Raises DownloadFailed."""
    folder = wanted.folder(models)
    offline = offline or hub_api.is_offline()
    file = wanted.file or (local_gguf(wanted, models) if offline else only_gguf(wanted.repository))
    return fetch(
        wanted.repository, file, folder, sha256=wanted.sha256, progress=progress, offline=offline
    )


def fetch(
    repo: str,
    file: str,
    folder: Path,
    *,
    sha256: str | None = None,
    progress: Progress | None = None,
    offline: bool = False,
) -> Path:
    """`folder/file`, downloaded unless it is there and whole. Raises DownloadFailed.

    A download that was stopped, by whatever it was, goes on where it stood.
    """
    path, what = folder / file, f"{repo}/{file}"
    if offline:
        return here(path, what, sha256)
    with hub_api.translated(what):
        facts = hub_api.look_up(repo, file)
        expected = sha256 or facts.sha256
        if facts.sha256 not in (None, expected):
            raise checksum.mismatch(what, expected, facts.sha256)
        meter = Meter(facts.size, progress)
        if not checksum.is_whole(path, expected):
            download(repo, path, file, facts, expected, meter)
        if expected is not None:
            checksum.note(path, expected)
        meter.finish()
    return path


def download(
    repo: str, path: Path, file: str, facts: Facts, expected: str | None, meter: Meter
) -> None:
    """The whole file, checked before it gets its name."""
    what = f"{repo}/{file}"
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{facts.etag[:12]}.part")
    with hub_api.alone(part, what):
        check_space(part, what, facts.size)
        hub_api.append(repo, file, facts, part, meter)
        found = checksum.sha256_of(part) if expected is not None else None
        if found != expected:
            part.unlink()
            raise checksum.mismatch(what, expected, found)
        part.replace(path)
    for older in path.parent.glob(f".{path.name}.*.part"):
        older.unlink()


def only_gguf(repo: str) -> str:
    """The one GGUF file of a repository. Raises DownloadFailed where there are none or several."""
    files = hub_api.gguf_files(repo)
    if len(files) == 1:
        return files[0]
    found = f"{len(files)} GGUF files" if files else "no GGUF file"
    choices = ", ".join(f"hf:{repo}/{file}" for file in files)
    raise DownloadFailed(
        f"{repo} has {found}",
        hint=f"Name one: {choices}" if files else "Look for a repository whose name ends in GGUF.",
    )


def check_space(part: Path, what: str, size: int) -> None:
    """Raises DownloadFailed where the disk has no room for what is missing of the file."""
    missing = size - (part.stat().st_size if part.exists() else 0)
    free = shutil.disk_usage(part.parent).free
    if missing > free:
        raise DownloadFailed(
            f"{what} needs {missing / 1e9:.1f} GB, and {part.parent} has {free / 1e9:.1f} GB free",
            hint="Make room, or set models_folder to another disk.",
        )


def local_gguf(wanted: Origin, models: Path) -> str:
    """The file of a repository that is here already. Raises DownloadFailed."""
    path = wanted.path(models)
    if path is None:
        raise not_here(wanted.repository, wanted.folder(models))
    return path.relative_to(wanted.folder(models)).as_posix()


def here(path: Path, what: str, sha256: str | None) -> Path:
    """A file that was downloaded before. Raises DownloadFailed where it is missing or damaged."""
    if not path.is_file():
        raise not_here(what, path)
    if sha256 is not None and not checksum.is_whole(path, sha256):
        raise checksum.mismatch(what, sha256, checksum.sha256_of(path))
    return path


def not_here(what: str, place: Path) -> DownloadFailed:
    """The error for a file that would have to be downloaded."""
    return DownloadFailed(
        f"{what} is not on this machine, and downloads are off",
        hint=f"Go online (setting offline, {hub_api.OFFLINE_VARIABLE}), or copy the file to "
        f"{place}.",
    )
