"""What every run tells transformers' trainer, whatever it trains."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import torch
from transformers import TrainingArguments


class Pace(Protocol):
    """What the recipes of all runs have."""

    @property
    def batch(self) -> int: ...
    @property
    def learning_rate(self) -> float: ...
    @property
    def weight_decay(self) -> float: ...
    @property
    def save_every(self) -> int: ...
    @property
    def seed(self) -> int: ...


def arguments(
    pace: Pace, output: Path, kind: type[TrainingArguments] = TrainingArguments, **own: Any
) -> TrainingArguments:
    """A recipe in the trainer's words; `own` is what only this kind of run says."""
    return kind(
        output_dir=str(output),
        per_device_train_batch_size=pace.batch,
        per_device_eval_batch_size=pace.batch,
        learning_rate=pace.learning_rate,
        weight_decay=pace.weight_decay,
        save_steps=pace.save_every,
        seed=pace.seed,
        use_cpu=not torch.cuda.is_available(),
        dataloader_num_workers=0,
        **own,
    )
