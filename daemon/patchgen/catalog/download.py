"""Downloads models from the Hugging Face Hub: the one door to huggingface_hub."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from errno import EDQUOT, ENOSPC
from pathlib import Path

from patchgen.catalog.hub import Origin
from patchgen.errors import DownloadFailed

HUB = "https://huggingface.co"
SHA256 = re.compile(r"[0-9a-f]{64}")
"""The Hub's etag of a large file is its checksum; small files have another kind of etag."""

Progress = Callable[[int, int], None]
"""Gets the bytes that have arrived and the bytes in all; the first never falls."""


def pull(wanted: Origin, models: Path, *, progress: Progress | None = None) -> Path:
    """The model's file below the models folder, downloaded if need be. Raises DownloadFailed."""
    file = wanted.file or only_gguf(wanted.repository)
    folder = wanted.folder(models)
    return fetch(wanted.repository, file, folder, sha256=wanted.sha256, progress=progress)


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

    The library takes up a connection that breaks; a download that was stopped begins anew.
    """
    path, what = folder / file, f"{repo}/{file}"
    if offline:
        return here(path, what, sha256)
    with translated(what):
        facts = look_up(repo, file)
        expected = sha256 or facts.sha256
        if facts.sha256 not in (None, expected):
            raise mismatch(what, expected, facts.sha256)
        meter = Meter(facts.size, progress)
        if not is_whole(path, expected):
            folder.mkdir(parents=True, exist_ok=True)
            check_space(folder, what, facts.size)
            if expected is not None:
                # The library would trust its notes about a file that has been damaged since.
                path.unlink(missing_ok=True)
            download(repo, file, folder, facts.commit, meter)
            check_sum(path, what, expected)
        meter.finish()
    return path


def only_gguf(repo: str) -> str:
    """The one GGUF file of a repository. Raises DownloadFailed where there are none or several."""
    with translated(repo):
        from huggingface_hub import HfApi

        names = HfApi(endpoint=endpoint()).list_repo_files(repo)
    files = sorted(name for name in names if name.endswith(".gguf"))
    if len(files) == 1:
        return files[0]
    found = f"{len(files)} GGUF files" if files else "no GGUF file"
    choices = ", ".join(f"hf:{repo}/{file}" for file in files)
    raise DownloadFailed(
        f"{repo} has {found}",
        hint=f"Name one: {choices}" if files else "Look for a repository whose name ends in GGUF.",
    )


def endpoint() -> str:
    """The Hub, or the mirror that the environment names."""
    return os.environ.get("HF_ENDPOINT", "").rstrip("/") or HUB


@dataclass(frozen=True, slots=True)
class Facts:
    """What the Hub says about a file."""

    commit: str
    size: int
    """Bytes; 0 where it does not say."""
    sha256: str | None


def look_up(repo: str, file: str) -> Facts:
    """Asks the Hub. Raises what the library raises, and DownloadFailed for a server of others."""
    from huggingface_hub import get_hf_file_metadata, hf_hub_url

    url = hf_hub_url(repo, file, endpoint=endpoint())
    found = get_hf_file_metadata(url, endpoint=endpoint())
    if found.commit_hash is None or found.etag is None:
        raise DownloadFailed(
            f"{endpoint()} does not answer like the Hugging Face Hub",
            hint="Check HF_ENDPOINT, and whether a proxy or a login page stands in between.",
        )
    checksum = found.etag if SHA256.fullmatch(found.etag) else None
    return Facts(found.commit_hash, found.size or 0, checksum)


def download(repo: str, file: str, folder: Path, commit: str, meter: Meter) -> None:
    """Lets the library do it; in `folder` it keeps notes of its own (`.cache`)."""
    from huggingface_hub import hf_hub_download

    hf_hub_download(
        repo,
        file,
        revision=commit,
        local_dir=folder,
        endpoint=endpoint(),
        tqdm_class=meter.bar_class(),
    )


@dataclass(slots=True)
class Meter:
    """Reports progress; it only goes forward, whatever is begun anew."""

    total: int
    report: Progress | None
    most: int = field(default=-1)

    def reached(self, count: int) -> None:
        """So many bytes have arrived."""
        count = min(count, self.total) if self.total else count
        if count > self.most:
            self.most = count
            if self.report is not None:
                self.report(count, max(self.total, count))

    def finish(self) -> None:
        """All is there."""
        self.reached(self.total)

    def bar_class(self) -> type[Bar]:
        """A class, as the library wants it, whose bars report here."""
        meter = self

        class MeterBar(Bar):
            def reached(self, count: int) -> None:
                meter.reached(count)

        return MeterBar


class Bar:
    """What the library needs of a progress bar; it may make two (received, unpacked)."""

    def __init__(self, *, total: int | None = None, initial: int = 0, **_: object) -> None:
        self.total, self.n = total, initial
        self.reached(self.n)

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def update(self, n: float | None = 1) -> None:
        """So many bytes more, or fewer where they must be fetched again."""
        self.n += int(n or 0)
        self.reached(self.n)

    def reached(self, count: int) -> None:
        """Nobody looks."""

    def refresh(self) -> None:
        """Nothing is drawn."""

    def close(self) -> None:
        """Nothing was opened."""

    def set_postfix_str(self, text: str = "", refresh: bool = True) -> None:
        """Nothing is drawn."""


def check_space(folder: Path, what: str, size: int) -> None:
    """Raises DownloadFailed where the disk has no room for the file."""
    free = shutil.disk_usage(folder).free
    if size > free:
        raise DownloadFailed(
            f"{what} needs {size / 1e9:.1f} GB, and {folder} has {free / 1e9:.1f} GB free",
            hint="Make room, or set models_folder to another disk.",
        )


def is_whole(path: Path, expected: str | None) -> bool:
    """Whether the file is there and is the right one, as far as that can be known."""
    return expected is not None and path.is_file() and checksum_of(path) == expected


def checksum_of(path: Path) -> str:
    """The file's SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_sum(path: Path, what: str, expected: str | None) -> None:
    """Removes a file that is not what was expected, and raises DownloadFailed."""
    if expected is None or (found := checksum_of(path)) == expected:
        return
    path.unlink()
    raise mismatch(what, expected, found)


def mismatch(what: str, expected: str | None, found: str | None) -> DownloadFailed:
    """The error for another file than the one that was wanted."""
    return DownloadFailed(
        f"{what} has the wrong checksum: {found} instead of {expected}",
        hint="Try again; if it stays, the file was damaged or changed at its source.",
    )


def here(path: Path, what: str, sha256: str | None) -> Path:
    """A file that was downloaded before. Raises DownloadFailed where it is missing or damaged."""
    if not path.is_file():
        raise DownloadFailed(
            f"{what} is not on this machine", hint=f"Go online, or copy the file to {path}."
        )
    if sha256 is not None and not is_whole(path, sha256):
        raise mismatch(what, sha256, checksum_of(path))
    return path


@contextmanager
def translated(what: str) -> Iterator[None]:
    """What the library raises leaves as DownloadFailed."""
    # HTTPError is that of the library's HTTP client, which differs from version to version.
    from huggingface_hub.errors import HTTPError  # type: ignore[attr-defined]

    try:
        yield
    except (HTTPError, OSError, ValueError, RuntimeError) as error:
        message, hint = told(error, what)
        raise DownloadFailed(message, hint=hint) from error


def told(error: Exception, what: str) -> tuple[str, str]:
    """What happened and what to do next."""
    from huggingface_hub import errors

    page = f"{endpoint()}/{'/'.join(what.split('/')[:2])}"
    status = error.response.status_code if isinstance(error, errors.HfHubHTTPError) else None
    if isinstance(error, errors.GatedRepoError) or status == 403:
        hint = f"Accept its conditions at {page}, then set HF_TOKEN to an access token of yours."
        return f"{what} is not open to everybody", hint
    if isinstance(error, errors.RepositoryNotFoundError) or status == 401:
        hint = f"Check the name at {page}; a private model needs an access token in HF_TOKEN."
        return f"the Hub has no {what}, or does not show it", hint
    if isinstance(error, errors.RemoteEntryNotFoundError | errors.RevisionNotFoundError):
        return f"there is no file {what}", f"See {page}/tree/main for what there is."
    if status is not None:
        return f"the Hub answers {status} for {what}", "Try again later."
    if isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT):
        return f"the disk is full: {what}", "Make room, or set models_folder to another disk."
    if isinstance(error, OSError) and error.errno is not None and error.filename is not None:
        hint = "Set models_folder to a folder that can be written."
        return f"cannot write {error.filename}: {error.strerror}", hint
    if isinstance(error, errors.HFValidationError):
        return f"{what} is no name on the Hub", "Write hf:OWNER/REPOSITORY/FILE.gguf."
    reason = (str(error).splitlines() or [type(error).__name__])[0]
    hint = f"Check the network and try again, or download it by other means from {page}."
    return f"{what} did not arrive from {endpoint()}: {reason}", hint
