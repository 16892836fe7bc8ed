"""The stages one after the other, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from click.testing import CliRunner, Result

from patchgen_training.cli import main
from training.corpus.packs import CLOCK, SINE, rows, zipped


def run(*words: object) -> Result:
    """`patchgen-train corpus` with these words."""
    return CliRunner().invoke(main, ["corpus", *map(str, words)])


def test_a_tree_becomes_a_split_corpus_with_pictures(tmp_path: Path) -> None:
    for number in range(10):
        folder = tmp_path / "tree" / f"library-{number}"
        folder.mkdir(parents=True)
        (folder / "clock.pd").write_text(CLOCK.replace("500", str(number)).replace("tick", "t"))
        (folder / "more.zip").write_bytes(zipped({"sine.pd": SINE, "broken.pd": "#N canvas 1;"}))
    names = ("found", "clean", "one")
    found, clean, one = (tmp_path / f"{name}.parquet" for name in names)

    done = [
        run("collect", "--tree", tmp_path / "tree", "--out", found, "--processes", 1),
        run("clean", found, "--out", clean, "--processes", 1),
        run("dedupe", clean, "--out", one, "--processes", 1),
        run("split", one, "--out", tmp_path / "corpus", "--validation", 0.3),
        run("stats", tmp_path / "corpus" / "train.parquet", "--out", tmp_path / "stats"),
    ]

    assert [result.exit_code for result in done] == [0] * 5, [result.output for result in done]
    assert [len(rows(path)) for path in (found, clean, one)] == [30, 20, 11]
    stats = json.loads((tmp_path / "stats" / "stats.json").read_text())
    assert stats["patches"] == len(rows(tmp_path / "corpus" / "train.parquet"))
    assert {entry["name"] for entry in stats["objects"]} > {"metro", "loadbang"}
    for name in ("objects", "sizes"):
        ElementTree.parse(tmp_path / "stats" / f"{name}.svg")


def test_a_file_that_is_no_table_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "sine.pd").write_text(SINE)

    result = run("clean", tmp_path / "sine.pd", "--out", tmp_path / "out.parquet")

    assert result.exit_code == 1
    assert "no table of patches" in result.output
    assert "corpus collect" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["sine.pd"]


def test_collecting_from_nowhere_is_a_wrong_use(tmp_path: Path) -> None:
    result = run("collect", "--out", tmp_path / "out.parquet")

    assert result.exit_code == 2
    assert "--mail" in result.output
