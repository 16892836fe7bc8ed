"""Openings to go on from, whose composers have long been dead; texts as the model writes them."""

from __future__ import annotations

from pathlib import Path

OPENINGS = {
    "bach-prelude": "J. S. Bach, prelude in C major BWV 846 (1722), the first 8 bars",
    "beethoven-elise": "L. van Beethoven, Für Elise WoO 59 (1810), the first 8 bars",
    "beethoven-joy": "L. van Beethoven, theme of joy from the 9th symphony (1824), for two hands",
}
"""What each file beside this one holds."""


def path_of(name: str) -> Path:
    """The file of an opening."""
    return Path(__file__).with_name(f"{name}.txt")
