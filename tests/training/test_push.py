"""What goes to the Hub: the release, all of it in one commit, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from patchgen_training.cli import main

from .receiving_hub import ReceivingHub

GGUF = b"GGUF" + bytes(range(256)) * 40


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReceivingHub]:
    """The only network of the test."""
    # Not by the environment: the library reads that when it is first imported.
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_XET", True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HF_TOKEN", "hf_test")
    with ReceivingHub() as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        yield hub


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A release, and what does not belong to it."""
    release = tmp_path / "release"
    (release / "adapter").mkdir(parents=True)
    (release / "README.md").write_text("---\nlicense: mit\n---\n# A model\n", encoding="utf-8")
    (release / "model-q8_0.gguf").write_bytes(GGUF)
    (release / "model-q8_0.json").write_text("{}", encoding="utf-8")
    (release / "adapter" / "model-lora.gguf").write_bytes(GGUF[::-1])
    (release / "notes.txt").write_text("private", encoding="utf-8")
    return release


def test_the_release_arrives_in_one_commit_with_the_token(hub: ReceivingHub, folder: Path) -> None:
    ended = CliRunner().invoke(main, ["push", str(folder), "somebody/model"])

    assert ended.exit_code == 0, ended.output
    assert f"{hub.address}/somebody/model/commit/" in ended.output
    assert sorted(hub.files) == [
        "README.md",
        "adapter/model-lora.gguf",
        "model-q8_0.gguf",
        "model-q8_0.json",
    ]
    assert hub.files["model-q8_0.gguf"] == GGUF
    assert hub.commits == 1
    assert "Bearer hf_test" in hub.tokens


def test_a_new_repository_is_private_unless_asked(hub: ReceivingHub, folder: Path) -> None:
    for options in ([], ["--public"]):
        CliRunner().invoke(main, ["push", str(folder), "somebody/model", *options])

    assert [made["visibility"] for made in hub.repositories] == ["private", "public"]


def test_a_token_that_may_not_write_is_told(hub: ReceivingHub, folder: Path) -> None:
    hub.refusal = 403

    ended = CliRunner().invoke(main, ["push", str(folder), "somebody/model"])

    assert ended.exit_code == 1
    assert "does not let you write" in ended.output
    assert "HF_TOKEN" in ended.output
    assert hub.files == {}


@pytest.mark.parametrize("name", ["model", "a/b/c", "../etc/x"])
def test_a_name_that_is_no_repository_is_refused(
    hub: ReceivingHub, folder: Path, name: str
) -> None:
    ended = CliRunner().invoke(main, ["push", str(folder), name])

    assert "is no repository" in ended.output
    assert hub.tokens == set()


def test_a_folder_without_release_is_refused(hub: ReceivingHub, tmp_path: Path) -> None:
    ended = CliRunner().invoke(main, ["push", str(tmp_path), "somebody/model"])

    assert "holds no released model" in ended.output
    assert hub.tokens == set()
