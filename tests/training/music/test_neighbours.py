"""The smoke recipes of the neighbouring systems, walked: data, tokens, training, curves, GGUF."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from click.testing import CliRunner
from transformers import GPT2LMHeadModel

from patchgen.errors import ConfigInvalid, ModelUnknown
from patchgen_training import recipe as recipes
from patchgen_training import stages
from patchgen_training.cli import main
from patchgen_training.datasets import row
from patchgen_training.export import compare
from patchgen_training.music import stage
from patchgen_training.recipe import GPT2
from patchgen_training.tokens import train as tokens
from patchgen_training.tuning import gpt2

from .small_gpt2 import write_small_gpt2

RECIPES = Path(recipes.__file__).parent.parent / "recipes"
NAMES = ("smoke-piano", "smoke-midi", "smoke-chords")
MILLIONS = {"piano-5m": 5.5, "piano-13m": 12.9, "midi-gpt2": 124.4, "chords-gpt2": 86.1}


def read(name: str, *settings: str) -> GPT2:
    """A recipe by its file's name."""
    recipe = recipes.read(RECIPES / f"{name}.yaml", settings)
    assert isinstance(recipe, GPT2)
    return recipe


@pytest.fixture(scope="module", params=NAMES)
def work(
    request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder after all stages, by the commands that the recipe's first line gives."""
    out = tmp_path_factory.mktemp(request.param)
    path = str(RECIPES / f"{request.param}.yaml")
    for words in (
        ["data", path, "--corpus", str(folder)],
        ["tokenizer", path],
        ["tune", path, "--no-compile"],
        ["export", path, str(out / "model.gguf"), "--kind", "f16"],
    ):
        done = CliRunner().invoke(main, [*words, "--out", str(out)])
        assert done.exit_code == 0, done.output
    return out


def test_the_model_learned_and_the_best_one_was_kept(work: Path) -> None:
    lines = (work / "log.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    manifest = json.loads((work / "model.json").read_text(encoding="utf-8"))

    losses = [entry["eval_loss"] for entry in validations(work)]
    assert len([entry for entry in entries if "loss" in entry]) == 3
    assert losses[-1] < losses[0]
    assert manifest["metrics"]["eval_loss"] == pytest.approx(min(losses), abs=1e-4)


def test_the_losses_are_drawn(work: Path, tmp_path: Path) -> None:
    picture = tmp_path / "curves.svg"

    done = CliRunner().invoke(main, ["curves", str(work / "log.jsonl"), str(picture)])

    assert done.exit_code == 0, done.output
    assert "eval_loss" in picture.read_text(encoding="utf-8")


def test_the_manifest_tells_sources_and_licences(work: Path) -> None:
    facts = json.loads((work / "data.json").read_text(encoding="utf-8"))

    assert facts["train"]["pieces"] == 6
    assert facts["valid"]["pieces"] == 1
    assert sum(facts["train"]["licences"].values()) == 6
    assert set(facts["train"]["words"]) == {"all"}
    assert [one["file"] for one in facts["sources"]] == ["piano.jsonl.xz", "chords.jsonl.xz"]


def test_llama_cpp_reads_the_same_tokens_and_gives_the_same_logits(work: Path) -> None:
    reference = tokens.load(work / "tokenizer.json")
    texts = [item.patch for item in row.read(work / "train.jsonl")]
    # The model has no place for more tokens than its context.
    texts = [" ".join(texts[0].split()[:7]) + " ", *texts]

    read = compare.by_llama(work / "model.gguf", texts)

    assert list(read.tokens) == [tuple(reference.encode(text).ids) for text in texts]
    with torch.no_grad():
        model = GPT2LMHeadModel.from_pretrained(work / "model", dtype=torch.float32).eval()
        logits = model(torch.tensor([read.tokens[0]])).logits[0].numpy()
    off = np.sqrt(np.mean((read.logits - logits) ** 2)) / logits.std()
    assert off < compare.TOLERANCE["f16"]


def test_the_best_checkpoint_stays_where_later_ones_are_worse(folder: Path, tmp_path: Path) -> None:
    recipe = read("smoke-chords", "schedule.learning_rate=3", "schedule.warmup_steps=4")
    stage.collect(recipe, folder, tmp_path)
    stages.tokenise(recipe, tmp_path)

    manifest = stages.tune(recipe, tmp_path, start=None, resume=False, compiled=False)

    losses = {entry["step"]: entry["eval_loss"] for entry in validations(tmp_path)[:3]}
    best = min(losses, key=losses.__getitem__)
    assert best != 6
    assert manifest["metrics"]["eval_loss"] == pytest.approx(losses[best], rel=1e-3)
    assert {path.name for path in (tmp_path / "run").glob("checkpoint-*")} >= {f"checkpoint-{best}"}


def test_the_log_of_a_run_that_goes_on_tells_each_step_once(folder: Path, tmp_path: Path) -> None:
    recipe = read("smoke-chords")
    stage.collect(recipe, folder, tmp_path)
    stages.tokenise(recipe, tmp_path)
    stages.tune(recipe, tmp_path, start=None, resume=False, compiled=False)
    once = [entry["step"] for entry in validations(tmp_path)]
    shutil.rmtree(tmp_path / "run" / "checkpoint-6")

    stages.tune(recipe, tmp_path, start=None, resume=True, compiled=False)

    assert [entry["step"] for entry in validations(tmp_path)] == once


def validations(work: Path) -> list[dict[str, float]]:
    """The lines of a log with a validation loss."""
    lines = (work / "log.jsonl").read_text(encoding="utf-8").splitlines()
    return [entry for line in lines if "eval_loss" in (entry := json.loads(line))]


def test_a_model_that_is_there_is_fine_tuned_with_its_own_tokens(
    folder: Path, tmp_path: Path
) -> None:
    base = write_small_gpt2(tmp_path / "gpt2", ["57_0.0_0.75_70.0 61_0.38_0.75_52.0"] * 3)
    recipe = read("smoke-midi", f"start={base}", f"tokens={base}")
    stage.collect(recipe, folder, tmp_path)
    stages.tokenise(recipe, tmp_path)

    manifest = stages.tune(recipe, tmp_path, start=None, resume=False, compiled=False)

    before, after = (GPT2LMHeadModel.from_pretrained(at) for at in (base, tmp_path / "model"))
    fresh = np.log(before.config.vocab_size)
    assert after.config.vocab_size == before.config.vocab_size
    assert manifest["metrics"]["eval_loss"] < fresh


@pytest.mark.parametrize("name", MILLIONS)
def test_the_models_have_the_sizes_of_the_originals(name: str) -> None:
    recipe = read(name, "start=null")
    shape = recipe.shape

    layer = 12 * shape.width**2
    whole = shape.layers * layer + (shape.vocabulary + shape.context) * shape.width

    assert shape.feed_forward == 4 * shape.width
    assert whole / 1e6 == pytest.approx(MILLIONS[name], rel=0.01)


def test_a_model_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    base = write_small_gpt2(tmp_path / "gpt2", ["| C | Am |"], context=64)
    recipe = read("smoke-chords")

    with pytest.raises(ConfigInvalid, match="a context of 64"):
        gpt2.model(recipe, tokens.train(["| C | Am |"], 300), str(base))


def test_a_name_that_is_no_model_is_told(tmp_path: Path) -> None:
    recipe = read("smoke-midi", f"tokens={tmp_path / 'nothing'}")

    with pytest.raises(ModelUnknown, match="--set tokens=FOLDER|no model to be had"):
        stages.tokenise(recipe, tmp_path)


def test_words_are_there_for_nd_only(tmp_path: Path) -> None:
    recipe = read("smoke-chords", "tokens=words")

    with pytest.raises(ConfigInvalid, match="no list of words"):
        stages.tokenise(recipe, tmp_path)


def test_a_stage_before_its_time_says_which_one_is_missing(tmp_path: Path) -> None:
    path = str(RECIPES / "smoke-chords.yaml")

    done = CliRunner().invoke(main, ["tokenizer", path, "--out", str(tmp_path)])

    assert done.exit_code == 1
    assert "`patchgen-train data` writes it" in done.output


def test_tokens_of_songs_and_chords_are_counted_against_gpt2s(folder: Path, tmp_path: Path) -> None:
    recipe = read("smoke-chords")
    path = str(RECIPES / "smoke-chords.yaml")
    stage.collect(recipe, folder, tmp_path)
    stages.tokenise(recipe, tmp_path)
    other = write_small_gpt2(tmp_path / "gpt2", ["| C | Am |"])

    done = CliRunner().invoke(
        main, ["music-tokens", path, "--out", str(tmp_path), "--against", str(other)]
    )

    assert done.exit_code == 0, done.output
    found = json.loads((tmp_path / "tokens.json").read_text(encoding="utf-8"))["tokenisers"]
    own, words, theirs = (found[name] for name in (recipe.name, "words", str(other)))
    # Eight bars of seven chords: `| Am | % | F C/E | G7 | Am | % | N.C. | E7b9 |`.
    assert words["tokens_a_text"] == 18
    assert words["tokens_an_item"] == pytest.approx(18 / 7, abs=1e-3)
    assert own["tokens_a_text"] < theirs["tokens_a_text"]
    assert theirs["used"] < theirs["vocabulary"]
