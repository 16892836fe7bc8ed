"""Pictures of [patchgen] in Pd's own windows, for docs/: python tests/screenshots.py."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from abstractions.fake_daemon import FakeDaemon, Reply, Request, acknowledge
from abstractions.pd_session import ABSTRACTIONS, ROOT, free_port
from daemon_process import daemon_process
from screen import Screen, missing_packages

from patchgen.domains.music.openings import path_of
from patchgen.domains.music.piece import piece
from patchgen.domains.music.player import player
from patchgen.domains.music.voicing import voiced
from patchgen.music import chords
from patchgen.music.score import Score
from patchgen.pd.write import write

HELP_PATCHES = ROOT / "help-patches"

PLAY = (45, 135)
"""Where the toggle of a player stands in its window, menu bar included."""
PRELUDE = "J. S. Bach: prelude in C major, the first bars"
PROGRESSION = "| C | Am7 | Dm7 | G7 | Em7 A7 | Dm7 G7 | C6 | % |"

MESSAGE = (60, 97)
"""Where the message box stands in the host's window, menu bar included."""

HOST = """\
#N canvas 420 60 450 250 10;
#X text 20 20 click the message box;
#X msg 20 50 a random melody \\, with a toggle and a volume control;
#X obj 20 90 patchgen {port};
#X symbolatom 20 190 24 0 0 0 - - - 0;
#X floatatom 177 190 6 0 0 0 - - - 0;
#X obj 324 190 print patchgen;
#X connect 1 0 2 0;
#X connect 2 0 3 0;
#X connect 2 1 4 0;
#X connect 2 2 5 0;
"""


def drafting(request: Request) -> Sequence[Reply]:
    """A daemon that comes as far as 62 per cent."""
    return (*acknowledge(request), Reply("progress", (request.id, "drafting", 0.62)))


def failing(request: Request) -> Sequence[Reply]:
    """A daemon that lacks a model."""
    hint = "Did you mean 'gemma'? See `patchgen models`."
    return (Reply("error", (request.id, "no model named 'gema'", hint)),)


def library(folder: Path) -> Path:
    """The library folder with the external, compiled from a copy of its sources."""
    sources, place = folder / "pd_external", folder / "library"
    shutil.copytree(ROOT / "pd_external", sources)
    shutil.copytree(ABSTRACTIONS, place)
    subprocess.run(["make"], cwd=sources, check=True, capture_output=True)
    for binary in sources.glob("*.pd_linux"):
        shutil.copy(binary, place)
    return place


def shoot_help(picture: Path, name: str) -> None:
    """A help patch as it opens."""
    with Screen() as screen:
        window = screen.open_pd(HELP_PATCHES / name, ABSTRACTIONS)
        screen.shoot(picture, window)


def shoot_player(picture: Path, score: Score, title: str, seconds: float) -> None:
    """The player of a piece, some time after a click on its toggle."""
    with tempfile.TemporaryDirectory() as folder, Screen() as screen:
        patch = Path(folder) / "piece.pd"
        patch.write_text(write(player(voiced(score), title)), encoding="utf-8")
        window = screen.open_pd(patch)
        screen.click(window, *PLAY)
        time.sleep(seconds)
        screen.shoot(picture, window)


def shoot_music(docs: Path) -> None:
    """A piece and a progression that play; no model is needed."""
    shoot_player(docs / "music-piece.png", piece(path_of("bach-prelude")), PRELUDE, 9.0)
    shoot_player(docs / "music-chords.png", chords.parse(PROGRESSION), f"chords {PROGRESSION}", 5.0)


def shoot_box(
    picture: Path, place: Path, port: int, seconds: float | None = None, *, is_whole: bool = False
) -> None:
    """The host patch some time after a click on its message box, or all that is open then.

    Without a time nobody clicks.
    """
    with tempfile.TemporaryDirectory() as folder, Screen() as screen:
        host = Path(folder) / "host.pd"
        host.write_text(HOST.format(port=port), encoding="utf-8")
        window = screen.open_pd(host, place)
        if seconds is not None:
            screen.click(window, *MESSAGE)
            time.sleep(seconds)
        screen.shoot(picture, None if is_whole else window)


def shoot_result(picture: Path, place: Path) -> None:
    """Host and result side by side, the result made by the real daemon with the bundled model."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, daemon_process(port, Path(folder)):
        shoot_box(picture, place, port, 6.0, is_whole=True)


def shoot_states(docs: Path, place: Path) -> None:
    """The box in each state."""
    shoot_box(docs / "box-ready.png", place, free_port())
    shoot_box(docs / "box-no-daemon.png", place, 9340, 3.0)
    with FakeDaemon(drafting) as daemon:
        shoot_box(docs / "box-drafting.png", place, daemon.port, 0.7)
    with FakeDaemon(failing) as daemon:
        shoot_box(docs / "box-error.png", place, daemon.port, 0.7)
    shoot_result(docs / "box-done.png", place)


def main() -> int:
    """Takes all pictures; says on stderr what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs")
    arguments = parser.parse_args()
    docs: Path = arguments.folder
    if packages := missing_packages():
        print(f"missing: apt-get install {' '.join(packages)}", file=sys.stderr)
        return 1
    shoot_help(docs / "help-patch.png", "patchgen-help.pd")
    shoot_help(docs / "help-patch-music.png", "patchgen-music-help.pd")
    shoot_music(docs)
    with tempfile.TemporaryDirectory() as folder:
        shoot_states(docs, library(Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
