"""The programs that have a part in a result."""

from __future__ import annotations

from pathlib import Path

from patchgen import __version__
from patchgen.pipeline.versions import versions


def test_all_programs_are_named(pd: Path) -> None:
    found = versions(pd)

    assert found["patchgen"] == __version__
    assert found["llama-cpp-python"][0].isdigit()
    assert found["pd"].startswith("Pd")


def test_a_machine_without_pd_says_so() -> None:
    assert versions(None)["pd"] == "none"
