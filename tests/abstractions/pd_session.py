"""A headless Pd with one host patch: messages go in by name, the console comes out as lines."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from closing import Closing

ROOT = Path(__file__).resolve().parents[2]
ABSTRACTIONS = ROOT / "abstractions"

PATIENCE = 30.0
"""Seconds until something counts as missing; a busy machine may take long."""

HOST = """\
#N canvas 0 50 600 400 10;
#X obj 20 20 netreceive -u -b {control};
#X obj 20 50 fudiparse;
#X obj 20 80 route {names};
{boxes}#X connect 0 0 1 0;
#X connect 1 0 2 0;
{cords}"""
"""Bytes and [fudiparse], because Purr Data without window crashes on messages from the net."""

ADVICE = "... click the link above to track it down"
"""Begins what Purr Data puts behind the first error."""

BOXES_EACH = 5
"""A box under test, three [print] and a [route symbol] for the path, which must be a symbol."""

BEAT = """\
#X obj 400 20 metro 5;
#X obj 400 50 t b b;
#X obj 400 80 realtime;
#X obj 400 110 max 0;
#X obj 400 140 t f f;
#X obj 400 170 f;
#X obj 400 200 print gap;
#X obj 500 20 r beat;
#X obj 500 50 r gap;
#X obj 500 80 t b b;
#X msg 500 110 0;
"""
"""A metronome of 5 milliseconds and what was the longest time between two of its beats."""

BEAT_CORDS = (
    (7, 0, 0, 0), (0, 0, 1, 0), (1, 1, 2, 1), (1, 0, 2, 0), (2, 0, 3, 0), (3, 0, 4, 0),
    (4, 1, 3, 1), (4, 0, 5, 1), (5, 0, 6, 0), (8, 0, 9, 0), (9, 1, 5, 0), (9, 0, 10, 0),
    (10, 0, 3, 1),
)  # fmt: skip
"""Outlets to inlets, by the order of the boxes above."""


def pure_data() -> str | None:
    """Vanilla Pd, where there is one."""
    return shutil.which("pd")


def purr_data() -> str | None:
    """Purr Data's engine: the binary named by PURR_DATA, or one on the path."""
    return os.environ.get("PURR_DATA") or shutil.which("pd-l2ork") or shutil.which("purr-data")


def free_port() -> int:
    """A UDP port on which nobody listens."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def under_test(at: int, number: int, box: str) -> tuple[str, list[str]]:
    """The records of a box whose outlets are printed, from index `at` on, and their cords.

    The prints are called path0, progress0, tell0, path1, ...
    """
    x = 200 + 320 * number
    boxes = f"#X obj {x} 110 {box};\n#X obj {x} 190 route symbol;\n"
    for row, label in enumerate(("path", "progress", "tell")):
        boxes += f"#X obj {x} {220 + 30 * row} print {label}{number};\n"
    ends = ((0, 0, 1), (1, 0, 2), (0, 1, 3), (0, 2, 4))
    return boxes, [f"#X connect {at + a} {outlet} {at + b} 0;\n" for a, outlet, b in ends]


def host_patch(control: int, messages: dict[str, str], boxes: tuple[str, ...]) -> str:
    """A patch with a message box per name, each wired to all boxes, their outlets printed.

    Message texts stand as in a .pd file. It also prints when sound is switched on, and has a
    metronome: `; beat 1` starts it, and `; gap bang` prints the longest time between two beats
    since the last time it was asked.
    """
    lines: list[str] = []
    cords: list[str] = []
    for index, text in enumerate(messages.values()):
        lines.append(f"#X msg 20 {110 + 30 * index} {text};\n")
        cords.append(f"#X connect 2 {index} {3 + index} 0;\n")
    at = 3 + len(messages)
    for number, box in enumerate(boxes):
        records, inside = under_test(at, number, box)
        lines.append(records)
        cords += inside
        cords += [f"#X connect {3 + index} 0 {at} 0;\n" for index in range(len(messages))]
        at += BOXES_EACH
    lines.append("#X obj 20 20 r pd-dsp-started;\n#X obj 20 50 print sound;\n")
    cords.append(f"#X connect {at} 0 {at + 1} 0;\n")
    lines.append(BEAT)
    for source, outlet, sink, inlet in BEAT_CORDS:
        cords.append(f"#X connect {at + 2 + source} {outlet} {at + 2 + sink} {inlet};\n")
    names = " ".join(messages) or "none"
    return HOST.format(control=control, names=names, boxes="".join(lines), cords="".join(cords))


class PdSession(Closing):
    """Pd without window and sound, running one patch until the test is over."""

    def __init__(
        self,
        folder: Path,
        messages: dict[str, str],
        boxes: tuple[str, ...],
        *,
        binary: str,
        home: Path | None = None,
        library: Path = ABSTRACTIONS,
    ) -> None:
        self._control = free_port()
        self.patch = folder / "host.pd"
        self.patch.write_text(host_patch(self._control, messages, boxes), encoding="utf-8")
        self._home = home
        self._command = [binary, "-nogui", "-noaudio", "-nrt", "-noprefs", "-stderr"]
        if home is None:
            self._command += ["-path", str(library)]
        self._command.append(str(self.patch))
        self._lines: list[str] = []
        self._changed = threading.Condition()

    def say(self, name: str) -> None:
        """Clicks the message box of that name."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            sender.sendto(f"{name};\n".encode(), ("127.0.0.1", self._control))

    @property
    def console(self) -> tuple[str, ...]:
        """All lines so far, without the backslashes that [print] puts before blanks."""
        with self._changed:
            return tuple(self._lines)

    def lines(self, label: str) -> tuple[str, ...]:
        """What the [print] of that label has shown; a symbol without that word, as in Purr Data."""
        start = f"{label}: "
        shown = (line[len(start) :] for line in self.console if line.startswith(start))
        return tuple(line.removeprefix("symbol ") for line in shown)

    def wait_until(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> bool:
        """True as soon as the condition holds; it is asked at every line of the console."""
        with self._changed:
            return bool(self._changed.wait_for(holds, seconds))

    def wait_for(self, text: str, seconds: float = PATIENCE) -> str:
        """The first console line with that text in it, or nothing."""
        self.wait_until(lambda: any(text in line for line in self._lines), seconds)
        return next((line for line in self.console if text in line), "")

    def wait_for_label(
        self, label: str, count: int = 1, seconds: float = PATIENCE
    ) -> tuple[str, ...]:
        """What a [print] has shown, as soon as there are `count` lines."""
        start = f"{label}: "
        self.wait_until(
            lambda: sum(line.startswith(start) for line in self._lines) >= count, seconds
        )
        return self.lines(label)

    def _read(self) -> None:
        assert self._process.stderr is not None
        for raw in self._process.stderr:
            line = raw.decode("utf-8", "replace").rstrip("\n").replace("\\", "")
            if line.startswith(ADVICE):
                continue
            with self._changed:
                self._lines.append(line)
                self._changed.notify_all()

    def _wait_until_it_listens(self) -> None:
        """UDP gives no sign, so the port is tried until it is taken."""
        until = time.monotonic() + 5
        while time.monotonic() < until:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
                try:
                    probe.bind(("127.0.0.1", self._control))
                except OSError:
                    return
            time.sleep(0.01)
        raise TimeoutError(f"Pd does not listen: {self.console}")

    def __enter__(self) -> Self:
        environment = os.environ | ({"HOME": str(self._home)} if self._home else {})
        self._process = subprocess.Popen(
            self._command,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env=environment,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._wait_until_it_listens()
        return self

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=5)
        self._reader.join(timeout=2)
