"""The whole path of a music model in small: data, words, training, GGUF, figures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import LlamaForCausalLM

from patchgen.errors import ConfigInvalid
from patchgen.music import beat
from patchgen.music.words import VOCABULARY
from patchgen_training import stages
from patchgen_training.datasets import row
from patchgen_training.export import compare
from patchgen_training.music import evaluation, example, figures, stage
from patchgen_training.music.surprise import surprises
from patchgen_training.recipe import Music
from patchgen_training.tokens import train as tokens
from patchgen_training.tokens.words import tokeniser


@pytest.fixture(scope="module")
def work(folder: Path, recipe: Music, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder after all stages."""
    out = tmp_path_factory.mktemp("run")
    stage.collect(recipe, folder, out)
    stages.tokenise(recipe, out)
    stages.tune(recipe, out, start=None, resume=False, compiled=False)
    stages.export(recipe, out, out / "music.gguf", "q8_0")
    return out


def test_every_word_is_one_token_and_comes_back() -> None:
    tokenizer = tokeniser(VOCABULARY, 2000)
    text = "".join(f"{word} " for word in VOCABULARY)

    ids = example.tokens(text, tokenizer)

    assert len(ids) == len(VOCABULARY)
    assert tokenizer.decode(ids) == text


def test_words_that_do_not_fit_are_told() -> None:
    with pytest.raises(ConfigInvalid, match="do not fit into a vocabulary of 100"):
        tokeniser(VOCABULARY, 100)


def test_all_of_a_text_is_learned_and_its_end_where_it_has_one() -> None:
    tokenizer = tokeniser(VOCABULARY, 2000)
    end = tokens.control_id(tokenizer, tokens.END)

    whole, cut = (
        example.encode(row.Row("", text, "", ""), tokenizer)
        for text in ("CHORDS kC m4/4 | C END ", "CHORDS kC m4/4 | C ")
    )

    assert whole[0][1:] == whole[1][1:]
    assert whole[0][-1] == end
    assert end not in cut[0]


def test_llama_cpp_cuts_texts_into_the_same_words(work: Path) -> None:
    reference = tokens.load(work / "tokenizer.json")
    texts = [item.patch for item in row.read(work / "train.jsonl")]
    texts.append("".join(f"{word} " for word in VOCABULARY))

    read = compare.by_llama(work / "music.gguf", texts)

    assert list(read.tokens) == [tuple(reference.encode(text).ids) for text in texts]
    with torch.no_grad():
        model = LlamaForCausalLM.from_pretrained(work / "model", dtype=torch.float32)
        logits = model(torch.tensor([read.tokens[0][: len(read.logits)]])).logits[0].numpy()
    assert np.abs(read.logits - logits).max() < 0.05


def test_surprise_in_windows_is_surprise_in_one_go(work: Path) -> None:
    tokenizer = tokens.load(work / "tokenizer.json")
    model = LlamaForCausalLM.from_pretrained(work / "model", dtype=torch.float32)
    text = next(item.patch for item in row.read(work / "valid.jsonl"))
    ids = torch.tensor([tokenizer.encode(text).ids])

    (found,) = surprises(model, tokenizer, [text], 64)

    with torch.no_grad():
        logits = torch.log_softmax(model(ids).logits[0], dim=-1)
    wanted = [-float(logits[place - 1, ids[0, place]]) for place in range(2, ids.shape[1])]
    assert found == pytest.approx(wanted, abs=1e-3)


def test_the_report_holds_the_model_against_ngrams_on_the_same_words(
    work: Path, folder: Path, recipe: Music
) -> None:
    found = evaluation.measured(recipe, folder, work, has_anchors=True)["figures"]

    by_kind = {
        kind: [f for f in found if f["kind"] == kind] for kind in ("piano", "chords", "changes")
    }
    assert all(len(figures) == 5 for figures in by_kind.values())
    assert all(len({f["words"] for f in figures}) == 1 for figures in by_kind.values())
    piano = {f["teller"]: f for f in by_kind["piano"]}
    assert piano["model"]["nats_a_word"] < np.log(len(VOCABULARY))
    assert piano["5-gram"]["nats_a_word"] < piano["unigram"]["nats_a_word"]
    assert piano["model"]["items"] == 48


def test_nothing_of_a_test_piece_is_skipped(folder: Path) -> None:
    held = figures.held_out(folder, "test")["piano"]

    (score,) = (beat.decode(text) for text in held.texts)

    assert len(score.notes) == held.items == 48
    assert held.words == len(held.texts[0].split()) - 1


def test_the_exported_model_is_let_write_and_the_report_tells_of_it(
    work: Path, folder: Path
) -> None:
    found = evaluation.listened(work / "music.gguf", folder, 1)["written"]

    assert set(found["readable"]) == {"PIANO", "CHORDS"}
    assert all(0 <= share <= 1 for share in found["readable"].values())
    assert found["metrics"]["test"]["pitch_range"] == 19
    assert found["longest_copies"]["test"] == [48]
