"""Running Pd: found, bounded, and gone afterwards."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from abstractions.conftest import engine, target

from patchgen.errors import PdFailed, PdMissing
from patchgen.headless.engine import find_pd, run
from patchgen.headless.load import load
from patchgen.headless.probe import observe

from .sketch import sketch, sketch_text

__all__ = ["engine", "target"]

ENDLESS = sketch("loadbang\nuntil\nf", "0 0 1 0, 1 0 2 0")


def processes_in(folder: Path) -> list[str]:
    """Processes whose working directory is inside the folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cwd"):
        with suppress(OSError):
            if os.readlink(entry).startswith(str(folder)):
                found.append(entry.parent.name)
    return found


def test_a_missing_pd_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr("patchgen.headless.engine.PLACES", ())

    with pytest.raises(PdMissing) as caught:
        find_pd()

    assert "apt install puredata" in caught.value.hint


@pytest.mark.parametrize("name", ["pd-l2ork", "purr-data"])
def test_purr_data_serves_where_there_is_no_vanilla_pd(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    program = tmp_path / name
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("patchgen.headless.engine.PLACES", ())

    assert find_pd() == program


def test_a_given_path_that_is_no_program_is_named() -> None:
    with pytest.raises(PdMissing, match="/nowhere/pd"):
        find_pd(Path("/nowhere/pd"))


def test_the_given_pd_is_taken(pd: Path) -> None:
    assert find_pd(pd) == pd


def test_a_program_that_cannot_start_is_a_failure(tmp_path: Path) -> None:
    broken = tmp_path / "pd"
    broken.write_text("no program")
    broken.chmod(0o755)

    with pytest.raises(PdFailed, match="could not be started"):
        run(broken, (), folder=tmp_path, timeout=1)


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="needs /proc")
def test_a_hanging_patch_ends_in_time_and_leaves_nothing(
    pd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    begun = time.monotonic()

    with ThreadPoolExecutor() as pool:
        hanging = pool.submit(observe, ENDLESS, pd=pd, timeout=0.5)
        time.sleep(0.25)
        during = processes_in(tmp_path)
        with pytest.raises(PdFailed, match=r"within 0\.5 s") as caught:
            hanging.result()

    assert time.monotonic() - begun < 1.5
    assert "until" in caught.value.hint
    assert len(during) == 1
    assert processes_in(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_patch_that_prints_without_end_is_stopped_by_its_size(pd: Path) -> None:
    flood = sketch("loadbang\nuntil\nmsg aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nprint",
                   "0 0 1 0, 1 0 2 0, 2 0 3 0")  # fmt: skip

    with pytest.raises(PdFailed, match="MB"):
        observe(flood, pd=pd, timeout=30)


def test_a_crash_is_a_failure_that_names_the_signal(pd: Path) -> None:
    with pytest.raises(PdFailed, match="SIGSEGV"):
        load("#N canvas 0 0 100 100 10;\n#X floatatom;\n", pd)


def test_a_table_larger_than_the_memory_limit_is_refused(pd: Path) -> None:
    report = load(sketch_text("array define big 1000000000"), pd)

    assert any("out of memory" in line for line in report.complaints)


def test_a_missing_object_is_all_that_is_said(engine: str) -> None:
    report = load(sketch_text("foo 1", ""), Path(engine))

    assert (report.not_created, report.complaints) == (("foo 1",), ())


def test_an_empty_pd_says_nothing(engine: str, tmp_path: Path) -> None:
    seen = run(Path(engine), ("-send", "pd quit"), folder=tmp_path, timeout=2)

    assert seen.console == ()
    assert seen.status == 0
