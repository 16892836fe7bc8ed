"""The trainer of an adapter: two learning rates, whole checkpoints.

It is transformers' own: trl's SFTTrainer refuses an adapter on lm_head. trl packs and collates.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import TrainingArguments

from patchgen_training.recipe_parts import Training
from patchgen_training.tuning.adapter_model import TABLES, Precision
from patchgen_training.tuning.arguments import arguments as trainer_arguments
from patchgen_training.tuning.resume import WholeCheckpoints


class AdapterTrainer(WholeCheckpoints):
    """Moves what maps tokens at a rate of its own."""

    def __init__(self, *, table_rate: float | None, **given: Any) -> None:
        self.table_rate = table_rate
        super().__init__(**given)

    def create_optimizer(self, model: nn.Module | None = None) -> torch.optim.Optimizer:
        """The recipe's optimizer over two groups."""
        moved: Any = self.model if model is None else model
        if self.optimizer is None:
            kind, settings = self.get_optimizer_cls_and_kwargs(self.args, moved)
            rate = settings.pop("lr")
            groups = [
                {"params": weights, "lr": own, "weight_decay": self.args.weight_decay}
                for weights, own in zip(
                    by_place(moved), (rate, self.table_rate or rate), strict=True
                )
                if weights
            ]
            self.optimizer = kind(groups, lr=rate, **settings)
        return self.optimizer


def by_place(model: nn.Module) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """Trained weights of the layers, and of the tables at both ends."""
    layers: list[nn.Parameter] = []
    tables: list[nn.Parameter] = []
    for name, weights in model.named_parameters():
        if weights.requires_grad:
            is_table = any(table in name.split(".") for table in TABLES)
            (tables if is_table else layers).append(weights)
    return layers, tables


def arguments(
    training: Training,
    output: Path,
    dtype: Precision,
    *,
    validates: bool,
    kind: type[TrainingArguments] = TrainingArguments,
    **own: Any,
) -> TrainingArguments:
    """The recipe in the trainer's words."""
    return trainer_arguments(
        training,
        output,
        kind,
        num_train_epochs=training.epochs,
        gradient_accumulation_steps=training.accumulation,
        warmup_steps=training.warmup,
        optim=training.optimizer,
        lr_scheduler_type=training.schedule,
        bf16=dtype == "bf16",
        fp16=dtype == "fp16",
        activation_checkpointing=training.checkpointing,
        logging_steps=training.log_every,
        eval_strategy="steps" if validates else "no",
        eval_steps=training.save_every,
        save_total_limit=training.keep,
        report_to=list(training.report_to),
        remove_unused_columns=False,
        ddp_find_unused_parameters=False,
        **own,
    )
