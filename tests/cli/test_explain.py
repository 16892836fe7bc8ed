"""`patchgen explain`: words, data, Pd, and what is beside the patch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Cli

TONE = (
    "#N canvas 0 50 450 300 12;\n#X text 10 5 A tone.;\n#X obj 20 40 osc~ 440;\n"
    "#X obj 20 70 *~;\n#X obj 20 100 dac~;\n#X connect 1 0 2 0;\n#X connect 2 0 3 0;\n"
    "#X connect 2 0 3 1;\n"
)


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    """A patch that is silent for want of a factor."""
    path = tmp_path / "tone.pd"
    path.write_text(TONE, "utf-8")
    return path


def test_words_name_the_patch_and_its_trouble(cli: Cli, tone: Path) -> None:
    result = cli("explain", tone)

    assert result.exit_code == 0
    assert result.stdout.startswith("tone.pd is a patch of 3 boxes.\n  A tone.\n")
    assert "DSP must be on" in result.stdout
    assert "[*~] multiplies by 0, and no cord leads there (box 2)" in result.stdout


def test_json_has_the_same_as_data(cli: Cli, tone: Path) -> None:
    data = json.loads(cli("explain", "--json", tone).stdout)

    assert data["sound"]["verdict"] == "silent"
    (trouble,) = data["sound"]["troubles"]
    assert (trouble["code"], trouble["place"], trouble["is_waiting"]) == ("gain-zero", ":2", False)
    assert data["signal_chains"][0]["boxes"] == ["[osc~ 440]", "[*~]", "[dac~]"]
    assert data["measured"] is None


def test_in_pd_the_first_silent_box_is_heard(cli: Cli, tone: Path) -> None:
    result = cli("explain", "--in-pd", "--brief", tone)

    assert result.exit_code == 0
    assert "The first silent box on the way is [*~] (box 2)." in result.stdout
    assert "[osc~ 440] -3 dB" in result.stdout


def test_standard_input_is_read(cli: Cli) -> None:
    result = cli("explain", "--brief", "-", stdin=TONE.encode())

    assert result.stdout.startswith("This is a patch of 3 boxes.")


def test_abstractions_beside_the_patch_are_opened(cli: Cli, tone: Path) -> None:
    (tone.parent / "gain.pd").write_text(
        "#N canvas 0 50 450 300 12;\n#X obj 10 10 inlet~;\n#X obj 10 40 *~ \\$1;\n"
        "#X obj 10 70 outlet~;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n",
        "utf-8",
    )
    tone.write_text(TONE.replace("*~;", "gain 0.5;"), "utf-8")

    result = cli("explain", tone)

    assert "[osc~ 440] -> (gain 0.5: [*~ 0.5]) -> [dac~]" in result.stdout
    assert "Sound comes by itself." in result.stdout


def test_a_folder_for_abstractions_can_be_given(cli: Cli, tone: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "gain.pd").write_text("#N canvas 0 50 450 300 12;\n#X obj 10 10 inlet~;\n", "utf-8")
    tone.write_text(TONE.replace("*~;", "gain;"), "utf-8")

    without, given = cli("explain", tone), cli("explain", "--path", more, tone)

    assert "unknown objects: gain" in without.stdout
    assert "unknown objects" not in given.stdout


def test_a_text_that_is_no_patch_is_an_error(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "no.pd"
    path.write_text("hello", "utf-8")

    result = cli("explain", path)

    assert result.exit_code == 1
    assert "line 1" in result.stderr
