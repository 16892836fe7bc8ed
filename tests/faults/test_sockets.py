"""Nothing of a daemon at work can be reached from another machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from service.test_serve import LOOPBACK, bound

from patchgen_training.benchmarks.served import children

from .conftest import Serve
from .moments import make


def everything(pid: int) -> set[tuple[str, str, int]]:
    """The internet sockets of a process and of all that it has started."""
    try:
        own = set(bound(pid))
        return own.union(*map(everything, children(pid)))
    except OSError:
        return set()  # It has just ended.


@pytest.mark.skipif(not Path("/proc/net/udp").exists(), reason="not run: this is not Linux")
def test_model_and_checks_open_no_socket_and_the_daemon_one(serve: Serve) -> None:
    it, box = serve()
    make(box, "warm")
    assert it.workers()

    box.ask("generate", "1", "a", "drone")
    seen: set[tuple[str, str, int]] = set()
    while not (box.of("error") or len(box.of("done")) > 1):
        box.hear_one()
        seen |= everything(it.process.pid)

    assert seen == {("udp", LOOPBACK, it.port)}
