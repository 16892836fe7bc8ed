"""`patchgen check --capabilities`: what patches reach, with the box and what would be refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from patchgen.cli.check import command

PATCH = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 dac~;\n#N canvas 0 0 9 9 sub 0;\n"
    "#X obj 10 10 readsf~;\n#X restore 10 40 pd sub;\n#X msg 10 90 \\; pd quit;\n"
)


@pytest.fixture
def patch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A patch that plays sound, reads a file and quits Pd; no settings but the defaults."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "a.pd"
    path.write_text(PATCH, "utf-8")
    return path


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(command, ["--capabilities", *map(str, words)])


def test_each_reach_has_its_line_its_box_and_a_verdict(patch: Path) -> None:
    result = run(patch)

    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{patch}:2: audio: [dac~]",
        f"{patch}:6: control: the message `; pd quit` (refused)",
        f"{patch}:4: read: [readsf~] (refused)",
    ]


def test_json_has_the_same_with_places(patch: Path) -> None:
    (report,) = json.loads(run("--json", patch).output)

    assert report["capabilities"] == ["audio", "control", "read"]
    assert [reach["place"] for reach in report["reaches"]] == [":0", ":2", "1:0"]
    assert [reach["refused"] for reach in report["reaches"]] == [False, True, True]


def test_what_the_user_allows_is_not_refused(patch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATCHGEN_ALLOW", "read")

    lines = run(patch).output.splitlines()

    assert lines[2].endswith("read: [readsf~]")
    assert lines[1].endswith("(refused)")


def test_a_patch_that_reaches_nothing_says_so(patch: Path) -> None:
    patch.write_text("#N canvas 0 50 450 300 12;\n#X obj 10 10 f;\n", "utf-8")

    result = run(patch)

    assert (result.exit_code, result.output) == (0, f"{patch}: reaches nothing beyond itself\n")


def test_a_file_that_is_no_patch_is_told_and_fails(patch: Path) -> None:
    patch.write_text("hello", "utf-8")

    result = run(patch)

    assert result.exit_code == 1
    assert "a.pd" in result.output


def test_it_does_not_go_with_fix(patch: Path) -> None:
    assert run("--fix", patch).exit_code == 2
