"""Preferences: pairs to begin with, choices of players, and a model that moves towards them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from click.testing import CliRunner
from transformers import AutoModelForCausalLM

from patchgen.domains.music.player import player
from patchgen.errors import ConfigInvalid, ModelUnknown
from patchgen.music import beat
from patchgen.music.score import Note, Score
from patchgen.pd.write import write
from patchgen_training import recipe as recipes
from patchgen_training import stages
from patchgen_training.cli import main
from patchgen_training.datasets import row
from patchgen_training.datasets.hub import Source, load
from patchgen_training.datasets.preference import preferences
from patchgen_training.datasets.row import Row
from patchgen_training.music import stage
from patchgen_training.recipe import Music, Preference
from patchgen_training.tokens import train as tokens
from patchgen_training.tuning import preference

RECIPES = Path(recipes.__file__).parent.parent / "recipes"


def read(pairs: Path, *settings: str) -> Preference:
    """The smoke recipe with these pairs."""
    recipe = recipes.read(RECIPES / "smoke-dpo.yaml", [f"data.pairs={pairs}", *settings])
    assert isinstance(recipe, Preference)
    return recipe


@pytest.fixture(scope="module")
def start(folder: Path, recipe: Music, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished model of music."""
    out = tmp_path_factory.mktemp("run")
    stage.collect(recipe, folder, out)
    stages.tokenise(recipe, out)
    stages.tune(recipe, out, start=None, resume=False, compiled=False)
    return out / "model"


@pytest.fixture(scope="module")
def table(folder: Path, start: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pairs to begin with."""
    made = tmp_path_factory.mktemp("pairs") / "pairs.parquet"
    words = ["music-pairs", str(made), "--corpus", str(folder), "--start", str(start)]
    done = CliRunner().invoke(main, [*words, "--words", "40"])
    assert done.exit_code == 0, done.output
    return made


def margin(model: Path, table: Path) -> float:
    """How much likelier the chosen answers are than the others, in nats a pair."""
    tokenizer = tokens.load(model.parent / "tokenizer.json")
    loaded = AutoModelForCausalLM.from_pretrained(model, dtype=torch.float32)

    def logprob(before: list[int], answer: list[int]) -> float:
        ids = torch.tensor([before + answer])
        with torch.no_grad():
            told = torch.log_softmax(loaded(ids).logits[0, :-1], dim=-1)
        return float(told.gather(1, ids[0, 1:, None])[len(before) - 1 :].sum())

    rows = [
        preference.pair(row, tokenizer, preference.of_music) for row in load(Source(str(table)))
    ]
    gaps = [
        logprob(row["prompt_ids"], row["chosen_ids"])
        - logprob(row["prompt_ids"], row["rejected_ids"])
        for row in rows
    ]
    return sum(gaps) / len(gaps)


def test_pairs_go_on_from_the_same_beginning_and_one_of_them_is_the_piece(
    table: Path, folder: Path
) -> None:
    rows = list(load(Source(str(table))))

    assert len(rows) == 6
    assert json.loads(table.with_suffix(".json").read_text(encoding="utf-8"))["pairs"] == 6
    for found in rows:
        beat.decode(found["prompt"] + found["chosen"], is_whole=False)
        assert found["chosen"] != found["rejected"]
        assert found["prompt"].split()[0] == "PIANO"


def test_the_model_moves_towards_what_was_chosen(start: Path, table: Path, tmp_path: Path) -> None:
    recipe = read(table, "training.epochs=3")

    manifest = stages.tune(recipe, tmp_path, start=start, resume=False, compiled=False)

    assert manifest["pairs"] == {"train": 6, "valid": 0}
    assert margin(tmp_path / "model", table) > margin(start, table) + 0.1
    done = CliRunner().invoke(
        main, ["curves", str(tmp_path / "log.jsonl"), str(tmp_path / "curves.svg")]
    )
    assert done.exit_code == 0, done.output
    stages.export(recipe, tmp_path, tmp_path / "model.gguf", "q8_0")
    assert (tmp_path / "model.gguf").read_bytes()[:4] == b"GGUF"


def test_choices_among_pieces_become_words_behind_a_common_beginning(tmp_path: Path) -> None:
    first = Note(0, 12, 60, 80)
    low, high = (Score((first, Note(12, 12, pitch, 80))) for pitch in (64, 76))
    export = tmp_path / "choices.jsonl"
    sides = {"chosen": write(player(high, "")), "rejected": write(player(low, ""))}
    patch = {"chosen": "#N canvas 0 0 9 9 12;\n", "rejected": write(player(low, ""))}
    lines = (json.dumps({"prompt": "", **one}) for one in (sides, patch))
    export.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    made = preferences(export, manner="music", cache=tmp_path / "cache")

    (found,) = made.rows
    assert made.left_out["says_nothing"] == 1
    assert "n60 d12 " in found["prompt"]
    assert found["prompt"].endswith(" ")
    assert found["chosen"].startswith("n76 ")
    assert found["rejected"].startswith("n64 ")
    assert beat.decode(found["prompt"] + found["chosen"]).notes[1].pitch == 76


def test_a_model_of_patches_is_moved_the_same_way(tmp_path: Path) -> None:
    rows = tmp_path / "pairs.jsonl"
    line = {"prompt": "a tone", "chosen": "osc~ 440\n", "rejected": "phasor~ 440\n"}
    rows.write_text(f"{json.dumps(line)}\n" * 2, encoding="utf-8")
    scratch = recipes.whole(RECIPES / "smoke.yaml")
    for side in ("train", "valid"):
        given = [Row("a tone", "osc~ 440\n", "", "one"), Row("saw", "phasor~ 110\n", "", "two")]
        row.write(tmp_path / f"{side}.jsonl", given)
    stages.tokenise(scratch, tmp_path)
    stages.tune(scratch, tmp_path, start=None, resume=False, compiled=False)

    manifest = stages.tune(
        read(rows, "data.text=patch"),
        tmp_path / "moved",
        start=tmp_path / "model",
        resume=False,
        compiled=False,
    )

    assert manifest["pairs"]["train"] == 2
    before, after = (
        AutoModelForCausalLM.from_pretrained(at).state_dict()
        for at in (tmp_path / "model", tmp_path / "moved" / "model")
    )
    assert any(not torch.equal(weights, after[name]) for name, weights in before.items())


def test_a_folder_without_a_model_is_told(table: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelUnknown, match=r"no model with its tokenizer\.json"):
        stages.tune(read(table), tmp_path, start=tmp_path, resume=False, compiled=False)


def test_without_a_model_there_is_nothing_to_move(table: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigInvalid, match="no model to move"):
        stages.tune(read(table), tmp_path, start=None, resume=False, compiled=False)


def test_pairs_that_are_all_too_long_are_told(start: Path, table: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigInvalid, match="no pair to learn from"):
        stages.tune(read(table, "sequence=4"), tmp_path, start=start, resume=False, compiled=False)
