"""The whole daemon: several boxes, garbage, a taken port, the end."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from patchgen.config import Settings
from patchgen.errors import PortInUse
from patchgen.service.osc import Message, encode
from patchgen.service.serve import Daemon, serve

from .box import PATIENCE, Box
from .conftest import Connect
from .toy_pipelines import ToyPipeline

ROOT = Path(__file__).resolve().parents[2]


def test_three_boxes_at_once_each_get_their_own_patch(
    daemon: Daemon, connect: Connect, pipeline: ToyPipeline
) -> None:
    boxes = [connect(daemon) for _ in range(3)]
    for number, box in enumerate(boxes):
        for request in range(3):
            box.ask("generate", f"{number}-{request}", "drone", number, ",", request)

    for number, box in enumerate(boxes):
        for request in range(3):
            _, name, folder = box.wait_for("done", f"{number}-{request}")
            text = Path(str(folder), str(name)).read_text("utf-8")
            assert f"drone {number}, {request}" in text
    assert len(pipeline.orders) == 9
    assert all(len(box.of("queued")) == 3 for box in boxes)
    for number, box in enumerate(boxes):
        ids = {str(message.arguments[0]) for message in box.heard}
        assert all(name.startswith(f"{number}-") for name in ids)


def test_a_box_with_many_requests_does_not_hold_up_another(
    daemon: Daemon, connect: Connect, pipeline: ToyPipeline
) -> None:
    pipeline.gate.clear()
    greedy, modest = connect(daemon), connect(daemon)
    for number in range(6):
        greedy.ask("generate", str(number), "greedy")
    greedy.wait_for("queued", "5")

    modest.ask("generate", "1", "modest")

    assert modest.wait_for("queued", "1") == ("1", 1)
    pipeline.gate.set()
    modest.wait_for("done", "1")
    assert pipeline.orders[1].prompt == "modest"


def test_a_full_queue_is_an_error(box: Box, pipeline: ToyPipeline) -> None:
    pipeline.gate.clear()
    for number in range(12):
        box.ask("generate", str(number), "a drone")

    _, message, hint = box.wait_for("error")

    assert "queue is full" in str(message)
    assert hint


def noise(chance: random.Random) -> bytes:
    """Bytes, or a request with some of them changed."""
    if chance.random() < 0.5:
        return chance.randbytes(chance.randrange(120))
    kind = chance.choice(("generate", "random", "retry", "cancel", "set", "status", "continue"))
    words = tuple(chance.choice(("x", "model", "seed", 1.5, "ü")) for _ in range(4))
    packet = bytearray(encode(Message(f"/patchgen/{kind}", words)))
    for _ in range(chance.randrange(5)):
        packet[chance.randrange(len(packet))] = chance.randrange(256)
    return bytes(packet)


def test_garbage_does_not_harm_the_daemon(daemon: Daemon, connect: Connect) -> None:
    chance = random.Random(7)
    box = connect(daemon)

    for _ in range(50):
        with Box(daemon.port) as vandal:
            for _ in range(60):
                vandal.throw(noise(chance))
        # Asked in between, so that the socket's buffer does not overflow and hide the rest.
        assert box.is_answered()

    while box.unfinished():
        # Some of the garbage was a request, and the line may be full of them.
        time.sleep(0.01)
    box.ask("generate", "1", "a drone")
    assert box.wait_for("done", "1")


def test_a_taken_port_is_said_before_anything_starts(daemon: Daemon, settings: Settings) -> None:
    taken = settings.model_copy(update={"port": daemon.port})

    with pytest.raises(PortInUse, match=str(daemon.port)) as caught:
        serve(taken)

    assert "--port" in caught.value.hint


def test_the_end_is_told_to_everybody(settings: Settings, pipeline: ToyPipeline) -> None:
    pipeline.gate.clear()
    said: list[str] = []
    daemon = Daemon(settings, build=lambda _: pipeline, tell=said.append)
    daemon.start()
    with Box(daemon.port) as box:
        for number in range(3):
            box.ask("generate", str(number), "a drone")
        box.wait_for("queued", "2")
        assert pipeline.at_work.wait(10)

        daemon.stop()

        told = [box.wait_for("error", str(number)) for number in range(3)]
    assert {message for _, message, _ in told} == {"the daemon was stopped"}
    assert all("patchgen serve" in str(hint) for _, _, hint in told)
    assert pipeline.closings == 1
    assert said == ["stopped; 0 jobs were finished, 3 cancelled"]
    assert list(settings.output_folder.glob("*.pd")) == []


@contextmanager
def toy_daemon(folder: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A daemon in its own process, and its port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "service.toy_daemon", str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with ExitStack() as stack:
        stack.enter_context(process)
        stack.callback(process.kill)
        assert process.stdout is not None
        yield process, int(process.stdout.readline())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    with toy_daemon(tmp_path) as (process, port), Box(port) as box:
        box.ask("generate", "1", "a drone")
        box.ask("generate", "2", "a drone")
        while ("1", "drafting") not in [told[:2] for told in box.of("progress")]:
            box.wait_for("progress", "1", after=len(box.heard))
        box.wait_for("queued", "2")

        process.send_signal(number)

        told = [box.wait_for("error", name) for name in ("1", "2")]
        output, errors = process.communicate(timeout=PATIENCE)
    assert [message for _, message, _ in told] == ["the daemon was stopped"] * 2
    assert output == "closed 1\n"
    assert errors == ""
    assert process.returncode == 0


LOOPBACK = "0100007F"
"""127.0.0.1 as the kernel's tables write it."""


def sockets(process: int) -> set[str]:
    """The inodes of a process's sockets."""
    folder = Path(f"/proc/{process}/fd")
    links = (os.readlink(entry) for entry in folder.iterdir() if entry.is_symlink())
    return {link[len("socket:[") : -1] for link in links if link.startswith("socket:[")}


def bound(process: int) -> list[tuple[str, str, int]]:
    """Protocol, address and port of every internet socket of a process."""
    own = sockets(process)
    found = []
    for protocol in ("udp", "udp6", "tcp", "tcp6"):
        for line in Path(f"/proc/{process}/net/{protocol}").read_text("ascii").splitlines()[1:]:
            fields = line.split()
            address, port = fields[1].split(":")
            if fields[9] in own:
                found.append((protocol, address, int(port, 16)))
    return found


@pytest.mark.skipif(not Path("/proc/net/udp").exists(), reason="not run: this is not Linux")
def test_only_this_machine_can_reach_it(tmp_path: Path) -> None:
    with toy_daemon(tmp_path) as (process, port), Box(port) as box:
        assert box.is_answered()

        assert bound(process.pid) == [("udp", LOOPBACK, port)]
