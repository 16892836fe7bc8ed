"""A LoRA adapter over a model: it changes what is written, and only as strongly as was asked."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy
import pytest
from tiny_model import LAYERS, WIDTH

from patchgen.engine.llama import LlamaModel
from patchgen.engine.options import LoadOptions
from patchgen.engine.sampling import Logits
from patchgen.engine.worker import WorkerEngine, weights_sha256
from patchgen.errors import ModelBroken, ModelUnknown

RANK = 4


def write_adapter(path: Path, width: int = WIDTH) -> Path:
    """An adapter with random weights for the tiny model."""
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_string("general.type", "adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", float(RANK))
    random = numpy.random.default_rng(7)
    for i in range(LAYERS):
        for name, shape in (("lora_a", (RANK, width)), ("lora_b", (width, RANK))):
            weights = random.normal(0, 0.5, shape).astype(numpy.float32)
            writer.add_tensor(f"blk.{i}.attn_q.weight.{name}", weights)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


@pytest.fixture(scope="module")
def adapter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An adapter that fits."""
    return write_adapter(tmp_path_factory.mktemp("lora") / "adapter.gguf")


def logits(options: LoadOptions) -> Logits:
    """What the model thinks after a few letters."""
    model = LlamaModel(options)
    model.begin(list(b"osc and more"), lambda: None)
    return model.logits()


def test_an_adapter_changes_what_is_written(tiny_f16: Path, adapter: Path) -> None:
    plain = logits(LoadOptions(tiny_f16))

    assert not numpy.allclose(plain, logits(LoadOptions(tiny_f16, lora=adapter)), atol=1e-3)


def test_an_adapter_without_strength_changes_nothing(tiny_f16: Path, adapter: Path) -> None:
    plain = logits(LoadOptions(tiny_f16))

    assert numpy.allclose(plain, logits(LoadOptions(tiny_f16, lora=adapter, lora_scale=0.0)))


def test_an_adapter_is_a_part_of_the_models_hash(tiny_f16: Path, adapter: Path) -> None:
    hashes = {
        weights_sha256(LoadOptions(tiny_f16)),
        weights_sha256(LoadOptions(tiny_f16, lora=adapter)),
        weights_sha256(LoadOptions(tiny_f16, lora=adapter, lora_scale=0.5)),
    }

    assert len(hashes) == 3


def test_an_adapter_of_another_model_is_refused(tiny_f16: Path, tmp_path: Path) -> None:
    foreign = write_adapter(tmp_path / "foreign.gguf", width=2 * WIDTH)
    engine = WorkerEngine(LoadOptions(tiny_f16, lora=foreign))

    with pytest.raises(ModelBroken, match=r"foreign\.gguf") as caught:
        engine.describe()

    assert "lora" in caught.value.hint


def test_a_missing_adapter_is_told(tiny_f16: Path, tmp_path: Path) -> None:
    engine = WorkerEngine(LoadOptions(tiny_f16, lora=tmp_path / "gone.gguf"))

    with pytest.raises(ModelUnknown, match=r"gone\.gguf"):
        engine.describe()
