"""A small OpenAI-compatible server on 127.0.0.1: it streams and fails as it is told."""

from __future__ import annotations

import json
import select
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from loopback import Loopback


@dataclass
class Answer:
    """One answer to a completion; the faults are the server's own."""

    pieces: tuple[str, ...] = ()
    """Texts, one an event."""
    reason: str | None = "stop"
    """None: the stream ends without a word."""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    """Of an answer that is no stream."""
    raw: tuple[str, ...] = ()
    """Events sent as they are, in the place of `pieces`."""
    kind: str = "text/event-stream"
    hangs: bool = False
    """Whether it says nothing more after the pieces."""

    def events(self, is_chat: bool) -> Iterator[str]:
        """The data of each event."""
        yield from self.raw
        for text in self.pieces:
            piece = {"delta": {"content": text}} if is_chat else {"text": text}
            yield json.dumps({"choices": [{**piece, "finish_reason": None}]})
        if self.reason is not None and not self.raw:
            last = {"delta": {}} if is_chat else {"text": ""}
            yield json.dumps({"choices": [{**last, "finish_reason": self.reason}]})
            yield "[DONE]"


class SmallServer(Loopback):
    """Gives its answers in order while it is entered, the last again and again."""

    def __init__(
        self, *answers: Answer, models: tuple[str, ...] = ("small",), only_chat: bool = False
    ) -> None:
        self.answers = list(answers)
        self.only_chat = only_chat
        self.models: Answer = Answer(body=json.dumps({"data": [{"id": name} for name in models]}))
        self.asked: list[dict[str, object]] = []
        """The body of each request for a completion."""
        self.keys: list[str] = []
        self.was_left = threading.Event()
        """Set when somebody goes before the answer is over."""
        self._is_over = threading.Event()
        super().__init__()

    @property
    def url(self) -> str:
        """What belongs into the setting remote_url."""
        return f"{self.address}/v1"

    def close(self) -> None:
        self._is_over.set()
        super().close()

    def answer(self, desk: BaseHTTPRequestHandler) -> None:
        """One request."""
        (self.complete if desk.command == "POST" else self.list_models)(desk)

    def list_models(self, desk: BaseHTTPRequestHandler) -> None:
        """The models it has."""
        plain(desk, self.models)

    def complete(self, desk: BaseHTTPRequestHandler) -> None:
        """One completion, or one answer in a chat."""
        length = int(desk.headers["Content-Length"])
        is_chat = desk.path.endswith("/chat/completions")
        if self.only_chat and not is_chat:
            desk.rfile.read(length)
            plain(desk, Answer(status=404, body='{"detail": "Not Found"}'))
            return
        self.asked.append(json.loads(desk.rfile.read(length)))
        self.keys.append(desk.headers.get("Authorization", ""))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer.status != 200 or answer.body:
            plain(desk, answer)
            return
        desk.send_response(200)
        desk.send_header("Content-Type", answer.kind)
        desk.end_headers()
        try:
            for event in answer.events(is_chat):
                desk.wfile.write(f"data: {event}\n\n".encode())
        except OSError:
            self.was_left.set()
            return
        while answer.hangs and not self._is_over.wait(0.01):
            if is_alone(desk):
                self.was_left.set()
                return


def is_alone(desk: BaseHTTPRequestHandler) -> bool:
    """Whether the other side has closed the connection."""
    readable, _, _ = select.select([desk.connection], [], [], 0)
    try:
        return bool(readable) and not desk.connection.recv(1)
    except OSError:
        return True


def plain(desk: BaseHTTPRequestHandler, answer: Answer) -> None:
    """An answer in one piece."""
    body = answer.body.encode()
    desk.send_response(answer.status)
    for name, value in answer.headers.items():
        desk.send_header(name, value)
    desk.send_header("Content-Type", "application/json")
    desk.send_header("Content-Length", str(len(body)))
    desk.end_headers()
    desk.wfile.write(body)
