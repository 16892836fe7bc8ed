"""A base model in four bits with a LoRA adapter on it, new or from an earlier run."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any, Literal

import torch
from accelerate import PartialState
from bitsandbytes.nn.modules import Linear4bit
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoConfig, AutoModelForCausalLM, BitsAndBytesConfig, set_seed
from transformers.integrations.fsdp import is_fsdp_enabled

from patchgen.errors import ConfigInvalid
from patchgen_training.recipe_parts import Base, Lora

Precision = Literal["bf16", "fp16", "fp32"]
DTYPES = {"bf16": torch.bfloat16, "fp16": torch.float16, "fp32": torch.float32}
TABLES = ("embed_tokens", "lm_head")
"""What maps between tokens and numbers, at both ends of the model."""


def precision(wanted: Literal["auto", "bf16", "fp16", "fp32"]) -> Precision:
    """bf16 where the device computes in it (a T4 only imitates it), else fp16."""
    if wanted != "auto":
        return wanted
    if not torch.cuda.is_available() or torch.cuda.is_bf16_supported(including_emulation=False):
        return "bf16"
    return "fp16"


def load(model: str, base: Base, lora: Lora, dtype: Precision, start: Path | None) -> Any:
    """The model to train. `start`: an adapter to go on with."""
    body = quantised(model, base, dtype)
    set_seed(lora.seed)
    tuned: Any
    if start is None:
        tuned = get_peft_model(body, config(lora))
    else:
        check_start(start, lora)
        tuned = PeftModel.from_pretrained(body, start, is_trainable=True)
    # FSDP shards weights of one type only; elsewhere the optimizer's small steps need 32 bits.
    held = torch.bfloat16 if base.storage == "bfloat16" else torch.float32
    for weights in tuned.parameters():
        if weights.requires_grad:
            weights.data = weights.data.to(held)
    # Otherwise PEFT saves the base's embeddings with each checkpoint, half a gigabyte at 7B.
    tuned.save_pretrained = partial(tuned.save_pretrained, save_embedding_layers=False)
    return tuned


def quantised(model: str, base: Base, dtype: Precision) -> Any:
    """The base model, in four bits if the recipe says so, on this process's device."""
    settings = AutoConfig.from_pretrained(model)
    given: dict[str, Any] = {}
    stored = getattr(settings, "quantization_config", None)
    if stored:
        # A model that was published in four bits names its own type to compute in.
        settings.quantization_config = {
            **stored,
            "bnb_4bit_compute_dtype": str(DTYPES[dtype]).removeprefix("torch."),
        }
    elif base.four_bit:
        given["quantization_config"] = BitsAndBytesConfig(  # type: ignore[no-untyped-call]
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=DTYPES[dtype],
            bnb_4bit_quant_storage=getattr(torch, base.storage),
        )
    if not is_fsdp_enabled():
        given["device_map"] = {"": PartialState().device}
    body = AutoModelForCausalLM.from_pretrained(
        model, config=settings, dtype=DTYPES[dtype], attn_implementation="sdpa", **given
    )
    body.config.use_cache = False
    for layer in body.modules():
        if isinstance(layer, Linear4bit):
            # On a CPU bitsandbytes repacks the weights at the first evaluation, and from then on
            # lets no gradient through them.
            layer.support_avx512bf16_for_cpu = False
    return body


def config(lora: Lora) -> LoraConfig:
    """PEFT's words for the recipe's adapter."""
    tables = [name for name in lora.targets if name in TABLES and lora.embeddings == "whole"]
    return LoraConfig(
        task_type="CAUSAL_LM",
        r=lora.rank,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        bias=lora.bias,
        use_rslora=lora.rank_stabilised,
        target_modules=[name for name in lora.targets if name not in tables],
        modules_to_save=tables or None,
    )


def check_start(start: Path, lora: Lora) -> None:
    """Refuses an adapter of another shape than the recipe's."""
    try:
        before = json.loads((start / "adapter_config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigInvalid(
            f"{start} holds no adapter", hint="--start wants the adapter folder of an earlier run."
        ) from error
    wanted = config(lora)
    pairs = {
        "rank": (before.get("r"), wanted.r),
        "alpha": (before.get("lora_alpha"), wanted.lora_alpha),
        "rank_stabilised": (bool(before.get("use_rslora")), wanted.use_rslora),
        "targets": (
            sorted([*before.get("target_modules", ()), *(before.get("modules_to_save") or ())]),
            sorted([*(wanted.target_modules or ()), *(wanted.modules_to_save or ())]),
        ),
    }
    changed = [f"lora.{name} is {old}" for name, (old, new) in pairs.items() if old != new]
    if changed:
        raise ConfigInvalid(
            f"the adapter in {start} does not fit this recipe: {'; '.join(changed)}",
            hint="Give both phases the same lora section.",
        )
