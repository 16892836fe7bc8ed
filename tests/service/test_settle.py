"""Files that change: each burst is one, and a thousand files need one thread."""

from __future__ import annotations

import threading
from pathlib import Path

from patchgen.service.settle import Settled

from .test_inbox import wait_until


def test_a_burst_is_acted_on_once_it_is_over() -> None:
    seen: list[Path] = []
    settled = Settled(seen.append, once_closed=0.1)

    for _ in range(20):
        settled.touched(Path("a.pd"), is_closed=True)

    assert wait_until(lambda: bool(seen))
    assert seen == [Path("a.pd")]


def test_many_files_at_once_are_waited_for_by_one_thread() -> None:
    seen: list[Path] = []
    settled = Settled(seen.append, once_closed=0.5)
    before = threading.active_count()

    for number in range(2000):
        settled.touched(Path(f"{number}.pd"), is_closed=True)

    assert threading.active_count() <= before + 1
    assert wait_until(lambda: len(seen) == 2000)
    assert wait_until(lambda: threading.active_count() <= before)


def test_a_bad_file_does_not_stop_the_others_and_a_later_one_is_seen() -> None:
    seen: list[Path] = []

    def act(path: Path) -> None:
        if path.name == "bad.pd":
            raise ValueError(path)
        seen.append(path)

    settled = Settled(act, once_closed=0.01)
    for name in ("bad.pd", "good.pd"):
        settled.touched(Path(name), is_closed=True)
    assert wait_until(lambda: len(seen) == 1)

    settled.touched(Path("later.pd"), is_closed=True)

    assert wait_until(lambda: seen == [Path("good.pd"), Path("later.pd")])


def test_what_is_stopped_is_not_acted_on() -> None:
    seen: list[Path] = []
    settled = Settled(seen.append, once_closed=0.05)
    settled.touched(Path("a.pd"), is_closed=True)

    settled.stop()
    settled.touched(Path("b.pd"), is_closed=True)

    assert wait_until(lambda: bool(seen))
    assert seen == [Path("b.pd")]
