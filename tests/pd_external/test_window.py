"""What a window is told: the new subpatch opens, and the owner counts as edited."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from abstractions.pd_session import PATIENCE

from .host_session import HostSession

HELLO = (
    b"pd init /tmp 0 10 5 11 10 6 13 12 7 16 16 10 19 24 14 29 36 22 44 10 10 22 12 12 26 16 14 32 "
    b"20 20 38 32 28 58 48 44 88 72;\n"
)
"""A window's first words: the folder and the sizes of its fonts."""


class FakeWindow:
    """Listens to what vanilla Pd tells its window."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self._told = b""
        self._heard = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        self._connection, _ = self._server.accept()
        self._connection.sendall(HELLO)
        while part := self._connection.recv(65536):
            with self._heard:
                self._told += part
                self._heard.notify_all()

    def lines(self, start: str) -> list[str]:
        """All commands that begin with that word."""
        return [line for line in self._told.decode().splitlines() if line.startswith(start)]

    def catch_up(self, pd: HostSession) -> None:
        """Waits until all has come that Pd had to tell: it passes a word on to its window."""
        passed = b"pdtk_plugin_dispatch"
        with self._heard:
            before = self._told.count(passed)
            pd.tell("plugin-dispatch", "here", to="pd")
            assert self._heard.wait_for(lambda: self._told.count(passed) > before, PATIENCE)

    def close(self) -> None:
        """Stops listening."""
        self._connection.close()
        self._server.close()


@pytest.fixture
def window() -> Iterator[FakeWindow]:
    """A window for one Pd."""
    fake = FakeWindow()
    yield fake
    fake.close()


@pytest.fixture
def pd(window: FakeWindow, library: Path, tmp_path: Path) -> Iterator[HostSession]:
    """Vanilla Pd that talks to that window and has opened the owner there.

    It listens to us before it has loaded the owner, so without waiting the owner's window could
    come after what is asked first.
    """
    options = ("-guiport", str(window.port), "-noaudio")
    with HostSession(tmp_path, library, options=options) as session:
        window.catch_up(session)
        yield session


def is_edited(window: FakeWindow, pd: HostSession) -> bool:
    """Whether the title of the owner shows that it is not saved."""
    window.catch_up(pd)
    titles = [line for line in window.lines("pdtk_canvas_reflecttitle") if "{owner.pd}" in line]
    return titles[-1].rstrip(" ;").endswith(" 1")


def test_the_subpatch_opens_at_once(window: FakeWindow, pd: HostSession, result: Path) -> None:
    before = len(window.lines("pdtk_canvas_new"))

    pd.ask("sub", "gen", result.name, str(result.parent))
    window.catch_up(pd)

    titles = window.lines("pdtk_canvas_reflecttitle")
    assert len(window.lines("pdtk_canvas_new")) == before + 1
    assert any("{gen}" in title for title in titles)


def test_sub_and_remove_mark_the_owner_as_edited(
    window: FakeWindow, pd: HostSession, result: Path
) -> None:
    new = is_edited(window, pd)
    pd.ask("sub", "gen", result.name, str(result.parent))
    with_subpatch = is_edited(window, pd)
    pd.tell("dirty", "0", to="canvas")
    clean = is_edited(window, pd)
    pd.ask("remove", "gen")
    without = is_edited(window, pd)

    assert (new, with_subpatch, clean, without) == (False, True, False, True)


def test_content_leaves_the_mark_as_it_was(
    window: FakeWindow, pd: HostSession, tmp_path: Path
) -> None:
    pd.ask("content", "one.pd", str(tmp_path))
    new = is_edited(window, pd)
    pd.tell("dirty", "1", to="canvas")
    pd.ask("content", "two.pd", str(tmp_path))
    edited = is_edited(window, pd)

    assert (new, edited) == (False, True)


def test_a_missing_file_leaves_the_mark(window: FakeWindow, pd: HostSession) -> None:
    pd.ask("sub", "gen", "missing.pd", "/nowhere", label="error")

    assert not is_edited(window, pd)
