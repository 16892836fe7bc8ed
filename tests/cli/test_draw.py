"""`patchgen draw`: the ending says the kind of picture, without one it is a listing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from .conftest import Cli

PATCH = (
    "#N canvas 0 50 450 300 12;\n#X obj 20 20 voice 3;\n"
    "#N canvas 0 50 200 100 synth 0;\n#X obj 10 10 osc~ 440;\n"
    "#N canvas 0 50 100 50 inner 0;\n#X msg 5 5 deep;\n#X restore 10 60 pd inner;\n"
    "#N canvas 0 0 450 300 (subpatch) 0;\n#X array a 10 float 2;\n"
    "#X coords 0 1 10 -1 90 50 1 0 0;\n#X restore 90 40 graph;\n"
    "#X restore 20 60 pd synth;\n#X obj 20 100 dac~;\n#X connect 0 0 2 0;\n"
)
VOICE = "#N canvas 0 50 450 300 12;\n#X obj 20 20 outlet~;\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A patch with an abstraction beside it and two subpatches in each other."""
    (tmp_path / "voice.pd").write_text(VOICE, "utf-8")
    path = tmp_path / "patch.pd"
    path.write_text(PATCH, "utf-8")
    return path


def test_terminal_gets_a_listing(cli: Cli, file: Path) -> None:
    result = cli("draw", file)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "0 [voice 3]  ⇒ 2", "voice.pd says it is a signal"
    assert "[osc~ 440]" in result.stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.svg", b"<svg "), ("x.png", b"\x89PNG"), ("x.mmd", b"flowchart TD\n"),
        ("x.mermaid", b"flowchart TD\n"), ("x.TXT", b"0 [voice 3]"),
    ],
)  # fmt: skip
def test_ending_says_the_kind(cli: Cli, file: Path, name: str, start: bytes) -> None:
    picture = file.with_name(name)

    result = cli("draw", file, "-o", picture)

    assert (result.exit_code, result.output) == (0, "")
    assert picture.read_bytes().startswith(start)


def test_other_ending_is_wrong_usage(cli: Cli, file: Path) -> None:
    result = cli("draw", file, "-o", file.with_name("x.jpg"))

    assert result.exit_code == 2
    assert ".svg, .png, .mmd, .txt" in result.stderr


def test_stdin_goes_to_stdout(cli: Cli, home: Path) -> None:
    result = cli("draw", "-", "-o", "-", "--format", "svg", stdin=PATCH.encode())

    assert result.exit_code == 0
    assert ET.fromstring(result.stdout).tag.endswith("svg")


def test_abstractions_can_lie_elsewhere(cli: Cli, file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "library"
    elsewhere.mkdir()
    (tmp_path / "voice.pd").rename(elsewhere / "voice.pd")

    assert "⇒ 2" not in cli("draw", file).stdout
    assert "⇒ 2" in cli("draw", file, "--path", elsewhere).stdout


def test_subpatch_alone(cli: Cli, file: Path) -> None:
    result = cli("draw", file, "--canvas", "1/1")

    assert (result.exit_code, result.stdout) == (0, "0 [deep(\n")


@pytest.mark.parametrize("place", ["0", "9", "1/0", "x"])
def test_place_without_a_subpatch_is_told(cli: Cli, file: Path, place: str) -> None:
    result = cli("draw", file, "--canvas", place)

    assert result.exit_code == 1
    assert f"error: no subpatch at {place}" in result.stderr
    assert "hint: " in result.stderr


def test_all_gives_a_file_for_each_window(cli: Cli, file: Path) -> None:
    cli("draw", file, "-o", file.with_name("x.svg"), "--all")

    assert sorted(path.name for path in file.parent.glob("*.svg")) == [
        "x-1-1.svg", "x-1.svg", "x.svg",
    ]  # fmt: skip
    assert 'font-size="12"' in file.with_name("x-1.svg").read_text("utf-8")


def test_all_without_a_file_is_wrong_usage(cli: Cli, file: Path) -> None:
    assert cli("draw", file, "--all").exit_code == 2
    assert cli("draw", file, "--all", "-o", file.with_name("x.mmd")).exit_code == 2


def test_png_can_be_larger(cli: Cli, file: Path) -> None:
    picture = file.with_name("x.png")

    cli("draw", file, "-o", picture, "--scale", "2")

    assert picture.read_bytes()[16:24] == bytes((0, 0, 3, 132, 0, 0, 2, 88)), "900 by 600"


def test_listing_in_plain_signs(cli: Cli, file: Path) -> None:
    result = cli("draw", file, "--ascii")

    assert result.stdout.isascii()
    assert "=> 2" in result.stdout


def test_what_is_no_patch_leaves_no_file(cli: Cli, tmp_path: Path) -> None:
    odd = tmp_path / "odd.pd"
    odd.write_text("no patch", "utf-8")

    result = cli("draw", odd, "-o", tmp_path / "x.svg")

    assert result.exit_code == 1
    assert not (tmp_path / "x.svg").exists()


def test_place_that_cannot_be_written_is_told(cli: Cli, file: Path, below_a_file: Path) -> None:
    result = cli("draw", file, "-o", below_a_file / "x.svg")

    assert result.exit_code == 1
    assert "error: cannot write" in result.stderr
