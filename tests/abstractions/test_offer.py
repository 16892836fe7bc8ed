"""Two patches to choose from: both open, and the choice goes back to the daemon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from .conftest import OpenPd
from .fake_daemon import FakeDaemon, Reply, Request

WriteResult = Callable[..., Path]


def place(path: Path) -> tuple[str, str]:
    """A file as the daemon tells it."""
    return path.name, str(path.parent)


def offering(first: Path, second: Path) -> Callable[[Request], Sequence[Reply]]:
    """A daemon that offers these two, and keeps every choice."""

    def script(request: Request) -> Sequence[Reply]:
        if request.kind == "prefer":
            told = f"{request.args[0]}: {second.name}"
            return (Reply("progress", ("set", "preferred", 1.0, told)),)
        offered = Reply("progress", (request.id, "offered", 1.0, *place(first)))
        done = Reply("done", (request.id, *place(second)))
        return (offered, done) if request.kind == "offer" else (done,)

    return script


@pytest.fixture
def two(result: WriteResult) -> tuple[Path, Path]:
    """Two patches that say their names when they open."""
    return result("first", "bell-A.pd"), result("second", "bell-B.pd")


def test_both_patches_open_and_the_choice_is_sent(open_pd: OpenPd, two: tuple[Path, Path]) -> None:
    with (
        FakeDaemon(offering(*two)) as daemon,
        open_pd(f"patchgen {daemon.port}", say="offer a bell \\, soft", choose="prefer b") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")
        pd.say("choose")
        pd.wait_until(lambda: len(pd.lines("tell0")) == 3)
        asked = [(request.kind, *request.args[1:]) for request in daemon.requests]
        choice = daemon.of("prefer")[0].args

    assert asked[0] == ("offer", "a", "bell", ",", "soft")
    assert choice == ("b",)
    assert (pd.lines("first"), pd.lines("second")) == (("bang",), ("bang",))
    first, second = (" ".join(place(path)) for path in two)
    assert pd.lines("tell0") == (f"offered {first}", f"done {second}", "preferred b: bell-B.pd")
    assert pd.lines("path0") == (str(two[1]),)
    assert not any("error" in line for line in pd.console)


def test_a_prompt_after_an_offer_is_a_prompt_again(open_pd: OpenPd, two: tuple[Path, Path]) -> None:
    with (
        FakeDaemon(offering(*two)) as daemon,
        open_pd(f"patchgen {daemon.port}", ask="offer a bell", say="a drone") as pd,
    ):
        pd.say("ask")
        daemon.wait_for("offer")
        pd.say("say")
        requests = daemon.wait_for("generate")

    assert [request.args[1:] for request in requests] == [("a", "drone")]


@pytest.mark.parametrize(
    "text", ["prompt offer me a choice", "prefer a bell to a drum", "prompt prefer a"]
)
def test_a_sentence_with_these_words_is_a_prompt(open_pd: OpenPd, text: str) -> None:
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say=text) as pd:
        pd.say("say")
        (request,) = daemon.wait_for("generate")

    assert " ".join(map(str, request.args[1:])) == text.removeprefix("prompt ")


def test_noopen_tells_of_both_and_opens_none(open_pd: OpenPd, two: tuple[Path, Path]) -> None:
    with (
        FakeDaemon(offering(*two)) as daemon,
        open_pd(f"patchgen {daemon.port} noopen", say="offer a bell") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")

    assert [line.split()[0] for line in pd.lines("tell0")] == ["offered", "done"]
    assert (pd.lines("first"), pd.lines("second")) == ((), ())


def test_a_first_patch_that_is_gone_does_not_stop_the_second(
    open_pd: OpenPd, two: tuple[Path, Path]
) -> None:
    two[0].unlink()
    with (
        FakeDaemon(offering(*two)) as daemon,
        open_pd(f"patchgen {daemon.port}", say="offer a bell") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")

    assert pd.lines("second") == ("bang",)
    assert any("the file is not there" in line for line in pd.lines("tell0"))


def test_an_offer_without_words_is_not_asked_for(open_pd: OpenPd) -> None:
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say="offer") as pd:
        pd.say("say")
        pd.wait_for_label("tell0")

        assert daemon.of("offer") == daemon.of("generate") == ()
    assert "the prompt is empty" in pd.lines("tell0")[0]
