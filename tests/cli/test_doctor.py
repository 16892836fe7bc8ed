"""`patchgen doctor`: what is there, what is missing, and whether that matters."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from .conftest import Cli


def answers(cli: Cli) -> tuple[int, dict[str, dict[str, object]]]:
    """Exit code, and the checks by name."""
    result = cli("doctor", "--json")
    return result.exit_code, {check["name"]: check for check in json.loads(result.stdout)}


def test_everything_the_main_job_needs_is_there(cli: Cli) -> None:
    code, found = answers(cli)

    vital = {name: check["is_ok"] for name, check in found.items() if check["is_vital"]}
    assert code == 0, found
    assert vital == dict.fromkeys(("Python", "llama-cpp-python", "model", "output folder"), True)


def test_each_line_says_ok_or_missing_and_how_to_get_it(cli: Cli) -> None:
    lines = cli("doctor").stdout.splitlines()

    for line in lines:
        assert line.startswith(("ok      ", "missing ", "        get it: ")), line
    missing = next(i for i, line in enumerate(lines) if line.startswith("missing [patchgen]"))
    assert lines[missing + 1].strip() == "get it: patchgen install-pd"


def test_pd_is_found_with_its_version(cli: Cli) -> None:
    _, found = answers(cli)

    assert found["Pd"]["is_ok"]
    assert str(found["Pd"]["says"]).startswith("Pd-0.")


@pytest.mark.usefixtures("no_pd")
def test_a_missing_pd_comes_with_the_command_that_gets_it(cli: Cli) -> None:
    code, found = answers(cli)

    assert code == 0
    assert not found["Pd"]["is_ok"]
    assert found["Pd"]["remedy"] == "sudo apt install puredata"


def test_a_missing_model_is_vital(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATCHGEN_MODEL", "/nonexistent/model.gguf")

    code, found = answers(cli)

    assert code == 1
    assert not found["model"]["is_ok"]
    assert found["model"]["remedy"]


def test_a_taken_port_is_told_with_another(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
        monkeypatch.setenv("PATCHGEN_PORT", str(port))

        _, found = answers(cli)

    assert not found["port"]["is_ok"]
    assert "patchgen serve --port" in str(found["port"]["remedy"])


def test_an_output_folder_that_cannot_be_written_is_vital(
    cli: Cli, below_a_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATCHGEN_OUTPUT_FOLDER", str(below_a_file))

    code, found = answers(cli)

    assert code == 1
    assert not found["output folder"]["is_ok"]


def test_the_library_is_found_once_it_is_installed(cli: Cli) -> None:
    cli("install-pd")

    _, found = answers(cli)

    assert found["[patchgen] in Pd"]["is_ok"]
