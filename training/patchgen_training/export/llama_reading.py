"""What llama.cpp makes of texts: -m patchgen_training.export.llama_reading MODEL TEXTS OUT.

A program of its own: llama.cpp and torch do not bear each other in one process.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import llama_cpp.llama_cpp as native
import numpy as np
from llama_cpp import Llama

MOST = 250
"""Tokens of the first text whose logits are wanted."""
DEFAULTS = native.llama_model_default_params


def careful() -> native.llama_model_params:
    """llama.cpp's settings without repacked weights, which crash some builds on AMX."""
    params: native.llama_model_params = DEFAULTS()
    params.use_extra_bufts = False
    return params


def main(model: str, texts: str, out: str, adapter: str = "") -> None:
    """Saves the tokens of all texts, and the logits after each of the first text's tokens."""
    native.llama_model_default_params = careful
    llama = Llama(model, n_ctx=MOST + 6, logits_all=True, verbose=False, lora_path=adapter or None)
    tokens = [
        llama.tokenize(text.encode(), add_bos=True, special=False)
        for text in json.loads(Path(texts).read_text(encoding="utf-8"))
    ]
    ids = tokens[0][:MOST]
    llama.eval(ids)
    lengths = [len(row) for row in tokens]
    np.savez(out, tokens=np.concatenate(tokens), lengths=lengths, logits=llama.scores[: len(ids)])


if __name__ == "__main__":
    main(*sys.argv[1:])
