"""`patchgen stats`: tables, data and pictures of what patches are made of."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .conftest import Cli, command_line, surroundings

PATCH = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 t b b;\n#X obj 10 40 trigger f;\n"
    "#X obj 10 70 voice 1;\n#X obj 10 90 strange;\n#X msg 10 110 1;\n#X text 10 130 trigger;\n"
)
VOICE = "#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ 440;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A patch with an abstraction beside it, and a broken file."""
    folder = tmp_path / "patches"
    folder.mkdir()
    (folder / "main.pd").write_text(PATCH, "utf-8")
    (folder / "voice.pd").write_bytes(VOICE.replace("\n", "\r\n").encode("latin-1"))
    (folder / "broken.pd").write_text("#N canvas 0 0 1 1;\n#X obj 1 1 f", "utf-8")
    return folder


def test_the_table_tells_objects_kinds_and_sizes(cli: Cli, folder: Path) -> None:
    result = cli("stats", folder)

    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "2 files, 1 failure"
    assert "trigger  vanilla          2      1" in lines
    assert "voice    abstraction      1      1" in lines
    assert "strange  unknown          1      1" in lines
    assert "comment          1" in lines
    assert any(line.startswith("bytes ") for line in lines)


def test_a_file_that_cannot_be_read_is_told(cli: Cli, folder: Path) -> None:
    result = cli("stats", folder)

    assert result.stderr.startswith(f"{folder / 'broken.pd'}: line 2, column 1: ")


def test_only_when_nothing_can_be_read_it_fails(cli: Cli, folder: Path) -> None:
    result = cli("stats", folder / "broken.pd")

    assert result.exit_code == 1
    assert result.stdout == "0 files, 1 failure\n"


def test_an_empty_folder_has_nothing_to_count(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert cli("stats", tmp_path / "empty").exit_code == 1


def test_top_and_all_say_how_many_objects_are_shown(cli: Cli, folder: Path) -> None:
    short, whole = cli("stats", folder, "--top", 1), cli("stats", folder, "--all")

    assert "(3 more: --all)" in short.stdout
    assert "strange" not in short.stdout
    assert "more" not in whole.stdout


def test_json_holds_everything(cli: Cli, folder: Path) -> None:
    result = cli("stats", folder, "--json", "--top", 1)

    data = json.loads(result.stdout)
    assert data["files"] == 2
    assert data["objects"][0] == {"name": "trigger", "library": "vanilla", "boxes": 2, "files": 1}
    assert len(data["objects"]) == 4
    assert data["kinds"] == {"object": 5, "message": 1}
    assert data["comments"] == 1
    assert data["sizes"]["boxes"] == {"median": 1, "p90": 6, "most": 6}
    assert data["failures"][0]["file"] == str(folder / "broken.pd")
    assert data["failures"][0]["line"] == 2


def test_csv_holds_all_objects(cli: Cli, folder: Path) -> None:
    result = cli("stats", folder, "--csv", "--top", 1)

    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert rows[0] == {"object": "trigger", "from": "vanilla", "boxes": "2", "files": "1"}
    assert len(rows) == 4


def test_json_and_csv_exclude_each_other(cli: Cli, folder: Path) -> None:
    assert cli("stats", folder, "--csv", "--json").exit_code == 2


def test_a_chart_is_written_as_svg(cli: Cli, folder: Path, tmp_path: Path) -> None:
    result = cli("stats", folder, "--top", 2, "-o", tmp_path / "chart.svg")

    drawing = ElementTree.parse(tmp_path / "chart.svg")
    words = [element.text for element in drawing.iter() if element.tag.endswith("text")]
    assert (result.exit_code, result.stdout) == (0, "")
    assert "trigger" in words
    assert "strange" not in words


def test_a_chart_is_written_as_png(cli: Cli, folder: Path, tmp_path: Path) -> None:
    result = cli("stats", folder, "-o", tmp_path / "chart.png")

    assert result.exit_code == 0
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG\r\n")


def test_a_picture_of_another_kind_is_wrong_usage(cli: Cli, folder: Path) -> None:
    result = cli("stats", folder, "-o", "chart.gif")

    assert result.exit_code == 2
    assert "must end in .svg or .png" in result.stderr


def test_names_cannot_steer_the_terminal(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "odd.pd"
    path.write_text("#N canvas 0 50 450 300 12;\n#X obj 10 10 \x1b[31mred;\n", "utf-8")

    result = cli("stats", path)

    assert "\x1b" not in result.stdout
    assert "\N{REPLACEMENT CHARACTER}[31mred" in result.stdout


def test_a_file_named_twice_counts_once(cli: Cli, folder: Path) -> None:
    result = cli("stats", folder / "main.pd", folder / "main.pd")

    assert result.stdout.startswith("1 file, 0 failures\n")


def test_progress_is_shown_on_a_terminal(home: Path, folder: Path) -> None:
    ours, theirs = os.openpty()

    done = subprocess.run(
        command_line("stats", folder / "main.pd"), stderr=theirs, stdout=subprocess.PIPE,
        env=surroundings({"TERM": "xterm"}), timeout=60, check=False,
    )  # fmt: skip

    os.close(theirs)
    shown = os.read(ours, 10_000)
    os.close(ours)
    assert done.returncode == 0
    assert b"reading" in shown


def test_no_progress_is_shown_elsewhere(cli: Cli, folder: Path) -> None:
    assert cli("stats", folder / "main.pd").stderr == ""
