"""`patchgen layout`: in place or elsewhere, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from patchgen.pd.parse import parse

from .conftest import Cli

HEAPED = (
    "#N canvas 0 50 450 300 12;\n#X obj 0 0 osc~ 440;\n#X obj 0 0 *~ 0.1;\n#X obj 0 0 dac~;\n"
    "#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n#X connect 1 0 2 1;\n"
)


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    """A patch whose boxes all lie on each other."""
    path = tmp_path / "heap.pd"
    path.write_text(HEAPED, "utf-8")
    return path


def places(path: Path) -> list[tuple[float, float]]:
    """Where the boxes of a file are."""
    return [(box.x, box.y) for box in parse(path.read_text("utf-8")).boxes]


def test_boxes_get_places_of_their_own(cli: Cli, heap: Path) -> None:
    result = cli("layout", heap)

    assert (result.exit_code, result.output) == (0, "")
    assert len(set(places(heap))) == 3


def test_nothing_but_places_changes(cli: Cli, heap: Path) -> None:
    before = parse(heap.read_text("utf-8"))

    cli("layout", heap)

    after = parse(heap.read_text("utf-8"))
    assert [box.atoms for box in after.boxes] == [box.atoms for box in before.boxes]
    assert after.connections == before.connections


def test_another_file_leaves_the_first_alone(cli: Cli, heap: Path, tmp_path: Path) -> None:
    result = cli("layout", heap, "-o", tmp_path / "new.pd")

    assert result.exit_code == 0
    assert heap.read_text("utf-8") == HEAPED
    assert len(set(places(tmp_path / "new.pd"))) == 3


def test_encoding_and_line_ends_stay(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "old.pd"
    path.write_bytes(b"#N canvas 0 50 450 300 12;\r\n#X text 90 90 Fl\xf6te;\r\n")

    assert cli("layout", path).exit_code == 0
    assert path.read_bytes() == (b"#N canvas 0 50 300 200 12;\r\n#X text 20 20 Fl\xf6te;\r\n")


def test_what_is_no_patch_stays_as_it_is(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "odd.pd"
    path.write_text("no patch", "utf-8")

    result = cli("layout", path)

    assert result.exit_code == 1
    assert "odd.pd: line 1, column 1" in result.stderr
    assert path.read_text("utf-8") == "no patch"


def test_a_place_that_cannot_be_written_is_told(cli: Cli, heap: Path, below_a_file: Path) -> None:
    result = cli("layout", heap, "-o", below_a_file / "new.pd")

    assert result.exit_code == 1
    assert "error: cannot write" in result.stderr
    assert "hint: " in result.stderr


def test_standard_input_comes_out_on_standard_output(cli: Cli) -> None:
    result = cli("layout", "-", stdin=HEAPED.encode())

    assert result.exit_code == 0
    assert len({(box.x, box.y) for box in parse(result.stdout).boxes}) == 3


def test_folder_means_all_patches_below_it(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "patches" / "deep"
    folder.mkdir(parents=True)
    for name in ("a.pd", "b.pd"):
        (folder / name).write_text(HEAPED, "utf-8")

    assert cli("layout", tmp_path / "patches").exit_code == 0
    assert all(len(set(places(folder / name))) == 3 for name in ("a.pd", "b.pd"))


def test_check_names_what_can_be_better_and_writes_nothing(cli: Cli, heap: Path) -> None:
    result = cli("layout", "--check", heap)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "heap.pd can be laid out better" in result.stderr
    assert heap.read_text("utf-8") == HEAPED


def test_check_is_content_with_what_is_laid_out(cli: Cli, heap: Path) -> None:
    cli("layout", heap)
    first = heap.read_text("utf-8")

    result = cli("layout", "--check", heap)

    assert (result.exit_code, result.output) == (0, "")
    assert heap.read_text("utf-8") == first


def test_diff_shows_the_records_that_would_change(cli: Cli, heap: Path) -> None:
    result = cli("layout", "--diff", heap)

    assert result.exit_code == 0
    assert "-#X obj 0 0 dac~;" in result.stdout
    assert "+#X obj 20 80 dac~;" in result.stdout
    assert heap.read_text("utf-8") == HEAPED


def test_metric_prints_figures_before_and_after(cli: Cli, heap: Path) -> None:
    result = cli("layout", "--metric", heap)

    overlaps = next(line for line in result.stdout.splitlines() if "overlaps" in line)
    assert overlaps.split() == ["overlaps", "3", "0"]
    assert heap.read_text("utf-8") == HEAPED


def test_json_holds_the_figures(cli: Cli, heap: Path) -> None:
    found = json.loads(cli("layout", "--json", heap).stdout)

    assert found[0]["file"] == str(heap)
    assert found[0]["before"]["overlaps"] == 3
    assert found[0]["after"]["overlaps"] == 0
    assert found[0]["is_better"] is True


def test_one_output_takes_one_file(cli: Cli, heap: Path, tmp_path: Path) -> None:
    result = cli("layout", heap, heap, "-o", tmp_path / "new.pd")

    assert result.exit_code == 2
    assert "-o takes one FILE" in result.stderr
