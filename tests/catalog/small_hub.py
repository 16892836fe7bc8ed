"""A small Hub on 127.0.0.1: answers for files as the real one does, and fails as it is told."""

from __future__ import annotations

import hashlib
import json
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, unquote, urlsplit

from loopback import Loopback

COMMIT = "c" * 40


@dataclass
class Shelf:
    """One file as the Hub serves it; what it claims may differ from what it sends."""

    content: bytes
    etag: str = ""
    """Empty: the SHA-256 of the content, as for every large file."""
    size: int = -1
    """In the answer to HEAD; -1: the true one."""
    commit: str | None = COMMIT
    refusal: tuple[int, str] | None = None
    """An HTTP status and the Hub's own name for the error."""
    gate: threading.Event | None = None
    """Until it is set, a GET stays in mid-body."""
    pause_at: int = 0
    """Bytes of the body before that."""
    cuts: list[int] = field(default_factory=list)
    """Each GET takes the first and closes the connection after so many bytes of the body."""


class SmallHub(Loopback):
    """Serves `files` by `owner/name/file` while it is entered; remembers what it was asked."""

    def __init__(self) -> None:
        self.files: dict[str, Shelf] = {}
        self.asked: list[tuple[str, str, str]] = []
        """Method, path and Range header of each request."""
        super().__init__()

    def gets(self) -> list[str]:
        """The Range headers of all requests for contents."""
        return [span for method, path, span in self.asked if method == "GET" and "/api" not in path]

    def answer(self, desk: BaseHTTPRequestHandler) -> None:
        """One request."""
        path = unquote(urlsplit(desk.path).path)
        self.asked.append((desk.command, path, desk.headers.get("Range", "")))
        if path == "/api/models":
            send_json(desk, self.found(parse_qs(urlsplit(desk.path).query)))
            return
        if path.startswith("/api/models/"):
            self.tree(desk, path.removeprefix("/api/models/").partition("/tree/")[0])
            return
        repo, _, rest = path.lstrip("/").partition("/resolve/")
        shelf = self.files.get(f"{repo}/{rest.partition('/')[2]}")
        if shelf is None:
            is_known = any(name.startswith(f"{repo}/") for name in self.files)
            refuse(desk, 404, "EntryNotFound" if is_known else "RepoNotFound")
        elif shelf.refusal is not None:
            refuse(desk, *shelf.refusal)
        else:
            serve(desk, shelf)

    def tree(self, desk: BaseHTTPRequestHandler, repo: str) -> None:
        """The list of a repository's files."""
        files = [
            {"type": "file", "path": name.removeprefix(f"{repo}/"), "size": 1, "oid": "0" * 40}
            for name in self.files
            if name.startswith(f"{repo}/")
        ]
        send_json(desk, files)

    def found(self, query: dict[str, list[str]]) -> list[dict[str, object]]:
        """The repositories whose name holds the words, as a search lists them."""
        assert query["filter"] == ["gguf"]
        names = dict.fromkeys(name.rsplit("/", 1)[0] for name in self.files)
        words = query["search"][0].lower()
        return [
            {"id": name, "downloads": 7, "tags": ["gguf", "license:mit"], "gated": "manual"}
            for name in names
            if words in name.lower()
        ][: int(query["limit"][0])]


def send_json(desk: BaseHTTPRequestHandler, data: object) -> None:
    """An answer for programs."""
    body = json.dumps(data).encode()
    desk.send_response(200)
    desk.send_header("Content-Type", "application/json")
    desk.send_header("Content-Length", str(len(body)))
    desk.end_headers()
    desk.wfile.write(body)


def refuse(desk: BaseHTTPRequestHandler, status: int, code: str) -> None:
    """An error as the Hub tells it."""
    desk.send_response(status)
    if code:
        desk.send_header("X-Error-Code", code)
    desk.send_header("Content-Length", "0")
    desk.end_headers()


def serve(desk: BaseHTTPRequestHandler, shelf: Shelf) -> None:
    """Headers, and for GET the content from where the Range begins."""
    span = desk.headers.get("Range", "")
    start = int(span.removeprefix("bytes=").partition("-")[0]) if span else 0
    body, whole = shelf.content[start:], len(shelf.content)
    claimed = whole if shelf.size < 0 else shelf.size
    desk.send_response(206 if span else 200)
    desk.send_header("ETag", f'"{shelf.etag or hashlib.sha256(shelf.content).hexdigest()}"')
    if shelf.commit is not None:
        desk.send_header("X-Repo-Commit", shelf.commit)
    desk.send_header("X-Linked-Size", str(claimed))
    desk.send_header("Content-Length", str(len(body)))
    if span:
        desk.send_header("Content-Range", f"bytes {start}-{whole - 1}/{whole}")
    desk.end_headers()
    if desk.command == "HEAD":
        return
    cut = shelf.cuts.pop(0) if shelf.cuts else len(body)
    if shelf.gate is not None:
        desk.wfile.write(body[: shelf.pause_at])
        shelf.gate.wait(30)
        body, cut = body[shelf.pause_at :], cut - shelf.pause_at
    with suppress(OSError):
        desk.wfile.write(body[:cut])
    desk.close_connection = True
