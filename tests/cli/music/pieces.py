"""Pieces for tests of the commands for music."""

from __future__ import annotations

WALTZ = (
    "PIANO kAm m3/4 b92 h | Am p0 v9 n60 d12 n57 d36 p12 n64 d12 | "
    "m4/4 b120 E7 /G# p0 n68 d48 | p0 n68 d6 END "
)
"""Two metres, two tempos, a chord over a bass."""

TUNE = "PIANO kC m4/4 b120 | p0 v9 n60 d12 p12 n62 d12 p24 n64 d12 p36 n65 d12 END "
