"""Finding models: by name, by file, by path, by their place on the Hub."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from patchgen.catalog.find import cards, find, known, origin
from patchgen.catalog.hub import Origin
from patchgen.errors import ModelBroken, ModelUnknown

V1 = "parzi-parzi/PatchGen-v1-gguf"


def put(path: Path) -> Path:
    """A file that could be a model; nobody here reads it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"GGUF")
    return path


def card_text(**changes: object) -> str:
    """A card as JSON."""
    template = [{"text": "Write "}, {"slot": "prompt"}]
    card = {"name": "mine", "description": "", "output": "pd", "licence": "MIT"}
    return json.dumps({**card, "template": template, **changes})


def test_the_bundled_model_is_found_by_its_name(tmp_path: Path) -> None:
    model = find("patchgen-small", tmp_path)

    assert model.card.output == "notation"
    assert model.path.read_bytes()[:4] == b"GGUF"


def test_a_file_in_the_models_folder_is_found_by_its_stem(tmp_path: Path) -> None:
    path = put(tmp_path / "mine.gguf")

    model = find("mine", tmp_path)

    assert (model.card.name, model.path) == ("mine", path)
    assert model.card.template == find("patchgen-small", tmp_path).card.template


def test_a_card_beside_a_file_says_how_to_prompt_it(tmp_path: Path) -> None:
    path = put(tmp_path / "far" / "file.gguf")
    path.with_suffix(".json").write_text(card_text(), "utf-8")

    card = find(str(path), tmp_path).card

    assert (card.name, card.output, card.template[0].text) == ("mine", "pd", "Write ")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", card_text(output="json"), card_text(template="x"), "\x00"], ids=repr
)
def test_a_broken_card_is_told_and_not_guessed(tmp_path: Path, text: str) -> None:
    put(tmp_path / "mine.gguf")
    (tmp_path / "mine.json").write_text(text, "utf-8")

    with pytest.raises(ModelBroken, match=r"mine\.json") as raised:
        find("mine", tmp_path)

    assert raised.value.hint


def test_the_home_folder_may_be_written_as_a_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = put(tmp_path / "mine.gguf")

    assert find("~/mine.gguf", tmp_path / "models").path == path


@pytest.mark.parametrize(
    "name", ["none.gguf", "/none/there", "~nobody-at-all/x.gguf", "a\0b.gguf", "../x", "x" * 5000]
)
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelUnknown) as raised:
        find(name, tmp_path)

    assert raised.value.hint


def test_a_folder_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "mine.gguf").mkdir()

    with pytest.raises(ModelUnknown):
        find("mine", tmp_path)


@pytest.mark.parametrize("name", ["patchgen-smal", "Patchgen-Small", "mime"])
def test_an_unknown_name_gets_the_nearest(tmp_path: Path, name: str) -> None:
    put(tmp_path / "mine.gguf")

    with pytest.raises(ModelUnknown, match=f"no model named '{name}'") as raised:
        find(name, tmp_path)

    assert "Did you mean '" in raised.value.hint


def test_an_unknown_name_far_from_all_others_gets_the_list(tmp_path: Path) -> None:
    with pytest.raises(ModelUnknown) as raised:
        find("zzzz", tmp_path / "not there")

    assert raised.value.hint == "See `patchgen models`."


def test_a_model_of_the_catalog_that_is_not_here_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(ModelUnknown, match="not on this machine") as raised:
        find("patchgen-v1", tmp_path)

    assert "`patchgen models pull patchgen-v1`" in raised.value.hint
    assert V1 in raised.value.hint


@pytest.mark.parametrize("place", ["patchgen-v1.gguf", f"hub/{V1}/whatever.Q4_K_M.gguf"])
def test_a_model_of_the_catalog_may_be_saved_by_hand_or_downloaded(
    tmp_path: Path, place: str
) -> None:
    path = put(tmp_path / place)

    model = find("patchgen-v1", tmp_path)

    assert (model.path, model.card.output) == (path, "pd")


def test_a_downloaded_file_is_found_by_its_name_on_the_hub(tmp_path: Path) -> None:
    path = put(tmp_path / "hub/somebody/Model-GGUF/deep/q4.gguf")

    model = find("hf:somebody/Model-GGUF/deep/q4.gguf", tmp_path)

    assert (model.path, model.card.name) == (path, "q4")


def test_a_repository_of_the_catalog_is_prompted_as_its_card_says(tmp_path: Path) -> None:
    put(tmp_path / "hub" / V1 / "q4.gguf")

    assert find(f"hf:{V1}/q4.gguf", tmp_path).card.name == "patchgen-v1"


def test_a_file_of_the_hub_that_is_not_here_says_how_to_get_it(tmp_path: Path) -> None:
    name = "hf:somebody/Model-GGUF/q4.gguf"

    with pytest.raises(ModelUnknown, match="not on this machine") as raised:
        find(name, tmp_path)

    assert f"`patchgen models pull {name}`" in raised.value.hint


@pytest.mark.parametrize(
    "place",
    [
        "", "somebody", "somebody/", "/Model/q4.gguf", "somebody/Model/q4.txt",
        "somebody/Model/../../../q4.gguf", "somebody/../q4.gguf", "../Model/q4.gguf",
        "somebody/Model//q4.gguf", "somebody/Model/.git/q4.gguf", "some body/Model/q4.gguf",
        "somebody/Model/a\\..\\q4.gguf",
    ],
)  # fmt: skip
def test_a_name_that_could_not_be_on_the_hub_is_refused(tmp_path: Path, place: str) -> None:
    with pytest.raises(ModelUnknown, match="names no model on the Hugging Face Hub"):
        find(f"hf:{place}", tmp_path)


def test_everything_that_can_be_used_is_listed_once(tmp_path: Path) -> None:
    put(tmp_path / "mine.gguf")
    put(tmp_path / "patchgen-small.gguf")
    put(tmp_path / "hub/somebody/Model-GGUF/deep/q4.gguf")

    names = known(tmp_path)

    catalog = {card.name for card in cards()}
    assert sorted(names) == sorted({*catalog, "mine", "hf:somebody/Model-GGUF/deep/q4.gguf"})
    assert all(find(name, tmp_path) for name in names if name not in catalog)


def test_a_file_cannot_take_the_place_of_the_bundled_model(tmp_path: Path) -> None:
    put(tmp_path / "patchgen-small.gguf")

    assert find("patchgen-small", tmp_path).path.parent != tmp_path


def test_the_origin_of_a_model_is_that_of_its_card_or_name(tmp_path: Path) -> None:
    assert origin("patchgen-v1", tmp_path) == Origin(V1, None)
    assert origin("hf:a/b/c/d.gguf", tmp_path) == Origin("a/b", "c/d.gguf")


def test_what_is_not_on_the_hub_has_no_origin(tmp_path: Path) -> None:
    for name in ("patchgen-small", "patchgen-v2", "/home/q4.gguf"):
        with pytest.raises(ModelUnknown) as raised:
            origin(name, tmp_path)
        assert raised.value.hint


def test_a_folder_with_one_file_is_that_file(tmp_path: Path) -> None:
    path = put(tmp_path / "folder/mine.gguf")

    assert find(str(path.parent), tmp_path).path == path


@pytest.mark.parametrize(
    ("files", "says"), [((), "no .gguf file"), (("a.gguf", "b.gguf"), "2 .gguf files")]
)
def test_a_folder_without_one_choice_is_told(
    tmp_path: Path, files: tuple[str, ...], says: str
) -> None:
    for file in files:
        put(tmp_path / file)

    with pytest.raises(ModelUnknown, match=says) as raised:
        find(str(tmp_path), tmp_path)

    assert all(file in raised.value.hint for file in files)


def test_a_model_that_was_not_made_for_patchgen_gets_a_prompt_that_any_understands(
    tmp_path: Path,
) -> None:
    ours, other = tmp_path / "ours.gguf", tmp_path / "other.gguf"
    ours.write_bytes(b"GGUF tokenizer.ggml.tokens <|prompt|> <|patch|>")
    other.write_bytes(b"GGUF tokenizer.ggml.tokens <s> [INST]")

    assert find(str(ours), tmp_path).card.output == "notation"
    card = find(str(other), tmp_path).card
    assert (card.name, card.output) == ("other", "pd")
    assert not any(part.control for part in card.template)


def test_a_model_whose_tokens_are_words_of_music_writes_music(tmp_path: Path) -> None:
    path = tmp_path / "waltzes.gguf"
    path.write_bytes(b"GGUF tokenizer.ggml.tokens <|prompt|> PIANO CHORDS n60 ")

    card = find(str(path), tmp_path).card

    assert (card.name, card.domain, card.output, card.template) == ("waltzes", "music", "beat", ())
