"""Music from a box or the inbox: its own model beside that for patches, pieces of their length."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from abstractions.pd_session import PdSession, pure_data
from tiny_music import tiny_music_model

from patchgen.app import build
from patchgen.config import Settings
from patchgen.domains.music.openings import path_of
from patchgen.domains.music.piece import piece
from patchgen.errors import ModelUnknown
from patchgen.music.chords import sheet
from patchgen.music.score import Score, bars
from patchgen.service.serve import INBOX, Daemon
from patchgen.service.work import Runnable
from patchgen.store.history import History

from .box import PATIENCE, Box
from .conftest import Connect, Start
from .test_inbox import wait_until
from .toy_pipelines import ToyShelf

StartWith = Callable[..., Daemon]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real model of music that knows nothing."""
    return tiny_music_model(tmp_path_factory.mktemp("music") / "tiny.gguf")


@pytest.fixture
def musical(settings: Settings, model: Path, start: Start) -> Daemon:
    """A daemon with that model and a real pipeline."""
    changed = {"music_model": str(model), "candidates": 2, "seed": 3}
    return start(Daemon(settings.model_copy(update=changed), build=build))


@pytest.fixture
def shelf() -> ToyShelf:
    return ToyShelf()


@pytest.fixture
def toys(settings: Settings, start: Start, connect: Connect, shelf: ToyShelf) -> Box:
    """A box whose daemon has a toy for each model."""
    return connect(start(Daemon(settings, build=shelf.build)))


def done(box: Box, job: str) -> Path:
    """The file of a job that has ended well."""
    _, name, folder = box.wait_for("done", job)
    return Path(str(folder), str(name))


def made(box: Box, job: str) -> Score:
    """The piece of a job that has ended well."""
    return piece(done(box, job))


def begun(score: Score, end: int) -> list[tuple[int, int]]:
    """When each key is struck before a tick; what is added may cut how long it is held."""
    return [(note.onset, note.pitch) for note in score.notes if note.onset < end]


def test_the_first_word_says_which_model_writes(toys: Box, shelf: ToyShelf) -> None:
    for number, sentence in enumerate(
        ("a drone", "piano a waltz", "a bell", "Chords: C Am F", "a piano sound", "piano")
    ):
        toys.ask("generate", f"{number}", sentence)
        toys.wait_for("done", f"{number}")

    prompts = [[order.prompt for order in pipeline.orders] for _, pipeline in shelf.built]
    assert [model for model, _ in shelf.built] == ["patchgen-small", "patchgen-music"]
    assert prompts == [
        ["a drone", "a bell", "a piano sound"],
        ["piano a waltz", "Chords: C Am F", "piano"],
    ]
    assert [pipeline.closings for _, pipeline in shelf.built] == [0, 0]


def test_both_models_are_unloaded_when_nobody_wants_them(
    settings: Settings, start: Start, connect: Connect, shelf: ToyShelf
) -> None:
    idle = settings.model_copy(update={"idle_seconds": 0.3})
    box = connect(start(Daemon(idle, build=shelf.build)))
    for name in ("a drone", "piano"):
        box.ask("generate", name, name)
        box.wait_for("done", name)

    assert all(pipeline.was_closed.wait(PATIENCE) for _, pipeline in shelf.built)
    box.ask("generate", "again", "piano")

    assert box.wait_for("done", "again")
    assert [model for model, _ in shelf.built][2:] == ["patchgen-music"]


def test_a_missing_model_of_music_leaves_patches_alone(
    settings: Settings, start: Start, connect: Connect, shelf: ToyShelf
) -> None:
    def build(wanted: Settings) -> Runnable:
        if wanted.model == "patchgen-music":
            raise ModelUnknown("no model of music", hint="Get one.")
        return shelf.build(wanted)

    box = connect(start(Daemon(settings, build=build)))
    box.ask("generate", "1", "a drone")
    box.ask("generate", "2", "piano")
    box.ask("generate", "3", "a drone")

    assert box.wait_for("error", "2") == ("2", "no model of music", "Get one.")
    assert box.wait_for("done", "3")
    assert len(shelf.built) == 1


def test_a_box_may_have_a_model_of_music_of_its_own(
    toys: Box, shelf: ToyShelf, tmp_path: Path
) -> None:
    own = tmp_path / "own.gguf"
    own.touch()
    toys.ask("generate", "0", "piano")
    toys.wait_for("done", "0")

    toys.ask("set", "music-model", str(own))
    toys.ask("set", "music_model", "nowhere")
    toys.ask("generate", "1", "a drone")
    toys.ask("generate", "2", "piano")
    toys.wait_for("done", "2")

    assert "nowhere" in str(toys.wait_for("error", "set")[1])
    assert [model for model, _ in shelf.built] == ["patchgen-music", "patchgen-small", str(own)]
    assert [pipeline.closings for _, pipeline in shelf.built] == [1, 0, 0]


def test_the_history_names_the_model_that_wrote(toys: Box, settings: Settings) -> None:
    for name in ("a drone", "chords C"):
        toys.ask("generate", name, name)
        toys.wait_for("done", name)

    def models() -> dict[str, str]:
        with closing(History(settings.history_file)) as history:
            return {kept.entry.prompt: kept.entry.model for kept in history.find()}

    assert wait_until(lambda: len(models()) == 2)
    assert models() == {"a drone": "patchgen-small", "chords C": "patchgen-music"}


def test_a_retry_of_a_piece_is_other_music(toys: Box, shelf: ToyShelf) -> None:
    toys.ask("generate", "1", "chords C Am F")
    toys.ask("retry", "2")
    toys.wait_for("done", "2")

    ((model, pipeline),) = shelf.built
    first, second = pipeline.orders
    assert model == "patchgen-music"
    assert first.prompt == second.prompt == "chords C Am F"
    assert first.sampling.seed != second.sampling.seed


def test_words_as_pd_sends_them_become_a_piece_as_wanted(musical: Daemon, connect: Connect) -> None:
    box = connect(musical)

    box.ask(
        "generate", "1", "piano", "in", "F#", "minor", ",", "3/4", ",", 4, "bars", ",", 96, "bpm"
    )
    score = made(box, "1")

    assert (score.key, len(bars(score)), score.tempos[0].bpm) == ("F#m", 4, 96)
    assert (score.metres[0].beats, score.metres[0].unit) == (3, 4)
    stages = dict.fromkeys(progress[1] for progress in box.of("progress"))
    assert list(stages) == ["queued", "drafting", "checking", "writing"]


def test_chords_as_pd_sends_them_stand_in_the_result(musical: Daemon, connect: Connect) -> None:
    box = connect(musical)

    box.ask("generate", "1", "chords", "C#m7", "F/A", "|", "%", "|", "G7", ",", 5, "bars")
    score = made(box, "1")

    assert sheet(score).startswith("| C#m7 F/A | % | G7 |")
    assert len(bars(score)) == 5
    assert score.notes


def test_what_nothing_was_made_of_is_told_before_the_result(
    musical: Daemon, connect: Connect
) -> None:
    box = connect(musical)

    box.ask("generate", "1", "piano", "a", "happy", "waltz", ",", 2, "bars")
    done(box, "1")

    (told,) = [progress for progress in box.of("progress") if progress[1] == "missing"]
    assert "happy" in str(told[3])


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("piano 900 bars", "900 bars"),
        ("piano at 5 bpm", "5 bpm"),
        ("piano over C 9000 bars", "bars"),
    ],
)
def test_a_wish_that_cannot_be_had_is_an_error_with_a_hint(
    musical: Daemon, connect: Connect, sentence: str, says: str
) -> None:
    box = connect(musical)

    box.ask("generate", "1", sentence)
    _, message, hint = box.wait_for("error", "1")

    assert says in str(message)
    assert hint
    assert box.is_answered()


@pytest.mark.parametrize("ending", [".pd", ".txt"])
def test_a_piece_goes_on_and_so_does_its_retry(
    musical: Daemon, connect: Connect, tmp_path: Path, ending: str
) -> None:
    box = connect(musical)
    given = tmp_path / f"joy{ending}"
    if ending == ".txt":
        given.write_bytes(path_of("beethoven-joy").read_bytes())
    else:
        box.ask("generate", "0", "piano in C", ",", "2", "bars")
        given.write_bytes(done(box, "0").read_bytes())
    before, count = given.read_bytes(), len(bars(piece(given)))

    box.ask("continue", "1", str(given))
    box.ask("retry", "2")
    first, second = made(box, "1"), made(box, "2")

    assert [len(bars(score)) for score in (first, second)] == [count + 16] * 2
    assert [begun(score, piece(given).length) for score in (first, second)] == [
        begun(piece(given), piece(given).length)
    ] * 2
    assert first != second
    assert given.read_bytes() == before


def test_chords_of_a_box_go_on_as_chords(musical: Daemon, connect: Connect) -> None:
    box = connect(musical)
    box.ask("generate", "1", "chords", "C", "Am", "F", "G7", ",", 6, "bars")
    first = done(box, "1")

    box.ask("continue", "2", str(first))
    score = made(box, "2")

    assert sheet(score).startswith("| C | Am | F | G7 |")
    assert len(bars(score)) == 14


def test_a_file_that_is_no_music_is_told(musical: Daemon, connect: Connect, tmp_path: Path) -> None:
    bad = tmp_path / "bad.mid"
    bad.write_bytes(b"MThd and no more")
    box = connect(musical)

    box.ask("continue", "1", str(bad))
    _, message, hint = box.wait_for("error", "1")

    assert "bad.mid" in str(message)
    assert hint
    assert box.is_answered()


def test_two_pieces_are_offered_and_one_preferred(musical: Daemon, connect: Connect) -> None:
    box = connect(musical)

    box.ask("offer", "1", "piano", "in", "D", ",", 2, "bars")
    second = done(box, "1")
    (offered,) = [told for told in box.of("progress") if told[1] == "offered"]
    box.ask("prefer", "a")

    assert box.wait_for("progress", "set")[1] == "preferred"
    first = Path(str(offered[4]), str(offered[3]))
    assert piece(first) != piece(second)


def test_a_text_in_the_inbox_becomes_a_piece(musical: Daemon, settings: Settings) -> None:
    folder = settings.output_folder / INBOX

    (folder / "song.txt").write_text("chords\n| C | Am7 |\n| F | G7 |\n", "utf-8")
    (folder / "odd.txt").write_text("piano 900 bars", "utf-8")

    assert wait_until((folder / "song.pd").exists)
    assert sheet(piece(folder / "song.pd")).startswith("| C | Am7 | F | G7 |")
    assert wait_until((folder / "odd.error.txt").exists)
    assert "900 bars" in (folder / "odd.error.txt").read_text("utf-8")


@pytest.mark.skipif(pure_data() is None, reason="not run: no Pd on this machine")
def test_a_click_in_pd_opens_a_piece_without_a_complaint(musical: Daemon, tmp_path: Path) -> None:
    box = f"patchgen {musical.port}"
    text = "chords C#m7 F/A \\, Bb7 \\, 4 bars"

    with PdSession(tmp_path, {"say": text}, (box,), binary=str(pure_data())) as session:
        session.say("say")
        (path,) = session.wait_for_label("path0")
        console = session.console

    assert sheet(piece(Path(path))).startswith("| C#m7 | F/A | Bb7 |")
    assert not [line for line in console if "error" in line or "couldn't create" in line]
