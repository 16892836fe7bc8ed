"""The daemon with the bundled model through llama.cpp, over UDP: cancel, time-out, continue."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import pytest

from patchgen.config import Settings
from patchgen.pd.parse import parse
from patchgen.service.serve import Daemon
from patchgen.store.history import History

from .box import Box
from .conftest import Connect, Start
from .test_inbox import wait_until

LONG = "Create a Pure Data patch with many sliders, many oscillators, many filters and effects"
GIVEN = "#N canvas 0 50 450 300 12;\n#X obj 100 80 osc~ 440;\n"


@pytest.fixture
def bundled(settings: Settings, start: Start, connect: Connect) -> Box:
    """A box whose daemon has the bundled model warm; drafts are never good enough to end early."""
    box = connect(start(Daemon(settings)))
    box.ask("generate", "warm", "a", "sine")
    box.wait_for("done", "warm")
    return box


def test_cancel_in_the_midst_of_a_draft_takes_a_tenth_of_a_second(bundled: Box) -> None:
    bundled.ask("set", "temperature", 2)
    waits, free = [], []

    for number in range(5):
        name, next_one = f"long-{number}", f"next-{number}"
        bundled.ask("generate", name, LONG)
        bundled.wait_for("progress", name, after=len(bundled.heard))
        while bundled.heard[-1].arguments[1] != "drafting":
            bundled.wait_for("progress", name, after=len(bundled.heard))
        start = time.monotonic()
        bundled.ask("cancel", name)
        bundled.wait_for("error", name)
        waits.append(time.monotonic() - start)
        bundled.ask("generate", next_one, LONG)
        while ("drafting", next_one) not in [
            (m.arguments[1], m.arguments[0]) for m in bundled.heard if "progress" in m.address
        ]:
            bundled.wait_for("progress", next_one, after=len(bundled.heard))
        free.append(time.monotonic() - start)
        bundled.ask("cancel", next_one)
        bundled.wait_for("error", next_one)

    print(f"told after {min(waits):.3f} s, next job at work after {min(free):.3f} s")
    # The best of five: the machine may be busy with something else.
    assert min(waits) < 0.1
    assert min(free) < 0.3


def test_a_patch_is_continued(bundled: Box, settings: Settings, tmp_path: Path) -> None:
    given = tmp_path / "my tone.pd"
    given.write_text(GIVEN, "utf-8")

    bundled.ask("continue", "1", str(given))
    _, name, folder = bundled.wait_for("done", "1")

    canvas = parse((Path(str(folder)) / str(name)).read_text("utf-8"))
    assert canvas.boxes[0] == parse(GIVEN).boxes[0]
    assert len(canvas.boxes) > 2
    assert given.read_text("utf-8") == GIVEN
    with closing(History(settings.history_file)) as history:
        assert wait_until(lambda: len(history.find()) == 2)
        kept = history.newest().entry
    assert (kept.kind, kept.given, kept.outcome) == ("continue", str(given), "done")
    assert len(kept.sha256) == 64


def test_a_patch_too_large_for_the_model_is_told(bundled: Box, tmp_path: Path) -> None:
    given = tmp_path / "large.pd"
    long = " ".join(f"sin($f1*{i})+" for i in range(30))
    boxes = "".join(f"#X obj 9 {i * 20} expr {long}1;\n" for i in range(60))
    given.write_text(f"#N canvas 0 50 450 300 12;\n{boxes}", "utf-8")

    bundled.ask("continue", "1", str(given))

    _, message, hint = bundled.wait_for("error", "1")
    assert "too large for the model" in str(message)
    assert "n_ctx" in str(hint)


def test_a_job_that_takes_too_long_is_given_up_and_the_next_one_works(
    settings: Settings, start: Start, connect: Connect
) -> None:
    box = connect(start(Daemon(settings.model_copy(update={"job_seconds": 0.01}))))

    box.ask("generate", "1", LONG)

    _, message, hint = box.wait_for("error", "1")
    assert "longer than 0.01 s" in str(message)
    assert "job_seconds" in str(hint)
    assert box.is_answered()
