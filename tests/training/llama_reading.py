"""What llama.cpp makes of texts: python llama_reading.py MODEL TEXTS.json OUT.npz.

A program of its own: llama.cpp and torch do not bear each other in one process.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from llama_cpp import Llama


def main(model: str, texts: str, out: str) -> None:
    """Saves the tokens of all texts, and the logits after each of the first text's tokens."""
    llama = Llama(model, n_ctx=256, logits_all=True, verbose=False)
    tokens = [
        llama.tokenize(text.encode(), add_bos=False, special=False)
        for text in json.loads(Path(texts).read_text(encoding="utf-8"))
    ]
    ids = tokens[0][:60]
    llama.eval(ids)
    lengths = [len(row) for row in tokens]
    np.savez(out, tokens=np.concatenate(tokens), lengths=lengths, logits=llama.scores[: len(ids)])


if __name__ == "__main__":
    main(*sys.argv[1:])
