"""A GPT-2 of one layer with a tokeniser like GPT-2's, as a folder: what the Hub would give."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import torch
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from tokenizers.decoders import ByteLevel
from transformers import GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerFast

from patchgen_training.tokens.control import END_OF_TEXT


def write_small_gpt2(folder: Path, texts: Iterable[str], *, context: int = 256) -> Path:
    """Saves model and tokeniser; the same texts give the same bytes."""
    raw = Tokenizer(models.BPE())
    raw.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    raw.decoder = ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=320,
        special_tokens=[END_OF_TEXT],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    raw.train_from_iterator(texts, trainer)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=raw, bos_token=END_OF_TEXT, eos_token=END_OF_TEXT
    )
    tokenizer.save_pretrained(folder)
    torch.manual_seed(1)
    end = tokenizer.eos_token_id
    shape = {"n_embd": 32, "n_layer": 1, "n_head": 2, "n_positions": context}
    config = GPT2Config(vocab_size=len(tokenizer), bos_token_id=end, eos_token_id=end, **shape)
    GPT2LMHeadModel(config).save_pretrained(folder)
    return folder
