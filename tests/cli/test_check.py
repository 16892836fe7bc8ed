"""`patchgen check`: files and folders, which rules, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Cli, Shell
from .patches import BAD, SCRIPT


def test_nothing_is_said_about_a_good_patch(cli: Cli, folder: Path) -> None:
    result = cli("check", folder / "good.pd")

    assert (result.exit_code, result.output) == (0, "")


def test_an_error_is_told_with_the_line_of_its_box(cli: Cli, folder: Path) -> None:
    bad = folder / "more" / "bad.pd"

    result = cli("check", bad)

    assert result.exit_code == 1
    assert result.stdout.startswith(f"{bad}:2: error connection-port: ")


def test_a_folder_stands_for_all_its_patches(cli: Cli, folder: Path) -> None:
    result = cli("check", "--json", folder)

    report = {item["file"]: item["findings"] for item in json.loads(result.stdout)}
    assert result.exit_code == 1
    assert report.keys() == {str(folder / "good.pd"), str(folder / "more" / "bad.pd")}
    assert report[str(folder / "good.pd")] == []
    assert report[str(folder / "more" / "bad.pd")][0]["severity"] == "error"


@pytest.mark.parametrize("text", [SCRIPT, "", "no patch at all", "#N canvas;\n"])
def test_what_is_no_patch_is_an_error(cli: Cli, tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.pd"
    path.write_text(text, "utf-8")

    result = cli("check", path)

    assert result.exit_code == 1
    assert "error" in result.stdout


def test_binary_bytes_are_an_error_not_a_bug(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "odd.pd"
    path.write_bytes(bytes(range(256)) * 40)

    assert cli("check", path).exit_code == 1


def test_warnings_alone_do_not_fail(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "lonely.pd"
    path.write_text("#N canvas 0 50 450 300 12;\n#X obj 20 20 random 5;\n", "utf-8")

    result = cli("check", path)

    assert result.exit_code == 0
    assert "warning" in result.stdout


def test_an_old_patch_in_latin_1_can_be_read(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "old.pd"
    path.write_bytes(b"#N canvas 0 50 450 300 12;\n#X text 20 20 Fl\xf6te;\n")

    assert cli("check", path).exit_code == 0


def test_standard_input_is_checked(cli: Cli) -> None:
    result = cli("check", "-", stdin=BAD.encode())

    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:2: error connection-port: ")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_wrong_code_gets_the_nearest_right_one(cli: Cli, folder: Path, option: str) -> None:
    result = cli("check", option, "dead-end,fan-uot", folder)

    assert result.exit_code == 2
    assert "Did you mean 'fan-out'?" in result.stderr


def test_codes_are_selected_and_ignored(cli: Cli, folder: Path) -> None:
    bad = folder / "more" / "bad.pd"

    others = cli("check", "--select", "dead-end,fan-out", "--select", "dsp-loop", bad)
    without = cli("check", "--ignore", "connection-port", bad)

    assert (others.exit_code, others.output) == (0, "")
    assert without.exit_code == 0 and "unconnected-box" not in without.output


def test_a_folder_without_patches_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    result = cli("check", tmp_path / "empty")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "no .pd files" in result.stderr


def test_one_rule_is_explained(cli: Cli) -> None:
    result = cli("check", "--explain", "fan-out")

    assert result.exit_code == 0
    assert result.stdout.startswith("## fan-out\n") and "--fix" in result.stdout


def test_check_waits_neither_for_settings_nor_for_the_pipeline(shell: Shell, folder: Path) -> None:
    run = shell("check", folder / "good.pd", PYTHONPROFILEIMPORTTIME="1")

    loaded = run.stderr.decode()
    assert "patchgen.lint.runner" in loaded
    for name in ("pydantic", "importlib.metadata", "patchgen.pipeline", "concurrent.futures"):
        assert name not in loaded


def test_a_missing_file_is_wrong_usage(cli: Cli, tmp_path: Path) -> None:
    result = cli("check", tmp_path / "none.pd")

    assert result.exit_code == 2
    assert "none.pd" in result.stderr
