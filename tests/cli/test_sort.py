"""`patchgen sort`: in place or elsewhere, and only what is not sorted."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.pd.parse import parse

from .conftest import Cli

MIXED = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 90 dac~;\n#X obj 10 10 osc~ 440;\n"
    "#X connect 1 0 0 0;\n#X connect 1 0 0 1;\n"
)
SORTED = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ 440;\n#X obj 10 90 dac~;\n"
    "#X connect 0 0 1 0;\n#X connect 0 0 1 1;\n"
)
LOADBANGS = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 90 loadbang;\n#X obj 200 50 f;\n#X obj 10 10 loadbang;\n"
)


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A patch whose lowest box comes first."""
    path = tmp_path / "mixed.pd"
    path.write_bytes(MIXED.encode())
    return path


def test_a_patch_is_sorted_in_place(cli: Cli, mixed: Path) -> None:
    result = cli("sort", mixed)

    assert (result.exit_code, result.output) == (0, "")
    assert mixed.read_text("utf-8") == SORTED


def test_a_sorted_patch_is_not_touched(cli: Cli, mixed: Path) -> None:
    cli("sort", mixed)
    before = mixed.stat()

    result = cli("sort", mixed)

    after = mixed.stat()
    assert result.exit_code == 0
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_another_file_leaves_the_first_alone(cli: Cli, mixed: Path, tmp_path: Path) -> None:
    result = cli("sort", mixed, "-o", tmp_path / "new.pd")

    assert result.exit_code == 0
    assert mixed.read_text("utf-8") == MIXED
    assert (tmp_path / "new.pd").read_text("utf-8") == SORTED


def test_standard_input_goes_to_standard_output(cli: Cli) -> None:
    result = cli("sort", "-", stdin=MIXED.encode())

    assert (result.exit_code, result.stdout) == (0, SORTED)


def test_a_file_can_go_to_standard_output(cli: Cli, mixed: Path) -> None:
    result = cli("sort", mixed, "-o", "-")

    assert result.stdout == SORTED
    assert mixed.read_text("utf-8") == MIXED


def test_check_names_what_is_not_sorted_and_writes_nothing(cli: Cli, mixed: Path) -> None:
    (mixed.parent / "sorted.pd").write_text(SORTED, "utf-8")

    result = cli("sort", "--check", mixed.parent)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == f"{mixed} is not sorted\n"
    assert mixed.read_text("utf-8") == MIXED


def test_check_is_silent_about_what_is_sorted(cli: Cli, mixed: Path) -> None:
    mixed.write_text(SORTED, "utf-8")

    result = cli("sort", "--check", mixed)

    assert (result.exit_code, result.output) == (0, "")


def test_diff_shows_what_would_change_and_writes_nothing(cli: Cli, mixed: Path) -> None:
    result = cli("sort", "--diff", mixed)

    assert result.exit_code == 0
    assert f"--- a/{mixed}\n+++ b/{mixed}\n" in result.stdout
    assert "\n+#X connect 0 0 1 0;\n" in result.stdout
    assert mixed.read_text("utf-8") == MIXED


def test_loadbangs_change_places_only_when_told_to_sort_freely(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "loadbangs.pd"
    path.write_text(LOADBANGS, "utf-8")

    kept = cli("sort", path, "-o", "-").stdout
    freely = cli("sort", "--freely", path, "-o", "-").stdout

    assert [box.y for box in parse(kept).boxes] == [50, 90, 10]
    assert [box.y for box in parse(freely).boxes] == [10, 50, 90]


def test_line_ends_of_windows_stay(cli: Cli, mixed: Path) -> None:
    mixed.write_bytes(MIXED.replace("\n", "\r\n").encode())

    cli("sort", mixed)

    assert mixed.read_bytes() == SORTED.replace("\n", "\r\n").encode()


def test_latin_1_stays_latin_1_in_place(cli: Cli, mixed: Path) -> None:
    mixed.write_bytes(MIXED.encode() + b"#X text 90 200 Fl\xf6te;\n")

    result = cli("sort", mixed)

    assert result.exit_code == 0
    assert mixed.read_bytes().splitlines()[3] == b"#X text 90 200 Fl\xf6te;"


@pytest.mark.parametrize("text", ["no patch", "", "#N canvas 0 0 1 1;\n#X obj 1 1 f"])
def test_a_broken_file_is_told_and_stays_while_the_others_are_sorted(
    cli: Cli, mixed: Path, text: str
) -> None:
    broken = mixed.parent / "broken.pd"
    broken.write_text(text, "utf-8")

    result = cli("sort", mixed.parent)

    assert result.exit_code == 1
    assert f"error: {broken}: line " in result.stderr
    assert broken.read_text("utf-8") == text
    assert mixed.read_text("utf-8") == SORTED


def test_a_link_stays_a_link(cli: Cli, mixed: Path) -> None:
    link = mixed.parent / "link.pd"
    link.symlink_to(mixed)

    cli("sort", link)

    assert link.is_symlink()
    assert mixed.read_text("utf-8") == SORTED


def test_one_output_for_several_files_is_wrong_usage(cli: Cli, mixed: Path) -> None:
    for arguments in ((mixed, mixed), (mixed.parent,)):
        result = cli("sort", *arguments, "-o", "new.pd")

        assert result.exit_code == 2
        assert "-o takes one FILE" in result.stderr


def test_a_place_that_cannot_be_written_is_told(cli: Cli, mixed: Path, below_a_file: Path) -> None:
    result = cli("sort", mixed, "-o", below_a_file / "new.pd")

    assert result.exit_code == 1
    assert "error: cannot write" in result.stderr
