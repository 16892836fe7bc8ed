"""The one door to huggingface_hub: what the Hub has, and the bytes of a file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from errno import EDQUOT, ENOSPC
from pathlib import Path

from patchgen.catalog.meter import Meter
from patchgen.errors import DownloadFailed

HUB = "https://huggingface.co"
OFFLINE_VARIABLE = "HF_HUB_OFFLINE"
SHA256 = re.compile(r"[0-9a-f]{64}")
"""The Hub's etag of a large file is its checksum; small files have another kind of etag."""
MOST_FOUND = 20
PATIENCE = 1.0
"""Seconds to wait for another program that downloads the same file."""


def endpoint() -> str:
    """The Hub, or the mirror that the environment names."""
    return os.environ.get("HF_ENDPOINT", "").rstrip("/") or HUB


def is_offline() -> bool:
    """Whether the environment forbids the library the network."""
    return os.environ.get(OFFLINE_VARIABLE, "").upper() in ("1", "ON", "YES", "TRUE")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the Hub says about a file."""

    commit: str
    etag: str
    """Another one for another content."""
    size: int
    """Bytes; 0 where it does not say."""

    @property
    def sha256(self) -> str | None:
        """The checksum, where the Hub tells it."""
        return self.etag if SHA256.fullmatch(self.etag) else None


@dataclass(frozen=True, slots=True)
class Found:
    """A repository with GGUF files."""

    repository: str
    downloads: int
    """In the last month."""
    licence: str
    is_gated: bool
    """Whether its conditions must be accepted first."""


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
    return Facts(found.commit_hash, found.etag, found.size or 0)


def append(repo: str, file: str, facts: Facts, part: Path, meter: Meter) -> None:
    """Downloads what is missing in `part`; the library takes up a connection that breaks."""
    from huggingface_hub import hf_hub_url
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]

    with part.open("ab") as out:
        http_get(
            hf_hub_url(repo, file, revision=facts.commit, endpoint=endpoint()),
            out,
            resume_size=out.tell(),
            headers=build_hf_headers(),
            expected_size=facts.size or None,
            tqdm_class=meter.bar_class(),
        )


@contextmanager
def alone(part: Path, what: str) -> Iterator[None]:
    """Keeps other programs from writing the same file. Raises DownloadFailed where one does."""
    from filelock import Timeout
    from huggingface_hub.utils import WeakFileLock  # type: ignore[attr-defined]

    lock = part.with_suffix(".lock")
    try:
        with WeakFileLock(lock, timeout=PATIENCE):
            try:
                yield
            finally:
                lock.unlink(missing_ok=True)
    except Timeout as error:
        raise DownloadFailed(
            f"{what} is being downloaded by another program", hint="Wait until that has ended."
        ) from error


def gguf_files(repo: str) -> list[str]:
    """The GGUF files of a repository. Raises DownloadFailed."""
    from huggingface_hub import HfApi

    with translated(repo):
        names = HfApi(endpoint=endpoint()).list_repo_files(repo)
    return sorted(name for name in names if name.endswith(".gguf"))


def search(words: str, limit: int = MOST_FOUND) -> tuple[Found, ...]:
    """Repositories with GGUF files, the most downloaded first. Raises DownloadFailed."""
    from huggingface_hub import HfApi

    with translated(words):
        models = HfApi(endpoint=endpoint()).list_models(
            search=words, filter="gguf", sort="downloads", limit=limit
        )
        return tuple(
            Found(
                repository=model.id,
                downloads=model.downloads or 0,
                licence=licence_of(model.tags or []),
                is_gated=bool(model.gated),
            )
            for model in models
        )


def licence_of(tags: list[str]) -> str:
    """The licence among the tags; empty where none is named."""
    prefix = "license:"
    return next((tag.removeprefix(prefix) for tag in tags if tag.startswith(prefix)), "")


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
