"""Reads the sound file that Pd recorded: 32-bit float samples, so that nothing is clipped."""

from __future__ import annotations

import sys
from array import array
from math import inf
from pathlib import Path

from patchgen.headless.parts import BEYOND

HEADER_BYTES = 12


def read_recording(path: Path) -> tuple[array[float], ...]:
    """One array of samples a channel; none where the patch made Pd quit before the end.

    Samples that were infinite or undefined are infinite.
    """
    if not path.exists():
        return ()
    content = path.read_bytes()
    channels = int.from_bytes(chunk(content, b"fmt ")[2:4], "little")
    samples = array("f", chunk(content, b"data"))
    if sys.byteorder == "big":
        samples.byteswap()
    if max(map(abs, samples), default=0.0) >= BEYOND:
        samples = array("f", (inf if abs(x) >= BEYOND else x for x in samples))
    return tuple(samples[c::channels] for c in range(channels))


def chunk(content: bytes, name: bytes) -> bytes:
    """The body of the first chunk of that name in a RIFF file; empty if there is none."""
    offset = HEADER_BYTES
    while offset + 8 <= len(content):
        size = int.from_bytes(content[offset + 4 : offset + 8], "little")
        if content[offset : offset + 4] == name:
            return content[offset + 8 : offset + 8 + size]
        offset += 8 + size + size % 2
    return b""
