"""`patchgen models`: the bundled model, the folder, and which one is in use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalog.small_hub import Shelf, SmallHub

from .conftest import Cli, Shell


def listed(cli: Cli) -> dict[str, dict[str, object]]:
    """The models by name."""
    result = cli("models", "--json")
    assert result.exit_code == 0, result.output
    return {model["name"]: model for model in json.loads(result.stdout)}


def test_the_bundled_model_is_there_and_in_use(cli: Cli) -> None:
    model = listed(cli)["patchgen-small"]

    assert model["is_used"]
    assert str(model["file"]).endswith("patchgen-small.gguf")


def test_a_file_in_the_folder_appears_by_its_name(cli: Cli, home: Path) -> None:
    folder = home / ".local/share/patchgen/models"
    folder.mkdir(parents=True)
    (folder / "mine.gguf").write_bytes(b"GGUF")

    assert listed(cli)["mine"]["file"] == str(folder / "mine.gguf")


def test_a_model_that_is_not_here_says_how_to_get_it(cli: Cli) -> None:
    model = listed(cli)["patchgen-v1"]

    assert model["file"] is None
    assert "parzi-parzi/PatchGen-v1-gguf" in str(model["hint"])


def test_the_list_for_people_marks_the_model_in_use(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATCHGEN_MODEL", "patchgen-v1")

    lines = cli("models").stdout.splitlines()

    assert [line.split()[1] for line in lines if line.startswith("* ")] == ["patchgen-v1"]


@pytest.fixture
def hub() -> Iterator[SmallHub]:
    """A Hub of our own with one model on it."""
    with SmallHub() as hub:
        hub.files["someone/things/model.gguf"] = Shelf(b"GGUF and so on")
        yield hub


def test_a_pulled_model_is_in_the_list(cli: Cli, shell: Shell, hub: SmallHub) -> None:
    name = "hf:someone/things/model.gguf"

    run = shell("models", "pull", name, HF_ENDPOINT=hub.address, HF_HUB_DISABLE_XET="1")

    assert run.returncode == 0, run.stderr
    path = Path(run.stdout.decode().strip())
    assert path.read_bytes() == b"GGUF and so on"
    assert listed(cli)[name]["file"] == str(path)


def test_a_download_that_fails_says_what_to_do(shell: Shell, hub: SmallHub) -> None:
    name = "hf:someone/things/other.gguf"

    run = shell("models", "pull", name, HF_ENDPOINT=hub.address, HF_HUB_DISABLE_XET="1")

    assert run.returncode == 1
    assert run.stderr.startswith(b"error: ")
    assert b"hint: " in run.stderr


def test_the_bundled_model_needs_no_download(cli: Cli) -> None:
    result = cli("models", "pull", "patchgen-small")

    assert result.exit_code == 1
    assert "part of PatchGen" in result.stderr
