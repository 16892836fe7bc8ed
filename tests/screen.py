"""A virtual screen with Pd's real window system on it, for screenshots and clicks."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Self

from closing import Closing

TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick", "pd": "puredata"}
"""Programs and the Debian packages that bring them."""


ALL_WINDOWS = ("root", "-trim", "+repage")
"""How ImageMagick takes the whole screen without its empty margin."""


def missing_packages() -> tuple[str, ...]:
    """The packages to install before a screen can be opened."""
    return tuple(package for tool, package in TOOLS.items() if shutil.which(tool) is None)


class Screen(Closing):
    """An X server of its own, without a window manager: windows stand where their patches say."""

    def __init__(self, size: str = "900x800x24") -> None:
        self._size = size
        self._programs: list[subprocess.Popen[bytes]] = []

    def open_pd(self, patch: Path, *folders: Path) -> int:
        """Starts Pd with a patch; returns the number of its window, the console is hidden."""
        command = ["pd", "-noaudio", "-noprefs"]
        for folder in folders:
            command += ["-path", str(folder)]
        self._start([*command, str(patch)])
        window = self.window(patch.name)
        self._run("xdotool", "search", "--name", "^Pd$", "windowunmap")
        return window

    def window(self, title: str, seconds: float = 10.0) -> int:
        """The number of the window with that text in its title."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = self._run("xdotool", "search", "--onlyvisible", "--name", title).split()
            if found:
                self._settle(found[-1])
                return int(found[-1])
            time.sleep(0.1)
        raise TimeoutError(f"no window called {title}")

    def click(self, window: int, x: int, y: int) -> None:
        """Clicks at a place in a window, the menu bar counted."""
        place = ("mousemove", "--window", str(window), str(x), str(y))
        self._run("xdotool", *place, "click", "1")

    def shoot(self, path: Path, window: int | None = None) -> None:
        """Writes what a window shows as PNG, or all that is on the screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        source = ALL_WINDOWS if window is None else (str(window),)
        self._run("import", "-window", *source, "-strip", str(path))

    def _settle(self, window: str) -> None:
        """Waits until a window looks the same for a while: Pd draws long after it is there."""
        before, same = b"", 0
        until = time.monotonic() + 20
        while same < 3 and time.monotonic() < until:
            time.sleep(0.3)
            now = self._picture(window)
            same = same + 1 if now == before else 0
            before = now

    def _picture(self, window: str) -> bytes:
        """The pixels of a window."""
        command = ("import", "-window", window, "rgb:-")
        return subprocess.run(
            command, env=self._environment, capture_output=True, timeout=20, check=False
        ).stdout

    def _start(self, command: list[str]) -> None:
        self._programs.append(
            subprocess.Popen(
                command,
                env=self._environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, timeout=20, check=False
        )
        return done.stdout

    def __enter__(self) -> Self:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", self._size, "-wr"]
        self._programs.append(
            subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        )
        os.close(write)
        with os.fdopen(read) as numbers:
            self._environment = os.environ | {"DISPLAY": f":{numbers.readline().strip()}"}
        return self

    def close(self) -> None:
        for program in reversed(self._programs):
            program.terminate()
            try:
                program.wait(timeout=5)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
