"""A Hub on 127.0.0.1 that takes uploads as the real one does."""

from __future__ import annotations

import base64
import json
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import urlsplit

from loopback import Loopback


class ReceivingHub(Loopback):
    """Keeps what was committed in `files` by path; large files arrive as they do in git LFS."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.stored: dict[str, bytes] = {}
        """Large files by checksum, until a commit names them."""
        self.repositories: list[dict[str, Any]] = []
        self.tokens: set[str] = set()
        self.commits = 0
        self.refusal = 0
        """An HTTP status for every request; 0: none is refused."""
        super().__init__()

    def answer(self, desk: BaseHTTPRequestHandler) -> None:
        """One request."""
        body = desk.rfile.read(int(desk.headers.get("Content-Length", 0)))
        self.tokens.add(desk.headers.get("Authorization", ""))
        path = urlsplit(desk.path).path
        if self.refusal:
            tell(desk, self.refusal, {"error": "no"})
        elif desk.command == "PUT":
            self.stored[path.rpartition("/")[2]] = body
            tell(desk, 200, {})
        else:
            tell(desk, 200, self.reply(path, body))

    def reply(self, path: str, body: bytes) -> dict[str, Any]:
        """What the Hub says to a POST."""
        if path == "/api/repos/create":
            self.repositories.append(json.loads(body))
            return {"url": f"{self.address}/somebody/model", "name": "somebody/model"}
        if "/preupload/" in path:
            return {"files": [mode(item) for item in json.loads(body)["files"]]}
        if path.endswith("/objects/batch"):
            asked = json.loads(body)["objects"]
            return {"transfer": "basic", "objects": [self.place(item) for item in asked]}
        if "/commit/" in path:
            self.commit([json.loads(line) for line in body.splitlines()])
            return {"commitUrl": f"{self.address}/somebody/model/commit/1", "commitOid": "1" * 40}
        return {}

    def place(self, item: dict[str, Any]) -> dict[str, Any]:
        """Where to put a large file."""
        upload = {"href": f"{self.address}/store/{item['oid']}", "header": {}}
        return {"oid": item["oid"], "size": item["size"], "actions": {"upload": upload}}

    def commit(self, lines: list[dict[str, Any]]) -> None:
        """Takes the files of one commit, all at once."""
        self.commits += 1
        for line in lines:
            value = line["value"]
            if line["key"] == "file":
                self.files[value["path"]] = base64.b64decode(value["content"])
            if line["key"] == "lfsFile":
                self.files[value["path"]] = self.stored[value["oid"]]


def mode(item: dict[str, Any]) -> dict[str, Any]:
    """Models are large files, all else is not."""
    is_large = item["path"].endswith(".gguf")
    kind = "lfs" if is_large else "regular"
    return {"path": item["path"], "uploadMode": kind, "shouldIgnore": False}


def tell(desk: BaseHTTPRequestHandler, status: int, facts: dict[str, Any]) -> None:
    """An answer in JSON."""
    body = json.dumps(facts).encode()
    desk.send_response(status)
    desk.send_header("Content-Type", "application/json")
    desk.send_header("Content-Length", str(len(body)))
    desk.end_headers()
    desk.wfile.write(body)
