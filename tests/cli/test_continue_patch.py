"""`patchgen continue` with the bundled model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from patchgen.pd.parse import parse

from .conftest import Cli, Shell

GIVEN = "#N canvas 0 50 450 300 12;\n#X obj 100 80 osc~ 440;\n#X text 200 80 my tone;\n"
WORDS = ("Create a Pure Data patch", "that plays a sine with a volume slider")


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A patch that somebody has begun."""
    path = tmp_path / "mine.pd"
    path.write_text(GIVEN, "utf-8")
    return path


def test_a_patch_is_completed_in_a_new_file(cli: Cli, home: Path, given: Path) -> None:
    result = cli("continue", given, "--seed", 1, "--", *WORDS)

    assert result.exit_code == 0, result.output
    path = Path(result.stdout.splitlines()[0])
    assert path == home / "patchgen" / "mine-continued.pd"
    canvas = parse(path.read_text("utf-8"))
    assert canvas.boxes[:2] == parse(GIVEN).boxes
    assert "dac~" in [box.name for box in canvas.boxes]
    assert given.read_text("utf-8") == GIVEN


def test_without_words_the_patch_speaks_for_itself(cli: Cli, given: Path) -> None:
    told = cli("continue", given, "--seed", 1, "--json", "-o", given.with_name("new.pd"))

    assert "oscillator" in json.loads(told.stdout)["prompt"]


def test_the_given_file_cannot_be_the_result(cli: Cli, given: Path) -> None:
    result = cli("continue", given, "-o", given)

    assert result.exit_code == 1
    assert "is continued" in result.stderr
    assert given.read_text("utf-8") == GIVEN


@pytest.mark.parametrize(
    ("text", "says"), [("hello", "not a patch"), (f"{GIVEN}#X obj 9 9 shell;\n", "shell")]
)
def test_what_cannot_be_continued_is_told(cli: Cli, given: Path, text: str, says: str) -> None:
    given.write_text(text, "utf-8")

    result = cli("continue", given)

    assert result.exit_code == 1
    assert says in result.stderr
    assert "hint:" in result.stderr


def test_the_same_seed_gives_the_same_bytes_in_another_process(
    cli: Cli, shell: Shell, given: Path, tmp_path: Path
) -> None:
    one, other = tmp_path / "one.pd", tmp_path / "other.pd"

    cli("continue", given, "--seed", 5, "-o", one, "--", *WORDS)
    shell("continue", given, "--seed", 5, "-o", other, "--", *WORDS)

    assert one.read_bytes() == other.read_bytes()
