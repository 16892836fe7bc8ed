"""How `patchgen check` tells its findings: lines, groups, JSON, counts."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from .conftest import Cli, command_line
from .patches import BAD


def test_statistics_count_by_code(cli: Cli, folder: Path) -> None:
    result = cli("check", "--statistics", folder)

    assert result.exit_code == 1
    assert result.stdout.split() == ["1", "error", "connection-port", "[fix]"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(path: Path) -> bytes:
        if path.name == "good.pd":
            raise PermissionError(13, "Permission denied")
        return path.open("rb").read()

    monkeypatch.setattr(Path, "read_bytes", unreadable)

    result = cli("check", "--ignore", "connection-port", folder)
    report = json.loads(cli("check", "--json", folder).stdout)

    assert result.exit_code == 1
    assert result.stderr == f"error: cannot read {folder / 'good.pd'}: Permission denied\n"
    assert [(bool(item["error"]), len(item["findings"])) for item in report] == [
        (True, 0),
        (False, 1),
    ]


def test_each_finding_as_json_has_all_its_fields(cli: Cli, folder: Path) -> None:
    (report,) = json.loads(cli("check", "--json", folder / "more" / "bad.pd").stdout)

    (finding,) = report["findings"]
    assert finding == {
        "code": "connection-port",
        "severity": "error",
        "message": "outlet 3 of [bng]: the box has 1 outlet",
        "hint": "",
        "line": 2,
        "canvas": [],
        "box": 0,
        "place": ":0",
        "fix": "safe",
        "fixed": False,
    }
    assert report["error"] == ""


def test_on_a_terminal_findings_stand_below_the_name_of_their_file(folder: Path) -> None:
    main, terminal = os.openpty()
    bad = folder / "more" / "bad.pd"
    environment = {**os.environ, "TERM": "xterm"}
    environment.pop("NO_COLOR", None)
    with os.fdopen(terminal, "wb") as output:
        subprocess.run(command_line("check", bad), stdout=output, env=environment, timeout=60)

    shown = os.read(main, 4096).decode()
    os.close(main)

    first, second, *_ = shown.splitlines()
    assert str(bad) in first and "\x1b[" in first
    assert second.startswith("     2  \x1b[31merror  \x1b[0m connection-port: ")


def test_colours_are_for_terminals_only(cli: Cli, folder: Path) -> None:
    assert "\x1b" not in cli("check", folder).stdout


def test_many_files_are_told_in_their_order(cli: Cli, tmp_path: Path) -> None:
    for number in range(130):
        text = BAD.replace("connect 0 3", f"connect 0 {number + 1}")
        (tmp_path / f"{number:03}.pd").write_text(text, "utf-8")

    report = json.loads(cli("check", "--json", tmp_path).stdout)

    told = [item["findings"][0]["message"] for item in report]
    assert told == [f"outlet {n + 1} of [bng]: the box has 1 outlet" for n in range(130)]
