"""kill -9: of the model's process while it writes, of the daemon before a patch has its name."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from service.box import PATIENCE, Box
from service.test_inbox import wait_until

from patchgen.pd.parse import parse
from patchgen.pipeline.publish import STALE, publish
from patchgen.store.history import History

from .conftest import Serve
from .moments import LONG, ending, make, stop_in_draft

ROOT = Path(__file__).resolve().parents[2]


def test_a_model_killed_while_it_writes_costs_one_job(serve: Serve) -> None:
    it, box = serve(temperature=2)
    make(box, "before")
    (worker,) = it.workers()

    job = stop_in_draft(box, worker, LONG)
    before = sorted(it.folder.glob("*.pd"))
    os.kill(worker, signal.SIGKILL)

    kind, message, hint = ending(box, job)
    assert (kind, "SIGKILL" in message, "next job" in hint) == ("error", True, True)
    assert sorted(it.folder.glob("*.pd")) == before
    make(box, "after")
    assert it.workers() != [worker]
    assert it.bugs() == 0


@contextmanager
def dying_daemon(folder: Path, moment: str) -> Iterator[tuple[subprocess.Popen[str], Box]]:
    """A daemon in its own process, and a box."""
    with subprocess.Popen(
        [sys.executable, "-m", "faults.dying_daemon", str(folder), moment],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            with Box(int(process.stdout.readline())) as box:
                yield process, box
        finally:
            process.kill()


@pytest.mark.parametrize("moment", ["checked", "written"])
def test_a_daemon_killed_before_a_patch_is_written_leaves_no_half_file(
    tmp_path: Path, moment: str
) -> None:
    with dying_daemon(tmp_path, moment) as (process, box):
        box.ask("generate", "1", "a", "sine")
        assert process.wait(PATIENCE) == -signal.SIGKILL
    visible = [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")]
    assert not [name for name in visible if name.endswith(".pd")]

    with dying_daemon(tmp_path, "never") as (_, box):
        box.ask("generate", "1", "a", "sine")
        _, name, _ = box.wait_for("done", "1")
        with closing(History(tmp_path / "history.db")) as history:
            assert wait_until(lambda: [k.entry.outcome for k in history.find()] == ["done"])

    assert name == "sine.pd"
    assert parse((tmp_path / "sine.pd").read_text("utf-8")).boxes


def test_a_text_in_the_inbox_is_done_by_the_next_daemon(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "sine.txt").write_text("a sine", "utf-8")
    with dying_daemon(tmp_path, "checked") as (process, _):
        assert process.wait(PATIENCE) == -signal.SIGKILL

    with dying_daemon(tmp_path, "never") as (_, box):
        assert box.is_answered()
        assert wait_until((tmp_path / "inbox" / "sine.pd").exists)

    assert parse((tmp_path / "inbox" / "sine.pd").read_text("utf-8")).boxes


def test_what_a_killed_daemon_left_hidden_is_cleared_away_later(tmp_path: Path) -> None:
    old, fresh = (tmp_path / f".patchgen-{name}.partial" for name in ("old", "fresh"))
    own = tmp_path / ".patchgen-of-the-user"
    for path in (old, fresh, own):
        path.write_text("#N canvas 0 50", "utf-8")
        long_ago = time.time() - 2 * STALE
        os.utime(path, (long_ago, long_ago) if path != fresh else None)

    publish("#N canvas 0 50 450 300 12;\n", "bell", None, tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {fresh.name, own.name, "bell.pd"}
