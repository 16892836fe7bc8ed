"""What a GGUF file says about itself, and every way in which it can be damaged."""

from __future__ import annotations

import random
from pathlib import Path

import gguf
import pytest

from patchgen.catalog.find import CATALOG
from patchgen.catalog.metadata import read
from patchgen.errors import ModelBroken

BUNDLED = CATALOG.parent / "bundled/patchgen-small.gguf"


def test_the_bundled_model_is_described() -> None:
    found = read(BUNDLED)

    assert (found.name, found.architecture, found.kind) == ("patchgen-small", "llama", "model")
    assert (found.quantisation, found.context, found.vocabulary) == ("Q8_0", 1024, 4096)
    assert found.licence == "mit"
    assert found.size == BUNDLED.stat().st_size
    assert 7_000_000 < found.parameters < 8_000_000


def test_memory_grows_with_the_context_up_to_that_of_the_training() -> None:
    found = read(BUNDLED)

    assert found.size < found.memory(256) < found.memory(1024)
    assert found.memory(1024) == found.memory(100_000)


def test_heads_may_differ_from_layer_to_layer(tmp_path: Path) -> None:
    path = tmp_path / "odd.gguf"
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_block_count(2)
    writer.add_embedding_length(64)
    writer.add_head_count([4, 4])
    writer.add_key_length(16)
    writer.add_head_count_kv([4, 2])
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.close()

    assert read(path).cache_values == (4 + 2) * (16 + 16)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.01, 0.5, 0.999])
def test_a_file_that_is_cut_short_is_told(tmp_path: Path, share: float) -> None:
    whole = BUNDLED.read_bytes()
    path = tmp_path / "cut.gguf"
    path.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(ModelBroken, match=r"cut\.gguf cannot be used") as caught:
        read(path)

    assert caught.value.hint


def test_a_damaged_header_is_an_error_and_nothing_worse(tmp_path: Path) -> None:
    chance = random.Random(5)
    whole = BUNDLED.read_bytes()[:3000]
    path = tmp_path / "damaged.gguf"

    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(6):
            damaged[chance.randrange(4, len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        with pytest.raises(ModelBroken):
            read(path)


def test_another_kind_of_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "page.gguf"
    path.write_text("<html>", "utf-8")

    with pytest.raises(ModelBroken, match="no GGUF file"):
        read(path)
