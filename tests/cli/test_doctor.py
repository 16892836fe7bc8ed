"""`patchgen doctor`: what is there, what is missing, and whether that matters."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from patchgen.cli.llama_build import Device, LlamaFacts

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


def test_what_llama_was_built_with_is_told(cli: Cli) -> None:
    _, found = answers(cli)

    assert "built with CPU" in str(found["llama-cpp-python"]["says"])


def test_a_machine_without_a_card_learns_the_command_for_each_kind(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("patchgen.cli.diagnosis.card_switch", lambda: None)

    _, found = answers(cli)

    says = str(found["graphics card"]["says"])
    assert found["graphics card"]["is_ok"]
    assert 'CMAKE_ARGS="-DGGML_CUDA=on"' in says and "pip install" in says
    assert "-DGGML_METAL=on" in says and "-DGGML_VULKAN=on" in says


def test_a_card_that_llama_cannot_use_comes_with_the_command(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("patchgen.cli.diagnosis.card_switch", lambda: "-DGGML_CUDA=on")

    _, found = answers(cli)

    assert not found["graphics card"]["is_ok"]
    assert str(found["graphics card"]["remedy"]).startswith('CMAKE_ARGS="-DGGML_CUDA=on" ')


def test_a_card_is_told_with_its_memory_and_the_layers_it_gets(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = Device("CUDA0", "NVIDIA H100", free=70 * 10**9, total=80 * 10**9)
    facts = LlamaFacts("1.0", True, "CUDA : ARCHS = 900 | CPU : AVX = 1 | AMX = 0 | ", (card,))
    monkeypatch.setattr("patchgen.cli.diagnosis.llama_facts", lambda: facts)

    _, found = answers(cli)

    said = str(found["graphics card"]["says"])
    assert said == "CUDA0 NVIDIA H100 (70.0 of 80.0 GB free); n_gpu_layers is auto"
    assert "CUDA0 has 70.0 GB free" in str(found["memory"]["says"])
    assert str(found["llama-cpp-python"]["says"]) == "1.0, built with CUDA ARCHS = 900 CPU AVX"


def test_a_model_without_room_is_told(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    small = Device("CPU", "a small one", free=10**6, total=10**9)
    monkeypatch.setattr(
        "patchgen.cli.diagnosis.llama_facts", lambda: LlamaFacts("1.0", False, "CPU : ", (small,))
    )

    _, found = answers(cli)

    assert not found["memory"]["is_ok"]
    assert "n_ctx" in str(found["memory"]["remedy"])


def test_a_server_that_does_not_answer_is_vital(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    monkeypatch.setenv("PATCHGEN_REMOTE_URL", f"http://127.0.0.1:{port}")

    code, found = answers(cli)

    assert code == 1
    assert "nobody answers" in str(found["model"]["says"])
