"""What a [patchgen] box is to the daemon: a UDP socket that asks and collects the answers."""

from __future__ import annotations

import socket
import time

from closing import Closing
from pythonosc.osc_message_builder import OscMessageBuilder

from patchgen.service.osc import Argument, Message, decode

PATIENCE = 60.0
"""Seconds until an answer counts as missing; a busy machine may take long to start a process."""


class Box(Closing):
    """Asks from a socket of its own; answers arrive at the same."""

    def __init__(self, port: int) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.connect(("127.0.0.1", port))
        self.heard: list[Message] = []
        """All answers so far."""
        self.packets: list[bytes] = []

    def ask(self, kind: str, *arguments: Argument) -> None:
        """Sends `/patchgen/KIND` with the types Pd gives: strings and floats."""
        builder = OscMessageBuilder(f"/patchgen/{kind}")
        for argument in arguments:
            if isinstance(argument, str):
                builder.add_arg(argument, "s")
            else:
                builder.add_arg(float(argument), "f")
        self.throw(builder.build().dgram)

    def throw(self, packet: bytes) -> None:
        """Sends anything."""
        self._socket.send(packet)

    def wait_for(
        self, kind: str, job: str | None = None, *, after: int = 0
    ) -> tuple[Argument, ...]:
        """The arguments of the first `/patchgen/KIND` (about one job), heard or still to come."""
        until = time.monotonic() + PATIENCE
        while True:
            for message in self.heard[after:]:
                is_it = message.address == f"/patchgen/{kind}"
                if is_it and job in (None, message.arguments[0]):
                    return message.arguments
            self._hear_one(until)

    def of(self, kind: str) -> list[tuple[Argument, ...]]:
        """The arguments of all `/patchgen/KIND` so far."""
        return [m.arguments for m in self.heard if m.address == f"/patchgen/{kind}"]

    def is_answered(self) -> bool:
        """Asks for the daemon's status: everything sent before has been dealt with by then."""
        return self.unfinished() >= 0

    def unfinished(self) -> int:
        """How many jobs the daemon says are not finished."""
        name = f"still-there-{len(self.heard)}"
        self.ask("status", name)
        return int(self.wait_for("status", name)[-1])

    def hear_one(self) -> None:
        """Waits for the next answer, whatever it is."""
        self._hear_one(time.monotonic() + PATIENCE)

    def _hear_one(self, until: float) -> None:
        self._socket.settimeout(max(0.001, until - time.monotonic()))
        packet = self._socket.recv(65_536)
        message = decode(packet)
        assert message is not None, packet
        self.packets.append(packet)
        self.heard.append(message)

    def close(self) -> None:
        self._socket.close()
