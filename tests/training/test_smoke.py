"""The whole path of a model: skills, tokeniser, training, GGUF, and a draft by llama.cpp."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import LlamaForCausalLM

import patchgen_training
from patchgen.domains.patch.judge import PatchConstraint
from patchgen.engine.base import Control, Request, Sampling, Text
from patchgen.engine.options import LoadOptions
from patchgen.engine.worker import WorkerEngine
from patchgen.headless.engine import find_pd
from patchgen_training import recipe as recipes
from patchgen_training import stages
from patchgen_training.datasets import row, synthetic
from patchgen_training.export import compare
from patchgen_training.tokens import train as tokens

SMOKE = Path(patchgen_training.__file__).parent.parent / "recipes" / "smoke.yaml"


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder after data, tokeniser, training and export; no corpus is at hand here."""
    out = tmp_path_factory.mktemp("smoke")
    recipe = recipes.read(SMOKE)
    rows = [r for r in synthetic.rows(recipe.data, find_pd(), 2) if isinstance(r, row.Row)]
    train, valid = stages.split(rows, recipe.data.held_out)
    row.write(out / "train.jsonl", train)
    row.write(out / "valid.jsonl", valid)
    stages.tokenise(recipe, out)
    stages.tune(recipe, out, start=None, resume=False, compiled=False)
    for kind in ("f16", "q8_0"):
        stages.export(recipe, out, out / f"{kind}.gguf", kind)
    return out


def test_training_and_validation_share_no_patch(work: Path) -> None:
    sides = (work / "train.jsonl", work / "valid.jsonl")
    train, valid = ({r.patch for r in row.read(side)} for side in sides)

    assert train
    assert valid
    assert not train & valid


def test_the_model_learned_something(work: Path) -> None:
    fresh = np.log(recipes.read(SMOKE).shape.vocabulary)

    assert '"eval_loss"' in (work / "model.json").read_text(encoding="utf-8")
    assert final_loss(work) < fresh


def final_loss(work: Path) -> float:
    """The validation loss in nats a token."""
    manifest = json.loads((work / "model.json").read_text(encoding="utf-8"))
    return float(manifest["metrics"]["eval_loss"])


def test_a_run_that_was_stopped_goes_on_where_it_was(work: Path, tmp_path: Path) -> None:
    recipe = recipes.read(SMOKE)
    for name in ("train.jsonl", "valid.jsonl", "tokenizer.json"):
        (tmp_path / name).write_bytes((work / name).read_bytes())
    schedule = recipe.schedule.model_copy(update={"save_every": 3})
    half = recipe.model_copy(update={"schedule": schedule})
    stages.tune(half, tmp_path, start=None, resume=False, compiled=False)
    once = LlamaForCausalLM.from_pretrained(tmp_path / "model").state_dict()
    shutil.rmtree(tmp_path / "run" / "checkpoint-6")

    stages.tune(half, tmp_path, start=None, resume=True, compiled=False)

    again = LlamaForCausalLM.from_pretrained(tmp_path / "model").state_dict()
    for name, weights in once.items():
        assert torch.allclose(weights, again[name], atol=1e-4), name


def test_llama_cpp_reads_the_same_tokens_and_writes_an_allowed_patch(work: Path) -> None:
    engine = WorkerEngine(LoadOptions(work / "q8_0.gguf"))
    prompt = (Control(tokens.BEGIN), Text("play a 440 Hz sine"), Control(tokens.ANSWER))
    try:
        draft = engine.generate(Request(prompt, Sampling(seed=1, max_tokens=80), PatchConstraint))
    finally:
        engine.close()

    assert PatchConstraint().allows(draft.text)


def test_tokens_and_logits_equal_those_of_transformers(work: Path) -> None:
    texts = [r.prompt + r.patch for r in row.read(work / "train.jsonl")][:1000]
    reference = tokens.load(work / "tokenizer.json")
    wanted = [tuple(reference.encode(text, add_special_tokens=False).ids) for text in texts]

    read = compare.by_llama(work / "f16.gguf", texts)

    assert list(read.tokens) == wanted
    with torch.no_grad():
        model = LlamaForCausalLM.from_pretrained(work / "model", dtype=torch.float32)
        logits = model(torch.tensor([wanted[0][: len(read.logits)]])).logits[0].numpy()
    assert np.abs(read.logits - logits).max() < 0.05
