"""Several boxes at once, and what the patches are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from patchgen.layout.metric import improves, metric
from patchgen.layout.place import place
from patchgen.objects.reference import find
from patchgen.objects.spec import Engine
from patchgen.pd.model import Canvas, walk
from patchgen.pd.parse import parse

from .conftest import OpenPd
from .fake_daemon import FakeDaemon, Reply, Request
from .pd_session import ROOT, free_port

ABSTRACTION = ROOT / "abstractions" / "patchgen.pd"
HELP = ROOT / "help-patches" / "patchgen-help.pd"

PARTS = frozenset({"pd", "patchgen", "inlet", "outlet"})
"""Names that are no objects of Pd's own."""


def read(path: Path) -> Canvas:
    return parse(path.read_text(encoding="utf-8"))


def test_three_boxes_at_once_each_get_their_own_result(
    open_pd: OpenPd, result: Callable[..., Path]
) -> None:
    paths = [result(f"opened{number}", f"result{number}.pd") for number in range(3)]

    def script(request: Request) -> Sequence[Reply]:
        """Waits for all three, then answers the last one first."""
        asked = daemon.of("generate")
        if len(asked) < 3:
            return (Reply("queued", (request.id, len(asked) - 1)),)
        for one, path in reversed(list(zip(asked, paths, strict=True))):
            daemon.send(one.source, Reply("done", (one.id, path.name, str(path.parent))))
        return ()

    with FakeDaemon(script) as daemon:
        box = f"patchgen {daemon.port}"
        with open_pd(box, box, box, say="a drone") as pd:
            pd.say("say")
            pd.wait_until(lambda: all(pd.lines(f"path{number}") for number in range(3)))

    assert len({request.id for request in daemon.requests}) == 3
    got = [pd.lines(f"path{number}") for number in range(3)]
    assert all(len(lines) == 1 for lines in got)
    assert {lines[0] for lines in got} == {str(path) for path in paths}
    assert all(pd.lines(f"opened{number}") == ("bang",) for number in range(3))


def test_no_layout_of_ours_would_be_better() -> None:
    ours = [path for folder in (ABSTRACTION.parent, HELP.parent) for path in folder.glob("*.pd")]

    better = [path.name for path in ours if improves(metric(read(path)), metric(place(read(path))))]

    assert ours
    assert better == []


def test_the_box_loads_without_a_word(open_pd: OpenPd) -> None:
    with open_pd("patchgen", "patchgen 9341 0.8 noopen", measure="\\; gap bang") as pd:
        pd.say("measure")
        pd.wait_for_label("gap")

    assert pd.console == ("gap: 0",)


def test_help_opens_the_help_patch_of_the_source_tree(open_pd: OpenPd) -> None:
    probe = "\\; pd-patchgen-help.pd dirty 0"
    with open_pd(f"patchgen {free_port()}", ask="help", probe=probe) as pd:
        pd.say("probe")
        before = pd.wait_for("no such object")
        pd.say("ask")
        pd.wait_for_label("tell0", seconds=0.3)
        pd.say("probe")
        pd.wait_until(lambda: len(pd.console) > 1, seconds=0.3)

    assert "pd-patchgen-help.pd" in before
    assert len(pd.console) == 1


@pytest.mark.parametrize("path", [ABSTRACTION, HELP], ids=lambda path: path.name)
def test_every_object_is_in_both_pds(path: Path) -> None:
    names = {
        " ".join((box.name, *box.args[:1])) if box.name in ("list", "text", "file") else box.name
        for _, canvas in walk(read(path))
        for box in canvas.boxes
        if box.kind == "obj" and box.name not in PARTS
    }

    specs = {name: find(name) or find(name.split()[0]) for name in names}

    assert [name for name, spec in specs.items() if spec is None] == []
    both = {Engine.VANILLA, Engine.PURR}
    assert [name for name, spec in specs.items() if spec and not both <= spec.engines] == []


@pytest.mark.parametrize("path", [ABSTRACTION, HELP], ids=lambda path: path.name)
def test_no_message_box_holds_the_number_of_the_patch(path: Path) -> None:
    """In vanilla `$0` in a message box is 0, so two boxes would share a name."""
    messages = [
        box.args for _, canvas in walk(read(path)) for box in canvas.boxes if box.kind == "msg"
    ]

    assert messages
    assert [atoms for atoms in messages if any("$0" in atom for atom in atoms)] == []


def test_every_name_that_is_sent_is_local() -> None:
    names = {
        box.args[0]
        for _, canvas in walk(read(ABSTRACTION))
        for box in canvas.boxes
        if box.name in ("s", "send", "r", "receive")
    }

    assert {name for name in names if "\\$0-" not in name} == {"pd"}
