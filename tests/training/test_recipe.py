"""Recipes are validated, say how to start them, and keep the original's constants."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from pydantic import ValidationError

import patchgen_training
from patchgen.errors import ConfigInvalid
from patchgen_training.cli import main
from patchgen_training.recipe import GPT2, Adapter, Music, Preference, Scratch, read, whole

FOLDER = Path(patchgen_training.__file__).parent.parent / "recipes"
RECIPES = sorted(FOLDER.glob("*.yaml"))
LAUNCHES = sorted((FOLDER / "accelerate").glob("*.yaml"))
TARGETS = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
KINDS = {
    **dict.fromkeys(("bundled", "smoke"), Scratch),
    "music": Music,
    **dict.fromkeys(("piano-5m", "piano-13m", "midi-gpt2", "chords-gpt2"), GPT2),
    **dict.fromkeys(("smoke-piano", "smoke-midi", "smoke-chords"), GPT2),
    **dict.fromkeys(("music-dpo", "smoke-dpo"), Preference),
}
"""All others train adapters."""
WORK = {
    "batch": 2,
    "accumulation": 8,
    "learning_rate": 5e-5,
    "embedding_learning_rate": 1e-5,
    "warmup": 0.1,
    "optimizer": "adamw_8bit",
    "schedule": "linear",
    "precision": "auto",
    "checkpointing": True,
    "packing": False,
    "completion_only": False,
    "seed": 3407,
}
"""What both phases of the original have in common."""


def adapter(name: str) -> Adapter:
    """A recipe of an adapter by its file's name."""
    recipe = read(FOLDER / f"{name}.yaml")
    assert isinstance(recipe, Adapter)
    return recipe


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_a_recipe_is_valid_and_begins_with_its_command(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]

    assert isinstance(read(path), KINDS.get(path.stem, Adapter))
    assert first.startswith("#")
    assert path.name in first


@pytest.mark.parametrize("path", LAUNCHES, ids=lambda path: path.stem)
def test_a_launch_is_read_by_accelerate_and_begins_with_its_command(path: Path) -> None:
    from accelerate.commands.config.config_args import load_config_from_file

    first = path.read_text(encoding="utf-8").splitlines()[0]

    config = load_config_from_file(str(path))

    assert first.startswith(
        f"# accelerate launch --config_file training/recipes/{path.parent.name}"
    )
    assert path.name in first
    assert config.num_processes == yaml.safe_load(path.read_text(encoding="utf-8"))["num_processes"]


@pytest.mark.parametrize("phase", ["mistral7b-phase1", "mistral7b-phase2"])
def test_both_phases_have_the_originals_base_and_adapter(phase: str) -> None:
    recipe = adapter(phase)

    assert recipe.base.model == "unsloth/mistral-7b-v0.3-bnb-4bit"
    assert (recipe.base.four_bit, recipe.base.sequence) == (True, 2048)
    assert recipe.lora.model_dump() == {
        "rank": 128,
        "alpha": 32,
        "dropout": 0,
        "bias": "none",
        "rank_stabilised": True,
        "targets": (*TARGETS, "embed_tokens", "lm_head"),
        "embeddings": "lora",
        "seed": 9984,
    }
    assert recipe.training.model_dump(include=set(WORK)) == WORK
    assert (recipe.data.distinct, recipe.data.held_out, recipe.data.notation) == (False, 0, False)


def test_the_first_phase_reads_raw_patches_once() -> None:
    recipe = adapter("mistral7b-phase1")

    (source,) = recipe.data.sources
    assert source.name == "ParZiVal04/Pd-patches-14k-dataset"
    assert source.columns == {"patch": "Patch Contents"}
    assert recipe.data.form == "raw"
    assert (recipe.training.epochs, recipe.training.weight_decay) == (1, 0.01)


def test_the_second_phase_reads_requests_twice() -> None:
    recipe = adapter("mistral7b-phase2")

    (source,) = recipe.data.sources
    assert source.name == "parzi-parzi/patch-gen-dataset-v0.8.7"
    assert set(source.columns.values()) == {"instruction", "prompt", "output"}
    assert recipe.data.form == "instruction"
    assert recipe.data.instruction == "create a Pd patch that matches the following request."
    assert (recipe.training.epochs, recipe.training.weight_decay) == (2, 0)


def test_the_llama_variant_has_its_own_constants() -> None:
    recipe = adapter("llama3-8b")

    training = recipe.training
    assert (recipe.lora.rank, recipe.lora.alpha) == (16, 16)
    assert (training.batch, training.accumulation) == (2, 4)
    assert (training.learning_rate, training.epochs, training.warmup) == (2e-4, 3, 5)


@pytest.mark.parametrize("phase", ["mistral7b-phase1", "mistral7b-phase2"])
def test_each_line_of_an_improved_recipe_that_differs_says_why(phase: str) -> None:
    faithful, improved = (
        (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
        for name in (phase, f"{phase}-improved")
    )

    added = [line for line in improved if line not in faithful and not line.startswith("#")]

    added.remove(f"name: patchgen-{phase}-improved")
    assert len(added) >= 5
    assert all("  # " in line for line in added)
    recipe = adapter(f"{phase}-improved")
    assert recipe.data.distinct and recipe.data.held_out and recipe.data.notation
    assert recipe.training.packing
    assert recipe.training.completion_only == (recipe.data.form == "instruction")


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    text = RECIPES[0].read_text(encoding="utf-8") + "colour: blue\n"
    (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(ValidationError, match="colour"):
        read(tmp_path / "odd.yaml")


def test_a_setting_takes_the_place_of_the_recipes_own() -> None:
    settings = ("training.learning_rate=1e-4", "base.model=runs/mine", "lora.targets=[q_proj]")

    recipe = read(FOLDER / "smoke-phase2.yaml", settings)

    assert isinstance(recipe, Adapter)
    assert recipe.training.learning_rate == 1e-4
    assert recipe.base.model == "runs/mine"
    assert recipe.lora.targets == ("q_proj",)


@pytest.mark.parametrize("setting", ["training.learning_rate", "trainin.batch=2", "name.first=a"])
def test_a_setting_that_sets_nothing_is_refused(setting: str) -> None:
    with pytest.raises(ConfigInvalid, match=setting.partition("=")[0]):
        read(FOLDER / "smoke-phase1.yaml", [setting])


@pytest.mark.parametrize(
    ("setting", "named"),
    [("training.bach=2", "bach"), ("training.batch=0", "greater than 0"), ("kind=lora", "kind")],
)
def test_a_setting_out_of_bounds_is_refused(setting: str, named: str) -> None:
    with pytest.raises(ValidationError, match=named):
        read(FOLDER / "smoke-phase1.yaml", [setting])


def test_sources_beside_the_recipe_are_found_from_anywhere() -> None:
    recipe = adapter("smoke-phase1")

    assert Path(recipe.data.sources[0].name).is_file()


def test_an_adapter_has_no_tokeniser_to_train() -> None:
    with pytest.raises(ConfigInvalid, match="goes on with a model"):
        whole(FOLDER / "smoke-phase1.yaml")


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words\n"])
def test_a_file_that_is_no_recipe_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "none.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(ConfigInvalid, match="is no recipe"):
        read(tmp_path / "none.yaml")


def test_broken_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("name: [a\nkind: adapter\n", encoding="utf-8")

    with pytest.raises(ConfigInvalid, match="line"):
        read(tmp_path / "broken.yaml")


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("training.bach=2", "training.bach: Extra inputs are not permitted"),
        ("trainin.batch=2", "'trainin.batch=2' sets nothing in this recipe. Write it like"),
    ],
)
def test_the_command_says_in_one_line_what_is_wrong(setting: str, says: str) -> None:
    arguments = ["tune", str(FOLDER / "smoke-phase1.yaml"), "--set", setting]

    result = CliRunner().invoke(main, arguments)

    assert result.exit_code == 1
    assert says in result.output
    assert len(result.output.splitlines()) == 1
