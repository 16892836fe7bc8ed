"""A model of music that has learned nothing: all words, and weights by chance."""

from __future__ import annotations

from pathlib import Path


def tiny_music_model(path: Path) -> Path:
    """Writes the file; the same one every time."""
    # Imported late: they take seconds to load.
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    from patchgen.music.words import VOCABULARY
    from patchgen_training.export import gguf_file
    from patchgen_training.tokens.words import tokeniser

    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=1216, hidden_size=32, intermediate_size=64, num_hidden_layers=1,
        num_attention_heads=2, num_key_value_heads=2, max_position_embeddings=1024,
        bos_token_id=0, eos_token_id=1, pad_token_id=2,
    )  # fmt: skip
    tokenizer = tokeniser(VOCABULARY, config.vocab_size)
    gguf_file.write(
        LlamaForCausalLM(config), tokenizer, path, kind="f16", facts={"name": "tiny music"}
    )
    return path
