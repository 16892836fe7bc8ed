"""`patchgen layout`: in place or elsewhere, whole or not at all."""

from __future__ import annotations

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


def test_latin_1_comes_out_as_utf_8(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "old.pd"
    path.write_bytes(b"#N canvas 0 50 450 300 12;\n#X text 20 20 Fl\xf6te;\n")

    assert cli("layout", path).exit_code == 0
    assert "Fl\N{LATIN SMALL LETTER O WITH DIAERESIS}te" in path.read_text("utf-8")


def test_what_is_no_patch_stays_as_it_is(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "odd.pd"
    path.write_text("no patch", "utf-8")

    result = cli("layout", path)

    assert result.exit_code == 1
    assert "error: line 1, column 1" in result.stderr
    assert path.read_text("utf-8") == "no patch"


def test_a_place_that_cannot_be_written_is_told(cli: Cli, heap: Path, below_a_file: Path) -> None:
    result = cli("layout", heap, "-o", below_a_file / "new.pd")

    assert result.exit_code == 1
    assert "error: cannot write" in result.stderr
    assert "hint: " in result.stderr
