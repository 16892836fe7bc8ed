"""An HTTP server on 127.0.0.1 for the length of a block."""

from __future__ import annotations

import threading
from abc import abstractmethod
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from closing import Closing


class Loopback(Closing):
    """Serves while it is entered; a kind of server says how it answers."""

    def __init__(self) -> None:
        server = self

        class Desk(BaseHTTPRequestHandler):
            def do_request(self) -> None:
                server.answer(self)

            do_HEAD = do_GET = do_POST = do_PUT = do_request  # noqa: N815 (the library's names)

            def log_message(self, format: str, *args: object) -> None:
                """Keeps quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @abstractmethod
    def answer(self, desk: BaseHTTPRequestHandler) -> None:
        """Answers one request."""

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
