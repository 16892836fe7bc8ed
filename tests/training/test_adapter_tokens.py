"""Which tokens of an example count, what is cut, and what shares a block."""

from pathlib import Path

import pytest
import torch
from datasets import Dataset
from transformers import MistralForCausalLM, PreTrainedTokenizerFast

from patchgen_training import recipe as recipes
from patchgen_training.recipe_parts import Fresh, Training
from patchgen_training.tuning import adapter, adapter_fresh, adapter_tokens
from patchgen_training.tuning.packing import IGNORED

PATCHES = [f"#N canvas 0 50 450 300 10;\n#X obj {x} 30 osc~ 440;\n" for x in range(10, 90, 10)]
SHAPE = Fresh(width=256, layers=1, heads=4, key_heads=2, feed_forward=256, vocabulary=600, seed=1)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny random model with its tokeniser."""
    folder = tmp_path_factory.mktemp("fresh") / "base"
    adapter_fresh.write(SHAPE, PATCHES, 256, folder)
    return folder


@pytest.fixture(scope="module")
def tokenizer(base: Path) -> PreTrainedTokenizerFast:
    """Its tokeniser alone."""
    return PreTrainedTokenizerFast.from_pretrained(base)


def training(**settings: object) -> Training:
    """How the examples below are wanted."""
    given = {"epochs": 1, "batch": 2, "learning_rate": 1e-4, "warmup": 0, "weight_decay": 0}
    return Training.model_validate({**given, "seed": 1, **settings})


def test_a_text_stands_between_begin_and_end(tokenizer: PreTrainedTokenizerFast) -> None:
    row = adapter_tokens.encoded({"text": PATCHES[0]}, tokenizer, completion_only=True)

    ids = row["input_ids"]
    assert (ids[0], ids[-1]) == (tokenizer.bos_token_id, tokenizer.eos_token_id)
    assert tokenizer.decode(ids[1:-1]) == PATCHES[0]
    assert row["labels"] == ids


def test_the_loss_counts_the_answer_and_its_end_only(tokenizer: PreTrainedTokenizerFast) -> None:
    pair = {"prompt": "a sine\n\n### Response:\n", "completion": PATCHES[0]}

    row = adapter_tokens.encoded(pair, tokenizer, completion_only=True)

    counted = [label for label in row["labels"] if label != IGNORED]
    assert tokenizer.decode(counted[:-1]) == PATCHES[0]
    assert counted[-1] == tokenizer.eos_token_id
    assert row["labels"][-len(counted) :] == counted


def test_the_original_counts_the_prompt_too(tokenizer: PreTrainedTokenizerFast) -> None:
    pair = {"prompt": "a sine\n", "completion": PATCHES[0]}

    row = adapter_tokens.encoded(pair, tokenizer, completion_only=False)

    assert row["labels"] == row["input_ids"]


def test_a_long_example_is_cut_or_left_out(tokenizer: PreTrainedTokenizerFast) -> None:
    rows = Dataset.from_dict({"text": ["#N canvas;", PATCHES[0]]})

    cut = adapter_tokens.tokenise(rows, tokenizer, training(), 20)
    whole = adapter_tokens.tokenise(rows, tokenizer, training(too_long="leave_out"), 20)

    assert [len(row["input_ids"]) <= 20 for row in cut] == [True, True]
    assert tokenizer.decode(whole[0]["input_ids"], skip_special_tokens=True) == "#N canvas;"
    assert len(whole) == 1


def test_packed_examples_are_blind_to_each_other(
    base: Path, tokenizer: PreTrainedTokenizerFast
) -> None:
    rows = Dataset.from_dict({"text": PATCHES})
    model = MistralForCausalLM.from_pretrained(base, dtype=torch.float32).eval()
    losses = []

    for packing in (False, True):
        made = adapter_tokens.tokenise(rows, tokenizer, training(packing=packing), 256)
        batch = adapter.collator(tokenizer, packed=packing)(list(made))
        with torch.no_grad():
            losses.append(float(model(**batch, use_cache=False).loss))

    assert len(made) < len(PATCHES)
    assert losses[1] == pytest.approx(losses[0], abs=1e-4)


def test_the_improved_recipes_keep_copies_out_and_some_patches_back() -> None:
    settings = ("data.held_out=0.3", "data.distinct=true", "data.notation=true")
    path = Path(recipes.__file__).parent.parent / "recipes" / "smoke-phase2.yaml"
    recipe = recipes.read(path, settings)
    assert isinstance(recipe, recipes.Adapter)
    twice = recipe.data.model_copy(update={"sources": recipe.data.sources * 2})

    sides = adapter.adapter_data.examples(twice)

    assert sides.valid is not None
    train, valid = ({row["completion"] for row in side} for side in (sides.train, sides.valid))
    assert sides.facts["copies"] == len(sides.train) + len(sides.valid)
    assert train and valid and not train & valid
    assert not any(patch.startswith("#N canvas") for patch in train | valid)
