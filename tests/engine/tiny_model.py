"""Writes a real GGUF file of a few hundred kilobytes: random weights, byte-level vocabulary."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy
from numpy.typing import NDArray

LAYERS, WIDTH, HEADS, FEED, CONTEXT = 2, 64, 2, 128, 2048
CONTROLS = ("<|start|>", "<|prompt|>", "<|answer|>", "<|end|>")
LONG_TOKENS = ("os", "osc")
MERGES = ("o s", "os c")
START, END = 256, 259
SPREAD = 0.3
"""Deviation of the output weights; sets how sharp the next-token distribution is."""


def byte_letters() -> list[str]:
    """How a byte-level vocabulary spells the 256 bytes: printable ones as themselves."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = (chr(256 + i) for i in range(256 - len(plain)))
    return [chr(byte) if byte in plain else next(others) for byte in range(256)]


def write_tiny_model(path: Path, *, quantised: bool) -> Path:
    """Write the model; the weights are the same for both kinds, up to rounding."""
    writer = gguf.GGUFWriter(path, "llama")
    _write_shape(writer, quantised=quantised)
    _write_vocabulary(writer)
    kind = gguf.GGMLQuantizationType.Q8_0 if quantised else gguf.GGMLQuantizationType.F16
    random = numpy.random.default_rng(20)
    for name, shape in _shapes().items():
        if len(shape) == 1:
            writer.add_tensor(name, numpy.ones(shape, dtype=numpy.float32))
            continue
        spread = SPREAD if name == "output.weight" else shape[1] ** -0.5
        weights = random.normal(0, spread, shape).astype(numpy.float32)
        data: NDArray[numpy.generic] = gguf.quants.quantize(weights, kind)
        writer.add_tensor(name, data, raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _write_shape(writer: gguf.GGUFWriter, *, quantised: bool) -> None:
    writer.add_name("tiny")
    file_type = gguf.LlamaFileType.MOSTLY_Q8_0 if quantised else gguf.LlamaFileType.MOSTLY_F16
    writer.add_file_type(file_type)
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(FEED)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_freq_base(10000.0)
    writer.add_rope_dimension_count(WIDTH // HEADS)


def _write_vocabulary(writer: gguf.GGUFWriter) -> None:
    tokens = [*byte_letters(), *CONTROLS, *LONG_TOKENS]
    kinds = [gguf.TokenType.NORMAL] * 256
    kinds += [gguf.TokenType.CONTROL] * len(CONTROLS)
    kinds += [gguf.TokenType.NORMAL] * len(LONG_TOKENS)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types(kinds)
    writer.add_token_merges(list(MERGES))
    writer.add_bos_token_id(START)
    writer.add_eos_token_id(END)
    writer.add_add_bos_token(False)
    writer.add_chat_template("{{ messages[0].content }}")


def _shapes() -> dict[str, tuple[int, ...]]:
    """Tensors by name."""
    count = 256 + len(CONTROLS) + len(LONG_TOKENS)
    shapes: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (count, WIDTH),
        "output_norm.weight": (WIDTH,),
        "output.weight": (count, WIDTH),
    }
    for i in range(LAYERS):
        block = f"blk.{i}"
        shapes |= {f"{block}.attn_{letter}.weight": (WIDTH, WIDTH) for letter in ("q", "k", "v")}
        shapes |= {
            f"{block}.attn_norm.weight": (WIDTH,),
            f"{block}.attn_output.weight": (WIDTH, WIDTH),
            f"{block}.ffn_norm.weight": (WIDTH,),
            f"{block}.ffn_gate.weight": (FEED, WIDTH),
            f"{block}.ffn_up.weight": (FEED, WIDTH),
            f"{block}.ffn_down.weight": (WIDTH, FEED),
        }
    return shapes
