"""Packets: what comes in is understood or passed over, what goes out fits into Pd."""

from __future__ import annotations

import random
import socket

import pytest
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder

from patchgen.errors import PortInUse
from patchgen.service.osc import Address, Endpoint, Message, cut, decode, encode, fits


def test_a_message_survives_the_wire() -> None:
    message = Message("/patchgen/progress", ("1004-abc", "drafting", 0.25, 3, "größer"))

    assert decode(encode(message)) == message


def test_only_types_that_every_pd_knows_are_sent() -> None:
    packet = encode(Message("/patchgen/progress", ("id", 0.5, 2)))

    assert b",sfi\0" in packet


def test_a_long_string_is_cut_to_999_bytes_at_a_letter() -> None:
    text = "a" * 998 + "ü" * 10

    kept = decode(encode(Message("/x", (text,))))

    assert kept == Message("/x", ("a" * 998,))
    assert not fits(text)


def test_the_largest_answer_fits_into_what_purr_data_takes() -> None:
    packet = encode(Message("/patchgen/error", ("ü" * 5000, "ü" * 5000, "ü" * 5000)))

    assert len(packet) <= 4096


def test_what_osc_cannot_carry_is_replaced() -> None:
    assert cut("a\0b") == "a b"
    assert cut("caf\udce9") == "caf?"


def test_other_types_are_passed_over() -> None:
    builder = OscMessageBuilder("/patchgen/generate")
    for value, tag in (("id", "s"), (True, "T"), (b"blob", "b"), (None, "N"), (7, "h"), (0.5, "d")):
        builder.add_arg(value, tag)

    assert decode(builder.build().dgram) == Message("/patchgen/generate", ("id", 7, 0.5))


def test_bytes_that_are_no_text_become_control_characters() -> None:
    packet = b"/patchgen/generate\0\0,ss\0id\0\0caf\xe9\0\0\0\0"

    assert decode(packet) == Message("/patchgen/generate", ("id", "caf\x01"))


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"/",
        b"/no/end",
        b"no slash\0\0\0\0,s\0\0x\0\0\0",
        b"/x\0\0no comma\0\0\0\0",
        b"/x\0\0,s\0\0",
        b"/x\0\0,i\0\0\0\0",
        b"/x\0\0,[\0\0",
        b"/x\0\0,q\0\0",
        b"/x\0\0,b\0\0\x7f\xff\xff\xff",
        b"/x\0\0,s\0\0\xff\xff\xff\xff",
        b"/a\0\xc3\xa9\0\0\0,s\0\0\xff\0\0\0",
    ],
)
def test_garbage_is_no_message(packet: bytes) -> None:
    assert decode(packet) is None


def test_a_bundle_is_no_message() -> None:
    builder = OscBundleBuilder(IMMEDIATELY)
    builder.add_content(OscMessageBuilder("/patchgen/status").build())

    assert decode(builder.build().dgram) is None


def random_packet(chance: random.Random) -> bytes:
    """Noise, or a good message with some of its bytes changed, or with its end cut off."""
    if chance.random() < 0.3:
        return chance.randbytes(chance.randrange(200))
    words = ("id", "a", "sine", "größer", 440.0, 0.1, ",", "x" * chance.randrange(60))
    kind = chance.choice(("generate", "set", "cancel", "status", "retry", "nonsense"))
    picked = tuple(chance.choice(words) for _ in range(chance.randrange(6)))
    packet = bytearray(encode(Message(f"/patchgen/{kind}", picked)))
    for _ in range(chance.randrange(8)):
        packet[chance.randrange(len(packet))] = chance.randrange(256)
    return bytes(packet[: chance.randrange(len(packet)) if chance.random() < 0.3 else None])


def test_no_packet_raises_anything() -> None:
    chance = random.Random(20)

    results = [decode(random_packet(chance)) for _ in range(5_000)]

    assert any(result is None for result in results)
    assert any(result is not None for result in results)


def test_an_answer_comes_from_the_socket_that_was_asked() -> None:
    endpoint = Endpoint(0)

    def echo(message: Message, source: Address) -> None:
        endpoint.send(source, message)

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker:
        endpoint.listen(echo)
        asker.settimeout(10)
        asked = ("127.0.0.1", endpoint.port)
        asker.sendto(encode(Message("/x", ("hello",))), asked)
        packet, source = asker.recvfrom(4096)
        endpoint.close()

    assert decode(packet) == Message("/x", ("hello",))
    assert source == asked


def test_a_listener_that_fails_hears_the_next_message(caplog: pytest.LogCaptureFixture) -> None:
    endpoint = Endpoint(0)

    def fail_once(message: Message, source: Address) -> None:
        if message.address == "/bad":
            raise RuntimeError("a bug")
        endpoint.send(source, message)

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker:
        endpoint.listen(fail_once)
        asker.settimeout(10)
        for address in ("/bad", "/good"):
            asker.sendto(encode(Message(address)), ("127.0.0.1", endpoint.port))
        packet = asker.recv(4096)
        endpoint.close()

    assert decode(packet) == Message("/good")
    assert "a bug" in caplog.text


def test_an_answer_that_cannot_be_sent_is_only_logged(caplog: pytest.LogCaptureFixture) -> None:
    endpoint = Endpoint(0)

    endpoint.send(("127.0.0.1", 0), Message("/x"))

    endpoint.close()
    assert "could not be sent" in caplog.text


def test_a_taken_port_is_an_error_with_a_hint() -> None:
    first = Endpoint(0)

    with pytest.raises(PortInUse, match=str(first.port)) as caught:
        Endpoint(first.port)

    first.close()
    assert "--port" in caught.value.hint


def test_a_closed_endpoint_gives_its_port_back() -> None:
    first = Endpoint(0)
    port = first.port
    first.listen(lambda message, source: None)
    first.close()

    again = Endpoint(port)

    assert again.port == port
    again.close()
