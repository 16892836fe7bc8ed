"""Texts longer than the context, told window by window: each word once, with much before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from patchgen_training.music.window import begun, states_of


@dataclass(frozen=True, slots=True)
class Window:
    """Words that a model reads, and from where on they are told."""

    words: tuple[str, ...]
    told_from: int


def sliding(text: str, most: int) -> Iterator[Window]:
    """Windows of at most `most` words that together tell each word of a text but the first.

    All but the first begin at a bar, with a header, and about half of their words were told before.
    """
    words = text.split(" ")[:-1]
    states = states_of(words)
    yield Window(tuple(words[:most]), 1)
    told = most
    while told < len(words):
        bars = [bar for bar in states if bar < told]
        start = next((bar for bar in bars if bar >= told - most // 2), bars[-1])
        window = begun(words[start:], states[start])
        place = len(window) - (len(words) - told)
        # A bar longer than a window leaves its beginning out.
        first = max(0, place - most + 1)
        yield Window(tuple(window[first : first + most]), place - first)
        told += most - (place - first)
