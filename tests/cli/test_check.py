"""`patchgen check`: files and folders, findings with lines, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Cli

GOOD = "#N canvas 0 50 450 300 12;\n#X obj 20 20 bng;\n#X obj 20 60 print;\n#X connect 0 0 1 0;\n"
BAD = "#N canvas 0 50 450 300 12;\n#X obj 20 20 bng;\n#X obj 20 60 print;\n#X connect 0 3 1 0;\n"
SCRIPT = "#N canvas 0 50 450 300 12;\npd quit;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two patches, one of them in a folder inside, and a file of another kind."""
    (tmp_path / "patches" / "more").mkdir(parents=True)
    (tmp_path / "patches" / "good.pd").write_text(GOOD, "utf-8")
    (tmp_path / "patches" / "more" / "bad.pd").write_text(BAD, "utf-8")
    (tmp_path / "patches" / "notes.txt").write_text("not a patch", "utf-8")
    return tmp_path / "patches"


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


def test_a_missing_file_is_wrong_usage(cli: Cli, tmp_path: Path) -> None:
    result = cli("check", tmp_path / "none.pd")

    assert result.exit_code == 2
    assert "none.pd" in result.stderr
