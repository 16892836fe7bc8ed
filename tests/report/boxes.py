"""Boxes with a face for sketches: their saved values, with Pd's usual ones for the rest."""

from __future__ import annotations

COLOURS = "#fcfcfc #000000 #000000"

VOLUME = f"[hsl 128 15 0 1 0 0 empty empty volume -2 -8 0 10 {COLOURS} 6350 1]"
"""A slider that Pd opens at 0, since it is saved without init."""

VOLUME_KEPT = f"[hsl 128 15 0 1 0 1 empty empty volume -2 -8 0 10 {COLOURS} 6350 1]"
"""A slider that sends 0.5 when the patch opens."""

RUN = f"[tgl 15 0 empty empty run 17 7 0 10 {COLOURS} 0 1]"

RUN_KEPT = f"[tgl 15 1 empty empty run 17 7 0 10 {COLOURS} 1 1]"

GO = f"[bng 15 250 50 0 empty empty go 17 7 0 10 {COLOURS}]"

TO_PITCH = f"[hsl 128 15 20 2000 1 0 pitch empty tune -2 -8 0 10 {COLOURS} 0 1]"
"""A slider without cords that sends under a name."""
