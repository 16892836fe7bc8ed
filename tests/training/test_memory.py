"""The memory of a run on paper, held against shapes that are known."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from peft import LoraConfig, get_peft_model
from transformers import MistralConfig, MistralForCausalLM

import patchgen_training
from patchgen.errors import ModelUnknown
from patchgen_training import recipe as recipes
from patchgen_training.cli import main
from patchgen_training.recipe import Adapter
from patchgen_training.recipe_parts import Fresh
from patchgen_training.tuning.memory import T4, adapter_size, needed, shape_of

RECIPES = Path(patchgen_training.__file__).parent.parent / "recipes"


def adapter(name: str, *settings: str) -> Adapter:
    """A recipe for an adapter."""
    book = recipes.read(RECIPES / f"{name}.yaml", settings)
    assert isinstance(book, Adapter)
    return book


def test_the_original_fits_on_a_t4() -> None:
    parts = needed(adapter("mistral7b-phase1"))

    assert 10e9 < sum(parts.values()) < T4
    assert parts["matrices of the base"] == pytest.approx(3.6e9, rel=0.01)


def test_without_checkpointing_it_would_not_fit() -> None:
    parts = needed(adapter("mistral7b-phase1", "training.checkpointing=false"))

    assert sum(parts.values()) > T4


def test_trained_weights_are_counted_as_peft_counts_them() -> None:
    fresh = Fresh(
        width=256, layers=2, heads=4, key_heads=2, feed_forward=512, vocabulary=1024, seed=1
    )
    lora = adapter("mistral7b-phase1").lora
    model = MistralForCausalLM(
        MistralConfig(
            vocab_size=1024,
            hidden_size=256,
            num_hidden_layers=2,
            num_attention_heads=4,
            num_key_value_heads=2,
            intermediate_size=512,
        )
    )
    tuned = get_peft_model(model, LoraConfig(r=lora.rank, target_modules=list(lora.targets)))

    assert adapter_size(shape_of(fresh), lora) == tuned.get_nb_trainable_parameters()[0]


def test_an_unknown_base_is_told() -> None:
    with pytest.raises(ModelUnknown, match="gpt-9"):
        shape_of("somebody/gpt-9")


def test_the_command_tells_each_part_and_the_sum() -> None:
    ended = CliRunner().invoke(main, ["memory", str(RECIPES / "mistral7b-phase1.yaml")])

    assert ended.exit_code == 0, ended.output
    assert "optimizer" in ended.output
    assert "of 16.1 GB on a T4" in ended.output
