"""Trains a whole model with transformers' Trainer; resumes from its checkpoints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch.optim import Optimizer
from torch.utils.data import Dataset
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedModel, TrainingArguments

from patchgen_training.recipe_parts import Schedule, Shape
from patchgen_training.tuning.adapter_log import LogWriter
from patchgen_training.tuning.arguments import arguments as trainer_arguments
from patchgen_training.tuning.packing import Blocks
from patchgen_training.tuning.resume import WholeCheckpoints, newest, rewind, step_of


class BlockDataset(Dataset[dict[str, torch.Tensor]]):
    """Packed blocks as the trainer wants them."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks

    def __len__(self) -> int:
        """Number of blocks."""
        return len(self.blocks.tokens)

    def __getitem__(self, index: int) -> dict[str, torch.Tensor]:
        """One block: tokens and labels of shape (length,)."""
        return {
            "input_ids": torch.from_numpy(self.blocks.tokens[index]),
            "labels": torch.from_numpy(self.blocks.labels[index]),
        }


def model(shape: Shape, control: list[int], *, start: Path | None) -> LlamaForCausalLM:
    """A model with tied embeddings: fresh, or with the weights of an earlier run.

    `control` numbers the tokens that begin, end and pad.
    """
    if start is not None:
        return LlamaForCausalLM.from_pretrained(start, dtype=torch.float32)
    begin, end, pad = control
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=shape.vocabulary,
            hidden_size=shape.width,
            num_hidden_layers=shape.layers,
            num_attention_heads=shape.heads,
            num_key_value_heads=shape.heads,
            intermediate_size=shape.feed_forward,
            max_position_embeddings=shape.context,
            tie_word_embeddings=True,
            bos_token_id=begin,
            eos_token_id=end,
            pad_token_id=pad,
        )
    )


def arguments(schedule: Schedule, output: Path, *, compiled: bool) -> TrainingArguments:
    """The trainer's settings: warm-up, constant rate, and a decay at the end."""
    is_best_kept = schedule.keeps == "best"
    falling = min(
        int(schedule.steps * schedule.decay_share), schedule.steps - schedule.warmup_steps
    )
    return trainer_arguments(
        schedule,
        output,
        max_steps=schedule.steps,
        warmup_steps=schedule.warmup_steps,
        lr_scheduler_type="warmup_stable_decay",
        lr_scheduler_kwargs={"num_decay_steps": falling, "decay_type": schedule.decay},
        gradient_accumulation_steps=schedule.accumulation,
        adam_beta2=schedule.beta2,
        max_grad_norm=1.0,
        bf16=True,
        optim="adamw_torch_fused",
        torch_compile=compiled,
        logging_steps=min(20, schedule.save_every),
        eval_strategy="steps",
        eval_steps=schedule.save_every if is_best_kept else 200,
        load_best_model_at_end=is_best_kept,
        metric_for_best_model="eval_loss",
        save_total_limit=2,
        report_to=[],
    )


def tune(
    fresh: PreTrainedModel,
    train: Blocks,
    valid: Blocks,
    settings: TrainingArguments,
    *,
    log: Path,
    optimizer: Optimizer | None = None,
    resume: bool,
) -> dict[str, Any]:
    """Runs the schedule and saves the model in the output folder; returns the last metrics.

    No optimizer: the one that the settings name. What is measured goes to `log`.
    """
    checkpoint = newest(Path(str(settings.output_dir))) if resume else None
    rewind(log, 0 if checkpoint is None else step_of(checkpoint))
    trainer = WholeCheckpoints(
        model=fresh,
        args=settings,
        train_dataset=BlockDataset(train),
        eval_dataset=BlockDataset(valid),
        optimizers=(optimizer, None),
        callbacks=[LogWriter(log)],
    )
    trainer.train(resume_from_checkpoint=resume)
    metrics = trainer.evaluate()
    trainer.save_model()
    trainer.save_state()
    return metrics
