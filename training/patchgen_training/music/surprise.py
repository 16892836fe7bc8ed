"""How much each word of a text surprises a model, in nats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer

from patchgen_training.music.sliding import Window, sliding
from patchgen_training.tokens.train import BEGIN, PAD, control_id

BATCH = 4
Nats = npt.NDArray[np.float64]


def surprises(model: Any, tokenizer: Tokenizer, texts: Sequence[str], context: int) -> list[Nats]:
    """For each text the nats of its words after the first, each told in a window of the model."""
    windows = [(number, w) for number, text in enumerate(texts) for w in sliding(text, context - 1)]
    found: list[list[float]] = [[] for _ in texts]
    nats = told(model, tokenizer, [window for _, window in windows])
    for (number, _), part in zip(windows, nats, strict=True):
        found[number].extend(part)
    return [np.array(part) for part in found]


def told(model: Any, tokenizer: Tokenizer, windows: Sequence[Window]) -> Iterator[list[float]]:
    """The nats of the words that each window tells."""
    begin, pad = (control_id(tokenizer, name) for name in (BEGIN, PAD))
    model.eval()
    for first in range(0, len(windows), BATCH):
        some = windows[first : first + BATCH]
        rows = [[begin, *map(tokenizer.token_to_id, spaced(window))] for window in some]
        longest = max(map(len, rows))
        ids = torch.tensor([row + [pad] * (longest - len(row)) for row in rows])
        with torch.inference_mode():
            logits = model(ids).logits[:, :-1].float()
        nats = torch.nn.functional.cross_entropy(
            logits.transpose(1, 2), ids[:, 1:], reduction="none"
        )
        for row, window in zip(nats, some, strict=True):
            # What predicts word n is read after word n - 1; BEGIN stands before the first.
            yield row[window.told_from : len(window.words)].tolist()


def spaced(window: Window) -> list[str]:
    """The words as they stand in the vocabulary."""
    return [f"{word} " for word in window.words]
