"""Puts a released model on the Hugging Face Hub."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from patchgen.catalog.hub import REPOSITORY
from patchgen.catalog.hub_api import endpoint
from patchgen.errors import PatchgenError

WANTED = ["README.md", "*.gguf", "*.json"]
"""What goes up; patterns match in folders below, too."""


def push(folder: Path, repo: str, *, private: bool) -> str:
    """Uploads in one commit and returns its address. The token comes from HF_TOKEN or the login.

    Raises PatchgenError, before anything is sent where the folder holds no release.
    """
    if REPOSITORY.fullmatch(repo) is None:
        raise PatchgenError(f"{repo!r} is no repository", hint="Write OWNER/NAME.")
    if not (folder / "README.md").is_file() or not any(folder.glob("*.gguf")):
        raise PatchgenError(
            f"{folder} holds no released model", hint="`patchgen-train export` makes one."
        )
    with translated(repo):
        from huggingface_hub import HfApi

        api = HfApi(endpoint=endpoint())
        api.create_repo(repo, private=private, exist_ok=True)
        done = api.upload_folder(
            repo_id=repo,
            folder_path=folder,
            allow_patterns=WANTED,
            commit_message=f"Upload {folder.name}",
        )
    return str(done.commit_url)


@contextmanager
def translated(repo: str) -> Iterator[None]:
    """What the library raises leaves as PatchgenError."""
    # HTTPError is that of the library's HTTP client, which differs from version to version.
    from huggingface_hub.errors import HfHubHTTPError, HTTPError  # type: ignore[attr-defined]

    try:
        yield
    except (HTTPError, OSError, ValueError, RuntimeError) as error:
        status = error.response.status_code if isinstance(error, HfHubHTTPError) else None
        if status in (401, 403):
            raise PatchgenError(
                f"the Hub does not let you write to {repo}",
                hint="Set HF_TOKEN to an access token of yours that may write.",
            ) from error
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise PatchgenError(
            f"{repo} did not reach {endpoint()}: {reason}",
            hint="Try again: what has arrived is not sent twice.",
        ) from error
