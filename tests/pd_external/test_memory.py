"""Under valgrind nothing of ours leaks and nothing is read that is not there."""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest

from .host_session import HostSession
from .test_typed import MESSAGE_BOXES, type_into

OURS = "patchgen_host"

SLOW = 60.0
"""Seconds to wait for an answer."""


def blamed_on_us(report: Path) -> list[str]:
    """The errors with a function of ours in their stack."""
    found = []
    for error in Xml.parse(report).getroot().iter("error"):
        frames = [frame for stack in error.iter("stack") for frame in stack.iter("frame")]
        if any(OURS in (frame.findtext("obj") or "") for frame in frames):
            kind = error.findtext("kind") or ""
            found.append(" < ".join([kind, *(frame.findtext("fn") or "?" for frame in frames)]))
    return found


def answers_to_everything(pd: HostSession, result: Path, folder: Path) -> tuple[str, ...]:
    """Says everything once, the errors too."""
    (folder / "broken.pd").write_text("#N canvas 0 0 9 9 10;\n#X floatatom;\n", "utf-8")
    found = [
        pd.ask("sub", name, result.name, str(result.parent), seconds=SLOW)
        for name in ("one", "two", "two")
    ]
    found.append(pd.ask("remove", "two", seconds=SLOW))
    pd.tell("undo", to="canvas")
    type_into(pd, 26, 168, "a drone at 0.10")
    found.append(pd.ask("text", "a", "drone", "at", "0.1", seconds=SLOW))
    found.append(pd.ask("text", "a", "drone", seconds=SLOW))
    found.append(pd.ask("content", "now.pd", str(folder), seconds=SLOW))
    found.append(pd.ask("start", "/bin/true", seconds=SLOW))
    for words in (
        ("sub", "gen", "broken.pd", str(folder)),
        ("sub", "gen"),
        ("remove", "none"),
        ("content", "now.pd", "/nowhere"),
        ("start", "/no/such/program"),
    ):
        found.append(pd.ask(*words, label="error", seconds=SLOW))
    return tuple(found)


def test_no_leak_and_no_wrong_read(
    library: Path, result: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    report = tmp_path / "valgrind.xml"
    valgrind = (
        "valgrind",
        "--leak-check=full",
        "--keep-debuginfo=yes",
        "--child-silent-after-fork=yes",
        "--xml=yes",
        f"--xml-file={report}",
    )

    with HostSession(tmp_path, library, more=MESSAGE_BOXES, prefix=valgrind) as pd:
        answers = answers_to_everything(pd, result, tmp_path)
        pd.tell("quit", to="pd")
        pd._process.wait(timeout=SLOW)

    assert all(answers)
    assert "text a drone at 0.10" in answers
    assert blamed_on_us(report) == []
