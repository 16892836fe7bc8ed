"""The numbers of the tokens that begin, end and pad, in our tokenisers and in GPT-2's."""

from __future__ import annotations

from tokenizers import Tokenizer

from patchgen.errors import ConfigInvalid
from patchgen_training.tokens.train import BEGIN, END, PAD, control_id

END_OF_TEXT = "<|endoftext|>"
"""GPT-2's only control token: it stands before, behind and between texts."""


def control(tokenizer: Tokenizer) -> tuple[int, int, int]:
    """The tokens that begin, end and pad. Raises ConfigInvalid where there are none."""
    begin, end, pad = (control_id(tokenizer, name) for name in names(tokenizer))
    return begin, end, pad


def names(tokenizer: Tokenizer) -> tuple[str, str, str]:
    """How they are spelled."""
    for found in ((BEGIN, END, PAD), (END_OF_TEXT,) * 3):
        if all(tokenizer.token_to_id(name) is not None for name in found):
            return found
    raise ConfigInvalid("the tokeniser has no token that ends a text", hint="Take GPT-2's, or bpe.")
