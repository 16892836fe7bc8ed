"""The daemon with the real pipeline: a scripted model, and a [patchgen] box in a real Pd."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from abstractions.pd_session import PdSession

from patchgen.catalog.find import cards
from patchgen.config import Settings
from patchgen.engine.scripted import ScriptedEngine
from patchgen.errors import EngineDied, PatchgenError, PdMissing
from patchgen.headless.engine import find_pd
from patchgen.pd.parse import parse
from patchgen.pipeline.run import Pipeline
from patchgen.service.serve import INBOX, Daemon

from .conftest import Connect, Start
from .test_inbox import wait_until

SINE = """\
1 osc~ 440
2 *~ 0.1 < 1
3 dac~ < 2 2>1
"""

StartScripted = Callable[..., Daemon]


def pd() -> Path | None:
    """Pd, where there is one."""
    try:
        return find_pd()
    except PdMissing:
        return None


@pytest.fixture
def start_scripted(settings: Settings, start: Start) -> StartScripted:
    """A daemon whose model gives these answers, one for each draft."""

    def begin(*answers: str | PatchgenError, **changes: object) -> Daemon:
        changed = settings.model_copy(update={"candidates": 1, **changes})
        engine = ScriptedEngine(answers)
        pipeline = Pipeline(engine, cards()[0], pd(), changed.output_folder)
        return start(Daemon(changed, build=lambda _: pipeline))

    return begin


def test_a_sentence_becomes_a_patch_that_parses(
    start_scripted: StartScripted, connect: Connect
) -> None:
    box = connect(start_scripted(SINE))

    box.ask("generate", "1", "a", "quiet", "sine", "of", 440, "Hz")
    _, name, folder = box.wait_for("done", "1")

    canvas = parse(Path(str(folder), str(name)).read_text("utf-8"))
    assert [b.name for b in canvas.boxes][:3] == ["osc~", "*~", "dac~"]
    stages = dict.fromkeys(progress[1] for progress in box.of("progress"))
    assert list(stages) == ["queued", "drafting", "checking", "writing"]


def test_after_a_dead_engine_and_a_bad_draft_the_next_job_works(
    start_scripted: StartScripted, connect: Connect
) -> None:
    died = EngineDied("the model's process ended by SIGSEGV", hint="The next job starts a new one.")
    box = connect(start_scripted(died, "this is no notation", SINE))

    for name in ("1", "2", "3"):
        box.ask("generate", name, "a", "sine")

    assert box.wait_for("error", "1")[1:] == (died.message, died.hint)
    assert "no draft" in str(box.wait_for("error", "2")[1])
    assert box.wait_for("done", "3")


def test_an_output_folder_that_cannot_be_written_is_an_error(
    start_scripted: StartScripted, connect: Connect, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    box = connect(start_scripted(SINE, SINE, output_folder=tmp_path / "file" / "out"))

    for name in ("1", "2"):
        box.ask("generate", name, "a", "sine")
        _, message, hint = box.wait_for("error", name)
        assert "cannot write" in str(message)
        assert "output_folder" in str(hint)


def test_a_text_in_the_inbox_becomes_a_patch(
    start_scripted: StartScripted, settings: Settings
) -> None:
    start_scripted(SINE)

    (settings.output_folder / INBOX / "sine.txt").write_text("a sine\n", "utf-8")

    patch = settings.output_folder / INBOX / "sine.pd"
    assert wait_until(patch.exists)
    assert parse(patch.read_text("utf-8")).boxes


@pytest.mark.parametrize("is_there", [False, True])
def test_a_missing_or_broken_model_is_an_error_and_the_daemon_lives(
    settings: Settings, start: Start, connect: Connect, tmp_path: Path, is_there: bool
) -> None:
    model = tmp_path / "broken.gguf"
    if is_there:
        model.write_bytes(b"GGUF" + bytes(200))
    box = connect(start(Daemon(settings.model_copy(update={"model": str(model)}))))

    for name in ("1", "2"):
        box.ask("generate", name, "a", "sine")
        _, message, hint = box.wait_for("error", name)
        assert "broken.gguf" in str(message)
        assert hint
    assert box.is_answered()


@pytest.mark.skipif(pd() is None, reason="not run: no Pd on this machine")
def test_three_boxes_in_pd_open_their_patches(
    start_scripted: StartScripted, tmp_path: Path
) -> None:
    daemon = start_scripted(SINE, SINE, SINE)
    box = f"patchgen {daemon.port}"

    with PdSession(
        tmp_path, {"say": "a sine \\, quiet"}, (box, box, box), binary=str(pd())
    ) as session:
        session.say("say")
        session.wait_until(lambda: all(session.lines(f"path{i}") for i in range(3)), 20)

    opened = {line for i in range(3) for line in session.lines(f"path{i}")}
    assert len(opened) == 3
    assert all(Path(line.removeprefix("symbol ")).is_file() for line in opened)
    assert not any("couldn't create" in line or "can't open" in line for line in session.console)
