"""A Mistral of two layers with random weights and a tokeniser like SentencePiece's, as a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from transformers import LlamaTokenizer, MistralConfig, MistralForCausalLM

BLANK = "\N{LOWER ONE EIGHTH BLOCK}"
"""How SentencePiece writes a blank."""
SPECIAL = ["<unk>", "<s>", "</s>"]
BYTES = [f"<0x{number:02X}>" for number in range(256)]
WIDTH = 256
"""K-quants need rows of a multiple of 256."""


def write_tiny_mistral(folder: Path, texts: Iterable[str], *, vocabulary: int = 1024) -> Path:
    """Saves model (bf16) and tokeniser; the same texts give the same bytes."""
    tokenizer = LlamaTokenizer(*pieces(texts, vocabulary), add_bos_token=True)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(1)
    config = MistralConfig(
        vocab_size=len(tokenizer),
        hidden_size=WIDTH,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        head_dim=WIDTH // 4,
        intermediate_size=2 * WIDTH,
        max_position_embeddings=512,
        sliding_window=None,
        rope_parameters={"rope_type": "default", "rope_theta": 1e6},
        bos_token_id=1,
        eos_token_id=2,
    )
    MistralForCausalLM(config).to(torch.bfloat16).save_pretrained(folder)
    return folder


def pieces(texts: Iterable[str], size: int) -> tuple[dict[str, int], list[tuple[str, str]]]:
    """Vocabulary and merges as they come from a SentencePiece file: every way to make a piece."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.BpeTrainer(
        vocab_size=size - len(SPECIAL) - len(BYTES), show_progress=False, max_token_length=12
    )
    tokenizer.train_from_iterator(texts, trainer)
    found = tokenizer.get_vocab()
    learned = sorted(found, key=found.__getitem__)
    letters = [piece for piece in learned if len(piece) == 1]
    # SentencePiece has the letters last, behind what was merged.
    ranked = [*SPECIAL, *BYTES, *(piece for piece in learned if len(piece) > 1), *letters]
    vocabulary = {piece: number for number, piece in enumerate(ranked)}
    return vocabulary, list(merges(vocabulary))


def merges(vocabulary: dict[str, int]) -> Iterator[tuple[str, str]]:
    """In the order of the pieces that come out."""
    for piece in list(vocabulary)[len(SPECIAL) + len(BYTES) :]:
        halves = ((piece[:cut], piece[cut:]) for cut in range(1, len(piece)))
        yield from (
            (left, right) for left, right in halves if left in vocabulary and right in vocabulary
        )
