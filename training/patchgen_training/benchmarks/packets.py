"""Throws broken OSC packets at a real daemon, over UDP, the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from patchgen.service.desk import REQUESTS
from patchgen.service.osc import Message, encode
from patchgen_training.benchmarks.after import sound_after
from patchgen_training.benchmarks.figures import count, milliseconds
from patchgen_training.benchmarks.part import Material, Result, Table
from patchgen_training.benchmarks.served import Caller, Served, served

TITLE = "Broken packets"
SAYS = (
    "Packets that are no OSC, or nearly, sent to `patchgen serve` over UDP: random bytes, requests "
    "with bytes changed, cut or repeated, type tags that do not fit, bundles, very long strings. "
    "In between the daemon must tell its status, and afterwards make a patch."
)
PACKETS = 100_000
BATCH = 40
"""Packets between two questions; the socket's buffer holds about as many of the longest."""
LARGEST = 4000
"""Bytes of a long string."""
SHORT = {"max_tokens": 24, "candidates": 1, "offline": True}
"""Some of the noise is a request: it must not take long, nor fetch a model."""
WORDS = ("x", "model", "seed", "temperature", "440", "", "/", "ü", "\x01", "a sine")


def request(chance: Random) -> bytes:
    """A request as a box sends it."""
    words = (chance.choice((*WORDS, 1.5, -1, 2**31 - 1)) for _ in range(chance.randrange(6)))
    return encode(Message(chance.choice(list(REQUESTS)), tuple(words)))


def changed(chance: Random) -> bytes:
    """A request with bytes changed."""
    packet = bytearray(request(chance))
    for _ in range(chance.randrange(1, 6)):
        packet[chance.randrange(len(packet))] = chance.randrange(256)
    return bytes(packet)


def shortened(chance: Random) -> bytes:
    """The beginning of a request."""
    packet = request(chance)
    return packet[: chance.randrange(len(packet))]


def repeated(chance: Random) -> bytes:
    """A request with a piece of it once more."""
    packet = request(chance)
    cut = chance.randrange(len(packet))
    return packet[:cut] + packet[chance.randrange(len(packet)) :] + packet[cut:]


def mistyped(chance: Random) -> bytes:
    """A request whose tags announce what is not there."""
    tags = "".join(chance.choice("ifsbhtdrmTFNI[]cS\xff?") for _ in range(chance.randrange(40)))
    address = chance.choice(list(REQUESTS)).encode()
    rest = chance.randbytes(chance.randrange(64))
    return padded(address) + padded(b"," + tags.encode("latin-1")) + rest


def bundled(chance: Random) -> bytes:
    """A bundle, whose lengths are right or not."""
    inner = request(chance)
    size = chance.choice((len(inner), 0, 2**31 - 1, 2**32 - 4))
    return b"#bundle\0" + chance.randbytes(8) + size.to_bytes(4, "big") + inner


def endless(chance: Random) -> bytes:
    """A request with a very long string, ended or not."""
    text = bytes(chance.choices(range(1, 256), k=chance.randrange(LARGEST)))
    packet = padded(b"/patchgen/generate") + padded(b",ss") + padded(b"x") + text
    return packet + chance.choice((b"", b"\0" * (4 - len(packet) % 4)))


def padded(text: bytes) -> bytes:
    """An OSC string."""
    return text + b"\0" * (4 - len(text) % 4)


NOISE: dict[str, Callable[[Random], bytes]] = {
    "random bytes": lambda chance: chance.randbytes(chance.randrange(200)),
    "bytes changed": changed,
    "cut short": shortened,
    "a piece repeated": repeated,
    "tags that do not fit": mistyped,
    "bundles": bundled,
    "long strings": endless,
}


def noise(seed: int, number: int) -> tuple[str, bytes]:
    """The kind of a packet and the packet, which can be made again alone."""
    chance = Random(f"{seed}/{number}")
    kind = chance.choice(list(NOISE))
    return kind, NOISE[kind](chance)


def measure(material: Material) -> Result:
    """Throws them batch by batch, each from a socket of its own."""
    wanted = material.mutants or PACKETS
    with (
        TemporaryDirectory(prefix="patchgen-benchmark-") as name,
        served(Path(name), **SHORT) as it,
    ):
        with Caller(it.port) as box:
            failures = sound_after(it, box, "before")
            before = it.memory()
            kinds, waits = thrown(it, box, wanted, material.seed)
            failures += sound_after(it, box, "after")
        rows = [(kind, count(number)) for kind, number in kinds.items()]
        after, bugs = it.memory(), it.bugs()
    silent = sum(wait is None for wait in waits)
    slowest = max((wait for wait in waits if wait is not None), default=0.0)
    notes = (
        f"{count(wanted)} packets; {count(len(waits))} questions in between, {silent} without an "
        f"answer, the slowest after {milliseconds(slowest)}.",
        f"The daemon took {before[0]:.0f} MB before and {after[0]:.0f} MB afterwards.",
        f"{bugs} lines about bugs in its log; {len(failures)} failures.",
    )
    return Result((Table(("packets", "sent"), tuple(rows)),), (*notes, *failures))


def thrown(
    it: Served, box: Caller, wanted: int, seed: int
) -> tuple[dict[str, int], list[float | None]]:
    """How many packets of each kind, and the seconds until the daemon answered in between."""
    kinds = dict.fromkeys(NOISE, 0)
    waits: list[float | None] = []
    for start in range(0, wanted, BATCH):
        with Caller(it.port) as vandal:
            for number in range(start, min(start + BATCH, wanted)):
                kind, packet = noise(seed, number)
                kinds[kind] += 1
                vandal.throw(packet)
            begun = perf_counter()
            is_there = box.unfinished() is not None
            waits.append(perf_counter() - begun if is_there else None)
    return kinds, waits
