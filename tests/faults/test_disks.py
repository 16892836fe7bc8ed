"""Disks that are full, folders that cannot be written: told early, and nothing is left there."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from patchgen.catalog.find import cards
from patchgen.engine.scripted import ScriptedEngine
from patchgen.errors import OutputUnwritable
from patchgen.pd.parse import parse
from patchgen.pipeline.publish import check_place
from patchgen.pipeline.run import Pipeline
from patchgen.pipeline.steps import Order

from .conftest import Serve
from .dying_daemon import SINE
from .moments import LONG, ending, make, stop_in_draft
from .programs import on_small_disk, patchgen

FILL = "dd if=/dev/zero of=filler bs=1k count=9999 2> /dev/null\n"
GENERATE = '$PATCHGEN generate "a sine" --seed 1 -o "$DISK/sine.pd"; echo "exit $?"; ls -A\n'


def test_a_full_disk_is_told_and_the_next_job_works(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()

    done = on_small_disk(disk, 256, f"{FILL}{GENERATE}rm filler\n{GENERATE}", tmp_path)

    first, _, second = done.stdout.partition("exit ")[2].partition("exit ")
    assert first.splitlines()[:2] == ["1", "filler"]
    assert second.splitlines() == ["0", "sine.pd"]
    message, hint = done.stderr.splitlines()
    assert message == f"error: cannot write {disk}/sine.pd: No space left on device"
    assert "Make room" in hint


def test_a_full_folder_for_trials_is_told(tmp_path: Path) -> None:
    disk, target = tmp_path / "disk", tmp_path / "sine.pd"
    disk.mkdir()
    script = f'$PATCHGEN generate "a sine" --seed 1 -o {target}; echo "exit $?"; ls -A\n'

    done = on_small_disk(disk, 512, script, tmp_path, TMPDIR=str(disk))

    assert done.stdout.splitlines() == ["exit 1"]
    message, hint = done.stderr.splitlines()
    assert "No space left" in message and str(disk) in message
    assert "TMPDIR" in hint
    assert not target.exists()


def test_a_disk_that_fills_while_the_model_writes_costs_one_job(serve: Serve) -> None:
    it, box = serve(temperature=2)
    make(box, "before")
    (worker,) = it.workers()
    job = stop_in_draft(box, worker, LONG)
    before = patches(it.folder)

    with no_room(it.process.pid):
        os.kill(worker, signal.SIGCONT)
        kind, message, hint = ending(box, job)

    assert (kind, "cannot write" in message) == ("error", True)
    assert "Make room" in hint
    assert patches(it.folder) == before
    make(box, "after")
    assert it.bugs() == 0


def patches(folder: Path) -> list[Path]:
    """All patches in a folder, and what may become one."""
    return sorted([*folder.glob("*.pd"), *folder.glob(".patchgen-*")])


@contextmanager
def no_room(pid: int) -> Iterator[None]:
    """A process that cannot write more than a line into any file, which stands for a full disk."""
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE, (64, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


def test_a_folder_that_is_read_only_is_told_before_the_model_is_loaded(tmp_path: Path) -> None:
    folder, broken = tmp_path / "closed", tmp_path / "broken.gguf"
    folder.mkdir(mode=0o555)
    broken.write_bytes(b"no model")
    target = folder / "sine.pd"

    for place in (("-o", target), ()):
        done = patchgen(
            tmp_path, "generate", "a sine", "--model", broken, *place,
            PATCHGEN_OUTPUT_FOLDER=str(folder / "out"),
        )  # fmt: skip

        message, hint = done.stderr.splitlines()
        assert message.startswith(f"error: cannot write {folder}/")
        assert message.endswith("Permission denied")
        assert "-o FILE" in hint
        assert (done.returncode, list(folder.iterdir())) == (1, [])
    folder.chmod(0o755)
    done = patchgen(tmp_path, "generate", "a sine", "--seed", 1, "-o", target)
    assert (done.returncode, bool(parse(target.read_text("utf-8")).boxes)) == (0, True)


@pytest.mark.parametrize("target", ["none/patch.pd", "device", f"{'n' * 300}.pd", "folder"])
def test_the_model_is_not_asked_for_what_cannot_be_written(tmp_path: Path, target: str) -> None:
    (tmp_path / "device").symlink_to("/dev/full")
    (tmp_path / "folder").mkdir()
    engine = ScriptedEngine([SINE])
    pipeline = Pipeline(engine, cards()[0], None, tmp_path)

    with pytest.raises(OutputUnwritable, match="cannot write") as raised:
        list(pipeline.run(Order("a sine", target=tmp_path / target)))

    assert engine.requests == []
    assert raised.value.hint


def test_looking_at_a_place_leaves_nothing_there(tmp_path: Path) -> None:
    check_place(None, tmp_path / "not" / "yet")
    check_place(tmp_path / "patch.pd", tmp_path)

    assert list(tmp_path.iterdir()) == []
