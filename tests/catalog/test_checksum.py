"""Checksums of models, and the note beside them."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from patchgen.catalog.checksum import is_whole, note, note_of, noted, sha256_of
from patchgen.catalog.find import CATALOG

BUNDLED = CATALOG.parent / "bundled"


@pytest.mark.parametrize("name", ["patchgen-small.gguf", "patchgen-music.gguf"])
def test_a_bundled_model_is_the_one_of_its_note(name: str) -> None:
    # After `patchgen-train export`: sha256sum NAME.gguf > NAME.gguf.sha256
    assert noted(BUNDLED / name) == sha256_of(BUNDLED / name)


def test_a_note_is_as_sha256sum_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "q4.gguf"
    path.write_bytes(b"GGUF")

    note(path, hashlib.sha256(b"GGUF").hexdigest())

    assert noted(path) == sha256_of(path)
    check = ("sha256sum", "-c", note_of(path).name)
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 0


def test_without_a_note_nothing_is_expected(tmp_path: Path) -> None:
    path = tmp_path / "q4.gguf"
    path.write_bytes(b"GGUF")

    assert noted(path) is None
    assert not is_whole(path, None)
