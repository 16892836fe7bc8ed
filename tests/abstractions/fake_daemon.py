"""A daemon that answers from a script: what a test sees of the OSC protocol without a model."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from closing import Closing
from pythonosc.osc_message import OscMessage
from pythonosc.osc_message_builder import OscMessageBuilder

Argument = str | float | int
Address = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Request:
    """One packet as it arrived: `/patchgen/generate` and its arguments, the id first."""

    address: str
    args: tuple[Argument, ...]
    source: Address
    """Host and port of the socket in Pd; answers go there."""

    @property
    def kind(self) -> str:
        """The last part of the address: generate, random, cancel, ..."""
        return self.address.rsplit("/", 1)[-1]

    @property
    def id(self) -> str:
        """The name of the request."""
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Reply:
    """One packet back: the last part of the address and the arguments."""

    kind: str
    args: tuple[Argument, ...]
    delay: float = 0.0
    """Seconds to wait before it is sent."""


Script = Callable[[Request], Sequence[Reply]]


def silent(request: Request) -> Sequence[Reply]:
    """Hears everything and says nothing."""
    return ()


def acknowledge(request: Request) -> Sequence[Reply]:
    """Says that a request is in the queue, and no more."""
    return (Reply("queued", (request.id, 0)),) if request.kind not in ("set", "cancel") else ()


class FakeDaemon(Closing):
    """Listens on a port of 127.0.0.1, keeps every request, answers as the script says."""

    def __init__(self, script: Script = acknowledge, port: int = 0) -> None:
        self._script = script
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", port))
        self._requests: list[Request] = []
        self._arrived = threading.Condition()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def port(self) -> int:
        """The UDP port."""
        return int(self._socket.getsockname()[1])

    @property
    def requests(self) -> tuple[Request, ...]:
        """Everything heard so far, in order."""
        with self._arrived:
            return tuple(self._requests)

    def of(self, kind: str) -> tuple[Request, ...]:
        """The requests of one kind."""
        return tuple(request for request in self.requests if request.kind == kind)

    def wait_for(self, kind: str, count: int = 1, seconds: float = 30.0) -> tuple[Request, ...]:
        """The requests of one kind, as soon as there are `count` of them."""
        with self._arrived:
            self._arrived.wait_for(
                lambda: sum(request.kind == kind for request in self._requests) >= count, seconds
            )
        return self.of(kind)

    def send(self, to: Address, reply: Reply) -> None:
        """Says something without being asked."""
        builder = OscMessageBuilder(address=f"/patchgen/{reply.kind}")
        for value in reply.args:
            builder.add_arg(value)
        self._socket.sendto(builder.build().dgram, to)

    def _serve(self) -> None:
        while True:
            try:
                packet, source = self._socket.recvfrom(65536)
            except OSError:
                return
            if not packet:
                return
            message = OscMessage(packet)
            request = Request(message.address, tuple(message.params), source)
            with self._arrived:
                self._requests.append(request)
                self._arrived.notify_all()
            for reply in self._script(request):
                time.sleep(reply.delay)
                self.send(source, reply)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def close(self) -> None:
        # An empty packet wakes the thread: closing a socket does not.
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as waker:
            waker.sendto(b"", ("127.0.0.1", self.port))
        self._thread.join(timeout=2)
        self._socket.close()
