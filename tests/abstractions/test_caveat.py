"""What a result is to be looked at for: the right outlet tells it, the second line shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from patchgen.pd.parse import parse

from .conftest import OpenPd
from .fake_daemon import FakeDaemon, Reply, Request, Script
from .pd_session import ABSTRACTIONS

WriteResult = Callable[..., Path]

UNSURE = ("unsure", 0.25)
SHOWN = "label not sure: see whether it does what you said"
MISSING = ("missing", 1.0, "the prompt asks for a toggle; none is seen here")
LONGEST = 49
"""Characters of a line in the box."""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A copy of the box that prints what its second line shows, as line2."""
    text = (ABSTRACTIONS / "patchgen.pd").read_text("utf-8")
    ear = len(parse(text).boxes)
    records, end = text.split("#X coords", 1)
    records += (
        f"#X obj 0 0 r \\$0-line2;\n#X obj 0 0 print line2;\n#X connect {ear} 0 {ear + 1} 0;\n"
    )
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "patchgen.pd").write_text(f"{records}#X coords{end}", "utf-8")
    return folder


def makes(path: Path, *caveat: str | float) -> Script:
    """A daemon that makes this file of every request and has a doubt about the first one."""
    seen: list[str] = []

    def script(request: Request) -> Sequence[Reply]:
        seen.append(request.id)
        doubt = Reply("progress", (request.id, *caveat))
        done = Reply("done", (request.id, path.name, str(path.parent)))
        return (doubt, done) if len(seen) == 1 and caveat else (done,)

    return script


@pytest.mark.parametrize(
    ("caveat", "told"),
    [(UNSURE, "unsure 0.25"), (MISSING, f"missing {MISSING[-1]}")],
    ids=["unsure", "missing"],
)
def test_the_right_outlet_tells_it_before_the_result(
    open_pd: OpenPd, result: WriteResult, caveat: tuple[str | float, ...], told: str
) -> None:
    path = result("opened")
    with (
        FakeDaemon(makes(path, *caveat)) as daemon,
        open_pd(f"patchgen {daemon.port}", say="a drone") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")

    assert pd.lines("tell0") == (told, f"done {path.name} {path.parent}")
    assert pd.lines("progress0") == ("0", "1")
    assert pd.lines("opened") == ("bang",)


@pytest.mark.parametrize(
    ("caveat", "shown"),
    [(UNSURE, SHOWN), (MISSING, f"label {MISSING[-1]}")],
    ids=["unsure", "missing"],
)
def test_the_second_line_shows_it_until_the_next_request(
    open_pd: OpenPd,
    result: WriteResult,
    library: Path,
    caveat: tuple[str | float, ...],
    shown: str,
) -> None:
    path = result("opened")
    with (
        FakeDaemon(makes(path, *caveat)) as daemon,
        open_pd(f"patchgen {daemon.port}", library=library, say="a drone", again="retry") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")
        first = pd.lines("line2")[-1]
        pd.say("again")
        pd.wait_for_label("path0", 2)

    assert first == shown
    _, *later = pd.lines("line2")[pd.lines("line2").index(shown) :]
    assert later[0] == "label empty"
    assert later[-1].startswith(f"label {path.parent}"[:LONGEST])
