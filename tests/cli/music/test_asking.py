"""`patchgen music new`, `chords`, `continue` and `retry` with a real model that knows nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tiny_music import tiny_music_model

from patchgen.domains.music.openings import OPENINGS, path_of
from patchgen.domains.music.piece import piece
from patchgen.music import beat
from patchgen.music.score import bars

from ..conftest import Cli
from .pieces import TUNE


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_music_model(tmp_path_factory.mktemp("model") / "tiny.gguf")


@pytest.fixture
def music(cli: Cli, model: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The command line with that model for music."""
    cli("--version")
    monkeypatch.setenv("PATCHGEN_MUSIC_MODEL", str(model))
    return cli


def test_a_new_piece_is_as_the_options_say(music: Cli, tmp_path: Path) -> None:
    result = music("music", "new", "a slow waltz", "--key", "Am", "--bars", 4, "--seed", 1,
                   "-o", tmp_path / "a.pd")  # fmt: skip

    assert result.exit_code == 0, result.output
    score = piece(tmp_path / "a.pd")
    assert (score.key, len(bars(score)), score.tempos[0].bpm) == ("Am", 4, 64)


def test_the_same_seed_gives_the_same_piece_and_reproduce_finds_it(
    music: Cli, model: Path, tmp_path: Path
) -> None:
    for name in ("a.pd", "b.pd"):
        music("music", "new", "--bars", 2, "--seed", 5, "-o", tmp_path / name)

    again = music("reproduce", tmp_path / "a.pd", "--model", model)

    assert (tmp_path / "a.pd").read_bytes() == (tmp_path / "b.pd").read_bytes()
    assert "the same bytes again" in again.stdout, again.output


def test_generate_leaves_music_to_its_model(music: Cli, tmp_path: Path) -> None:
    result = music("generate", "piano in D, 2 bars", "--json", "-o", tmp_path / "a.pd")

    assert json.loads(result.stdout)["model"].startswith("tiny")


def test_chords_are_told(music: Cli, tmp_path: Path) -> None:
    result = music("music", "chords", "C Am F,", "5 chords", "--seed", 1)

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1].startswith("| C | Am | F | ")
    assert result.stdout.splitlines()[-1].count("|") == 6


def test_several_are_offered(music: Cli) -> None:
    result = music("music", "new", "--bars", 2, "--seed", 1, "--n", 2)

    assert result.exit_code == 0, result.output
    assert "Which is better?" in result.stdout


def test_a_tune_goes_on_and_can_be_tried_again(music: Cli, tmp_path: Path) -> None:
    (tmp_path / "tune.txt").write_text(TUNE, "utf-8")

    first = music("music", "continue", tmp_path / "tune.txt", "--bars", 3, "--seed", 1, "--json")
    second = music("music", "retry", "--seed", 2, "--json")

    paths = [Path(json.loads(one.stdout)["path"]) for one in (first, second)]
    assert [len(bars(piece(path))) for path in paths] == [4, 4]
    assert paths[0].read_bytes() != paths[1].read_bytes()


def test_another_lies_over_a_tune(music: Cli, tmp_path: Path) -> None:
    (tmp_path / "tune.txt").write_text(TUNE, "utf-8")

    result = music("music", "continue", tmp_path / "tune.txt", "--mode", "over", "-o",
                   tmp_path / "two.pd")  # fmt: skip

    assert result.exit_code == 0, result.output
    assert len(bars(piece(tmp_path / "two.pd"))) == 1


def test_an_opening_by_chance_is_told_and_goes_on(music: Cli, tmp_path: Path) -> None:
    result = music("music", "continue", "--random", "--bars", 2, "-o", tmp_path / "a.pd")

    assert result.exit_code == 0, result.output
    assert result.stderr.strip() in OPENINGS.values()


@pytest.mark.parametrize("name", OPENINGS)
def test_the_openings_are_texts_as_the_model_writes_them(name: str) -> None:
    text = path_of(name).read_text("utf-8")

    assert beat.encode(beat.decode(text)) == text.rstrip("\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("new", "--bars", 3, "--seconds", 4), "one length is enough"),
        (("new", "--key", "H"), "nothing can be made of 'H'"),
        (("continue",), "Name a FILE"),
    ],
)
def test_wrong_usage_is_told(music: Cli, arguments: tuple[object, ...], says: str) -> None:
    result = music("music", *arguments)

    assert result.exit_code == 2
    assert says in result.stderr


def test_retry_without_music_is_told(music: Cli) -> None:
    result = music("music", "retry")

    assert result.exit_code == 1
    assert "no music" in result.stderr


def test_music_is_no_training_data_for_patches(music: Cli, tmp_path: Path) -> None:
    music("music", "new", "--bars", 2, "--seed", 1)

    assert music("history", "export").stdout == ""


def test_a_missing_model_is_told(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATCHGEN_MUSIC_MODEL", "nowhere.gguf")

    result = cli("music", "new")

    assert result.exit_code == 1
    assert "nowhere.gguf" in result.stderr
