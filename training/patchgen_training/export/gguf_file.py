"""Writes a LLaMA model with our own tokeniser as GGUF; needs no llama.cpp.

llama.cpp's own converter refuses tokenisers it does not know, so the mapping is written out here.
Rotary weights are permuted as llama.cpp wants them; norms stay in 32 bits.
"""

from __future__ import annotations

import json
from pathlib import Path

import gguf
import numpy as np
import numpy.typing as npt
from gguf.quants import quantize
from tokenizers import Tokenizer
from transformers import LlamaForCausalLM

from patchgen_training.tokens.train import BEGIN, CONTROL, END, PAD, control_id

ROPE_THETA = 10_000.0
"""The base of the rotary embedding where a configuration is silent, as in LLaMA."""
Array = npt.NDArray[np.float32]
TYPES = {
    "f16": (gguf.GGMLQuantizationType.F16, gguf.LlamaFileType.MOSTLY_F16),
    "q8_0": (gguf.GGMLQuantizationType.Q8_0, gguf.LlamaFileType.MOSTLY_Q8_0),
}


def write(
    model: LlamaForCausalLM, tokenizer: Tokenizer, path: Path, *, kind: str, facts: dict[str, str]
) -> None:
    """Writes the file whole or not at all. `facts` are general.* entries: name, license, ..."""
    partial = path.with_suffix(".partial")
    writer = gguf.GGUFWriter(str(partial), "llama")
    quantisation, file_type = TYPES[kind]
    for key, value in facts.items():
        writer.add_string(f"general.{key}", value)
    writer.add_file_type(file_type)
    writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
    add_shape(writer, model)
    add_tokens(writer, tokenizer)
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.LLAMA, model.config.num_hidden_layers)
    for key, tensor in model.state_dict().items():
        if key == "lm_head.weight":
            continue
        name = names.get_name(key, try_suffixes=(".weight", ".bias"))
        assert name is not None, key
        weights = permuted(key, tensor.detach().float().numpy(), model.config.num_attention_heads)
        wanted = gguf.GGMLQuantizationType.F32 if weights.ndim == 1 else quantisation
        writer.add_tensor(name, quantize(weights, wanted), raw_dtype=wanted)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    partial.rename(path)


def permuted(key: str, weights: Array, heads: int) -> Array:
    """Query and key rows in llama.cpp's order of rotary pairs; (out, in) in and out."""
    if not key.endswith(("q_proj.weight", "k_proj.weight")):
        return weights
    rows, columns = weights.shape
    pairs = weights.reshape(heads, 2, rows // heads // 2, columns)
    return np.ascontiguousarray(pairs.swapaxes(1, 2).reshape(rows, columns))


def add_shape(writer: gguf.GGUFWriter, model: LlamaForCausalLM) -> None:
    """The sizes llama.cpp needs to build the graph."""
    config = model.config
    head = config.hidden_size // config.num_attention_heads
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads or config.num_attention_heads)
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    writer.add_rope_freq_base((config.rope_parameters or {}).get("rope_theta") or ROPE_THETA)
    writer.add_rope_dimension_count(head)
    writer.add_key_length(head)
    writer.add_value_length(head)
    writer.add_vocab_size(config.vocab_size)


def add_tokens(writer: gguf.GGUFWriter, tokenizer: Tokenizer) -> None:
    """Vocabulary, merges and the numbers of the control tokens."""
    model = json.loads(tokenizer.to_str())["model"]
    tokens = sorted(model["vocab"], key=model["vocab"].__getitem__)
    kinds = [
        gguf.TokenType.CONTROL if token in CONTROL else gguf.TokenType.NORMAL for token in tokens
    ]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types(kinds)
    writer.add_token_merges([" ".join(pair) for pair in model["merges"]])
    writer.add_bos_token_id(control_id(tokenizer, BEGIN))
    writer.add_eos_token_id(control_id(tokenizer, END))
    writer.add_pad_token_id(control_id(tokenizer, PAD))
    writer.add_add_bos_token(False)
    writer.add_add_space_prefix(False)
