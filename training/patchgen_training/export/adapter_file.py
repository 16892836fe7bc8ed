"""Writes a LoRA adapter as GGUF, to be put on its base model when that is loaded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gguf
import numpy as np
from safetensors.torch import load_file
from transformers import AutoConfig, PreTrainedConfig

from patchgen.errors import PatchgenError
from patchgen_training.export.gguf_file import Array, check, permuted, tensor_name

PART = re.compile(r"base_model\.model\.(?P<module>.+)\.lora_(?P<table>embedding_)?(?P<side>[AB])")


def write(base: str | Path, adapter: Path, path: Path) -> Path:
    """Writes the file whole or not at all. Raises PatchgenError where LoRA is not all."""
    config = AutoConfig.from_pretrained(base)
    check(config)
    settings = json.loads((adapter / "adapter_config.json").read_text(encoding="utf-8"))
    partial = path.with_suffix(".partial")
    writer = gguf.GGUFWriter(str(partial), "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", alpha(settings))
    for name, weights in tensors(load_file(adapter / "adapter_model.safetensors"), config):
        writer.add_tensor(name, weights)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    partial.rename(path)
    return path


def alpha(settings: dict[str, Any]) -> float:
    """What llama.cpp divides by the rank; rank-stabilised LoRA divides by its root instead."""
    scale, rank = float(settings["lora_alpha"]), float(settings["r"])
    return scale * rank**0.5 if settings.get("use_rslora") else scale


def tensors(weights: dict[str, Any], config: PreTrainedConfig) -> Iterator[tuple[str, Array]]:
    """Both halves of each pair under llama.cpp's names."""
    for key, tensor in weights.items():
        if ".base_layer." in key:  # peft keeps a copy of the base's own tables.
            continue
        found = PART.match(key)
        if found is None:
            raise PatchgenError(
                f"the adapter holds a whole table: {key}",
                hint="Such an adapter cannot be a file of its own; merge it into its model.",
            )
        name = tensor_name(f"{found['module']}.weight", config.num_hidden_layers)
        values: Array = tensor.float().numpy()
        # Tokens are looked up in the first half of an embedding: a row each.
        if found["table"] and found["side"] == "A":
            values = np.ascontiguousarray(values.T)
        if found["side"] == "B":
            values = permuted(f"{found['module']}.weight", values, config)
        yield f"{name}.lora_{found['side'].lower()}", values
