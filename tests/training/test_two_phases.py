"""The whole path of an adapter: two phases on a tiny model, files, and a patch by the daemon."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import patchgen_training
from patchgen import app, config
from patchgen.catalog.find import find
from patchgen.pd.parse import parse
from patchgen.pipeline.steps import Written
from patchgen_training import recipe as recipes
from patchgen_training import stages
from patchgen_training.export.command import KINDS
from patchgen_training.export.release import release
from patchgen_training.recipe import Adapter

pytestmark = pytest.mark.timeout(900)
RECIPES = Path(patchgen_training.__file__).parent.parent / "recipes"
SAMPLING = ("training.sample_every=100", "training.samples=2", "training.sample_length=60")


def recipe(name: str, *settings: str) -> Adapter:
    """A recipe for an adapter."""
    book = recipes.read(RECIPES / f"{name}.yaml", [*SAMPLING, *settings])
    assert isinstance(book, Adapter)
    return book


@pytest.fixture(scope="module")
def phases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The work folders of both phases."""
    one, two = (tmp_path_factory.mktemp(name) for name in ("one", "two"))
    stages.tune(recipe("smoke-phase1"), one, start=None, resume=False, compiled=False)
    second = recipe("smoke-phase2", f"base.model={one / 'base'}", "data.notation=true")
    stages.tune(second, two, start=one / "adapter", resume=False, compiled=False)
    return one, two


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory, phases: tuple[Path, Path]) -> Path:
    """The folder that would be given away."""
    folder = tmp_path_factory.mktemp("release")
    release(phases[1], folder, KINDS, "mit")
    return folder


def test_both_phases_log_losses_and_the_task_metric(phases: tuple[Path, Path]) -> None:
    for folder in phases:
        lines = (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()
        entries = [json.loads(line) for line in lines]

        assert any("loss" in entry for entry in entries)
        assert any("eval_loss" in entry for entry in entries)
        assert [entry["samples"] for entry in entries if "parsed" in entry] == [2]


def test_the_release_has_every_kind_with_cards_and_the_adapter(released: Path) -> None:
    names = {path.relative_to(released).as_posix() for path in released.rglob("*.*")}

    files = {f"smoke-phase2-{kind}.{end}" for kind in KINDS for end in ("gguf", "json")}
    assert names == files | {"README.md", "adapter/smoke-phase2-lora.gguf"}


def test_the_page_tells_base_data_and_how_near_the_files_are(released: Path) -> None:
    page = (released / "README.md").read_text(encoding="utf-8")

    assert page.startswith('---\nlicense: "mit"\n')
    assert "rank 16, alpha 32" in page
    assert "smoke-phase2-q4_k_m.gguf" in page
    assert str(released) not in page


def test_the_daemon_knows_how_the_model_is_prompted(released: Path) -> None:
    model = find(str(released / "smoke-phase2-q4_k_m.gguf"), released)

    begin, before, slot, after = model.card.template
    assert (begin.control, slot.slot, model.card.output) == ("<|prompt|>", "prompt", "notation")
    assert "### Instruction:\ncreate a Pd patch" in str(before.text)
    assert str(after.text).endswith("### Response:\n")


def test_the_daemon_writes_a_patch_with_the_smallest_file(released: Path, tmp_path: Path) -> None:
    settings = config.settings_from(
        config.gathered(
            None,
            {},
            {
                "model": str(released / "smoke-phase2-q4_k_m.gguf"),
                "output_folder": tmp_path,
                "max_tokens": 120,
                "candidates": 6,
            },
        )
    )
    pipeline = app.build(settings)
    try:
        *_, last = pipeline.run(app.order(settings, "a metro that bangs", seed=1))
    finally:
        pipeline.close()

    assert isinstance(last, Written)
    assert parse(last.result.path.read_text(encoding="utf-8")).boxes
