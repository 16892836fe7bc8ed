"""The manifest beside an output: what it was made from and what it holds, with hashes."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from patchgen import __version__

BLOCK = 1 << 20
SOURCE = Path(__file__).parent


def described(path: Path) -> dict[str, Any]:
    """A file, or the files in a folder: name, bytes, hash."""
    if path.is_dir():
        files = sorted(inner for inner in path.rglob("*") if inner.is_file())
        return {"folder": path.name, "files": [described(file) for file in files]}
    return {"file": path.name, "bytes": path.stat().st_size, "sha256": sha256(path)}


def sha256(path: Path) -> str:
    """The hash of a file's content."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def commit() -> str:
    """The commit that this program runs from, or its version where it was installed."""
    git = shutil.which("git")
    if git is None:
        return __version__
    told = subprocess.run(
        (git, "rev-parse", "HEAD"), cwd=SOURCE, capture_output=True, text=True, check=False
    )
    return told.stdout.strip() if told.returncode == 0 else __version__


def write(path: Path, facts: Mapping[str, Any]) -> None:
    """JSON, sorted, whole or not at all; the commit is added."""
    partial = path.with_suffix(".partial")
    text = json.dumps({"commit": commit(), **facts}, indent=2, sort_keys=True, default=str)
    partial.write_text(f"{text}\n", encoding="utf-8")
    partial.replace(path)
