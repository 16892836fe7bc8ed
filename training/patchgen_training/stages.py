"""The stages that make a model from a recipe; each leaves its output and a small manifest."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from patchgen.music.words import VOCABULARY
from patchgen_training.datasets import real, row, synthetic
from patchgen_training.datasets.manifest import write as write_manifest
from patchgen_training.datasets.row import Row
from patchgen_training.evaluation.apart import is_held_out
from patchgen_training.recipe import Adapter, Music, Recipe, Scratch
from patchgen_training.tokens import train as tokens
from patchgen_training.tokens import words

Manifest = dict[str, Any]
DESCRIPTIONS = {
    "scratch": "Writes Pure Data patches in PatchGen's notation.",
    "music": "Writes piano pieces and chords in PatchGen's words.",
}

log = logging.getLogger(__name__)


def collect(recipe: Scratch, corpus: Path, out: Path, pd: Path, processes: int) -> Manifest:
    """Writes train.jsonl and valid.jsonl into `out` and returns the manifest."""
    data = recipe.data
    failures: Counter[str] = Counter()
    made = list(synthetic.tally(synthetic.rows(data, pd, processes), failures))
    found = list(real.rows(corpus))
    count = len(made) + len(found)
    made, found = (
        [item for item in part if not is_held_out(item.prompt)] for part in (made, found)
    )
    made_train, made_valid = split(made, data.held_out)
    real_train, real_valid = split(found, data.held_out)
    counts = {
        "train": row.write(out / "train.jsonl", made_train + real_train * data.real_repeats),
        "valid": row.write(out / "valid.jsonl", made_valid + real_valid),
    }
    manifest = {
        "recipe": recipe.name,
        "rows": counts,
        "distinct_patches": len({item.patch for item in made}),
        "distinct_prompts": len({item.prompt for item in made}),
        "skills": len({item.origin for item in made}),
        "real_patches": len(found),
        "left_to_the_benchmark": count - len(made) - len(found),
        "failed_examples": sum(failures.values()),
        "failures": dict(failures.most_common(40)),
        "sources": dict(Counter(item.origin.split("/")[0] for item in found)),
    }
    write_manifest(out / "data.json", manifest)
    return manifest


def split(rows: list[Row], held_out: float) -> tuple[list[Row], list[Row]]:
    """Training and validation rows; a group goes to one side as a whole, by its hash."""

    def is_held(item: Row) -> bool:
        digest = hashlib.sha256(item.group.encode()).digest()
        return int.from_bytes(digest[:4], "big") < held_out * 2**32

    return [r for r in rows if not is_held(r)], [r for r in rows if is_held(r)]


def tokenise(recipe: Scratch | Music, out: Path) -> Path:
    """Saves the tokeniser and returns its file; that of patches is trained on the training rows."""
    size = recipe.shape.vocabulary
    if isinstance(recipe, Music):
        tokenizer = words.tokeniser(VOCABULARY, size)
    else:
        tokenizer = tokens.train(texts(out / "train.jsonl"), size)
    path = out / "tokenizer.json"
    tokenizer.save(str(path))
    return path


def texts(path: Path) -> Iterator[str]:
    """Prompts and patches, each once."""
    seen: set[str] = set()
    for item in row.read(path):
        for text in (item.prompt, item.patch):
            if text and text not in seen:
                seen.add(text)
                yield text


def tune(
    recipe: Recipe, out: Path, *, start: Path | None, resume: bool, compiled: bool
) -> Manifest:
    """Trains the model or the adapter; `start` is a folder with weights to begin with."""
    if isinstance(recipe, Adapter):
        return tune_adapter(recipe, out, start=start, resume=resume)
    return tune_scratch(recipe, out, start=start, resume=resume, compiled=compiled)


def tune_adapter(recipe: Adapter, out: Path, *, start: Path | None, resume: bool) -> Manifest:
    """Trains an adapter; saves `out/adapter`."""
    from patchgen_training.tuning import adapter, sampling

    callbacks = sampling.callbacks(recipe, out)
    manifest = adapter.tune(recipe, out, resume=resume, start=start, callbacks=callbacks)
    if manifest.pop("writes"):
        write_manifest(out / "adapter.json", manifest)
    return manifest


def tune_scratch(
    recipe: Scratch | Music, out: Path, *, start: Path | None, resume: bool, compiled: bool
) -> Manifest:
    """Trains on the rows in `out`, from the weights in `start` if given; saves `out/model`."""
    from patchgen_training.music import example
    from patchgen_training.tuning import packing, scratch
    from patchgen_training.tuning.optimizer import MuonWithAdamW

    tokenizer = tokens.load(out / "tokenizer.json")
    schedule = recipe.schedule
    encode = example.encode if isinstance(recipe, Music) else packing.encode
    train, valid = (
        packing.pack(rows, tokenizer, schedule.block, schedule.seed, encode)
        for rows in (row.read(out / f"{name}.jsonl") for name in ("train", "valid"))
    )
    log.info("%d training blocks, %d validation blocks", len(train.tokens), len(valid.tokens))
    control = [
        tokens.control_id(tokenizer, name) for name in (tokens.BEGIN, tokens.END, tokens.PAD)
    ]
    settings = scratch.arguments(schedule, out / "run", compiled=compiled)
    model = scratch.model(recipe.shape, control, start=start)
    optimizer = (
        MuonWithAdamW(model, schedule.learning_rate, schedule.weight_decay)
        if schedule.optimizer == "muon"
        else None
    )
    metrics = scratch.tune(model, train, valid, settings, optimizer=optimizer, resume=resume)
    model.save_pretrained(out / "model")
    manifest = {
        "recipe": recipe.model_dump(),
        "blocks": {"train": len(train.tokens), "valid": len(valid.tokens)},
        "parameters": model.num_parameters(),
        "metrics": metrics,
    }
    write_manifest(out / "model.json", manifest)
    return manifest


def export(recipe: Scratch | Music, out: Path, target: Path, kind: str) -> None:
    """Writes the trained model as GGUF."""
    from transformers import LlamaForCausalLM

    from patchgen_training.export import gguf_file

    model = LlamaForCausalLM.from_pretrained(out / "model")
    tokenizer = tokens.load(out / "tokenizer.json")
    facts = {
        "name": recipe.name,
        "license": "mit",
        "description": DESCRIPTIONS[recipe.kind],
    }
    gguf_file.write(model, tokenizer, target, kind=kind, facts=facts)
