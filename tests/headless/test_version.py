"""Which Pd this is."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.headless.version import UNKNOWN, pd_version


def program(folder: Path, script: str) -> Path:
    """A program that answers with this shell script."""
    path = folder / "pd"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_the_name_and_number_are_taken(tmp_path: Path) -> None:
    said = 'echo "Pd-0.53.1 (\\"\\") compiled 12:00:00 Jan 1 2023" >&2'

    assert pd_version(program(tmp_path, said)) == "Pd-0.53.1"


@pytest.mark.parametrize("script", ["", "exit 3"])
def test_a_program_that_says_nothing_has_no_version(tmp_path: Path, script: str) -> None:
    assert pd_version(program(tmp_path, script)) == UNKNOWN


def test_a_program_that_is_not_there_has_no_version(tmp_path: Path) -> None:
    assert pd_version(tmp_path / "none") == UNKNOWN
