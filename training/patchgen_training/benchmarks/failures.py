"""Keeps the inputs on which something fails, so that each can be tried again."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path


def keep(folder: Path, name: str, text: str, story: str) -> None:
    """Writes a patch, and what happened to it beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-8", "surrogatepass")
    words = re.sub(r"[^A-Za-z0-9.~_]+", "-", name)[:100]
    stem = f"{words}-{hashlib.sha256(data).hexdigest()[:8]}"
    (folder / f"{stem}.pd").write_bytes(data)
    (folder / f"{stem}.txt").write_text(f"{story}\n", "utf-8", errors="replace")
