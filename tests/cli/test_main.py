"""The command line as a whole: help, versions, wrong usage, exit codes."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import subprocess
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import patchgen
from patchgen.cli.exits import reported
from patchgen.cli.main import COMMANDS
from patchgen.errors import Cancelled, PdMissing

from .conftest import Cli, Shell, command_line, surroundings


def test_help_names_every_command(cli: Cli) -> None:
    result = cli("--help")

    assert result.exit_code == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\S", result.stdout, re.MULTILINE), name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(cli: Cli, name: str) -> None:
    result = cli(name, "--help")

    assert result.exit_code == 0
    assert f"Usage: patchgen {name}" in result.stdout


def test_version_tells_what_bug_reports_need(cli: Cli) -> None:
    result = cli("--version")

    assert patchgen.__version__ in result.stdout
    assert f"llama-cpp-python {version('llama-cpp-python')}" in result.stdout


def test_a_mistyped_command_gets_the_nearest(cli: Cli) -> None:
    result = cli("genrate", "a sine")

    assert result.exit_code == 2
    assert "Did you mean 'generate'?" in result.stderr


def test_a_wrong_option_is_wrong_usage(cli: Cli) -> None:
    result = cli("generate", "a sine", "--seed", "many")

    assert result.exit_code == 2
    assert "--seed" in result.stderr


def test_a_wrong_setting_is_an_error_with_a_hint(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATCHGEN_TEMPERATUR", "1")

    result = cli("config", "show")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "error: no setting named 'PATCHGEN_TEMPERATUR'" in result.stderr
    assert "hint: Did you mean 'PATCHGEN_TEMPERATURE'?" in result.stderr


def ending(error: BaseException) -> tuple[int, str]:
    """Exit code and error stream of a command that raises."""

    @click.command()
    def fails() -> None:
        with reported():
            raise error

    result = CliRunner().invoke(fails)
    return result.exit_code, result.stderr


def test_an_expected_error_says_what_to_do() -> None:
    assert ending(PdMissing("no Pd", hint="Get one.")) == (1, "error: no Pd\nhint: Get one.\n")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), Cancelled("the job was cancelled")])
def test_an_interruption_is_no_error(error: BaseException) -> None:
    assert ending(error) == (130, "interrupted\n")


def test_a_bug_leaves_a_report(home: Path) -> None:
    code, told = ending(ZeroDivisionError("a mistake of ours"))

    report = next((home / ".local/state/patchgen").glob("crash-*.log"))
    assert code == 3
    assert "this is a bug" in told
    assert str(report) in told
    assert "a mistake of ours" in report.read_text("utf-8")
    assert "test_main.py" in report.read_text("utf-8")


def test_a_bug_is_told_where_no_report_can_be_kept(
    home: Path, below_a_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(below_a_file))

    code, told = ending(ZeroDivisionError("a mistake of ours"))

    path = Path(told.split("Please report ")[1].strip())
    assert code == 3
    assert "a mistake of ours" in path.read_text("utf-8")


def test_a_pipe_that_closes_early_is_no_bug(home: Path) -> None:
    call = " ".join(f"'{word!s}'" for word in command_line("config", "show"))

    run = subprocess.run(
        ("bash", "-c", f"{call} | true"), env=surroundings({}), capture_output=True, check=False
    )

    assert b"bug" not in run.stderr
    assert b"Traceback" not in run.stderr


def test_no_colour_where_nobody_sees_it(shell: Shell, tmp_path: Path) -> None:
    patch = tmp_path / "patch.pd"
    patch.write_text("this is no patch", "utf-8")

    run = shell("check", patch)

    assert b"error" in run.stdout
    assert b"\x1b" not in run.stdout + run.stderr


def test_interrupting_gives_130(home: Path) -> None:
    process = subprocess.Popen(
        command_line("generate", "-"),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings({"PATCHGEN_LOG_LEVEL": "debug"}),
        # A shell's job in the background is started deaf to it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdin is not None
    wait_until_it_reads(process)

    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)

    assert process.returncode == 130
    assert told.endswith(b"interrupted\n")


def wait_until_it_reads(process: subprocess.Popen[bytes]) -> None:
    """Fills a pipe of one page: a second page goes in only once somebody reads."""
    assert process.stdin is not None
    descriptor = process.stdin.fileno()
    fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, 4096)
    for _ in range(2):
        os.write(descriptor, b"a" * 4096)
