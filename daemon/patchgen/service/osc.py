"""The door to python-osc: packets become messages and messages packets, on one UDP socket."""

from __future__ import annotations

import logging
import re
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from patchgen.errors import PortInUse

Argument = str | int | float
Address = tuple[str, int]
"""Host and port of a socket."""

HOST = "127.0.0.1"
LONGEST_STRING = 999
"""Bytes. Pd's [oscparse] cuts strings there and says nothing."""
LARGEST_PACKET = 65_536
"""Bytes; UDP has no larger ones. Ours stay under the 4,096 at which Purr Data cuts: no answer
has more than four strings."""
TYPE_TAGS = frozenset("ifsbhtdrmTFN[]")
"""What python-osc can step over; any other tag would leave the rest of the packet garbled."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody said: an address and its arguments."""

    address: str
    arguments: tuple[Argument, ...] = ()


def decode(packet: bytes) -> Message | None:
    """The message in a packet, or None where there is none. Bundles are not part of the protocol.

    Bytes that are no UTF-8 become control characters, so that the prompt they stand in is refused
    by name instead of vanishing.
    """
    for attempt in (packet, without_binary(packet)):
        with suppress(UnicodeDecodeError):
            return read(attempt)
    return None


def without_binary(packet: bytes) -> bytes:
    """The packet with a control character for each byte that is no text."""
    text = packet.decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]", "\x01", text).encode()


def read(packet: bytes) -> Message | None:
    """The message in a packet whose strings are text. Raises UnicodeDecodeError where not."""
    from pythonosc.osc_message import OscMessage, ParseError
    from pythonosc.parsing import osc_types

    if not packet.startswith(b"/"):
        return None
    try:
        _, start = osc_types.get_string(packet, 0)
        if start < len(packet):
            tags, _ = osc_types.get_string(packet, start)
            if not TYPE_TAGS.issuperset(tags[1:]):
                return None
        message = OscMessage(packet)
    except UnicodeDecodeError:
        raise
    except (ParseError, osc_types.ParseError, ValueError, OverflowError):
        return None
    plain = (item for item in message.params if type(item) in (str, int, float))
    return Message(message.address, tuple(plain))


def encode(message: Message) -> bytes:
    """A packet with only the types i, f and s, which every Pd understands."""
    from pythonosc.osc_message_builder import OscMessageBuilder

    builder = OscMessageBuilder(message.address)
    for argument in message.arguments:
        if isinstance(argument, str):
            builder.add_arg(cut(argument), "s")
        else:
            builder.add_arg(argument, "i" if isinstance(argument, int) else "f")
    return builder.build().dgram


def cut(text: str) -> str:
    """As much of a text as Pd takes in one string, no letter torn."""
    raw = text.replace("\0", " ").encode("utf-8", "replace")
    return raw[:LONGEST_STRING].decode("utf-8", "ignore")


def fits(text: str) -> bool:
    """Whether a text arrives in Pd as it is."""
    return cut(text) == text


class Endpoint:
    """A UDP socket that only this machine can reach; hears in a thread of its own."""

    def __init__(self, port: int) -> None:
        """Takes the port, or any free one for 0. Raises PortInUse."""
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            # Without SO_REUSEADDR: with it, two daemons could share the port and steal packets.
            self._socket.bind((HOST, port))
        except OSError as error:
            self._socket.close()
            raise PortInUse(
                f"cannot listen on UDP port {port}: {error.strerror or error}",
                hint="Is another `patchgen serve` running? Stop it, or choose another port "
                "with `patchgen serve --port N`.",
            ) from error
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()

    @property
    def port(self) -> int:
        """The UDP port."""
        return int(self._socket.getsockname()[1])

    def listen(self, hear: Callable[[Message, Address], None]) -> None:
        """Gives every message and where it came from to `hear`, which must not block."""
        self._thread = threading.Thread(
            target=self._receive, args=(hear,), name="patchgen-osc", daemon=True
        )
        self._thread.start()

    def send(self, to: Address, message: Message) -> None:
        """Answers from the socket that was asked, so that no reply port is needed."""
        try:
            self._socket.sendto(encode(message), to)
        except OSError as error:
            _log.warning("an answer could not be sent: %s to %s: %s", message.address, to, error)

    def deafen(self) -> None:
        """Stops listening; answers can still be sent."""
        if self._thread is None:
            return
        self._stopping.set()
        # An empty packet wakes the thread: closing a socket does not.
        self._socket.sendto(b"", (HOST, self.port))
        self._thread.join()
        self._thread = None

    def close(self) -> None:
        """Gives the port back."""
        self.deafen()
        self._socket.close()

    def _receive(self, hear: Callable[[Message, Address], None]) -> None:
        while not self._stopping.is_set():
            try:
                packet, source = self._socket.recvfrom(LARGEST_PACKET)
            except ConnectionResetError:
                # Windows reports here that somebody we answered has gone.
                continue
            message = decode(packet)
            if message is None:
                if packet:
                    _log.info("a packet without a message from %s: %r", source, packet[:60])
                continue
            try:
                hear(message, source)
            except Exception:  # noqa: BLE001 (the next message must be heard, whatever this one does)
                _log.exception("a message failed: %s", message.address)
