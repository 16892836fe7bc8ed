"""Trains an adapter as its recipe says: examples, model, steps, and what is left of them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from accelerate import PartialState
from transformers import TrainerCallback
from trl.trainer.sft_trainer import DataCollatorForLanguageModeling

from patchgen.errors import ConfigInvalid
from patchgen_training.recipe import Adapter
from patchgen_training.recipe_parts import Fresh
from patchgen_training.tokens.named import named
from patchgen_training.tuning import (
    adapter_data,
    adapter_fresh,
    adapter_model,
    adapter_tokens,
    adapter_trainer,
    adapter_unsloth,
    whole,
)
from patchgen_training.tuning import resume as resuming
from patchgen_training.tuning.adapter_log import LogWriter

if TYPE_CHECKING:
    from datasets import Dataset
    from transformers import PreTrainedTokenizerBase

Manifest = dict[str, Any]
Parts = tuple["Dataset", "Dataset | None"]
"""Training rows; validation rows, if the recipe holds some back."""

log = logging.getLogger(__name__)


def tune(
    recipe: Adapter,
    out: Path,
    *,
    resume: bool,
    start: Path | None = None,
    callbacks: Sequence[TrainerCallback] = (),
) -> Manifest:
    """Leaves `out/adapter`, `out/run` with checkpoints, and `out/log.jsonl`.

    `start` is the adapter of an earlier phase; a run that goes on needs it no more. Each process of
    a distributed run calls this; `writes` in the manifest tells the one that reports.
    """
    dtype = adapter_model.precision(recipe.training.precision)
    settings = adapter_trainer.arguments(
        recipe.training, out / "run", dtype, validates=recipe.data.held_out > 0
    )
    sides = adapter_data.examples(recipe.data)
    model_name = base_of(recipe, sides.train, out)
    tokenizer = named(model_name, "base.model")
    train, valid = blocks((sides.train, sides.valid), recipe, tokenizer)
    checkpoint = begin(out, facts := told(recipe, train), resume=resume)
    model = model_of(recipe, model_name, dtype, None if checkpoint else start)
    trainer = adapter_trainer.AdapterTrainer(
        model=model,
        table_rate=recipe.training.embedding_learning_rate,
        args=settings,
        train_dataset=train,
        eval_dataset=valid,
        data_collator=collator(tokenizer, packed=recipe.training.packing),
        processing_class=tokenizer,
        callbacks=[LogWriter(out / "log.jsonl"), *callbacks],
    )
    metrics = trained(trainer, checkpoint)
    save(trainer, out / "adapter")
    counts = {"train": adapter_tokens.count(train), "valid": adapter_tokens.count(valid)}
    return {
        **facts,
        **{"base": model_name, "start": start, "sources": sides.facts, "examples": counts},
        "parameters": model.get_nb_trainable_parameters()[0],
        "steps": trainer.state.global_step,
        "metrics": metrics,
        "writes": PartialState().is_main_process,
    }


def told(recipe: Adapter, train: Dataset) -> Manifest:
    """What a run must have in common with the one that it goes on with."""
    return {
        "recipe": recipe.model_dump(mode="json"),
        "data": adapter_tokens.digest(train),
        "processes": PartialState().num_processes,
    }


def base_of(recipe: Adapter, rows: Dataset, out: Path) -> str:
    """The name or folder of the base model; a random one is made in `out/base`."""
    shape = recipe.base.model
    if not isinstance(shape, Fresh):
        return shape
    folder = out / "base"
    with PartialState().main_process_first():
        if not folder.exists():
            texts = ("".join(row.values()) for row in rows)
            adapter_fresh.write(shape, texts, recipe.base.sequence, folder)
    return str(folder)


def blocks(rows: Parts, recipe: Adapter, tokenizer: PreTrainedTokenizerBase) -> Parts:
    """Both parts as tokens. Validation needs rows, too."""
    made = [
        part
        if part is None
        else adapter_tokens.tokenise(part, tokenizer, recipe.training, recipe.base.sequence)
        for part in rows
    ]
    train, valid = made
    if not train or (valid is not None and not len(valid)):
        raise ConfigInvalid(
            f"{recipe.name} has no examples to {'validate on' if train else 'learn from'}",
            hint="Look at data.sources, data.held_out and base.sequence.",
        )
    return train, valid


def begin(out: Path, facts: Manifest, *, resume: bool) -> Path | None:
    """The checkpoint to go on from; the folder is ready for it, or for a new run."""
    state = PartialState()
    checkpoint = resuming.begin(out, facts, resume=resume)
    state.wait_for_everyone()
    if state.is_main_process:
        resuming.prepare(out, facts, checkpoint)
        log.info("%s", f"going on from {checkpoint.name}" if checkpoint else "beginning")
    state.wait_for_everyone()
    return checkpoint


def model_of(recipe: Adapter, name: str, dtype: adapter_model.Precision, start: Path | None) -> Any:
    """The model to train, made by the recipe's engine."""
    if recipe.base.engine == "unsloth":
        return adapter_unsloth.load(name, recipe.base, recipe.lora, start)
    return adapter_model.load(name, recipe.base, recipe.lora, dtype, start)


def collator(
    tokenizer: PreTrainedTokenizerBase, *, packed: bool
) -> DataCollatorForLanguageModeling:
    """Batches: padded, or in one row where positions begin anew with each example."""
    pad = tokenizer.pad_token_id
    return DataCollatorForLanguageModeling(
        pad_token_id=tokenizer.eos_token_id if pad is None else pad, padding_free=packed
    )


def trained(trainer: adapter_trainer.AdapterTrainer, checkpoint: Path | None) -> dict[str, float]:
    """Runs the steps and returns what was measured, the last validation with it."""
    try:
        done = trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    except torch.OutOfMemoryError as error:
        raise ConfigInvalid(
            "the GPU's memory is too small for this run",
            hint="Halve training.batch and double training.accumulation: the steps stay the same.",
        ) from error
    history = trainer.state.log_history
    found = next((entry for entry in reversed(history) if "eval_loss" in entry), {})
    validation = {name: value for name, value in found.items() if name.startswith("eval_")}
    return {**done.metrics, **validation}


def save(trainer: adapter_trainer.AdapterTrainer, target: Path) -> None:
    """The adapter with its tokeniser, whole or not at all; every process takes part."""
    partial = target.with_name(f"{target.name}.partial")
    trainer.save_model(str(partial))
    trainer.accelerator.wait_for_everyone()
    if trainer.args.should_save:
        whole.publish(partial, target)
    trainer.accelerator.wait_for_everyone()
