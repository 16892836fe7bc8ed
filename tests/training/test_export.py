"""Merged models and adapters as GGUF: llama.cpp must compute what transformers computes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import AutoTokenizer, BitsAndBytesConfig, LlamaConfig, MistralForCausalLM

from patchgen.errors import PatchgenError
from patchgen_training.export import adapter_file, compare, gguf_file, merge, quantise, vocabulary

from .tiny_mistral import write_tiny_mistral

PATCHES = Path(__file__).parent.parent / "patches"
TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]


def sample_texts() -> list[str]:
    """A thousand pieces of patches, prompts and odd text; none begins with a blank."""
    files = sorted(PATCHES.rglob("*.pd"))
    patches = [path.read_text("utf-8", errors="replace").strip() for path in files]
    lines = [line.strip() for patch in patches for line in patch.split("\n")]
    odd = [
        "Créez un patch: 440 Hz, s'il vous plaît",
        "drums 🥁 und Bass\tmit  zwei   Leerzeichen",
        "1e-05 -0.5 $0-freq \\$1 \\, \\; 128.75",
        "\n#N canvas 0 0 450 300 12;\r\n",
    ]
    halves = (line[len(line) // 2 :].strip() for line in lines)
    cut = dict.fromkeys([*lines, *halves])
    texts = [patches[0], *odd, *(patch[:600] for patch in patches), *cut]
    return [text for text in texts if text and "</s>" not in text][:1000]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return sample_texts()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> Path:
    """A tiny model in 16 bits."""
    return write_tiny_mistral(tmp_path_factory.mktemp("base"), texts)


@pytest.fixture(scope="module")
def adapter(tmp_path_factory: pytest.TempPathFactory, base: Path) -> Path:
    """Rank-stabilised LoRA on everything, the embedding and the head too, with random weights."""
    folder = tmp_path_factory.mktemp("adapter")
    settings = LoraConfig(
        r=8, lora_alpha=4, use_rslora=True, target_modules=[*TARGETS, "embed_tokens", "lm_head"]
    )
    torch.manual_seed(2)
    model = get_peft_model(MistralForCausalLM.from_pretrained(base), settings)
    for name, weights in model.named_parameters():
        if "lora_" in name:
            torch.nn.init.normal_(weights, std=0.02)
    model.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory, base: Path, adapter: Path) -> Path:
    """Base and adapter as one model."""
    return merge.merge(base, adapter, tmp_path_factory.mktemp("out") / "merged")


@pytest.fixture(scope="module")
def files(merged: Path) -> dict[str, Path]:
    """The merged model in every kind."""
    found = {}
    for kind in ("f32", "f16"):
        found[kind] = merged.with_name(f"model-{kind}.gguf")
        write(merged, found[kind], kind)
    for kind in quantise.KINDS:
        target = merged.with_name(f"model-{kind}.gguf")
        found[kind] = quantise.quantise(found["f16"], target, kind, threads=1)
    return found


def write(folder: Path, path: Path, kind: str) -> None:
    """A folder of transformers as GGUF."""
    model = MistralForCausalLM.from_pretrained(folder)
    tokenizer = AutoTokenizer.from_pretrained(folder).backend_tokenizer
    gguf_file.write(model, tokenizer, path, kind=kind, facts={"name": "tiny"})


def test_merging_changes_what_the_adapter_reaches_and_nothing_else(
    base: Path, merged: Path
) -> None:
    before = MistralForCausalLM.from_pretrained(base).state_dict()
    after = MistralForCausalLM.from_pretrained(merged).state_dict()

    same = {name for name, weights in before.items() if torch.equal(weights, after[name])}

    assert same == {name for name in before if "norm" in name}


def test_the_merged_model_computes_what_base_and_adapter_compute(
    base: Path, adapter: Path, merged: Path
) -> None:
    ids = torch.arange(40)[None]
    whole = MistralForCausalLM.from_pretrained(base, dtype=torch.float32)
    joined = PeftModel.from_pretrained(whole, adapter)

    with torch.no_grad():
        wanted = joined(ids).logits
        found = MistralForCausalLM.from_pretrained(merged, dtype=torch.float32)(ids).logits

    # The merged weights are rounded to 16 bits.
    assert (found - wanted).std() < 0.02 * wanted.std()


def test_a_base_in_four_bits_is_unpacked_before_merging(
    base: Path, adapter: Path, tmp_path: Path
) -> None:
    four_bits = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4")
    packed = MistralForCausalLM.from_pretrained(
        base, quantization_config=four_bits, device_map="cpu", dtype=torch.bfloat16
    )
    packed.save_pretrained(tmp_path / "packed")
    AutoTokenizer.from_pretrained(base).save_pretrained(tmp_path / "packed")

    out = merge.merge(tmp_path / "packed", adapter, tmp_path / "merged")

    config = json.loads((out / "config.json").read_text(encoding="utf-8"))
    weights = MistralForCausalLM.from_pretrained(out).state_dict()
    assert "quantization_config" not in config
    assert {tensor.dtype for tensor in weights.values()} == {torch.bfloat16}


def test_a_folder_without_adapter_is_refused(base: Path, tmp_path: Path) -> None:
    with pytest.raises(PatchgenError, match="holds no adapter"):
        merge.merge(base, tmp_path, tmp_path / "out")

    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", compare.TOLERANCE)
def test_tokens_are_equal_and_logits_near(
    kind: str, files: dict[str, Path], merged: Path, texts: list[str]
) -> None:
    found = compare.compare(merged, files[kind], texts)

    assert found.texts == 1000
    compare.check(found, files[kind], kind)


def test_an_adapter_on_its_base_computes_what_the_merged_model_computes(
    base: Path, adapter: Path, merged: Path, texts: list[str], tmp_path: Path
) -> None:
    write(base, tmp_path / "base.gguf", "f32")
    adapter_file.write(base, adapter, tmp_path / "adapter.gguf")

    put_on = compare.by_llama(tmp_path / "base.gguf", texts[:1], adapter=tmp_path / "adapter.gguf")

    wanted = compare.by_transformers(merged, texts[:1], len(put_on.logits)).logits
    alone = compare.by_llama(tmp_path / "base.gguf", texts[:1]).logits
    assert np.std(put_on.logits - wanted) < 0.02 * np.std(wanted)
    assert np.std(alone - wanted) > 0.2 * np.std(wanted)


def test_a_damaged_file_is_told(files: dict[str, Path], tmp_path: Path) -> None:
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(files["f16"].read_bytes()[:5000])

    with pytest.raises(PatchgenError, match="cannot make q8_0"):
        quantise.quantise(cut, tmp_path / "small.gguf", "q8_0")

    assert list(tmp_path.iterdir()) == [cut]


def test_other_tokens_and_far_logits_are_refused() -> None:
    near = compare.Comparison(texts=10, differing=(), off=0.001)

    compare.check(near, Path("model.gguf"), "f16")
    with pytest.raises(PatchgenError, match="1 of 10 texts"):
        compare.check(replace(near, differing=(3,)), Path("model.gguf"), "f16")
    with pytest.raises(PatchgenError, match="off by nan"):
        compare.check(replace(near, off=float("nan")), Path("model.gguf"), "f16")


def test_llama_threes_way_of_cutting_is_known() -> None:
    tokenizer = Tokenizer(models.BPE({"a": 0, "b": 1, "ab": 2}, [("a", "b")], ignore_merges=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split("x", "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )

    found = vocabulary.vocabulary(tokenizer, 4)

    assert (found.model, found.pre) == ("gpt2", "llama-bpe")
    assert found.tokens == ("a", "b", "ab", "[PAD3]")


def test_an_unknown_tokeniser_is_refused() -> None:
    tokenizer = Tokenizer(models.BPE({"a": 0}, []))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()

    with pytest.raises(PatchgenError, match="Whitespace"):
        vocabulary.vocabulary(tokenizer, 1)


def test_stretched_rotary_embeddings_are_refused() -> None:
    config = LlamaConfig(rope_parameters={"rope_type": "linear", "factor": 2.0, "rope_theta": 1e4})

    with pytest.raises(PatchgenError, match="linear"):
        gguf_file.check(config)
