"""Pairs of better and worse, as the daemon's history exports them."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner

from patchgen.cli.main import patchgen
from patchgen.store.entry import Entry
from patchgen.store.history import History
from patchgen_training.cli import main as train
from patchgen_training.datasets.hub import Source, load
from patchgen_training.datasets.preference import preferences

HEAD = "#N canvas 0 50 450 300 12;\n"
SINE, SAW = (f"{HEAD}#X obj 30 30 {name} 440;\n" for name in ("osc~", "phasor~"))


def entry(prompt: str, patch: str) -> Entry:
    """A job that made a patch."""
    sampling = {"temperature": 0.3}
    return Entry("generate", "command line", prompt, "done", 1, sampling, "small", patch=patch)


def export(tmp_path: Path, *choices: tuple[str, str, str]) -> Path:
    """The file that `patchgen history export --preferences` writes; the second is preferred."""
    database, out = tmp_path / "history.db", tmp_path / "preferences.jsonl"
    with closing(History(database)) as history:
        for prompt, *patches in choices:
            jobs = [history.add(entry(prompt, patch)) for patch in patches]
            history.offer(jobs)
            history.prefer(jobs[0], "B")
    words = ["history", "export", "--preferences", "-o", str(out)]
    done = CliRunner().invoke(patchgen, words, env={"PATCHGEN_HISTORY_FILE": str(database)})
    assert done.exit_code == 0, done.output
    return out


def test_a_choice_becomes_a_pair_in_the_words_of_the_instruction(tmp_path: Path) -> None:
    path = export(tmp_path, ("a soft tone", SAW, SINE))

    (row,) = preferences(path, cache=tmp_path / "cache").rows

    assert set(row) == {"prompt", "chosen", "rejected"}
    assert "### Input:\na soft tone\n" in row["prompt"]
    assert (row["chosen"], row["rejected"]) == (SINE, SAW)


def test_the_command_writes_a_table_and_a_manifest(tmp_path: Path) -> None:
    path, out = export(tmp_path, ("a soft tone", SAW, SINE)), tmp_path / "out" / "pairs.parquet"

    done = CliRunner().invoke(train, ["corpus", "preferences", str(path), "--out", str(out)])

    assert done.exit_code == 0, done.output
    assert load(Source(str(out)), tmp_path / "cache")[0]["chosen"] == SINE
    assert json.loads(out.with_suffix(".json").read_text())["pairs"] == 1
    assert sorted(path.name for path in out.parent.iterdir()) == ["pairs.json", "pairs.parquet"]


def test_without_a_usable_pair_the_command_says_so(tmp_path: Path) -> None:
    path = export(tmp_path, ("a tone", SINE, SINE))

    done = CliRunner().invoke(
        train, ["corpus", "preferences", str(path), "--out", str(tmp_path / "pairs.parquet")]
    )

    assert done.exit_code == 1
    assert "no pair of" in done.output
    assert not (tmp_path / "pairs.parquet").exists()


def test_pairs_that_say_nothing_are_left_out(tmp_path: Path) -> None:
    moved = SINE.replace("30 30", "99 99")
    path = export(tmp_path, ("a tone", SAW, SINE), ("a tone", moved, SINE), ("", SAW, SINE))

    made = preferences(path, is_notation=True, cache=tmp_path / "cache")

    assert made.left_out == {"benchmark": 1, "says_nothing": 1}
    (row,) = made.rows
    assert "osc~ 440" in row["chosen"]
    assert "phasor~ 440" in row["rejected"]
    assert not row["chosen"].startswith("#N")
    assert json.loads(path.read_text().splitlines()[0])["chosen"] == SINE
