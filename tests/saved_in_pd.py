"""A patch opened in headless Pd, changed there by messages and saved, as a player would."""

from __future__ import annotations

from pathlib import Path

from patchgen.headless.engine import find_pd, run


def save_in_pd(file: Path, home: Path, *edits: str) -> None:
    """Opens the file, sends each edit to its canvas, and saves it under its own name."""
    canvas = f"pd-{file.name}"
    messages = (*edits, f"savetofile {file.name} {file.parent}")
    sent = [word for message in messages for word in ("-send", f"{canvas} {message}")]
    words = ("-open", str(file), *sent, "-send", "pd quit")
    run(find_pd(), words, folder=home, timeout=20)
