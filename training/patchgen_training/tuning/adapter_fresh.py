"""A Mistral with random weights and a tokeniser of its own, to try runs without a download."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import torch
from transformers import MistralConfig, MistralForCausalLM, PreTrainedTokenizerFast

from patchgen_training.recipe_parts import Fresh
from patchgen_training.tokens import train as tokens
from patchgen_training.tuning import whole


def write(shape: Fresh, texts: Iterable[str], sequence: int, target: Path) -> None:
    """Saves model and tokeniser as transformers reads them. `sequence`: tokens at most."""
    raw = tokens.train(texts, shape.vocabulary)
    tokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=raw,
        bos_token=tokens.BEGIN,
        eos_token=tokens.END,
        pad_token=tokens.PAD,
        model_max_length=sequence,
    )
    torch.manual_seed(shape.seed)
    model = MistralForCausalLM(
        MistralConfig(
            vocab_size=len(tokenizer),
            hidden_size=shape.width,
            num_hidden_layers=shape.layers,
            num_attention_heads=shape.heads,
            num_key_value_heads=shape.key_heads,
            intermediate_size=shape.feed_forward,
            max_position_embeddings=sequence,
            sliding_window=None,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    )
    with whole.folder(target) as partial:
        model.save_pretrained(partial)
        tokenizer.save_pretrained(partial)
