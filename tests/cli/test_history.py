"""`patchgen history`, `prefer`, `retry` and `random`: what was made, chosen and made again."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from store.conftest import DONE, FAILED

from patchgen.service.examples import EXAMPLES
from patchgen.store.history import History

from .conftest import Cli

PROMPT = "Create a Pure Data patch that plays a random melody"


@pytest.fixture
def kept(home: Path, tmp_path: Path) -> Path:
    """A history with a patch that is there, and a failure."""
    patch = tmp_path / "bell.pd"
    patch.write_text(DONE.patch, "utf-8")
    with closing(History(home / ".local/state/patchgen/history.db")) as history:
        history.add(replace(DONE, file=str(patch)))
        history.add(FAILED)
    return patch


def rows(cli: Cli, *arguments: object) -> list[dict[str, object]]:
    """The answer of a command as data."""
    result = cli(*arguments)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_job_is_listed_the_newest_first(cli: Cli, kept: Path) -> None:
    result = cli("history")

    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["2", "1"]
    assert "failed" in lines[0]
    assert "a soft bell" in lines[1]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [((), [2, 1]), (("soft",), [1]), (("--limit", 1), [2]), (("harp",), [])],
)
def test_the_list_can_be_searched_and_read_by_programs(
    cli: Cli, kept: Path, arguments: tuple[object, ...], found: list[int]
) -> None:
    told = json.loads(cli("history", "list", "--json", *arguments).stdout)

    assert [row["id"] for row in told] == found


def test_one_job_is_told_with_everything(cli: Cli, kept: Path) -> None:
    told = json.loads(cli("history", "show", 1, "--json").stdout)
    lines = cli("history", "show", 1).stdout

    assert (told["prompt"], told["seed"], told["patch"]) == ("a soft bell", 7, DONE.patch)
    assert told["sampling"] == {"temperature": 0.8, "candidates": 4}
    assert "temperature 0.8" in lines
    assert "the model did not finish" in lines
    assert lines.endswith(DONE.patch)


def test_what_was_corrected_is_told(cli: Cli, kept: Path, home: Path) -> None:
    with closing(History(home / ".local/state/patchgen/history.db")) as history:
        history.correct(1, "#N canvas 0 50 450 300 10;\n", "lop~ added")

    told = json.loads(cli("history", "show", 1, "--json").stdout)
    lines = cli("history", "show", 1).stdout
    (pair,) = rows(cli, "history", "export", "--preferences")

    assert (told["correction"]["change"], told["patch"]) == ("lop~ added", DONE.patch)
    assert "corrected     lop~ added" in lines
    assert lines.endswith("#N canvas 0 50 450 300 10;\n")
    assert "corrected" in cli("history").stdout
    assert (pair["chosen"], pair["rejected"]) == (told["correction"]["patch"], DONE.patch)
    assert json.loads(cli("history", "show", 2, "--json").stdout)["correction"] is None


def test_jobs_are_forgotten_and_their_files_stay(cli: Cli, kept: Path) -> None:
    assert cli("history", "rm", 1).exit_code == 0
    assert cli("history", "rm", 1).exit_code == 1
    assert cli("history", "rm").exit_code == 2
    assert cli("history", "rm", "--all").exit_code == 0

    assert cli("history").stdout == ""
    assert kept.is_file()


def test_a_patch_that_is_gone_cannot_be_opened(cli: Cli, kept: Path) -> None:
    kept.unlink()

    result = cli("history", "open", 1)

    assert result.exit_code == 1
    assert "history show 1" in result.stderr


def test_the_history_is_training_data(cli: Cli, kept: Path, tmp_path: Path) -> None:
    (row,) = rows(cli, "history", "export")
    cli("history", "export", "-o", tmp_path / "rows.jsonl")

    assert (row["prompt"], row["patch"]) == (DONE.prompt, DONE.patch)
    assert json.loads((tmp_path / "rows.jsonl").read_text("utf-8")) == row


def test_a_corrupt_history_is_told(cli: Cli, kept: Path, home: Path) -> None:
    file = home / ".local/state/patchgen/history.db"
    for left in file.parent.iterdir():
        left.unlink()
    file.write_bytes(b"no database" * 99)

    result = cli("history")

    assert result.exit_code == 1
    assert "history.db" in result.stderr
    assert "history_file" in result.stderr


def test_two_patches_are_offered_and_the_choice_is_kept(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "melody.pd"
    # One of which no model is sure.
    sentence = "a strange melody with a soft bell and an echo"

    made = cli("generate", sentence, "--offer", 2, "--seed", 3, "--json", "-o", target)
    told = json.loads(made.stdout)
    chosen = cli("prefer", told[0]["id"], "b")

    assert [(row["letter"], Path(row["path"]).name) for row in told] == [
        ("A", "melody-A.pd"), ("B", "melody-B.pd")
    ]  # fmt: skip
    assert chosen.stdout.strip() == told[1]["path"]
    (row,) = rows(cli, "history", "export", "--preferences")
    assert (row["prompt"], row["chosen"], row["rejected"]) == (
        sentence, told[1]["text"], told[0]["text"]
    )  # fmt: skip
    assert Path(told[0]["path"]).read_text("utf-8") == told[0]["text"]


def test_a_model_that_is_sure_has_no_choice_to_offer(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "sum.pd"
    sentence = "Create a Pure Data patch that adds 10 and 20 when a bang is triggered and prints it"

    result = cli(
        "generate", sentence, "--offer", 2, "--temperature", 0, "--candidates", 1, "-o", target
    )

    assert result.exit_code == 1
    assert "only 1 different" in result.stderr
    assert [path.name for path in tmp_path.glob("*.pd")] == ["sum-A.pd"]


@pytest.mark.parametrize(("arguments", "says"), [((1, "A"), "not offered"), ((9, "A"), "no job 9")])
def test_a_choice_among_nothing_is_told(
    cli: Cli, kept: Path, arguments: tuple[object, ...], says: str
) -> None:
    result = cli("prefer", *arguments)

    assert result.exit_code == 1
    assert says in result.stderr


def test_the_newest_job_is_tried_again_with_another_seed(cli: Cli, tmp_path: Path) -> None:
    cli("generate", PROMPT, "--seed", 1, "--temperature", 0.5, "-o", tmp_path / "first.pd")
    cli("generate", "a drone", "--seed", 2, "-o", tmp_path / "second.pd")

    newest = json.loads(cli("retry", "--json").stdout)
    first = json.loads(cli("retry", "--id", 1, "--json").stdout)

    assert newest["prompt"] == "a drone"
    assert newest["seed"] != 2
    assert first["prompt"] == PROMPT
    told = json.loads(cli("history", "show", first["id"], "--json").stdout)
    assert (told["kind"], told["sampling"]["temperature"]) == ("retry", 0.5)


def test_nothing_to_try_again_is_told(cli: Cli) -> None:
    result = cli("retry")

    assert result.exit_code == 1
    assert "the history is empty" in result.stderr


def test_random_prompts_itself(cli: Cli) -> None:
    result = cli("random", "--json")

    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["prompt"] in EXAMPLES


def test_a_failed_job_is_in_the_history_too(cli: Cli, below_a_file: Path) -> None:
    cli("generate", PROMPT, "-o", below_a_file / "patch.pd")

    (row,) = json.loads(cli("history", "list", "--json").stdout)
    assert (row["outcome"], row["prompt"]) == ("failed", PROMPT)
    assert "cannot write" in row["error"]


def test_without_a_history_jobs_work_and_nothing_is_written(
    cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATCHGEN_HISTORY", "false")

    made = cli("generate", PROMPT, "--json")
    offered = cli("generate", PROMPT, "--offer", 2)

    assert json.loads(made.stdout)["id"] is None
    assert offered.exit_code == 2
    assert not (home / ".local").exists()


def test_a_history_that_cannot_be_written_is_told_and_the_patch_is_there(
    cli: Cli, below_a_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATCHGEN_HISTORY_FILE", str(below_a_file / "history.db"))

    result = cli("generate", PROMPT, "--seed", 1)

    assert result.exit_code == 0
    assert Path(result.stdout.splitlines()[0]).is_file()
    assert "history" in result.stderr
