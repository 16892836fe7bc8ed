"""The benchmark as one command, on a tiny corpus; the figures mean nothing here, the path does."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
import zstandard
from click.testing import CliRunner

from patchgen_training.benchmarks import document, layout, parse, sort
from patchgen_training.benchmarks.command import benchmark
from patchgen_training.benchmarks.part import Result, Table
from patchgen_training.benchmarks.parts import PARTS
from patchgen_training.benchmarks.peers import Missing, Peer, Runner, installed

SAVED = Path(__file__).parent.parent / "patches" / "saved"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of the patches that Pd saved for the tests, and one that is no patch."""
    texts = [path.read_text("utf-8") for path in sorted(SAVED.glob("*.pd"))][:4]
    lines = [
        json.dumps({"id": f"{i:016}", "path": f"{i}.pd", "text": text, "vanilla_only": True})
        for i, text in enumerate([*texts, "#X obj"])
    ]
    folder = tmp_path / "corpus"
    folder.mkdir()
    packed = zstandard.compress("\n".join(lines).encode())
    (folder / "patches.jsonl.zst").write_bytes(packed)
    return folder


def run(corpus: Path, *more: str) -> str:
    """The output of the command, which must not fail."""
    folder = corpus.parent
    words = ["--corpus", str(corpus), "--no-peers", "--files", "5", "--mutants", "20",
             "--minutes", "0.05", "--processes", "1", "--cache", str(folder / "cache"),
             *more]  # fmt: skip
    result = CliRunner().invoke(benchmark, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_one_command_measures_everything_and_writes_it_down(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "BENCHMARKS.md"
    monkeypatch.setattr(layout, "BIG", 50)

    run(corpus, "--write", str(path))

    told = document.sections(path.read_text("utf-8"))
    assert list(told) == [part.TITLE for part in PARTS.values()]
    assert "| ParseError | 1 |" in told["Fidelity"]
    assert "20 mutants" in told["Fuzzing"]
    assert all(re.search(r"^Measured on \d{4}-\d\d-\d\d: .+ Python 3", text, re.MULTILINE)
               for text in told.values())  # fmt: skip


def test_a_part_measured_again_replaces_its_own_section_only(corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "BENCHMARKS.md"
    old = document.merged("", {"Start": "old start\n", "Fidelity": "old fidelity\n"}, titles())
    path.write_text(old, "utf-8")

    run(corpus, "--part", "fidelity", "--write", str(path))

    told = document.sections(path.read_text("utf-8"))
    assert told["Start"] == "old start\n"
    assert "old" not in told["Fidelity"]
    assert list(told) == ["Start", "Fidelity"]


def test_a_folder_without_a_corpus_is_refused_in_words(tmp_path: Path) -> None:
    words = ["--corpus", str(tmp_path), "--part", "sort"]

    result = CliRunner().invoke(benchmark, words)

    assert result.exit_code == 1
    assert f"no patches.jsonl.zst in {tmp_path}" in result.output


def test_a_section_says_what_how_and_with_which_figures() -> None:
    result = Result((Table(("a", "b"), (("x|y", "1"),), "Caption"),), ("A note.",))

    told = document.section(sort, result, "the command", date(2026, 1, 2))

    assert told.startswith(sort.SAYS)
    assert "```\nthe command\n```" in told
    assert "Caption:\n\n| a | b |\n| --- | ---: |\n| x\\|y | 1 |" in told
    assert "- A note.\n\nMeasured on 2026-01-02: " in told


def test_a_parser_that_is_not_there_is_told_by_name_and_reason(tmp_path: Path) -> None:
    races = [parse.Race(Runner("patchgen", (), tmp_path), [2.0, 1.0, 3.0])]

    result = parse.told(races, [Missing("other", "no such package")], files=10, size=2_000_000)

    assert result.tables[0].rows == (
        ("patchgen", "5", "1.00", "1.00", "2.00 (1.00 to 3.00)", "3", "0 files"),
    )
    assert "other could not be installed: no such package" in result.notes


def test_a_package_without_a_program_to_install_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert installed(Peer("x", "@nobody/x", is_node=True), tmp_path) == Missing(
        "x", "npm: No such file or directory"
    )


def titles() -> list[str]:
    """The headings in their order."""
    return [part.TITLE for part in PARTS.values()]
