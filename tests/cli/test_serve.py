"""`patchgen serve`: says when it listens, ends when it is told to, refuses a taken port."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from .conftest import Shell, command_line, surroundings


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
