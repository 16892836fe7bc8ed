"""The same model through Unsloth, which is faster and needs less memory on one GPU."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import torch

from patchgen.errors import ConfigInvalid
from patchgen_training.recipe_parts import Base, Lora


def load(model: str, base: Base, lora: Lora, start: Path | None) -> Any:
    """The model to train; an earlier adapter knows its own base."""
    fast = door().FastLanguageModel
    body, _ = fast.from_pretrained(
        model_name=str(start or model),
        max_seq_length=base.sequence,
        load_in_4bit=base.four_bit,
        dtype=None,
    )
    if start is not None:
        return body
    return fast.get_peft_model(
        body,
        r=lora.rank,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        bias=lora.bias,
        use_rslora=lora.rank_stabilised,
        target_modules=list(lora.targets),
        use_gradient_checkpointing="unsloth",
        random_state=lora.seed,
        max_seq_length=base.sequence,
    )


def door() -> Any:
    """The package, where it can work."""
    if not torch.cuda.is_available():
        raise ConfigInvalid("unsloth needs a GPU", hint="--set base.engine=transformers")
    try:
        return importlib.import_module("unsloth")
    except ImportError as error:
        raise ConfigInvalid(
            "unsloth is not installed", hint="pip install unsloth, or base.engine=transformers"
        ) from error
