"""Corrections: what a player saves over a generated patch is kept with its prompt."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from saved_in_pd import save_in_pd
from store.conftest import DONE, done

from patchgen.cli.main import patchgen
from patchgen.config import Settings
from patchgen.domains.patch.codec import encode
from patchgen.pd.parse import parse
from patchgen.service.corrections import Corrections, compare
from patchgen.service.serve import INBOX, Daemon
from patchgen.store.entry import Kept
from patchgen.store.export import instructions
from patchgen.store.history import History
from patchgen_training.datasets.form import Wording, alpaca, formed
from patchgen_training.datasets.hub import Source, load
from patchgen_training.datasets.preference import preferences

from .conftest import Connect, Start
from .test_inbox import wait_until
from .test_whole import SINE, StartScripted, start_scripted
from .toy_pipelines import ToyPipeline

__all__ = ["start_scripted"]
HEAD = "#N canvas 0 50 450 300 12;\n"
MADE = f"{HEAD}#X obj 10 10 osc~ 440;\n#X obj 10 40 dac~;\n#X connect 0 0 1 0;\n"
MOVED = MADE.replace("10 40", "90 200")
QUIETER = f"{HEAD}#X obj 10 10 osc~ 440;\n#X obj 10 40 *~ 0.1;\n#X connect 0 0 1 0;\n"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A generated patch."""
    file = tmp_path / "tone.pd"
    file.write_text(MADE, "utf-8")
    return file


@pytest.fixture
def history(tmp_path: Path, made: Path) -> History:
    """A history that knows it as job 1."""
    opened = History(tmp_path / "history.db")
    opened.add(done(patch=MADE, file=str(made)))
    return opened


def newest(settings: Settings) -> Kept:
    """The job that ended last."""
    with closing(History(settings.history_file)) as history:
        return history.newest()


def change(settings: Settings) -> str:
    """What was corrected in the newest patch."""
    correction = newest(settings).correction
    return "" if correction is None else correction.change


def test_a_changed_patch_is_kept_and_its_file_left_alone(history: History, made: Path) -> None:
    made.write_text(QUIETER, "utf-8")

    compare(made, history)

    correction = history.get(1).correction
    assert correction is not None
    assert (correction.patch, correction.change) == (QUIETER, "*~ added, dac~ removed")
    assert made.read_text("utf-8") == QUIETER


@pytest.mark.parametrize(
    "text",
    [MADE, MOVED, "", "no patch at all", QUIETER[:-30], f"{HEAD}#X obj 1"],
    ids=("the same", "moved", "empty", "no patch", "cut off", "cut off early"),
)
def test_what_is_no_correction_is_not_kept(history: History, made: Path, text: str) -> None:
    made.write_text(text, "utf-8")

    compare(made, history)

    assert history.get(1).correction is None
    assert made.read_text("utf-8") == text


def test_the_latest_save_counts(history: History, made: Path) -> None:
    for text in (QUIETER, QUIETER.replace("0.1", "0.2"), "no patch at all"):
        made.write_text(text, "utf-8")
        compare(made, history)

    assert history.get(1).best == QUIETER.replace("0.1", "0.2")


@pytest.mark.parametrize("text", [MADE, MOVED])
def test_a_correction_that_is_undone_is_forgotten(history: History, made: Path, text: str) -> None:
    made.write_text(QUIETER, "utf-8")
    compare(made, history)
    made.write_text(text, "utf-8")

    compare(made, history)

    assert history.get(1).correction is None


def test_files_that_nobody_made_or_that_are_gone_are_nothing(history: History, made: Path) -> None:
    own = made.with_name("own.pd")
    own.write_text(QUIETER, "utf-8")
    made.unlink()

    compare(own, history)
    compare(made, history)

    assert [kept.correction for kept in history.find()] == [None]


def test_a_patch_of_another_job_in_its_place_is_no_correction(history: History, made: Path) -> None:
    meta = "#N canvas 0 50 500 160 META 0;\n#X text 9 9 ORIGIN seed={};\n#X restore 9 99 pd META;\n"
    history.add(done(patch=MADE + meta.format(1), file=str(made)))
    made.write_text(QUIETER + meta.format(2), "utf-8")

    compare(made, history)
    assert history.newest().correction is None

    made.write_text(QUIETER, "utf-8")
    compare(made, history)
    assert history.newest().correction is not None


def test_what_is_switched_off_is_not_looked_at(made: Path) -> None:
    tasks: list[object] = []
    is_wanted = False
    corrections = Corrections(lambda task, _: tasks.append(task), lambda: is_wanted, quiet=0)

    corrections.begin(made.parent)
    assert tasks == []

    is_wanted = True
    corrections.begin(made.parent)
    assert len(tasks) == 1


def test_hidden_files_and_other_kinds_are_not_looked_at(tmp_path: Path) -> None:
    tasks: list[object] = []
    corrections = Corrections(lambda task, _: tasks.append(task), lambda: True, quiet=0)
    for name in (".tone.pd", "tone.pd~", "tone.txt"):
        (tmp_path / name).write_text(QUIETER, "utf-8")

    corrections.begin(tmp_path)

    assert tasks == []


@pytest.mark.parametrize("place", ["", INBOX])
def test_a_daemon_sees_what_is_saved(
    daemon: Daemon, settings: Settings, connect: Connect, place: str
) -> None:
    folder = settings.output_folder / place
    (folder / "drone.txt").write_text("a drone", "utf-8") if place else connect(daemon).ask(
        "generate", "1", "a drone"
    )
    assert wait_until(lambda: settings.history_file.exists() and is_kept(settings))

    Path(newest(settings).entry.file).write_text(QUIETER, "utf-8")

    assert wait_until(lambda: bool(change(settings)))
    assert newest(settings).best == QUIETER


def is_kept(settings: Settings) -> bool:
    """Whether there is a job in the history."""
    with closing(History(settings.history_file)) as history:
        return bool(history.find())


@pytest.mark.parametrize(("is_wanted", "told"), [(True, "*~ added, dac~ removed"), (False, "")])
def test_what_was_saved_while_no_daemon_ran_is_seen_at_the_start(
    settings: Settings, pipeline: ToyPipeline, is_wanted: bool, told: str
) -> None:
    settings.output_folder.mkdir(parents=True)
    file = settings.output_folder / "tone.pd"
    file.write_text(QUIETER, "utf-8")
    with closing(History(settings.history_file)) as history:
        history.add(done(patch=MADE, file=str(file)))
    wanted = settings.model_copy(update={"corrections": is_wanted})

    daemon = Daemon(wanted, build=lambda _: pipeline)
    daemon.start()
    daemon.stop()

    assert change(settings) == told


def test_a_locked_history_loses_nothing(
    settings: Settings,
    pipeline: ToyPipeline,
    start: Start,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("patchgen.store.history.PATIENCE", 0.05)
    file = settings.output_folder / "tone.pd"
    with closing(History(settings.history_file)) as history:
        history.add(done(patch=MADE, file=str(file)))
    first = Daemon(settings, build=lambda _: pipeline)
    first.start()
    with closing(sqlite3.connect(settings.history_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        file.write_text(QUIETER, "utf-8")
        assert wait_until(lambda: "not in the history" in caplog.text)
    first.stop()
    assert change(settings) == ""

    start(Daemon(settings, build=lambda _: pipeline))

    assert wait_until(lambda: change(settings) == "*~ added, dac~ removed")


def test_from_the_prompt_to_the_training_data(
    start_scripted: StartScripted,
    settings: Settings,
    connect: Connect,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    box = connect(start_scripted(SINE))
    box.ask("generate", "1", "a", "quiet", "sine")
    _, name, folder = box.wait_for("done", "1")
    file = Path(str(folder), str(name))
    written = file.read_text("utf-8")

    save_in_pd(file, tmp_path, "obj 200 20 noise~", "obj 200 60 lop~ 500", "connect 4 0 5 0")

    assert wait_until(lambda: change(settings) == "lop~ and noise~ added")
    monkeypatch.setenv("PATCHGEN_HISTORY_FILE", str(settings.history_file))
    exported = tmp_path / "choices.jsonl"
    command = ["history", "export", "--preferences", "-o", str(exported)]
    assert CliRunner().invoke(patchgen, command).exit_code == 0
    row = json.loads(exported.read_text("utf-8"))
    assert (row["prompt"], row["rejected"]) == ("a quiet sine", written)
    assert "noise~" in encode(parse(row["chosen"]))
    (pair,) = preferences(exported, is_notation=True, cache=tmp_path / "cache").rows
    assert pair["prompt"] == alpaca({"prompt": "a quiet sine"})
    assert "lop~" in pair["chosen"]
    assert pair["rejected"] == SINE


def test_a_corrected_patch_is_an_example_for_training(
    history: History, made: Path, tmp_path: Path
) -> None:
    made.write_text(QUIETER, "utf-8")
    compare(made, history)
    exported = tmp_path / "rows.jsonl"
    exported.write_text("".join(f"{json.dumps(row)}\n" for row in instructions(history)), "utf-8")

    columns = {"prompt": "prompt", "output": "patch"}
    rows = load(Source(str(exported), columns), tmp_path / "cache")

    (example,) = formed(rows, Wording("instruction")).rows
    assert example == {"prompt": alpaca({"prompt": DONE.prompt}), "completion": QUIETER}
