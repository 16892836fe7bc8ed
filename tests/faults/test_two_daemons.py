"""Two daemons at once: on one port, and on one inbox."""

from __future__ import annotations

import pytest
from service.conftest import Start
from service.test_inbox import wait_until
from service.toy_pipelines import ToyPipeline

from patchgen.config import Settings
from patchgen.service.serve import INBOX, Daemon

from .conftest import Serve
from .moments import make
from .programs import patchgen


def test_a_second_daemon_on_the_port_ends_with_a_hint_and_the_first_goes_on(serve: Serve) -> None:
    it, box = serve()

    second = patchgen(it.folder, "serve", "--port", it.port)

    message, hint = second.stderr.splitlines()
    assert f"UDP port {it.port}" in message
    assert "another `patchgen serve`" in hint and "--port" in hint
    assert (second.returncode, second.stdout) == (1, "")
    make(box, "first")


def test_two_daemons_with_one_inbox_make_one_patch_of_a_text(
    settings: Settings, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    inbox = settings.output_folder / INBOX
    pipelines = [ToyPipeline(settings.output_folder) for _ in range(2)]
    first, second = (Daemon(settings, build=lambda _, it=it: it) for it in pipelines)
    first.start()
    start(second)
    assert f"another daemon watches {inbox}" in caplog.text

    (inbox / "drone.txt").write_text("a drone", "utf-8")
    assert wait_until((inbox / "drone.pd").exists)
    first.stop()
    third = ToyPipeline(settings.output_folder)
    start(Daemon(settings, build=lambda _: third))
    (inbox / "bell.txt").write_text("a bell", "utf-8")
    assert wait_until((inbox / "bell.pd").exists)

    orders = [[order.prompt for order in it.orders] for it in (*pipelines, third)]
    assert orders == [["a drone"], [], ["a bell"]]
