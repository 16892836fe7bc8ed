"""From message boxes in a real Pd over UDP to a real daemon with the bundled model, and back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from abstractions.pd_session import PdSession, free_port, pure_data
from daemon_process import daemon_process

from patchgen.pd.parse import parse

PROMPT = r"Create a Pure Data patch that plays white noise \, with a volume slider"
SAVE = r"\; \$1 savetofile \$2 \$3"
IN_TIME = 10.0
"""Seconds from the click to three open patches."""


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[int]:
    """The port of a daemon in a process of its own."""
    port = free_port()
    with daemon_process(port, tmp_path / "made here"):
        yield port


@pytest.fixture
def binary() -> str:
    found = pure_data()
    assert found is not None, "Debian's puredata-core is missing"
    return found


def test_three_boxes_at_once_open_three_patches(daemon: int, binary: str, tmp_path: Path) -> None:
    messages = {"ask": PROMPT, "probe": SAVE}
    boxes = (f"patchgen {daemon}",) * 3
    with PdSession(tmp_path, messages, boxes, binary=binary) as pd:
        start = time.monotonic()
        pd.say("ask")
        shown = [pd.wait_for_label(f"path{box}", seconds=60)[-1] for box in range(3)]
        seconds = time.monotonic() - start
        paths = [line.removeprefix("symbol ") for line in shown]
        for number, path in enumerate(paths):
            pd.say(f"probe list pd-{Path(path).name} copy{number}.pd {tmp_path}")
        copies = [tmp_path / f"copy{number}.pd" for number in range(3)]
        until = time.monotonic() + 10
        while time.monotonic() < until and not all(copy.exists() for copy in copies):
            time.sleep(0.05)

    assert len(set(paths)) == 3
    for path, copy in zip(paths, copies, strict=True):
        written, opened = parse(Path(path).read_text()), parse(copy.read_text())
        assert [box.atoms for box in opened.boxes] == [box.atoms for box in written.boxes]
        assert opened.connections == written.connections
        assert "white noise, with a volume slider" in Path(path).read_text().replace(r" \,", ",")
    assert not [line for line in pd.console if "error" in line or "couldn't" in line]
    print(f"three patches open after {seconds:.1f} s")
    assert seconds < IN_TIME
