"""Nothing in [patchgen] keeps Pd waiting: a metronome beside it keeps its beat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from .conftest import OpenPd
from .fake_daemon import FakeDaemon, Reply, Request

STEPS = 40
"""Progress messages of the job, a twentieth of a second apart."""

LONGEST_GAP = 1000.0
"""Milliseconds; on an idle machine it is hardly over the 5 of the metronome. A box that waited for
its job would be silent for all of its two seconds."""


def test_a_metronome_keeps_its_beat_while_a_job_runs(
    open_pd: OpenPd, result: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = result("opened")

    def script(request: Request) -> Sequence[Reply]:
        steps = [
            Reply("progress", (request.id, "drafting", step / STEPS), delay=0.05)
            for step in range(STEPS)
        ]
        done = Reply("done", (request.id, path.name, str(path.parent)))
        return (Reply("queued", (request.id, 0)), *steps, done)

    with (
        FakeDaemon(script) as daemon,
        open_pd(
            f"patchgen {daemon.port}",
            beat="\\; beat 1",
            say=" ".join(["tone"] * 4000),
            measure="\\; gap bang",
        ) as pd,
    ):
        pd.say("beat")
        pd.say("measure")
        pd.wait_for_label("gap")
        pd.say("say")
        pd.wait_for_label("path0")
        pd.say("measure")
        _, gap = pd.wait_for_label("gap", 2)

    with capsys.disabled():
        print(f"\nlargest gap of [metro 5] during a job: {float(gap):.1f} ms")
    assert len(pd.lines("progress0")) == STEPS + 2
    assert 0 < float(gap) < LONGEST_GAP
