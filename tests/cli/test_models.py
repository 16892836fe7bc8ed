"""`patchgen models`: the bundled model, the folder, and which one is in use."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalog.small_hub import Shelf, SmallHub

from patchgen.catalog.checksum import note, sha256_of
from patchgen.catalog.find import CATALOG

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


BUNDLED = CATALOG.parent / "bundled/patchgen-small.gguf"


def models_folder(home: Path) -> Path:
    """The models folder of the test's home, with one whole model in it."""
    folder = home / ".local/share/patchgen/models"
    folder.mkdir(parents=True)
    shutil.copy(BUNDLED, folder / "mine.gguf")
    return folder


def test_list_is_the_same_as_nothing(cli: Cli) -> None:
    assert cli("models", "list").stdout == cli("models").stdout


def test_a_search_tells_names_for_pull(shell: Shell, hub: SmallHub) -> None:
    run = shell("models", "search", "THINGS", HF_ENDPOINT=hub.address)

    (line,) = run.stdout.decode().splitlines()
    assert line.startswith("hf:someone/things ")
    assert line.endswith("7 downloads, mit, conditions to accept")


def test_a_search_without_a_network_says_so(shell: Shell, hub: SmallHub) -> None:
    run = shell("models", "search", "things", HF_ENDPOINT=hub.address, PATCHGEN_OFFLINE="true")

    assert run.returncode == 1
    assert b"downloads are off" in run.stderr
    assert hub.asked == []


def test_offline_nothing_is_pulled(shell: Shell, hub: SmallHub) -> None:
    name = "hf:someone/things/model.gguf"

    run = shell("models", "pull", name, HF_ENDPOINT=hub.address, PATCHGEN_OFFLINE="true")

    assert run.returncode == 1
    assert hub.asked == []


def test_the_model_to_use_goes_into_the_configuration(cli: Cli, home: Path) -> None:
    models_folder(home)
    file = home / ".config/patchgen/config.toml"
    file.parent.mkdir(parents=True)
    file.write_text("# mine\nport = 9999\n", "utf-8")

    assert cli("models", "use", "mine").exit_code == 0

    assert file.read_text("utf-8") == '# mine\nport = 9999\nmodel = "mine"\n'
    assert listed(cli)["mine"]["is_used"]


def test_a_model_that_is_not_here_is_not_used(cli: Cli, home: Path) -> None:
    result = cli("models", "use", "patchgen-v1")

    assert result.exit_code == 1
    assert "patchgen models pull patchgen-v1" in result.stderr
    assert not (home / ".config/patchgen/config.toml").exists()


def test_a_folder_with_one_file_is_a_model(cli: Cli, tmp_path: Path, home: Path) -> None:
    (tmp_path / "new").mkdir()
    path = Path(shutil.copy(BUNDLED, tmp_path / "new/other.gguf"))

    assert cli("models", "use", tmp_path / "new").exit_code == 0

    assert listed(cli)[str(path)]["is_used"]


def test_info_tells_what_the_file_says(cli: Cli) -> None:
    lines = cli("models", "info", "patchgen-small").stdout
    data = json.loads(cli("models", "info", "patchgen-small", "--json").stdout)

    for told in ("llama, 8 layers", "Q8_0", "1024 tokens", "mit", "<|prompt|>{prompt}<|patch|>"):
        assert told in lines
    assert (data["architecture"], data["vocabulary"]) == ("llama", 4096)
    assert data["memory"] > data["size"]


def test_the_bundled_model_is_verified(cli: Cli) -> None:
    result = cli("models", "verify")

    assert result.exit_code == 0
    assert "ok       patchgen-small: sha256 " in result.stdout
    assert result.stdout.strip().endswith("as expected")


def test_a_model_without_a_checksum_is_only_looked_through(cli: Cli, home: Path) -> None:
    models_folder(home)

    result = cli("models", "verify", "mine")

    assert result.exit_code == 0
    assert "nothing to compare it with" in result.stdout


def test_a_damaged_model_is_told(cli: Cli, home: Path) -> None:
    folder = models_folder(home)
    note(folder / "mine.gguf", "0" * 64)
    (folder / "short.gguf").write_bytes(BUNDLED.read_bytes()[:100_000])

    result = cli("models", "verify")

    assert result.exit_code == 1
    assert f"damaged  mine: sha256 {sha256_of(BUNDLED)} instead of {'0' * 64}" in result.stdout
    assert "damaged  short: " in result.stdout
    assert "ok       patchgen-small" in result.stdout


def test_a_model_is_removed_by_its_name(cli: Cli, home: Path) -> None:
    folder = models_folder(home)

    result = cli("models", "rm", "mine")

    assert result.stdout == f"{folder}/mine.gguf\n"
    assert "mine" not in listed(cli)


def test_the_bundled_model_is_never_removed(cli: Cli, home: Path) -> None:
    models_folder(home)
    cli("models", "use", "mine")

    result = cli("models", "rm", "patchgen-small")

    assert result.exit_code == 1
    assert "is not in the models folder, and stays" in result.stderr
    assert BUNDLED.exists()


def test_the_model_in_use_is_not_removed(cli: Cli, home: Path) -> None:
    folder = models_folder(home)
    cli("models", "use", "mine")

    result = cli("models", "rm", folder / "mine.gguf")

    assert result.exit_code == 1
    assert "patchgen models use patchgen-small" in result.stderr
    assert (folder / "mine.gguf").exists()
