"""Pairs to begin with, before anybody has chosen: how a piece goes on, and how the model would.

A piece is a better end to its own beginning than what a small model draws; so the way from choices
to a model can be walked, and tried, before there are choices.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import torch
from tokenizers import Tokenizer
from transformers import AutoModelForCausalLM, set_seed

from patchgen.music import beat
from patchgen.music.arrange import transposed
from patchgen_training.datasets import manifest, table
from patchgen_training.music import source
from patchgen_training.music.example import tokens
from patchgen_training.music.passes import drawn_shifts, keyed
from patchgen_training.music.window import spaced, windows
from patchgen_training.tokens.control import control
from patchgen_training.tuning.preference import tokenizer_beside

GIVEN = 0.5
"""Share of a text that both sides begin with."""


def write(folder: Path, start: Path, out: Path, *, count: int, words: int, seed: int) -> int:
    """Writes pairs of texts of at most so many words, with a manifest; returns how many."""
    from datasets import Dataset

    tokenizer = tokenizer_beside(start)
    model: Any = AutoModelForCausalLM.from_pretrained(start, dtype=torch.float32)
    model.eval()
    set_seed(seed)
    rows = [
        row
        for text in beginnings(folder, count, words, seed)
        if (row := pair(text, model, tokenizer))["chosen"] != row["rejected"]
    ]
    out.parent.mkdir(parents=True, exist_ok=True)
    table.save(Dataset.from_list(rows), out)
    facts = {"pairs": len(rows), "words": words, "seed": seed, "start": start}
    files = {"inputs": [manifest.described(folder / source.PIANO)]}
    manifest.write(out.with_suffix(".json"), {**facts, **files, "output": manifest.described(out)})
    return len(rows)


def beginnings(folder: Path, count: int, words: int, seed: int) -> Iterator[str]:
    """The first words of so many training pieces, each in a key of its own."""
    pieces = list(source.pieces(folder, "train"))
    random = Random(seed)
    for piece in random.sample(pieces, min(count, len(pieces))):
        score = keyed(piece.score)
        shift = drawn_shifts(score, random)[0]
        yield next(windows(beat.encode(transposed(score, shift)), words))


def pair(text: str, model: Any, tokenizer: Tokenizer) -> dict[str, str]:
    """The text as it goes on, and as the model goes on from its first half."""
    words = text.split()
    given = words[: int(len(words) * GIVEN)]
    before = spaced(given)
    drawn = continued(model, tokenizer, before, len(words) - len(given))
    return {"prompt": before, "chosen": spaced(words[len(given) :]), "rejected": drawn}


def continued(model: Any, tokenizer: Tokenizer, before: str, most: int) -> str:
    """What the model draws of its own shares, at most so many words."""
    begin, end, pad = control(tokenizer)
    ids = torch.tensor([[begin, *tokens(before, tokenizer)]], device=model.device)
    with torch.inference_mode():
        written = model.generate(
            input_ids=ids,
            attention_mask=torch.ones_like(ids),
            max_new_tokens=most,
            do_sample=True,
            top_k=0,
            suppress_tokens=sorted({begin, pad} - {end}),
            eos_token_id=end,
            pad_token_id=pad,
        )
    found: list[int] = written[0, ids.shape[1] :].tolist()
    # A token that is no word stands for room in the tables, and says nothing.
    return str(tokenizer.decode([number for number in found if tokenizer.id_to_token(number)]))
