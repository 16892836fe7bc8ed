"""A Pd with a patch that holds an abstraction around [patchgen_host]."""

from __future__ import annotations

import threading
from pathlib import Path

from abstractions.pd_session import PdSession, free_port

HOST_BOX = """\
#N canvas 0 50 450 300 10;
#X obj 20 20 inlet;
#N canvas 0 50 450 300 external 0;
#X obj 20 20 inlet;
#X obj 20 60 patchgen_host;
#X obj 20 100 outlet;
#X obj 120 100 outlet;
#X connect 0 0 1 0;
#X connect 1 0 2 0;
#X connect 1 1 3 0;
#X restore 20 60 pd external;
#X obj 20 100 outlet;
#X obj 120 100 outlet;
#X connect 0 0 1 0;
#X connect 1 0 2 0;
#X connect 1 1 3 0;
#X coords 0 -1 1 1 120 40 1 0 0;
"""
"""The abstraction: [patchgen_host] one floor down, as in [patchgen]."""

OWNER = """\
#N canvas 0 50 600 400 12;
#X obj 20 20 netreceive -u -b {control};
#X obj 20 50 fudiparse;
#X obj 20 80 route box canvas pd;
#X obj 20 120 {box};
#X obj 20 300 print answer;
#X obj 220 300 print error;
#X obj 320 120 s pd-owner.pd;
#X obj 420 120 s pd;
#X obj 420 20 r pd-dsp-started;
#X obj 420 50 print sound;
#X connect 0 0 1 0;
#X connect 1 0 2 0;
#X connect 2 0 3 0;
#X connect 2 1 6 0;
#X connect 2 2 7 0;
#X connect 3 0 4 0;
#X connect 3 1 5 0;
#X connect 8 0 9 0;
{more}"""
"""The owner. `box ...` goes to the box, `canvas ...` to the owner, `pd ...` to Pd."""


class HostSession(PdSession):
    """Pd with that owner, without window unless the command says otherwise."""

    def __init__(
        self,
        folder: Path,
        library: Path,
        *,
        binary: str = "pd",
        box: str = "host-box",
        more: str = "",
        prefix: tuple[str, ...] = (),
        options: tuple[str, ...] = ("-nogui", "-noaudio"),
    ) -> None:
        self._control = free_port()
        self._home = None
        self.patch = folder / "owner.pd"
        self.patch.write_text(OWNER.format(control=self._control, box=box, more=more), "utf-8")
        (library / "host-box.pd").write_text(HOST_BOX, "utf-8")
        self._command = [*prefix, binary, *options, "-nrt", "-noprefs", "-stderr"]
        self._command += ["-path", str(library), str(self.patch)]
        self._lines: list[str] = []
        self._changed = threading.Condition()

    def _wait_until_it_listens(self) -> None:
        """Under valgrind Pd takes its time."""
        for _ in range(8):
            try:
                return super()._wait_until_it_listens()
            except TimeoutError:
                continue
        raise TimeoutError(f"Pd does not listen: {self.console}")

    def tell(self, *words: str, to: str = "box") -> None:
        """Sends a message; a word with blanks stays one."""
        self.say(" ".join([to, *(word.replace(" ", "\\ ") for word in words)]))

    def ask(self, *words: str, label: str = "answer", seconds: float = 5.0) -> str:
        """Sends a message to the box; returns the line that comes from the outlet, or nothing."""
        before = len(self.lines(label))
        self.tell(*words)
        found = self.wait_for_label(label, before + 1, seconds)
        return found[before] if len(found) > before else ""

    def saved(self) -> str:
        """The owner as Pd itself writes it."""
        self.tell("savetofile", "saved.pd", str(self.patch.parent), to="canvas")
        self.wait_for("saved to")
        return (self.patch.parent / "saved.pd").read_text("utf-8")
