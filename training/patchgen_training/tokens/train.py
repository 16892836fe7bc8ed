"""Trains the tokeniser and knows its control tokens.

Numbers must be copied from prompt to patch, so no token holds two digits: merges are learned on
text whose digits stand alone, and afterwards a blank may join a digit (" 4"). With merges like
these, llama.cpp's pre-tokeniser `gpt-2` gives the same tokens as this one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from tokenizers.decoders import ByteLevel as ByteLevelDecoder

from patchgen.errors import PatchgenError

BEGIN = "<|prompt|>"
"""Opens the prompt; also the model's BOS."""
ANSWER = "<|patch|>"
"""Ends the prompt and opens the notation."""
END = "<|end|>"
"""Closes the answer; the model's EOS."""
PAD = "<|pad|>"
CONTROL = (BEGIN, ANSWER, END, PAD)
BLANK = "Ġ"
"""How byte-level BPE writes a blank."""


def train(texts: Iterable[str], vocabulary: int) -> Tokenizer:
    """A tokeniser with `vocabulary` tokens in all, control tokens first."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True),
        ]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary - 10,
        special_tokens=list(CONTROL),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return with_blank_digits(tokenizer)


def with_blank_digits(tokenizer: Tokenizer) -> Tokenizer:
    """The same tokeniser with " 0" to " 9" as tokens, and llama.cpp's view of words."""
    model = json.loads(tokenizer.to_str())["model"]
    vocabulary: dict[str, int] = model["vocab"]
    merges = [tuple(pair) for pair in model["merges"]]
    for digit in "0123456789":
        vocabulary[BLANK + digit] = len(vocabulary)
        merges.append((BLANK, digit))
    fresh = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    fresh.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    fresh.decoder = ByteLevelDecoder()
    fresh.add_special_tokens(list(CONTROL))
    return fresh


def control_id(tokenizer: Tokenizer, name: str) -> int:
    """The number of a control token."""
    number = tokenizer.token_to_id(name)
    assert number is not None, name
    return int(number)


def load(path: Path) -> Tokenizer:
    """A tokeniser from its JSON file. Raises PatchgenError where there is none."""
    if not path.is_file():
        raise PatchgenError(f"there is no {path}", hint="`patchgen-train tokenizer` writes it.")
    return Tokenizer.from_file(str(path))
