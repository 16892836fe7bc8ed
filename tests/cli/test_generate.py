"""`patchgen generate`: the real pipeline with the bundled model, and all that can go wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from patchgen.findings import Severity
from patchgen.lint.runner import lint_text

from .conftest import Cli, Shell, command_line, surroundings

PROMPT = "Create a Pure Data patch that plays a sine wave with a volume slider"


def test_a_sentence_becomes_a_patch_in_the_output_folder(cli: Cli, home: Path) -> None:
    result = cli("generate", PROMPT, "--seed", 0)

    assert result.exit_code == 0, result.output
    path = Path(result.stdout.splitlines()[0])
    assert path.parent == home / "patchgen"
    assert not [f for f in lint_text(path.read_text("utf-8")) if f.severity is Severity.ERROR]
    assert re.search(r"[\d.]+ s: .* seed 0, patchgen-small", result.stdout)


def test_the_same_seed_gives_the_same_patch(cli: Cli, tmp_path: Path) -> None:
    one, other = tmp_path / "one.pd", tmp_path / "other.pd"

    for path in (one, other):
        assert cli("generate", PROMPT, "--seed", 7, "-o", path).exit_code == 0

    assert one.read_bytes() == other.read_bytes()


def test_json_holds_all_that_is_known(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "patch.pd"

    result = cli("generate", PROMPT, "--seed", 1, "--json", "-o", target)

    told = json.loads(result.stdout)
    assert told["path"] == str(target)
    assert told["text"] == target.read_text("utf-8")
    assert told["prompt"] == PROMPT
    assert told["seed"] == 1
    assert told["is_checked_in_pd"] is True
    assert isinstance(told["findings"], list)


def test_the_prompt_may_come_from_standard_input(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "patch.pd"

    result = cli("generate", "-", "--json", "-o", target, stdin=f"  {PROMPT}\n".encode())

    assert json.loads(result.stdout)["prompt"] == PROMPT


def test_without_a_seed_every_run_has_another(cli: Cli, tmp_path: Path) -> None:
    runs = [cli("generate", PROMPT, "--json", "-o", tmp_path / "patch.pd") for _ in range(2)]

    first, second = (json.loads(run.stdout)["seed"] for run in runs)
    assert first != second


def test_nothing_is_drawn_where_nobody_looks(shell: Shell, tmp_path: Path) -> None:
    run = shell("generate", PROMPT, "--seed", "0", "-o", tmp_path / "patch.pd")

    assert run.returncode == 0
    assert run.stderr == b""


def test_a_terminal_sees_a_bar(home: Path, tmp_path: Path) -> None:
    ours, theirs = os.openpty()

    process = subprocess.Popen(
        command_line("generate", PROMPT, "--seed", "0", "-o", tmp_path / "patch.pd"),
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=surroundings({"TERM": "xterm"}),
    )
    os.close(theirs)
    seen = read_all(ours)

    assert process.wait(timeout=60) == 0
    assert b"drafting" in seen
    assert b"100%" in seen


def read_all(terminal: int) -> bytes:
    """What is written to a terminal until its last writer is gone."""
    seen = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            piece = b""
        if not piece:
            os.close(terminal)
            return seen
        seen += piece


def test_without_a_display_open_is_refused_but_the_patch_is_there(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "patch.pd"

    result = cli("generate", PROMPT, "--seed", 0, "-o", target, "--open")

    assert result.exit_code == 0
    assert target.is_file()
    assert "there is no display" in result.stderr


def test_open_starts_the_chosen_pd_on_the_file(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, opened = tmp_path / "patch.pd", tmp_path / "opened"
    # A program that loads patches as the real Pd does, and tells what it was asked to open.
    viewer = tmp_path / "viewer"
    viewer.write_text(
        f'#!/bin/sh\n[ $# = 1 ] && [ "$1" != -version ] || exec pd "$@"\n'
        f'echo "$1" > {opened}.part && mv {opened}.part {opened}\n',
        "utf-8",
    )
    viewer.chmod(0o755)
    monkeypatch.setenv("PATCHGEN_PD", str(viewer))
    monkeypatch.setenv("DISPLAY", "127.0.0.1:99")

    result = cli("generate", PROMPT, "--seed", 0, "-o", target, "--open")

    assert result.exit_code == 0, result.output
    assert wait_for(opened).strip() == str(target)


def wait_for(path: Path) -> str:
    """The text of a file that another process is about to write."""
    subprocess.run(
        ("timeout", "30", "sh", "-c", f"until [ -e '{path}' ]; do sleep 0.05; done"), check=True
    )
    return path.read_text("utf-8")


@pytest.mark.parametrize(
    ("prompt", "says"),
    [
        ("", "the prompt is empty"),
        (" \n\t ", "the prompt is empty"),
        ("a" * 10_000, "the prompt has 10000 characters"),
        ("a sine \x07\x1b[31m", "the prompt is not text"),
    ],
    ids=["empty", "blank", "long", "control"],
)
def test_a_bad_prompt_is_refused(cli: Cli, home: Path, prompt: str, says: str) -> None:
    result = cli("generate", prompt)

    assert result.exit_code == 1
    assert f"error: {says}" in result.stderr
    assert "hint: " in result.stderr
    assert not (home / "patchgen").exists()


@pytest.mark.parametrize("binary", [b"\xff\xfe\x80 a sine", b"a\xc3(sine"])
def test_binary_bytes_as_an_argument_are_refused(shell: Shell, binary: bytes) -> None:
    run = shell("generate", binary)

    assert run.returncode == 1
    assert b"error: the prompt is not text" in run.stderr
    assert b"hint: " in run.stderr


@pytest.mark.parametrize("binary", [b"\x00\x01\x02", bytes(range(256)), b"\x80" * (1 << 21)])
def test_binary_bytes_on_standard_input_are_refused(shell: Shell, binary: bytes) -> None:
    run = shell("generate", "-", stdin=binary)

    assert run.returncode == 1
    assert run.stderr.startswith(b"error: the prompt")
    assert b"hint: " in run.stderr


def test_an_unknown_model_gets_the_nearest_name(cli: Cli) -> None:
    result = cli("generate", PROMPT, "--model", "patchgen-smal")

    assert result.exit_code == 1
    assert "error: no model named 'patchgen-smal'" in result.stderr
    assert "Did you mean 'patchgen-small'?" in result.stderr


def test_a_missing_model_file_is_named(cli: Cli, tmp_path: Path) -> None:
    result = cli("generate", PROMPT, "--model", tmp_path / "none.gguf")

    assert result.exit_code == 1
    assert "none.gguf" in result.stderr
    assert "hint: " in result.stderr


@pytest.mark.parametrize(
    "content", [b"", b"no model", b"GGUF", b"GGUF\x03\x00\x00\x00" + bytes(range(256)) * 64]
)
def test_a_broken_model_is_told(cli: Cli, tmp_path: Path, content: bytes) -> None:
    model = tmp_path / "broken.gguf"
    model.write_bytes(content)

    result = cli("generate", PROMPT, "--model", model)

    assert result.exit_code == 1
    assert "broken.gguf" in result.stderr
    assert "hint: " in result.stderr


def test_a_file_that_cannot_be_written_is_told(cli: Cli, below_a_file: Path) -> None:
    result = cli("generate", PROMPT, "--seed", 0, "-o", below_a_file / "patch.pd")

    assert result.exit_code == 1
    assert "error: cannot write" in result.stderr
    assert "hint: " in result.stderr


def test_an_output_folder_that_cannot_be_made_is_told(
    cli: Cli, below_a_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATCHGEN_OUTPUT_FOLDER", str(below_a_file))

    result = cli("generate", PROMPT, "--seed", 0)

    assert result.exit_code == 1
    assert "error: cannot write" in result.stderr
    assert "output_folder" in result.stderr


@pytest.mark.usefixtures("no_pd")
def test_without_pd_the_patch_is_made_but_not_tried(cli: Cli, tmp_path: Path) -> None:
    result = cli("generate", PROMPT, "--seed", 0, "-o", tmp_path / "patch.pd")

    assert result.exit_code == 0, result.output
    assert "not tried: no Pd" in result.stdout


def test_a_pd_that_was_asked_for_must_exist(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATCHGEN_PD", "/nonexistent/pd")

    result = cli("generate", PROMPT)

    assert result.exit_code == 1
    assert "/nonexistent/pd" in result.stderr
    assert "hint: " in result.stderr
