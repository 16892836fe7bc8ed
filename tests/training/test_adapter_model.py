"""The model an adapter sits on: four bits, two rates, embeddings by LoRA or whole."""

from pathlib import Path

import pytest
import torch
from bitsandbytes.nn.modules import Linear4bit, Params4bit

from patchgen.errors import ConfigInvalid
from patchgen_training.recipe_parts import Base, Fresh, Lora
from patchgen_training.tuning import (
    adapter_fresh,
    adapter_model,
    adapter_trainer,
    adapter_unsloth,
)

SHAPE = Fresh(width=256, layers=1, heads=4, key_heads=2, feed_forward=256, vocabulary=600, seed=1)
BASE = Base(model=SHAPE, sequence=64)
TARGETS = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
LORA = Lora(
    rank=8,
    alpha=32,
    rank_stabilised=True,
    targets=(*TARGETS, "embed_tokens", "lm_head"),
    seed=9984,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny random model on disk."""
    target = tmp_path_factory.mktemp("fresh") / "base"
    adapter_fresh.write(SHAPE, ["#N canvas 0 50 450 300 10;\n"] * 3, 64, target)
    return target


def test_layers_have_four_bits_and_the_adapter_has_thirty_two(folder: Path) -> None:
    model = adapter_model.load(str(folder), BASE, LORA, "bf16", None)

    trained = [weights for weights in model.parameters() if weights.requires_grad]
    assert sum(isinstance(weights, Params4bit) for weights in model.parameters()) == len(TARGETS)
    assert {weights.dtype for weights in trained} == {torch.float32}
    assert model.peft_config["default"].use_rslora


def test_the_same_seed_makes_the_same_adapter(folder: Path) -> None:
    one, other = (
        adapter_model.load(str(folder), BASE, LORA, "bf16", None).state_dict() for _ in range(2)
    )

    names = [name for name in one if "lora_A" in name]
    assert names
    assert all(torch.equal(one[name], other[name]) for name in names)


def test_a_gradient_passes_after_an_evaluation(folder: Path) -> None:
    model = adapter_model.load(str(folder), BASE, LORA, "bf16", None)
    ids = torch.arange(10, 40)[None]

    def gradient() -> float:
        model.zero_grad()
        model.train()
        model(input_ids=ids, labels=ids).loss.backward()
        weights = [w for name, w in model.named_parameters() if "embed" in name and w.requires_grad]
        return float(sum(w.grad.norm() for w in weights if w.grad is not None))

    before = gradient()
    model.eval()
    with torch.no_grad():
        model(input_ids=ids)

    assert before > 0
    assert gradient() == pytest.approx(before, rel=1e-4)
    layers = [layer for layer in model.modules() if isinstance(layer, Linear4bit)]
    assert not any(getattr(x.weight.quant_state, "packing_format_for_cpu", False) for x in layers)


@pytest.mark.parametrize("embeddings", ["lora", "whole"])
def test_embeddings_have_a_rate_of_their_own(folder: Path, embeddings: str) -> None:
    lora = LORA.model_copy(update={"embeddings": embeddings})
    model = adapter_model.load(str(folder), BASE, lora, "bf16", None)

    layers, tables = adapter_trainer.by_place(model)

    sizes = sorted(weights.numel() for weights in tables)
    vocabulary = model.config.vocab_size
    parts = [8 * 256, 8 * vocabulary]
    assert sizes == sorted(parts * 2 if embeddings == "lora" else [256 * vocabulary] * 2)
    assert len(layers) == 2 * len(TARGETS)


def test_an_adapter_of_another_shape_is_refused(folder: Path, tmp_path: Path) -> None:
    model = adapter_model.load(str(folder), BASE, LORA, "bf16", None)
    model.save_pretrained(tmp_path / "adapter")
    other = LORA.model_copy(update={"rank": 16})

    with pytest.raises(ConfigInvalid, match=r"lora\.rank is 8"):
        adapter_model.load(str(folder), BASE, other, "bf16", tmp_path / "adapter")
    with pytest.raises(ConfigInvalid, match="holds no adapter"):
        adapter_model.load(str(folder), BASE, LORA, "bf16", tmp_path)


def test_unsloth_without_a_gpu_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)

    with pytest.raises(ConfigInvalid, match="unsloth needs a GPU"):
        adapter_unsloth.load(str(folder), BASE, LORA, None)
