"""The door to llama.cpp, on a real file with random weights."""

from __future__ import annotations

import random
from pathlib import Path

import numpy
import pytest
from tiny_model import CONTROLS, END, START
from toy_constraints import DigitsInLines

from patchgen.engine.base import Control, Piece, Request, Sampling, Text
from patchgen.engine.decode import write_draft
from patchgen.engine.llama import CHUNK, LlamaModel
from patchgen.engine.options import LoadOptions
from patchgen.errors import ModelBroken, ModelUnknown, PromptInvalid

WORDS = tuple(range(START)) + (260, 261)


def nothing(tokens: int = 0) -> None:
    """A tick that does nothing."""


@pytest.mark.parametrize("name", CONTROLS)
def test_text_never_becomes_a_control_token(model: LlamaModel, name: str) -> None:
    tokens = model.encode((Text(f"a {name}{name} <{name}> <|{name}"),))

    assert set(tokens) <= set(WORDS)
    spelled = b"".join(model.vocabulary.pieces[token] for token in tokens)
    assert spelled.decode() == f"a {name}{name} <{name}> <|{name}"


def test_a_control_name_cut_over_two_texts_stays_text(model: LlamaModel) -> None:
    tokens = model.encode((Text("<|en"), Text("d|>"), Text("<"), Text("|start|>")))

    assert set(tokens) <= set(WORDS)


def test_control_tokens_go_in_by_name(model: LlamaModel) -> None:
    prompt: tuple[Piece, ...] = (Control("<|start|>"), Text("osc"), Control("<|end|>"))

    assert model.encode(prompt) == [START, 261, END]


def test_neighbouring_texts_are_tokenised_as_one(model: LlamaModel) -> None:
    assert model.encode((Text("o"), Text("sc"))) == model.encode((Text("osc"),))


def test_an_unknown_control_token_is_named(model: LlamaModel) -> None:
    with pytest.raises(ModelBroken, match="<.im_start.>") as caught:
        model.encode((Control("<|im_start|>"),))

    assert "<|prompt|>" in caught.value.hint


def test_a_prompt_longer_than_the_context_is_refused(model: LlamaModel) -> None:
    with pytest.raises(PromptInvalid, match="2048"):
        model.begin([65] * 5000, nothing)


def test_control_tokens_are_hidden_and_only_the_end_ends(model: LlamaModel) -> None:
    vocabulary = model.vocabulary

    assert vocabulary.ends == {END}
    assert set(vocabulary.hidden) == set(vocabulary.controls.values()) - {END}


def test_cached_prefixes_do_not_change_a_single_bit(model: LlamaModel, tiny_q8: Path) -> None:
    # Given prompts that share beginnings of many lengths, answered one after the other
    chance = random.Random(3)
    whole = [chance.choice(WORDS) for _ in range(4 * CHUNK)]
    prompts = [whole[: chance.randrange(1, len(whole))] + [65 + i] for i in range(12)]

    for prompt in prompts:
        fresh = LlamaModel(LoadOptions(tiny_q8))
        for reader in (fresh, model):
            reader.begin(prompt, nothing)
            reader.advance(66)

        # Then a model that remembers computes what one that does not computes
        assert numpy.array_equal(fresh.logits(), model.logits())


def test_a_shared_prefix_is_not_read_again(model: LlamaModel) -> None:
    prompt = [65] * (3 * CHUNK + 5)
    model.begin(prompt, nothing)
    chunks: list[int] = []

    model.begin([*prompt[:-1], 66], lambda: chunks.append(1))

    assert len(chunks) == 1


def test_retreat_forgets_exactly_one_token(model: LlamaModel) -> None:
    model.begin([65, 66, 67], nothing)
    model.advance(68)
    expected = model.logits()

    model.advance(69)
    model.retreat()
    model.retreat()
    model.advance(68)

    assert numpy.array_equal(model.logits(), expected)


@pytest.mark.parametrize("kind", ["tiny_q8", "tiny_f16"])
def test_both_number_formats_write(kind: str, request: pytest.FixtureRequest) -> None:
    model = LlamaModel(LoadOptions(request.getfixturevalue(kind)))
    model.self_test()
    job = Request((Text("1"),), Sampling(max_tokens=60, seed=4), DigitsInLines)

    draft = write_draft(model, model.encode(job.prompt), job, tick=nothing)

    assert draft.text.strip("0123456789\n") == "" and draft.tokens > 0


def test_facts_come_from_the_file(model: LlamaModel) -> None:
    facts = model.facts()

    assert (facts.name, facts.architecture, facts.vocabulary) == ("tiny", "llama", 262)
    assert facts.chat_template == "{{ messages[0].content }}"
    assert facts.parameters > 90_000


def test_the_context_is_never_longer_than_in_training(tiny_q8: Path) -> None:
    model = LlamaModel(LoadOptions(tiny_q8, n_ctx=100_000))

    assert model.facts().context == 2048


def test_a_missing_file_is_an_unknown_model(tmp_path: Path) -> None:
    with pytest.raises(ModelUnknown, match="gone.gguf"):
        LlamaModel(LoadOptions(tmp_path / "gone.gguf"))
