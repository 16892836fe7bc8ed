"""An adapter's run: killed and resumed, in two processes, and as the next phase begins."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import datasets
import pytest
import torch
from safetensors.torch import load_file

import patchgen_training
from patchgen.errors import ConfigInvalid, ModelUnknown
from patchgen_training import recipe as recipes
from patchgen_training.tuning import adapter, resume
from patchgen_training.tuning.adapter_trainer import AdapterTrainer

RECIPES = Path(patchgen_training.__file__).parent.parent / "recipes"
SMALL = ("base.sequence=128", "training.save_every=3")
TOLERANCE = 1e-5
"""Of a loss in nats; the same machine with the same number of threads computes the same."""
SPLIT_TOLERANCE = 2e-3
"""Of a loss when two processes share a step: sums in another order, states in 8 bits."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No real home, and one thread, as the runs in processes of their own have."""
    folder = tmp_path_factory.mktemp("home")
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(datasets.config, "HF_DATASETS_CACHE", folder / "datasets")
        yield folder
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def alone(home: Path) -> Path:
    """A first phase that nothing disturbed."""
    out = home / "alone"
    adapter.tune(recipes.read(RECIPES / "smoke-phase1.yaml", SMALL), out, resume=False)
    return out


def command(out: Path, *launcher: str, more: tuple[str, ...] = ()) -> list[str]:
    """A first phase as a command line."""
    settings = [word for setting in (*SMALL, *more) for word in ("--set", setting)]
    recipe = str(RECIPES / "smoke-phase1.yaml")
    begin = [sys.executable, *launcher, "-m", "patchgen_training"]
    return [*begin, "tune", recipe, "--out", str(out), *settings]


def environment(home: Path) -> dict[str, str]:
    """One thread, no network, no real home."""
    own = {"OMP_NUM_THREADS": "1", "HF_HOME": str(home / "hub"), "HF_HUB_OFFLINE": "1"}
    return {**os.environ, **own}


def entries(out: Path) -> list[dict[str, float]]:
    """The lines of a run's log."""
    lines = (out / "log.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def losses(out: Path, name: str = "loss") -> list[tuple[float, float]]:
    """Step and loss, in the order of the log."""
    return [(entry["step"], entry[name]) for entry in entries(out) if name in entry]


def kill_at(step: int, process: subprocess.Popen[bytes], out: Path) -> None:
    """Kills the process as soon as its log has come to a step."""
    until = time.monotonic() + 200
    while not ((out / "log.jsonl").exists() and any(s >= step for s, _ in losses(out))):
        assert process.poll() is None, "the run ended too early"
        assert time.monotonic() < until, "the run does not come on"
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_a_killed_run_goes_on_as_if_nothing_had_been(alone: Path, home: Path) -> None:
    out = home / "killed"
    with (home / "killed.txt").open("wb") as told:
        process = subprocess.Popen(command(out), env=environment(home), stdout=told, stderr=told)
        kill_at(4, process, out)
    assert not (out / "adapter").exists()

    recipe = recipes.read(RECIPES / "smoke-phase1.yaml", SMALL)
    adapter.tune(recipe, out, resume=True)

    for name in ("loss", "eval_loss", "learning_rate"):
        wanted, found = losses(alone, name), losses(out, name)
        assert [step for step, _ in found] == [step for step, _ in wanted]
        assert [v for _, v in found] == pytest.approx([v for _, v in wanted], abs=TOLERANCE)
    one, other = (load_file(run / "adapter/adapter_model.safetensors") for run in (alone, out))
    assert one.keys() == other.keys()
    assert all(torch.allclose(one[key], other[key], atol=TOLERANCE) for key in one)


def test_two_processes_learn_what_one_does(alone: Path, home: Path) -> None:
    out = home / "two"
    accelerate = ("-m", "accelerate.commands.launch", "--config_file")
    config = str(RECIPES / "accelerate" / "two-cpu.yaml")
    launcher = (*accelerate, config, "--main_process_port", "0")

    line = command(out, *launcher, more=("training.batch=1",))
    done = subprocess.run(line, env=environment(home), capture_output=True, timeout=250)

    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert json.loads((out / "adapter.json").read_text(encoding="utf-8"))["processes"] == 2
    assert len(list((out / "run").glob("checkpoint-*/rng_state_*.pth"))) == 4
    one, two = ([loss for _, loss in losses(run)] for run in (alone, out))
    assert len(one) == len(two)
    # The last step has an odd example, which both processes take.
    assert two[:-1] == pytest.approx(one[:-1], abs=SPLIT_TOLERANCE)


def test_a_run_learns_and_leaves_whole_folders(alone: Path) -> None:
    first, last = losses(alone)[0][1], losses(alone)[-1][1]

    assert last < first - 0.5
    assert losses(alone, "eval_loss")[-1][1] < losses(alone, "eval_loss")[0][1]
    assert not list(alone.rglob("*partial*"))
    assert sorted(path.name for path in (alone / "run").glob("checkpoint-*")) == [
        "checkpoint-6",
        "checkpoint-9",
    ]


def test_the_adapter_holds_no_weights_of_its_base(alone: Path) -> None:
    weights = load_file(alone / "adapter" / "adapter_model.safetensors")

    assert any("embed_tokens.lora_embedding_A" in name for name in weights)
    assert any("lm_head.lora_A" in name for name in weights)
    assert all("lora_" in name for name in weights)


def test_the_second_phase_begins_with_the_adapter_of_the_first(alone: Path, home: Path) -> None:
    out = home / "second"
    settings = (f"base.model={alone / 'base'}", "training.epochs=0.2")
    recipe = recipes.read(RECIPES / "smoke-phase2.yaml", settings)

    manifest = adapter.tune(recipe, out, resume=False, start=alone / "adapter")

    before, after = (load_file(run / "adapter/adapter_model.safetensors") for run in (alone, out))
    assert manifest["start"] == alone / "adapter"
    assert before.keys() == after.keys()
    drift = max(float((before[key] - after[key]).abs().max()) for key in before)
    assert 0 < drift < 0.02


def test_a_finished_run_is_not_begun_over(alone: Path) -> None:
    recipe = recipes.read(RECIPES / "smoke-phase1.yaml", SMALL)

    with pytest.raises(ConfigInvalid, match="has a run already, up to checkpoint-9"):
        adapter.tune(recipe, alone, resume=False)


def test_a_run_does_not_go_on_with_another_rate(alone: Path) -> None:
    settings = (*SMALL, "training.learning_rate=1e-3")
    recipe = recipes.read(RECIPES / "smoke-phase1.yaml", settings)

    with pytest.raises(ConfigInvalid, match=r"another recipe\.training\.learning_rate"):
        adapter.tune(recipe, alone, resume=True)


def test_a_checkpoint_that_cannot_be_finished_is_none(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = home / "full"
    recipe = recipes.read(RECIPES / "smoke-phase1.yaml", (*SMALL, "training.save_every=1"))

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="no space"):
        patch.setattr(AdapterTrainer, "_save_rng_state", full)
        adapter.tune(recipe, out, resume=False)

    assert list((out / "run" / "partial" / "checkpoint-1").iterdir())
    assert resume.newest(out / "run") is None


def test_too_little_memory_has_a_hint(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = recipes.read(RECIPES / "smoke-phase1.yaml", SMALL)

    def small(*_: object, **__: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(AdapterTrainer, "train", small)
    with pytest.raises(ConfigInvalid, match="memory is too small") as caught:
        adapter.tune(recipe, home / "small", resume=False)

    assert "training.accumulation" in caught.value.hint


def test_a_base_model_that_is_nowhere_is_named(home: Path) -> None:
    recipe = recipes.read(RECIPES / "smoke-phase2.yaml", ("base.model=/nowhere/base",))

    with pytest.raises(ModelUnknown, match="/nowhere/base"):
        adapter.tune(recipe, home / "none", resume=False)
