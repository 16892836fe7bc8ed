"""`patchgen check --in-pd`: what Pd itself says."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Cli
from .patches import GOOD


def test_pd_itself_is_asked(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "main.pd"
    path.write_text(GOOD.replace("print", "mystery 3"), "utf-8")

    result = cli("check", "--in-pd", path)

    assert result.exit_code == 1
    assert f"{path}:3: error pd: Pd couldn't create [mystery 3]" in result.stdout


@pytest.mark.parametrize("choice", [("--ignore", "pd"), ("--select", "unknown-object")])
def test_the_complaints_of_pd_can_be_left_out(
    cli: Cli, tmp_path: Path, choice: tuple[str, str]
) -> None:
    path = tmp_path / "main.pd"
    path.write_text(GOOD.replace("print", "mystery 3"), "utf-8")

    result = cli("check", "--in-pd", *choice, path)

    assert result.exit_code == 0
    assert "unknown-object" in result.stdout and "pd: " not in result.stdout


def test_pd_finds_the_abstractions_beside_the_patch(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "voice.pd").write_text(GOOD, "utf-8")
    path = tmp_path / "main.pd"
    path.write_text("#N canvas 0 50 450 300 12;\n#X obj 20 20 voice;\n", "utf-8")

    assert cli("check", "--in-pd", path).output == ""


def test_what_the_linter_calls_an_error_is_not_told_again(cli: Cli, folder: Path) -> None:
    result = cli("check", "--in-pd", folder / "more" / "bad.pd")

    assert [line for line in result.stdout.splitlines() if " error " in line][1:] == []


@pytest.mark.usefixtures("no_pd")
def test_without_pd_asking_it_is_an_error(cli: Cli, folder: Path) -> None:
    result = cli("check", "--in-pd", folder)

    assert result.exit_code == 1
    assert "Pure Data is not installed" in result.stderr


def test_our_own_abstractions_have_no_findings(cli: Cli) -> None:
    folder = Path(__file__).parents[2] / "abstractions"

    result = cli("check", "--in-pd", folder)

    assert (result.exit_code, result.output) == (0, "")
