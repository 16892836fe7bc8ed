"""Two patches for one sentence, and the choice between them, as a box asks for them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from abstractions.pd_session import PdSession, pure_data

from patchgen.config import Settings
from patchgen.errors import GenerationFailed
from patchgen.service.serve import Daemon
from patchgen.store.history import History

from .box import Box
from .conftest import Connect, Start
from .test_inbox import wait_until
from .test_whole import SINE, StartScripted, start_scripted
from .toy_pipelines import ToyPipeline

__all__ = ["start_scripted"]
NOISE = "1 noise~\n2 *~ 0.1 < 1\n3 dac~ < 2 2>1\n"


def choices(settings: Settings) -> list[tuple[str, str]]:
    """Files that were preferred, and what they were preferred to."""
    with closing(History(settings.history_file)) as history:
        found = [*history.preferences()]
    return [(Path(a.entry.file).name, Path(b.entry.file).name) for a, b in found]


def test_both_are_told_and_the_choice_is_kept(
    start_scripted: StartScripted, settings: Settings, connect: Connect
) -> None:
    box = connect(start_scripted(SINE, NOISE))

    box.ask("offer", "1", "a", "quiet", "sound")
    _, name, folder = box.wait_for("done", "1")
    (offered,) = [told for told in box.of("progress") if told[1] == "offered"]
    box.ask("prefer", "b")
    preferred = box.wait_for("progress", "set")

    assert offered == ("1", "offered", 1.0, "quiet-sound-A.pd", folder)
    assert name == "quiet-sound-B.pd"
    assert preferred == ("set", "preferred", 1.0, "B: quiet-sound-B.pd")
    assert choices(settings) == [("quiet-sound-B.pd", "quiet-sound-A.pd")]
    texts = [Path(str(folder), file).read_text("utf-8") for file in ("quiet-sound-A.pd", str(name))]
    assert ["osc~" in text for text in texts] == [True, False]


def test_a_later_choice_replaces_the_first(
    start_scripted: StartScripted, settings: Settings, connect: Connect
) -> None:
    box = connect(start_scripted(SINE, NOISE))
    box.ask("offer", "1", "a", "sound")
    box.wait_for("done", "1")

    for letter in ("A", "b"):
        box.ask("prefer", letter)
        box.wait_for("progress", "set", after=len(box.heard))

    assert choices(settings) == [("sound-B.pd", "sound-A.pd")]


def test_a_file_of_that_name_stays(
    start_scripted: StartScripted, settings: Settings, connect: Connect
) -> None:
    box = connect(start_scripted(SINE, NOISE))
    mine = settings.output_folder / "sound-A.pd"
    mine.write_text("mine", "utf-8")

    box.ask("offer", "1", "a", "sound")
    box.wait_for("done", "1")

    assert mine.read_text("utf-8") == "mine"
    assert (settings.output_folder / "sound-A-2.pd").exists()


def test_a_model_with_one_idea_only_is_told_and_the_one_stays(
    start_scripted: StartScripted, settings: Settings, connect: Connect
) -> None:
    box = connect(start_scripted(*[SINE] * 8))

    box.ask("offer", "1", "a", "sine")
    _, message, hint = box.wait_for("error", "1")
    box.ask("prefer", "a")

    assert "only 1 different" in str(message)
    assert "temperature" in str(hint)
    assert "no two patches" in str(box.wait_for("error", "set")[1])
    assert [path.name for path in settings.output_folder.glob("*.pd")] == ["sine-A.pd"]


def test_a_choice_among_nothing_or_of_nothing_is_told(
    start_scripted: StartScripted, connect: Connect
) -> None:
    box = connect(start_scripted(SINE, NOISE))

    box.ask("prefer", "a")
    assert "nothing to choose from" in str(box.wait_for("error", "set")[1])

    box.ask("offer", "1", "a", "sound")
    box.wait_for("done", "1")
    box.ask("prefer", "c")
    _, message, hint = box.wait_for("error", "set", after=len(box.heard))
    assert "'c'" in str(message)
    assert "A, B" in str(hint)


def test_without_a_history_there_is_no_choice(
    settings: Settings, pipeline: ToyPipeline, start: Start, connect: Connect
) -> None:
    without = settings.model_copy(update={"history": False})
    box = connect(start(Daemon(without, build=lambda _: pipeline)))

    box.ask("offer", "1", "a", "sound")

    assert "history" in str(box.wait_for("error", "1")[1])
    assert pipeline.orders == []


def test_a_cancel_between_the_two_ends_it(box: Box, pipeline: ToyPipeline) -> None:
    pipeline.gate.clear()
    box.ask("offer", "1", "a sound")
    box.wait_for("progress", "1")

    box.ask("cancel", "1")

    assert "cancelled" in str(box.wait_for("error", "1")[1])
    assert box.is_answered()


def test_a_retry_after_an_offer_is_one_patch(box: Box, pipeline: ToyPipeline) -> None:
    pipeline.failures["a sound"] = GenerationFailed("no draft")
    box.ask("offer", "1", "a sound")
    box.wait_for("error", "1")

    box.ask("retry", "2")
    box.wait_for("done", "2")

    again = pipeline.orders[-1]
    assert (again.prompt, again.target) == ("a sound", None)
    assert replace(again, target=None) == again
    assert not [told for told in box.of("progress") if told[1] == "offered"]


@pytest.mark.skipif(pure_data() is None, reason="not run: no Pd on this machine")
def test_a_box_in_pd_opens_both_and_chooses(
    start_scripted: StartScripted, settings: Settings, tmp_path: Path
) -> None:
    daemon = start_scripted(SINE, NOISE)
    words = {"say": "offer a sound \\, quiet", "choose": "prefer a"}

    with PdSession(
        tmp_path, words, (f"patchgen {daemon.port}",), binary=str(pure_data())
    ) as session:
        session.say("say")
        session.wait_until(lambda: bool(session.lines("path0")), 20)
        session.say("choose")
        assert wait_until(lambda: bool(choices(settings)))
        session.wait_until(lambda: "preferred" in session.lines("tell0")[-1], 20)

    assert choices(settings) == [("sound-quiet-A.pd", "sound-quiet-B.pd")]
    assert not any("couldn't create" in line or "can't open" in line for line in session.console)
