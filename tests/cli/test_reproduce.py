"""`patchgen reproduce`: the same bytes again, or plainly why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Cli, Shell

PROMPT = "Create a Pure Data patch that plays a random melody,  with a toggle ;and a volume control"
GIVEN = "#N canvas 0 50 450 300 12;\n#X obj 100 80 osc~ 440;\n"


@pytest.fixture
def made(cli: Cli, tmp_path: Path) -> Path:
    """A patch that was made with settings of its own."""
    path = tmp_path / "melody.pd"
    result = cli(
        "generate", PROMPT, "--seed", 1804289383, "--temperature", 1.1, "--top-k", 30,
        "--candidates", 3, "-o", path,
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    return path


def test_the_same_bytes_come_out_in_another_process(shell: Shell, made: Path) -> None:
    before = made.read_bytes()
    again = made.with_name("again.pd")

    result = shell("reproduce", made, "-o", again)

    assert result.returncode == 0, result.stderr
    assert b"the same bytes" in result.stdout
    assert again.read_bytes() == before == made.read_bytes()


def test_without_an_output_nothing_is_left(cli: Cli, made: Path) -> None:
    before = sorted(made.parent.glob("*.pd"))

    told = json.loads(cli("reproduce", made, "--json").stdout)

    assert (told["is_same"], told["differences"]) == (True, [])
    assert sorted(made.parent.glob("*.pd")) == before


def test_a_continued_patch_is_made_again_from_the_given_one(cli: Cli, tmp_path: Path) -> None:
    given, path = tmp_path / "mine, 2.pd", tmp_path / "more.pd"
    given.write_text(GIVEN, "utf-8")
    assert cli("continue", given, "--seed", 4, "-o", path).exit_code == 0

    beside = cli("reproduce", path)
    moved = given.rename(tmp_path / "other.pd")
    missing = cli("reproduce", path)
    named = cli("reproduce", path, "--given", moved)
    moved.write_text(GIVEN.replace("440", "220"), "utf-8")
    changed = cli("reproduce", path, "--given", moved)

    assert (beside.exit_code, missing.exit_code, named.exit_code, changed.exit_code) == (0, 1, 0, 1)
    assert "--given" in missing.stderr
    assert "not the patch that was continued" in changed.stdout


def test_a_file_that_was_changed_is_told(cli: Cli, made: Path) -> None:
    made.write_text(made.read_text("utf-8").replace("#X obj", "#X text 9 9 mine;\n#X obj", 1))

    result = cli("reproduce", made)

    assert result.exit_code == 1
    assert "changed after it was written" in result.stdout


def test_other_versions_and_models_are_named(cli: Cli, made: Path) -> None:
    text = made.read_text("utf-8")
    for old, new in (("pd=Pd-0.5", "pd=Pd-0.4"), ("sha256=", "sha256=00")):
        text = text.replace(old, new, 1)
    made.write_text(text, "utf-8")

    told = json.loads(cli("reproduce", made, "--json").stdout)

    assert told["is_same"] is False
    assert len(told["differences"]) == 2
    assert "the model patchgen-small was 00" in told["differences"][0]
    assert "pd was Pd-0.4" in told["differences"][1]


def test_a_patch_of_a_server_need_not_come_out_the_same(cli: Cli, made: Path) -> None:
    text = made.read_text("utf-8")
    start = text.index("sha256=")
    made.write_text(text[:start] + text[text.index(" ", start) + 1 :], "utf-8")

    told = json.loads(cli("reproduce", made, "--json").stdout)

    assert told["is_same"] is False
    assert "ran on a server" in told["differences"][0]


@pytest.mark.parametrize(("text", "says"), [(GIVEN, "pd META"), ("hello", "line 1")])
def test_a_file_that_tells_nothing_is_refused(
    cli: Cli, tmp_path: Path, text: str, says: str
) -> None:
    path = tmp_path / "mine.pd"
    path.write_text(text, "utf-8")

    result = cli("reproduce", path)

    assert result.exit_code == 1
    assert says in result.stderr


def test_a_model_that_is_not_here_is_told(cli: Cli, made: Path) -> None:
    text = made.read_text("utf-8").replace("model=patchgen-small", "model=patchgen-huge")
    made.write_text(text, "utf-8")

    result = cli("reproduce", made)

    assert result.exit_code == 1
    assert "patchgen-huge" in result.stderr
