"""A text of music as tokens: all of it is learned, and its end where it has one."""

from __future__ import annotations

from tokenizers import Tokenizer

from patchgen.music.words import END as LAST
from patchgen_training.datasets.row import Row
from patchgen_training.tokens.train import BEGIN, END, PAD, control_id
from patchgen_training.tuning.packing import IGNORED


def encode(row: Row, tokenizer: Tokenizer) -> tuple[list[int], list[int]]:
    """Tokens and labels of one text."""
    words = tokens(row.patch, tokenizer)
    # A window that was cut has no last word.
    end = [control_id(tokenizer, END)] if row.patch.endswith(f"{LAST} ") else []
    return [control_id(tokenizer, BEGIN), *words, *end], [IGNORED, *words, *end]


def tokens(text: str, tokenizer: Tokenizer) -> list[int]:
    """The numbers of a text's words; each must be in the vocabulary."""
    found = [int(number) for number in tokenizer.encode(text, add_special_tokens=False).ids]
    assert len(found) == text.count(" ") and control_id(tokenizer, PAD) not in found, text
    return found
