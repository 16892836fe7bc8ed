"""Merges a LoRA adapter into its base model; the result is a plain model in 16 bits."""

from __future__ import annotations

from pathlib import Path

import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

from patchgen.errors import PatchgenError
from patchgen_training.tuning import whole


def merge(base: str | Path, adapter: Path, out: Path) -> Path:
    """Writes model and tokeniser into `out`, whole or not at all.

    A base that is stored in 4 bits is unpacked first: the adapter was trained on just these
    weights, and what it adds would drown in a second rounding.
    """
    if not (adapter / "adapter_config.json").is_file():
        raise PatchgenError(f"{adapter} holds no adapter", hint="Tune one first.")
    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.bfloat16, device_map="cpu")
    if getattr(model, "is_quantized", False):
        model = model.dequantize().to(torch.bfloat16)  # type: ignore[no-untyped-call]
    joined = PeftModel.from_pretrained(model, adapter)
    merged = joined.merge_and_unload(safe_merge=True)
    tokenizer = AutoTokenizer.from_pretrained(tokenizer_place(base, adapter))
    with whole.folder(out) as partial:
        # The names of the weights as they are: those of a base in 4 bits cannot be turned back.
        merged.save_pretrained(partial, save_original_format=False)
        tokenizer.save_pretrained(partial)
    return out


def tokenizer_place(base: str | Path, adapter: Path) -> str | Path:
    """Where the tokeniser is: beside the adapter if it was saved there, else with the base."""
    return adapter if (adapter / "tokenizer_config.json").is_file() else base
