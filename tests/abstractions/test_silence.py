"""A daemon that is not there, comes late or dies."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from .conftest import OpenPd
from .fake_daemon import FakeDaemon, Reply, Request, Script, acknowledge, silent
from .pd_session import free_port


def not_running(port: int) -> str:
    """What the box says without a daemon and without the external."""
    return f"error daemon not running start it with: patchgen serve --port {port}"


def with_queue(length: int, script: Script = acknowledge) -> Script:
    """A daemon that says how many requests it has, and does with them as the script says."""

    def answer(request: Request) -> Sequence[Reply]:
        if request.kind == "status":
            return (Reply("status", (request.id, "0.1.0", "tiny", length)),)
        return script(request)

    return answer


def test_no_daemon_is_said_within_two_seconds(open_pd: OpenPd) -> None:
    port = free_port()
    with open_pd(f"patchgen {port}", say="a drone") as pd:
        start = time.monotonic()
        pd.say("say")
        told = pd.wait_for_label("tell0")
        waited = time.monotonic() - start

    assert told == (not_running(port),)
    assert waited > 1.8


def test_the_usual_port_needs_no_word(open_pd: OpenPd) -> None:
    with open_pd("patchgen", ask="start") as pd:
        pd.say("ask")
        told = pd.wait_for_label("tell0")

    assert told == ("error the daemon cannot be started from here start it with: patchgen serve",)


def test_a_daemon_that_answers_is_not_called_missing(open_pd: OpenPd) -> None:
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say="a drone") as pd:
        pd.say("say")
        told = pd.wait_for_label("tell0", 2, seconds=2.5)

    assert told == ("queued 0",)


def test_a_late_answer_is_still_believed(open_pd: OpenPd, result: Callable[[str], Path]) -> None:
    path, port = result("opened"), free_port()

    def script(request: Request) -> Sequence[Reply]:
        return (Reply("done", (request.id, path.name, str(path.parent)), delay=2.3),)

    with FakeDaemon(script, port), open_pd(f"patchgen {port}", say="a drone") as pd:
        pd.say("say")
        pd.wait_for_label("path0")

    assert pd.lines("tell0")[0] == not_running(port)
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


def test_a_daemon_that_was_restarted_in_mid_job_is_asked_again(
    open_pd: OpenPd, result: Callable[[str], Path]
) -> None:
    path, port = result("opened"), free_port()

    def finish(request: Request) -> Sequence[Reply]:
        return (Reply("done", (request.id, path.name, str(path.parent))),)

    with open_pd(f"patchgen {port}", say="a drone") as pd:
        with FakeDaemon(acknowledge, port) as daemon:
            pd.say("say")
            (before,) = daemon.wait_for("generate")
            pd.wait_for_label("tell0")
        with FakeDaemon(with_queue(0, finish), port) as daemon:
            (after,) = daemon.wait_for("generate")
            pd.wait_for_label("path0")

    assert after.args == before.args
    assert pd.lines("opened") == ("bang",)


def test_a_request_that_is_lost_twice_is_given_up(open_pd: OpenPd) -> None:
    with (
        FakeDaemon(with_queue(0)) as daemon,
        open_pd(f"patchgen {daemon.port}", say="a drone", ask="status") as pd,
    ):
        pd.say("say")
        daemon.wait_for("generate")
        pd.say("ask")
        daemon.wait_for("generate", 2)
        pd.say("ask")
        pd.wait_for("lost")

    assert len(daemon.of("generate")) == 2
    assert pd.lines("tell0")[-1] == "error the daemon has lost the request click again"


def test_a_request_in_work_is_not_asked_again(open_pd: OpenPd) -> None:
    with (
        FakeDaemon(with_queue(1)) as daemon,
        open_pd(f"patchgen {daemon.port}", say="a drone", ask="status") as pd,
    ):
        pd.say("say")
        daemon.wait_for("generate")
        pd.say("ask")
        pd.wait_for_label("tell0", 2)

    assert [request.kind for request in daemon.requests] == ["generate", "status"]
