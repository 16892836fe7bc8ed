"""Pictures of [patchgen] in Pd's own windows, for docs/: python tests/screenshots.py."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from abstractions.fake_daemon import FakeDaemon, Reply, Request, Script, acknowledge
from abstractions.pd_session import ABSTRACTIONS, ROOT, free_port
from screen import Screen, missing_packages

HELP_PATCHES = ROOT / "help-patches"

MESSAGE = (60, 97)
"""Where the message box stands in the host's window, menu bar included."""

HOST = """\
#N canvas 40 60 450 250 10;
#X text 20 20 click the message box;
#X msg 20 50 a random melody \\, with a toggle and a volume;
#X obj 20 90 patchgen {port};
#X symbolatom 20 190 24 0 0 0 - - - 0;
#X floatatom 177 190 6 0 0 0 - - - 0;
#X obj 324 190 print patchgen;
#X connect 1 0 2 0;
#X connect 2 0 3 0;
#X connect 2 1 4 0;
#X connect 2 2 5 0;
"""

MELODY = """\
#N canvas 520 60 330 330 10;
#X obj 30 20 tgl 19 0 empty empty run 24 8 0 10 #fcfcfc #000000 #000000 0 1;
#X obj 30 60 metro 250;
#X obj 30 90 random 12;
#X obj 30 120 + 60;
#X obj 30 150 mtof;
#X obj 30 180 osc~;
#X obj 130 180 hsl 128 19 0 1 0 0 empty empty volume 0 -9 0 10 #fcfcfc #000000 #000000 2540 1;
#X obj 30 230 *~;
#X obj 30 270 dac~;
#X connect 0 0 1 0;
#X connect 1 0 2 0;
#X connect 2 0 3 0;
#X connect 3 0 4 0;
#X connect 4 0 5 0;
#X connect 5 0 7 0;
#X connect 6 0 7 1;
#X connect 7 0 8 0;
#X connect 7 0 8 1;
"""


def drafting(request: Request) -> Sequence[Reply]:
    """A daemon that comes as far as 62 per cent."""
    return (*acknowledge(request), Reply("progress", (request.id, "drafting", 0.62)))


def making(path: Path) -> Script:
    """A daemon that makes this file of everything."""
    return lambda request: (
        *acknowledge(request),
        Reply("done", (request.id, path.name, str(path.parent))),
    )


def shoot_help(picture: Path) -> None:
    """The help patch as it opens."""
    with Screen() as screen:
        window = screen.open_pd(HELP_PATCHES / "patchgen-help.pd", ABSTRACTIONS)
        screen.shoot(picture, window)


def shoot_box(picture: Path, port: int, seconds: float, *, is_whole: bool = False) -> None:
    """The host patch some time after a click on its message box, or all that is open then."""
    with tempfile.TemporaryDirectory() as folder, Screen() as screen:
        host = Path(folder) / "host.pd"
        host.write_text(HOST.format(port=port), encoding="utf-8")
        window = screen.open_pd(host, ABSTRACTIONS)
        screen.click(window, *MESSAGE)
        time.sleep(seconds)
        screen.shoot(picture, None if is_whole else window)


def shoot_result(picture: Path, port: int | None) -> None:
    """Host and result side by side; made by the daemon on that port, if one is given."""
    if port is not None:
        shoot_box(picture, port, 15.0, is_whole=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "melody.pd"
        path.write_text(MELODY, encoding="utf-8")
        with FakeDaemon(making(path)) as daemon:
            shoot_box(picture, daemon.port, 2.0, is_whole=True)


def main() -> int:
    """Takes all pictures; says on stderr what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs")
    parser.add_argument("--port", type=int, help="a running daemon that makes the result")
    arguments = parser.parse_args()
    docs: Path = arguments.folder
    if packages := missing_packages():
        print(f"missing: apt-get install {' '.join(packages)}", file=sys.stderr)
        return 1
    shoot_help(docs / "help-patch.png")
    shoot_box(docs / "box-no-daemon.png", free_port(), 2.5)
    with FakeDaemon(drafting) as daemon:
        shoot_box(docs / "box-drafting.png", daemon.port, 0.7)
    shoot_result(docs / "box-done.png", arguments.port)
    return 0


if __name__ == "__main__":
    sys.exit(main())
