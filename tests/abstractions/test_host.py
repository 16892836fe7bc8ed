"""The box with the external beside it: what built-in objects cannot do."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pd_external.conftest import built

from patchgen.pd.parse import parse

from .conftest import OpenPd
from .fake_daemon import FakeDaemon, Reply, silent
from .pd_session import ABSTRACTIONS, ROOT, free_port
from .test_answers import makes

__all__ = ["built"]

WriteResult = Callable[..., Path]


@pytest.fixture
def library(built: Path, tmp_path: Path) -> Path:
    """The library folder as it is installed."""
    folder = tmp_path / "library"
    shutil.copytree(ABSTRACTIONS, folder)
    shutil.copy(built / "patchgen_host.pd_linux", folder)
    return folder


def test_the_box_loads_without_a_word(open_pd: OpenPd, library: Path) -> None:
    with open_pd(
        "patchgen", "patchgen 9341 0.8 sub noopen", library=library, measure="\\; gap bang"
    ) as pd:
        pd.say("measure")
        pd.wait_for_label("gap")

    assert pd.console == ("gap: 0",)


@pytest.mark.parametrize("has_host", [True, False])
def test_a_box_that_was_made_and_deleted_leaves_nothing_to_fire(
    open_pd: OpenPd, library: Path, has_host: bool
) -> None:
    """Pd fires the canvas that was closed last when it fails to open a file, and crashes if that
    canvas is gone."""
    steps = {
        "room": "\\; pd-host.pd obj 300 300 pd room",
        "make": "\\; pd-room obj 10 10 patchgen 9999 \\; pd-room loadbang",
        "clear": "\\; pd-room clear",
        "open": "\\; pd open missing.pd /nowhere",
        "say": "a drone",
    }
    with (
        FakeDaemon() as daemon,
        open_pd(
            f"patchgen {daemon.port}", library=library if has_host else ABSTRACTIONS, **steps
        ) as pd,
    ):
        for step in steps:
            pd.say(step)
        requests = daemon.wait_for("generate")

    assert len(requests) == 1
    assert len([line for line in pd.console if "missing.pd" in line]) == 2


def test_without_it_sub_is_said_to_be_impossible(open_pd: OpenPd, result: WriteResult) -> None:
    path = result("opened")
    with (
        FakeDaemon(makes(path)) as daemon,
        open_pd(f"patchgen sub {daemon.port}", say="a drone", ask="status") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")

    assert pd.lines("tell0")[0] == "error sub needs the external results open in windows"
    assert pd.lines("opened") == ("bang",)


def test_sub_puts_the_result_beside_the_box(
    open_pd: OpenPd, library: Path, result: WriteResult, tmp_path: Path
) -> None:
    path = result("opened", "slow drone.pd", "meine Töne")
    with (
        FakeDaemon(makes(path)) as daemon,
        open_pd(
            f"patchgen sub {daemon.port}",
            library=library,
            say="a drone",
            save=f"\\; pd-host.pd savetofile saved.pd {tmp_path}",
        ) as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")
        pd.say("save")
        pd.wait_for("saved to")

    names = [box.args for box in parse((tmp_path / "saved.pd").read_text("utf-8")).boxes]
    assert ("slow\\ drone",) in names
    assert pd.lines("opened") == ("bang",)
    assert pd.lines("path0") == (str(path),)
    assert pd.lines("sound") == ()


def test_sub_says_what_it_cannot_load(open_pd: OpenPd, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.pd"
    path.write_text("pd quit;\n", "utf-8")
    with (
        FakeDaemon(makes(path)) as daemon,
        open_pd(f"patchgen sub {daemon.port}", library=library, say="a drone") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")

    assert pd.lines("tell0")[-1].startswith(f"error {path} is not loaded: ")


def test_continue_goes_on_from_the_patch_around_the_box(
    open_pd: OpenPd, library: Path, tmp_path: Path
) -> None:
    with (
        FakeDaemon() as daemon,
        open_pd(
            f"patchgen {daemon.port}",
            library=library,
            draw="\\; pd-host.pd obj 300 300 osc~ 330",
            go="continue",
        ) as pd,
    ):
        pd.say("draw")
        pd.say("go")
        (request,) = daemon.wait_for("continue")

    written = Path(str(request.args[1]))
    text = written.read_text("utf-8")
    shutil.rmtree(written.parent)
    assert "#X obj 300 300 osc~ 330" in text
    assert "#X obj 300 300 osc~ 330" not in pd.patch.read_text("utf-8")


def test_without_it_continue_needs_a_file(open_pd: OpenPd) -> None:
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", go="continue") as pd:
        pd.say("go")
        told = pd.wait_for_label("tell0")

    assert told == ("error continue needs a file: continue FILE",)
    assert daemon.requests == ()


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("list create a drone", ("list create a drone",)),
        ("symbol drone", ("symbol drone",)),
        ("list of 3 drones \\, 0.25 loud", ("list", "of", 3.0, "drones", ",", 0.25, "loud")),
        ("prompt a drone", ("a", "drone")),
    ],
)
def test_a_word_that_pd_keeps_for_itself_comes_back(
    open_pd: OpenPd, library: Path, text: str, heard: tuple[object, ...]
) -> None:
    with (
        FakeDaemon() as daemon,
        open_pd(f"patchgen {daemon.port}", library=library, say=text) as pd,
    ):
        pd.say("say")
        requests = daemon.wait_for("generate")

    assert [request.args[1:] for request in requests] == [heard]


STARTED = """\
import sys
sys.path.insert(0, {tests!r})
from abstractions.fake_daemon import FakeDaemon, Reply

def script(request):
    if request.kind == "status":
        return (Reply("status", (request.id, "0.1.0", "tiny", 0)),)
    return (Reply("done", (request.id, "result.pd", {folder!r})),)

with FakeDaemon(script, int(sys.argv[-1])) as daemon:
    daemon.wait_for("generate", seconds=60)
    daemon.wait_for("bye", seconds=2)
"""
"""A daemon that ends by itself; its last argument is the port."""


@pytest.fixture
def startable(library: Path, tmp_path: Path, result: WriteResult) -> Path:
    """A library folder that says how a daemon is started."""
    folder = result("opened").parent
    program = tmp_path / "started.py"
    program.write_text(STARTED.format(tests=str(ROOT / "tests"), folder=str(folder)), "utf-8")
    (library / "daemon").write_text(f"{sys.executable}\n{program}\n", "utf-8")
    return library


def test_a_missing_daemon_is_started_when_it_is_asked_for_and_gets_the_request(
    open_pd: OpenPd, startable: Path
) -> None:
    port = free_port()
    with open_pd(f"patchgen {port}", library=startable, say="a drone", go="start") as pd:
        pd.say("say")
        offered = pd.wait_for_label("tell0")
        pd.say("go")
        pd.wait_for_label("path0")

    assert offered == (
        f"error daemon not running click start or say: patchgen serve --port {port}",
    )
    (started,) = [line for line in pd.lines("tell0") if line.startswith("started ")]
    os.kill(int(started.split()[1]), signal.SIGTERM)
    assert pd.lines("opened") == ("bang",)


def test_start_leaves_a_daemon_alone_that_answers(open_pd: OpenPd, startable: Path) -> None:
    with (
        FakeDaemon(silent) as daemon,
        open_pd(f"patchgen {daemon.port}", library=startable, go="start") as pd,
    ):
        pd.say("go")
        requests = daemon.wait_for("status")
        daemon.send(requests[0].source, Reply("status", (requests[0].id, "0.1.0", "tiny", 0)))
        told = pd.wait_for_label("tell0")

    assert told == ("status 0.1.0 tiny 0",)


def test_what_cannot_be_started_is_said(open_pd: OpenPd, startable: Path) -> None:
    (startable / "daemon").write_text("/nowhere/python\n", "utf-8")
    with open_pd(f"patchgen {free_port()}", library=startable, go="start") as pd:
        pd.say("go")
        told = pd.wait_for_label("tell0")

    assert told[0].startswith("error /nowhere/python is not started: no such program")
