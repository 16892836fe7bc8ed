"""The figures of the benchmark: shares with intervals, first answers and best ones."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from patchgen_training.cli import main
from patchgen_training.evaluation.attempt import Attempt
from patchgen_training.evaluation.report import interval, said, table, times


def attempt(task: str, seed: int, tier: int = 1, *, is_done: bool) -> Attempt:
    return Attempt(
        task, tier, "a prompt", seed, "x.pd", True, True, True, is_done, 1, 20, 0.1 + seed
    )


def test_wilsons_interval_is_that_of_the_books() -> None:
    low, high = interval(8, 10)

    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert interval(0, 0) == (0.0, 1.0)
    assert said(3, 4) == "75.0 % (30-95)"


def test_the_first_seed_counts_for_one_answer_and_any_for_several() -> None:
    made = [
        attempt("a", 0, is_done=False), attempt("a", 1, is_done=True),
        attempt("b", 0, is_done=True), attempt("b", 1, is_done=False),
        attempt("c", 0, 0, is_done=True), attempt("c", 1, 0, is_done=True),
    ]  # fmt: skip

    head, _, readme, first, all_three = table(made)

    assert "pass@2" in head
    assert readme.startswith("| 0: the readme's prompts | 1 |")
    assert first.endswith("| 50.0 % (9-91) | 100.0 % (34-100) |")
    assert all_three.split("|")[2:] == first.split("|")[2:]


def test_times_are_those_of_patches_that_came_about() -> None:
    made = [attempt("a", seed, is_done=True) for seed in range(3)] + [Attempt("b", 1, "", 0)]

    assert times(made).startswith("seconds from prompt to checked file: median 1.10")


def test_the_command_judges_the_bundled_model(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        main, ["evaluate", "--task", "ten-and", "--task", "absolute", "--out", str(tmp_path)]
    )

    assert result.exit_code == 0, result.output
    assert "| 0: the readme's prompts | 3 | 100.0 % (44-100)" in result.output
    assert len((tmp_path / "attempts.jsonl").read_text("utf-8").splitlines()) == 3
    assert len(list(tmp_path.glob("*.pd"))) == 3


def test_a_model_that_is_not_there_is_a_clear_error() -> None:
    result = CliRunner().invoke(main, ["evaluate", "--model", "nobody"])

    assert result.exit_code == 1
    assert "nobody" in result.output


@pytest.mark.parametrize("option", ["--tier=7", "--seeds=0"])
def test_wrong_options_are_refused(option: str) -> None:
    assert CliRunner().invoke(main, ["evaluate", option]).exit_code == 2
