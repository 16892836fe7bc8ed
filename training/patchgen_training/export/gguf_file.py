"""Writes a LLaMA, Mistral or GPT-2 model with its tokeniser as GGUF; needs no llama.cpp.

llama.cpp's own converter refuses tokenisers it does not know, so the mapping is written out here.
Rotary weights are permuted as llama.cpp wants them, and GPT-2's matrices are turned, which have a
row for each input; norms, biases and GPT-2's places stay in 32 bits.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gguf
import numpy as np
import numpy.typing as npt
from gguf.quants import quant_shape_to_byte_shape, quantize
from tokenizers import Tokenizer
from torch import Tensor
from transformers import GPT2LMHeadModel, LlamaForCausalLM, MistralForCausalLM, PreTrainedConfig

from patchgen.errors import PatchgenError
from patchgen_training.export import vocabulary

ROPE_THETA = 10_000.0
"""The base of the rotary embedding where a configuration is silent, as in LLaMA."""
Array = npt.NDArray[np.float32]
Model = LlamaForCausalLM | MistralForCausalLM | GPT2LMHeadModel
GPT2 = "gpt2"
ARCHITECTURES = {
    "llama": gguf.MODEL_ARCH.LLAMA,
    "mistral": gguf.MODEL_ARCH.LLAMA,
    GPT2: gguf.MODEL_ARCH.GPT2,
}
"""By the type that a configuration names."""
TURNED = ("c_attn", "c_proj", "c_fc")
PLACES = "position_embd.weight"
F32 = gguf.GGMLQuantizationType.F32
TYPES = {
    "f32": (F32, gguf.LlamaFileType.ALL_F32),
    "f16": (gguf.GGMLQuantizationType.F16, gguf.LlamaFileType.MOSTLY_F16),
    "q8_0": (gguf.GGMLQuantizationType.Q8_0, gguf.LlamaFileType.MOSTLY_Q8_0),
}


def write(
    model: Model, tokenizer: Tokenizer, path: Path, *, kind: str, facts: dict[str, str]
) -> None:
    """Writes the file whole or not at all. `facts` are general.* entries: name, license, ..."""
    check(model.config)
    partial = path.with_suffix(".partial")
    architecture = gguf.MODEL_ARCH_NAMES[ARCHITECTURES[model.config.model_type]]
    writer = gguf.GGUFWriter(str(partial), architecture)
    quantisation, file_type = TYPES[kind]
    for key, value in facts.items():
        writer.add_string(f"general.{key}", value)
    writer.add_file_type(file_type)
    writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
    add_shape(writer, model.config)
    vocabulary.add(writer, vocabulary.vocabulary(tokenizer, model.config.vocab_size))
    add_control(writer, model.config)
    add_weights(writer, model, quantisation)
    writer.close()
    partial.rename(path)


def check(config: PreTrainedConfig) -> None:
    """Raises PatchgenError for a model that this mapping would get wrong."""
    if config.model_type not in ARCHITECTURES:
        raise PatchgenError(
            f"a model of type {config.model_type} cannot be written as GGUF here",
            hint="Llama, Mistral and GPT-2 can; for others use the converter of llama.cpp.",
        )
    scaling = rope(config).get("rope_type", "default")
    if scaling != "default":
        raise PatchgenError(
            f"rotary embeddings of type {scaling} cannot be written as GGUF here",
            hint="Use the converter of llama.cpp.",
        )


def add_weights(writer: gguf.GGUFWriter, model: Model, wanted: gguf.GGMLQuantizationType) -> None:
    """All tensors, one after the other: no more than one of them is held twice."""
    config = model.config
    weights = {
        tensor_name(key, config.num_hidden_layers, ARCHITECTURES[config.model_type]): (
            key,
            turned(key, tensor),
        )
        for key, tensor in model.state_dict().items()
        if key != "lm_head.weight" or not config.tie_word_embeddings
    }
    kinds = {
        name: F32 if tensor.ndim == 1 or name == PLACES else wanted
        for name, (_, tensor) in weights.items()
    }
    for name, (_, tensor) in weights.items():
        kind = kinds[name]
        shape = quant_shape_to_byte_shape(tensor.shape, kind)
        writer.add_tensor_info(name, shape, np.dtype(np.uint8), int(np.prod(shape)), kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    for name, (key, tensor) in weights.items():
        values = permuted(key, tensor.detach().float().contiguous().numpy(), config)
        writer.write_tensor_data(quantize(values, kinds[name]))


def turned(key: str, tensor: Tensor) -> Tensor:
    """GPT-2's matrices with a row for each output, as all others have them."""
    is_matrix = tensor.ndim == 2 and key.split(".")[-2] in TURNED
    return tensor.T if is_matrix else tensor


def tensor_name(
    key: str, layers: int, architecture: gguf.MODEL_ARCH = gguf.MODEL_ARCH.LLAMA
) -> str:
    """llama.cpp's name for a tensor of transformers."""
    names = gguf.get_tensor_name_map(architecture, layers)
    name = names.get_name(key, try_suffixes=(".weight", ".bias"))
    if name is None:
        raise PatchgenError(
            f"llama.cpp has no tensor for {key!r}",
            hint="Merge the adapter into the model first.",
        )
    return str(name)


def permuted(key: str, weights: Array, config: PreTrainedConfig) -> Array:
    """Query and key rows in llama.cpp's order of rotary pairs; (out, in) in and out."""
    heads = {"q_proj": config.num_attention_heads, "k_proj": key_heads(config)}
    count = next((n for name, n in heads.items() if f".{name}." in key), None)
    if count is None:
        return weights
    rows, columns = weights.shape
    pairs = weights.reshape(count, 2, rows // count // 2, columns)
    return np.ascontiguousarray(pairs.swapaxes(1, 2).reshape(rows, columns))


def key_heads(config: PreTrainedConfig) -> int:
    """Heads of keys and values; queries may have more."""
    return int(getattr(config, "num_key_value_heads", None) or config.num_attention_heads)


def rope(config: PreTrainedConfig) -> dict[str, Any]:
    """What a configuration says of rotary embeddings; GPT-2 has none."""
    return dict(getattr(config, "rope_parameters", None) or {})


def add_shape(writer: gguf.GGUFWriter, config: PreTrainedConfig) -> None:
    """The sizes llama.cpp needs to build the graph."""
    # llama.cpp sees all tokens where Mistral's window slides: it is the longest honest context.
    window = getattr(config, "sliding_window", None) or config.max_position_embeddings
    writer.add_context_length(min(config.max_position_embeddings, window))
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_head_count(config.num_attention_heads)
    writer.add_vocab_size(config.vocab_size)
    if config.model_type == GPT2:
        writer.add_feed_forward_length(config.n_inner or 4 * config.hidden_size)
        writer.add_layer_norm_eps(config.layer_norm_epsilon)
        return
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    add_heads(writer, config)


def add_heads(writer: gguf.GGUFWriter, config: PreTrainedConfig) -> None:
    """How wide heads are, and how they tell places."""
    head = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
    writer.add_head_count_kv(key_heads(config))
    writer.add_rope_freq_base(rope(config).get("rope_theta") or ROPE_THETA)
    writer.add_rope_dimension_count(head)
    writer.add_key_length(head)
    writer.add_value_length(head)


def add_control(writer: gguf.GGUFWriter, config: PreTrainedConfig) -> None:
    """The numbers of the tokens that begin, end and pad."""
    for number, write_number in (
        (config.bos_token_id, writer.add_bos_token_id),
        (config.eos_token_id, writer.add_eos_token_id),
        (config.pad_token_id, writer.add_pad_token_id),
    ):
        first: Any = number[0] if isinstance(number, list) else number
        if first is not None:
            write_number(first)
