"""A daemon that is not there, comes late or dies."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from .conftest import OpenPd
from .fake_daemon import FakeDaemon, Reply, Request, acknowledge, silent
from .pd_session import free_port

NOT_RUNNING = "error daemon not running start it with: patchgen serve"


def test_no_daemon_is_said_within_two_seconds(open_pd: OpenPd) -> None:
    with open_pd(f"patchgen {free_port()}", say="a drone") as pd:
        start = time.monotonic()
        pd.say("say")
        told = pd.wait_for_label("tell0")
        waited = time.monotonic() - start

    assert told == (NOT_RUNNING,)
    assert 1.8 < waited < 4.0


def test_a_daemon_that_answers_is_not_called_missing(open_pd: OpenPd) -> None:
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say="a drone") as pd:
        pd.say("say")
        told = pd.wait_for_label("tell0", 2, seconds=2.5)

    assert told == ("queued 0",)


def test_a_late_answer_is_still_believed(open_pd: OpenPd, result: Callable[[str], Path]) -> None:
    path = result("opened")

    def script(request: Request) -> Sequence[Reply]:
        return (Reply("done", (request.id, path.name, str(path.parent)), delay=2.3),)

    with FakeDaemon(script) as daemon, open_pd(f"patchgen {daemon.port}", say="a drone") as pd:
        pd.say("say")
        pd.wait_for_label("path0")

    assert pd.lines("tell0")[0] == NOT_RUNNING
    assert pd.lines("opened") == ("bang",)


def test_again_repeats_what_no_daemon_has_heard(open_pd: OpenPd) -> None:
    port = free_port()
    with open_pd(f"patchgen {port}", say="a drone \\, slow", again="retry") as pd:
        pd.say("say")
        pd.wait_for_label("tell0")
        with FakeDaemon(port=port) as daemon:
            pd.say("again")
            requests = daemon.wait_for("generate")

    assert [request.args[1:] for request in requests] == [("a", "drone", ",", "slow")]


def test_a_restarted_daemon_answers_on_the_same_socket(open_pd: OpenPd) -> None:
    port = free_port()
    with open_pd(f"patchgen {port}", say="a drone") as pd:
        with FakeDaemon(acknowledge, port) as daemon:
            pd.say("say")
            daemon.wait_for("generate")
            pd.wait_for_label("tell0")
        with FakeDaemon(silent, port) as daemon:
            pd.say("say")
            (request,) = daemon.wait_for("generate")
            daemon.send(request.source, Reply("queued", (request.id, 3)))
            told = pd.wait_for_label("tell0", 2)

    assert told == ("queued 0", "queued 3")
