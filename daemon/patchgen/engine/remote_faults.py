"""What goes wrong with a server: its errors and those of httpx2 as ours, with what to do next."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from patchgen.engine.options import KEY_VARIABLE, Server
from patchgen.errors import PromptInvalid, RemoteFailed

if TYPE_CHECKING:
    import httpx2

BUSY = frozenset({408, 429, 500, 502, 503, 504})
"""HTTP statuses after which it is worth asking again."""
LONGEST_COMPLAINT = 300
"""Characters of a server's own words that are passed on."""
LOOK = "Look whether the server still runs, and what it prints."


class Interrupted(Exception):
    """The server failed in a way that may pass: it is worth asking again."""

    def __init__(self, error: RemoteFailed, wait: float = 0.0) -> None:
        """`wait`: the seconds that the server itself asks for."""
        super().__init__(error.message)
        self.error = error
        self.wait = wait


class NoSuchPlace(RemoteFailed):
    """The server has nothing at that address, or not that model."""


@contextmanager
def translated(server: Server) -> Iterator[None]:
    """What the library raises leaves as RemoteFailed, or as Interrupted where it may pass."""
    import httpx2

    try:
        yield
    except (httpx2.SSEError, httpx2.InvalidURL, httpx2.UnsupportedProtocol, UnicodeError) as error:
        raise not_understood(server, str(error)) from error
    except httpx2.ConnectError as error:
        hint = "Start the server, or correct the setting remote_url."
        told = RemoteFailed(f"nobody answers at {server.url}: {error}", hint=hint)
        raise Interrupted(told) from error
    except httpx2.TimeoutException as error:
        told = RemoteFailed(
            f"no word from {server.url} for {server.patience:g} s",
            hint="A busy server needs a larger remote_seconds.",
        )
        raise Interrupted(told) from error
    except httpx2.TransportError as error:
        said = str(error) or type(error).__name__
        told = RemoteFailed(f"the connection to {server.url} broke: {said}", hint=LOOK)
        raise Interrupted(told) from error


def refused(
    server: Server, status: int, body: str, headers: httpx2.Headers, place: str
) -> RemoteFailed | PromptInvalid | Interrupted | NoSuchPlace:
    """The error for an answer that is none."""
    said = complaint(body)
    what = f"{server.url} answers {status}" + (f": {said}" if said else "")
    if status in BUSY:
        return Interrupted(RemoteFailed(what, hint=LOOK), seconds(headers.get("retry-after", "")))
    if status in (401, 403):
        verb = "is wrong" if server.key else "is missing"
        return RemoteFailed(what, hint=f"The key {verb}: it is read from {KEY_VARIABLE}.")
    if status in (404, 405, 501):
        hint = f"Check remote_model and remote_url: PatchGen asks for /{place} below it."
        return NoSuchPlace(what, hint=hint)
    if status in (400, 413, 422):
        hint = "Is the prompt too long for the model there? Then shorten it, or max_tokens."
        return PromptInvalid(what, hint=hint)
    return RemoteFailed(what, hint="Check the setting remote_url.")


def seconds(text: str) -> float:
    """The value of Retry-After, where it is a number."""
    return float(text) if text.isdecimal() else 0.0


def not_understood(server: Server, said: str) -> RemoteFailed:
    """The error for something that speaks another language."""
    return RemoteFailed(
        f"{server.url} does not answer as an OpenAI-compatible server: {shortened(said)}",
        hint="The setting remote_url is as http://HOST:8080/v1, of llama.cpp's server or vLLM.",
    )


def complaint(body: str) -> str:
    """The sentence in a server's error, whose place differs from server to server."""
    try:
        found = json.loads(body)
    except ValueError:
        return shortened(body)
    for key in ("error", "detail", "message"):
        if isinstance(found, dict) and found.get(key):
            found = found[key]
    return shortened(found if isinstance(found, str) else json.dumps(found))


def shortened(text: str) -> str:
    """One line, not too long."""
    return " ".join(text.split())[:LONGEST_COMPLAINT]
