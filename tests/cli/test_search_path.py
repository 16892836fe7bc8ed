"""Which Pd a patch is for, and where its abstractions are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.cli.search_path import TARGETS

from .conftest import Cli
from .patches import GOOD

VOICE = "#N canvas 0 50 450 300 12;\n#X obj 20 20 voice;\n#X obj 20 60 dac~;\n#X connect 0 0 1 0;\n"
UNKNOWN = {"check": "no object [voice]", "explain": "unknown objects: voice", "draw": "→"}
"""What each command says about VOICE where there is no such abstraction; an arrow is no signal."""


def installed(folder: Path) -> None:
    """Puts an abstraction where a Pd looks for libraries."""
    folder.mkdir()
    (folder / "voice.pd").write_text(
        "#N canvas 0 50 450 300 12;\n#X obj 20 20 osc~ 440;\n#X obj 20 60 outlet~;\n"
        "#X connect 0 0 1 0;\n",
        "utf-8",
    )


def test_the_target_decides_which_objects_and_ports_there_are(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "purr.pd"
    path.write_text(GOOD.replace("bng", "array define a").replace("print", "abclone x"), "utf-8")

    vanilla = cli("check", path).stdout
    purr = cli("check", "--target", "purr-data", path).stdout
    both = cli("check", "--target", "both", path).stdout

    assert "has no object [abclone]" in vanilla and "engine-difference" not in vanilla
    assert "unknown-object" not in purr and "connection-port" in purr
    assert "unknown-object" in both and "engine-difference" in both


def test_abstractions_beside_the_patch_are_known(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "main.pd"
    path.write_text(GOOD.replace("print", "voice"), "utf-8")
    before = cli("check", path).stdout

    (tmp_path / "voice.pd").write_text(
        "#N canvas 0 50 450 300 12;\n#X obj 20 20 inlet;\n#X obj 20 60 print;\n"
        "#X connect 0 0 1 0;\n",
        "utf-8",
    )

    assert "unknown-object" in before
    assert cli("check", path).output == ""


def test_a_patch_alone_has_no_unknown_objects(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "main.pd"
    path.write_text(GOOD.replace("print", "mystery"), "utf-8")

    assert cli("check", path).exit_code == 0
    assert cli("check", "--alone", path).exit_code == 1


def test_abstractions_are_found_on_a_search_path(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "voice.pd").write_text(GOOD, "utf-8")
    path = tmp_path / "main.pd"
    path.write_text("#N canvas 0 50 450 300 12;\n#X obj 20 20 voice;\n", "utf-8")

    alone, together = cli("check", path), cli("check", "--path", tmp_path / "sounds", path)

    assert "unknown-object" in alone.stdout
    assert together.output == ""


@pytest.mark.parametrize("command", ["check", "explain", "draw"])
def test_abstractions_are_found_where_pd_looks_for_libraries(
    cli: Cli, home: Path, tmp_path: Path, command: str
) -> None:
    path = tmp_path / "main.pd"
    path.write_text(VOICE, "utf-8")
    before = cli(command, path).stdout

    installed(home / "pd-externals")

    assert UNKNOWN[command] in before
    assert UNKNOWN[command] not in cli(command, path).stdout


def test_each_pd_has_its_own_places(cli: Cli, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "main.pd"
    path.write_text(VOICE, "utf-8")
    installed(home / "pd-l2ork-externals")

    told = {target: cli("check", "--target", target, path).stdout for target in TARGETS}

    assert {target for target, text in told.items() if "no object [voice]" in text} == {"vanilla"}


def test_a_patch_alone_does_without_the_libraries_of_this_machine(
    cli: Cli, home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "main.pd"
    path.write_text(VOICE, "utf-8")
    installed(home / "pd-externals")

    assert cli("check", path).exit_code == 0
    assert cli("check", "--alone", path).exit_code == 1
