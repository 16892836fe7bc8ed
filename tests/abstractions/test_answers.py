"""What the daemon answers, and what [patchgen] believes, shows and opens."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from .conftest import RESULT, OpenPd
from .fake_daemon import FakeDaemon, Reply, Request, Script, acknowledge

WriteResult = Callable[..., Path]


def makes(path: Path) -> Script:
    """A daemon that makes this file of every request."""

    def script(request: Request) -> Sequence[Reply]:
        if request.kind in ("set", "cancel"):
            return ()
        return (
            Reply("queued", (request.id, 0)),
            Reply("progress", (request.id, "drafting", 0.25)),
            Reply("done", (request.id, path.name, str(path.parent))),
        )

    return script


def says(kind: str, *args: str | float | int) -> Script:
    """A daemon with one answer, the id put before it."""
    return lambda request: (Reply(kind, (request.id, *args)),)


def test_a_result_opens_and_every_outlet_tells(open_pd: OpenPd, result: WriteResult) -> None:
    path = result("opened")
    with FakeDaemon(makes(path)) as daemon, open_pd(f"patchgen {daemon.port}", say="a drone") as pd:
        pd.say("say")
        pd.wait_for_label("path0")

    assert pd.lines("opened") == ("bang",)
    assert pd.lines("path0") == (str(path),)
    assert pd.lines("progress0") == ("0", "0.25", "1")
    assert pd.lines("tell0") == (
        "queued 0",
        "progress drafting 0.25",
        f"done {path.name} {path.parent}",
    )
    assert pd.lines("sound") == ()


def test_blanks_and_umlauts_in_the_path(open_pd: OpenPd, result: WriteResult) -> None:
    path = result("opened", "grüner Klang 1.pd", "meine Töne")
    with FakeDaemon(makes(path)) as daemon, open_pd(f"patchgen {daemon.port}", say="a drone") as pd:
        pd.say("say")
        pd.wait_for_label("path0")

    assert pd.lines("opened") == ("bang",)
    assert pd.lines("path0") == (str(path),)


def test_a_missing_file_is_said_and_not_opened(open_pd: OpenPd, tmp_path: Path) -> None:
    path = tmp_path / "gone.pd"
    with FakeDaemon(makes(path)) as daemon, open_pd(f"patchgen {daemon.port}", say="a drone") as pd:
        pd.say("say")
        pd.wait_for("not there")

    assert pd.lines("tell0")[-1] == f"error the file is not there: {path}"
    assert pd.lines("path0") == ()
    assert not any("can't open" in line or "couldn't" in line for line in pd.console)


def test_an_open_patch_with_unsaved_work_stays(open_pd: OpenPd, result: WriteResult) -> None:
    path = result("opened")
    with (
        FakeDaemon(makes(path)) as daemon,
        open_pd(
            f"patchgen {daemon.port}",
            say="a drone",
            draw="\\; pd-result.pd obj 100 100 r unsaved \\, obj 100 130 print unsaved "
            "\\, connect 2 0 3 0",
            again="retry",
            call="\\; unsaved bang",
        ) as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")
        pd.say("draw")
        pd.say("again")
        pd.wait_for_label("path0", 2)
        pd.say("call")
        called = pd.wait_for_label("unsaved")

    assert called == ("bang",)
    assert pd.lines("opened") == ("bang", "bang")
    assert path.read_text("utf-8") == RESULT.format(word="opened")


def test_noopen_only_tells_the_path(open_pd: OpenPd, result: WriteResult) -> None:
    path = result("opened")
    with (
        FakeDaemon(makes(path)) as daemon,
        open_pd(f"patchgen {daemon.port} noopen", say="a drone", show="open") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")
        before = pd.lines("opened")
        pd.say("show")
        after = pd.wait_for_label("opened")

    assert before == ()
    assert after == ("bang",)


def test_open_shows_the_last_result_without_loading_it_twice(
    open_pd: OpenPd, result: WriteResult
) -> None:
    path = result("opened")
    with (
        FakeDaemon(makes(path)) as daemon,
        open_pd(f"patchgen {daemon.port}", say="a drone", show="open") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")
        pd.say("show")
        shown = pd.wait_for_label("opened", 2, seconds=0.3)

    assert shown == ("bang",)
    assert len(daemon.requests) == 1


def test_an_answer_with_a_wrong_id_is_not_believed(open_pd: OpenPd, result: WriteResult) -> None:
    lie, truth = result("fooled", "lie.pd"), result("opened", "truth.pd")

    def script(request: Request) -> Sequence[Reply]:
        wrong = request.id[:-1] + ("b" if request.id.endswith("a") else "a")
        return (
            Reply("done", (wrong, lie.name, str(lie.parent))),
            Reply("done", (1004, lie.name, str(lie.parent))),
            Reply("done", ("-", lie.name, str(lie.parent))),
            Reply("done", ("", lie.name, str(lie.parent))),
            Reply("done", (request.id, truth.name, str(truth.parent))),
        )

    with FakeDaemon(script) as daemon, open_pd(f"patchgen {daemon.port}", say="a drone") as pd:
        pd.say("say")
        pd.wait_for_label("path0")

    assert pd.lines("path0") == (str(truth),)
    assert pd.lines("fooled") == ()


def test_an_answer_counts_once(open_pd: OpenPd, result: WriteResult) -> None:
    path = result("opened")

    def script(request: Request) -> Sequence[Reply]:
        done = Reply("done", (request.id, path.name, str(path.parent)))
        return (done, done) if request.kind == "generate" else acknowledge(request)

    with (
        FakeDaemon(script) as daemon,
        open_pd(f"patchgen {daemon.port}", say="a drone", again="retry") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("path0")
        pd.say("again")
        pd.wait_for_label("tell0", 2)

    assert pd.lines("opened") == ("bang",)


def test_ids_are_long_and_never_the_same(open_pd: OpenPd) -> None:
    ids: list[str] = []
    for _ in range(2):
        with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say="a drone") as pd:
            for count in (1, 2):
                pd.say("say")
                daemon.wait_for("generate", count)
            ids += [request.id for request in daemon.of("generate")]

    assert len(set(ids)) == 4
    assert all(re.fullmatch(r"\d+-[a-p]{24}", name) for name in ids)


def test_an_error_is_told_with_its_hint(open_pd: OpenPd) -> None:
    script = says("error", "no model named gema", "Did you mean gemma?")
    with FakeDaemon(script) as daemon, open_pd(f"patchgen {daemon.port}", say="a drone") as pd:
        pd.say("say")
        pd.wait_for_label("progress0", 2)
        told = pd.wait_for_label("tell0")

    assert told == ("error no model named gema Did you mean gemma?",)
    assert pd.lines("progress0") == ("0", "0")


def test_a_refused_setting_does_not_end_the_request(open_pd: OpenPd, result: WriteResult) -> None:
    path = result("opened")

    def script(request: Request) -> Sequence[Reply]:
        if request.kind == "generate":
            return (Reply("queued", (request.id, 0)),)
        daemon.send(
            request.source, Reply("error", ("set", "no setting warmth", "temperature is one"))
        )
        name = daemon.of("generate")[0].id
        return (Reply("done", (name, path.name, str(path.parent))),)

    with (
        FakeDaemon(script) as daemon,
        open_pd(f"patchgen {daemon.port}", say="a drone", heat="set warmth 3") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("tell0")
        pd.say("heat")
        pd.wait_for_label("path0")

    assert "error no setting warmth temperature is one" in pd.lines("tell0")
    assert pd.lines("opened") == ("bang",)


def test_the_download_of_a_model_is_told(open_pd: OpenPd) -> None:
    def script(request: Request) -> Sequence[Reply]:
        return [
            Reply("progress", ("set", stage, fraction))
            for stage, fraction in (("downloading", 0.5), ("ready", 1.0))
        ]

    with (
        FakeDaemon(script) as daemon,
        open_pd(f"patchgen {daemon.port}", choose="set model large") as pd,
    ):
        pd.say("choose")
        told = pd.wait_for_label("tell0", 2)

    assert told == ("progress downloading 0.5", "progress ready 1")
    assert pd.lines("progress0") == ("0.5", "1")


def test_the_status_of_the_daemon_is_told(open_pd: OpenPd) -> None:
    script = says("status", "0.1.0", "tiny", 2)
    with FakeDaemon(script) as daemon, open_pd(f"patchgen {daemon.port}", ask="status") as pd:
        pd.say("ask")
        told = pd.wait_for_label("tell0")

    assert told == ("status 0.1.0 tiny 2",)


def test_cancel_tells_the_daemon_and_opens_nothing_later(
    open_pd: OpenPd, result: WriteResult
) -> None:
    path = result("opened")

    def script(request: Request) -> Sequence[Reply]:
        if request.kind == "cancel":
            return (Reply("done", (request.id, path.name, str(path.parent))),)
        return acknowledge(request)

    with (
        FakeDaemon(script) as daemon,
        open_pd(f"patchgen {daemon.port}", say="a drone", stop="cancel", ask="status") as pd,
    ):
        pd.say("say")
        pd.wait_for_label("tell0")
        pd.say("stop")
        cancelled = daemon.wait_for("cancel")
        pd.say("ask")
        daemon.wait_for("status")

    assert [request.id for request in cancelled] == [daemon.of("generate")[0].id]
    assert pd.lines("tell0") == ("queued 0", "cancelled")
    assert pd.lines("opened") == ()


def test_a_new_prompt_takes_the_place_of_the_old_one(open_pd: OpenPd) -> None:
    with FakeDaemon() as daemon, open_pd(f"patchgen {daemon.port}", say="a drone") as pd:
        pd.say("say")
        daemon.wait_for("generate")
        pd.say("say")
        daemon.wait_for("generate", 2)

    first = daemon.of("generate")[0].id
    assert [request.kind for request in daemon.requests] == ["generate", "cancel", "generate"]
    assert daemon.of("cancel")[0].id == first
