"""`patchgen serve`: says when it listens, ends when it is told to, refuses a taken port."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from .conftest import Cli, Shell, command_line, surroundings

UNIT = "systemd/user/patchgen.service"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_tells_its_port_and_ends_at_a_signal(home: Path, number: signal.Signals) -> None:
    with subprocess.Popen(
        command_line("serve", "--port", "0"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings({}),
    ) as process:
        assert process.stdout is not None
        told = process.stdout.readline().decode()

        process.send_signal(number)
        _, errors = process.communicate(timeout=60)

    port = re.search(r"127\.0\.0\.1, UDP port (\d+)", told)
    assert port is not None, told
    assert int(port[1]) > 0
    assert process.returncode == 0
    assert b"Traceback" not in errors


def test_a_taken_port_is_an_error_with_a_hint(shell: Shell) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]

        run = shell("serve", "--port", port)

    assert run.returncode == 1
    assert f"error: {port}" in run.stderr.decode() or f"port {port}" in run.stderr.decode()
    assert b"hint: " in run.stderr


def test_a_port_out_of_bounds_is_an_error(shell: Shell) -> None:
    run = shell("serve", "--port", "70000")

    assert run.returncode == 1
    assert b"port = 70000" in run.stderr


def test_a_service_keeps_the_options_and_says_what_to_do(
    cli: Cli, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my.gguf").write_bytes(b"")

    result = cli("serve", "--install-service", "--port", 9341, "--model", "my.gguf")

    assert result.exit_code == 0
    assert f"installed {tmp_path / UNIT}" in result.stdout
    assert "systemctl --user enable --now patchgen" in result.stdout
    text = (tmp_path / UNIT).read_text("utf-8")
    assert f"serve --port 9341 --model {tmp_path}/my.gguf\n" in text


def test_a_service_goes_away_again(
    cli: Cli, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    cli("serve", "--install-service")

    result = cli("serve", "--uninstall-service")

    assert f"removed {tmp_path / UNIT}" in result.stdout
    assert not (tmp_path / UNIT).exists()


def test_no_service_for_settings_that_are_wrong(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    result = cli("serve", "--install-service", "--port", 70000)

    assert result.exit_code == 1
    assert not (tmp_path / UNIT).exists()


def test_a_service_cannot_come_and_go_at_once(cli: Cli) -> None:
    assert cli("serve", "--install-service", "--uninstall-service").exit_code == 2
