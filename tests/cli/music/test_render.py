"""`patchgen music render`, `play` and `eval`: a piece in every guise."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from patchgen.headless.load import load
from patchgen.music import beat, midi

from ..conftest import Cli
from .pieces import TUNE, WALTZ


@pytest.fixture
def waltz(tmp_path: Path) -> Path:
    path = tmp_path / "waltz.txt"
    path.write_text(WALTZ, "utf-8")
    return path


def test_a_piece_is_the_same_in_every_guise(cli: Cli, waltz: Path, tmp_path: Path) -> None:
    chain = [waltz, *(tmp_path / f"next{ending}" for ending in (".pd", ".mid", ".txt"))]

    for source, target in pairwise(chain):
        assert cli("music", "render", source, "-o", target).exit_code == 0

    assert chain[-1].read_text("utf-8") == f"{WALTZ}\n"


def test_the_patch_opens_in_pd_without_a_complaint(cli: Cli, waltz: Path, tmp_path: Path) -> None:
    cli("music", "render", waltz, "-o", tmp_path / "waltz.pd")

    report = load((tmp_path / "waltz.pd").read_text("utf-8"), Path("/usr/bin/pd"))

    assert not (report.not_created or report.failed_connections or report.complaints)


@pytest.mark.parametrize(("ending", "begins"), [(".svg", b"<svg"), (".png", b"\x89PNG")])
def test_a_piano_roll_is_a_picture(
    cli: Cli, waltz: Path, tmp_path: Path, ending: str, begins: bytes
) -> None:
    target = tmp_path / f"roll{ending}"

    result = cli("music", "render", waltz, "-o", target)

    assert result.exit_code == 0, result.output
    assert target.read_bytes().startswith(begins)


def test_an_unknown_ending_is_wrong_usage(cli: Cli, waltz: Path, tmp_path: Path) -> None:
    result = cli("music", "render", waltz, "-o", tmp_path / "waltz.doc")

    assert result.exit_code == 2
    assert ".png" in result.stderr


def test_a_patch_that_plays_nothing_is_told(cli: Cli, tmp_path: Path) -> None:
    other = tmp_path / "sine.pd"
    other.write_text("#N canvas 0 0 450 300 12;\n#X obj 10 10 osc~ 440;\n", "utf-8")

    result = cli("music", "render", other, "-o", tmp_path / "sine.mid")

    assert result.exit_code == 1
    assert "plays no piece" in result.stderr
    assert not (tmp_path / "sine.mid").exists()


def test_play_says_where_the_patch_is_when_there_is_no_display(cli: Cli, waltz: Path) -> None:
    result = cli("music", "play", waltz)

    assert result.exit_code == 1
    assert "no display" in result.stderr
    path = Path(result.stderr.partition("Open ")[2].partition(" on a desktop")[0])
    assert path.read_text("utf-8").startswith("#N canvas")


def test_eval_compares_two_folders(cli: Cli, tmp_path: Path) -> None:
    for name, text in {"a/one.txt": TUNE, "a/two.txt": WALTZ, "b/one.txt": TUNE}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    result = cli("music", "eval", tmp_path / "a", tmp_path / "b", "--json")
    table = cli("music", "eval", tmp_path / "a", tmp_path / "b")

    told = json.loads(result.stdout)
    assert [side["pieces"] for side in told["sides"]] == [2, 1]
    assert told["sides"][1]["scale_consistency"] == 1
    assert told["longest_copy"] == 4
    assert "longest copied run" in table.stdout


def test_eval_tells_bad_files_and_goes_on(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "good.mid").write_bytes(midi.written(beat.decode(TUNE)))
    (tmp_path / "bad.mid").write_bytes(b"MThd")

    result = cli("music", "eval", tmp_path)

    assert result.exit_code == 1
    assert "bad.mid" in result.stderr
    assert "pitch range" in result.stdout
