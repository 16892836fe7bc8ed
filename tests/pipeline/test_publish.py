"""Publishing: a fresh name in the folder, a whole file or none."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest

from patchgen.errors import OutputUnwritable
from patchgen.pipeline.publish import file_names, publish, write_whole

from .answers import ODD_PROMPTS

TEXT = "#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ 440;\n#X obj 10 40 dac~;\n"


def first_name(prompt: str) -> str:
    """The name that is tried first."""
    return next(file_names(prompt))


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("Create a Pure Data patch that plays a soft bell", "plays-soft-bell.pd"),
        ("a 440 Hz sine, with volume!", "440-hz-sine-volume.pd"),
        ("one two three four five six", "one-two-three-four-five.pd"),
        ("Créer une cloche très douce", "creer-une-cloche-tres-douce.pd"),
        ("日本語", "patch.pd"),
        ("a patch of the", "patch.pd"),
    ],
)
def test_a_name_has_the_telling_words_of_the_prompt(prompt: str, name: str) -> None:
    assert first_name(prompt) == name


@pytest.mark.parametrize("prompt", ODD_PROMPTS, ids=lambda prompt: ascii(prompt[:20]))
def test_no_prompt_leads_out_of_the_folder(tmp_path: Path, prompt: str) -> None:
    folder = tmp_path / "out"

    path = publish(TEXT, prompt, None, folder)

    assert path.parent == folder
    assert path.name == first_name(prompt)
    assert len(path.name) <= 60
    assert not path.name.startswith((".", "-"))
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_names_are_counted_and_never_taken_twice(tmp_path: Path) -> None:
    (tmp_path / "bell-2.pd").write_text("mine", "utf-8")
    (tmp_path / "bell-3.pd").mkdir()

    paths = [publish(TEXT, "bell", None, tmp_path) for _ in range(3)]

    assert [path.name for path in paths] == ["bell.pd", "bell-4.pd", "bell-5.pd"]
    assert (tmp_path / "bell-2.pd").read_text("utf-8") == "mine"


def test_many_writers_at_once_get_a_name_each(tmp_path: Path) -> None:
    texts = [f"{TEXT}#X text 9 9 {number};\n" for number in range(40)]

    with ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(lambda text: publish(text, "bell", None, tmp_path), texts))

    assert [path.read_text("utf-8") for path in paths] == texts
    assert sorted(path.name for path in paths) == sorted(islice(file_names("bell"), 40))


def test_a_file_with_the_wanted_name_can_be_spared(tmp_path: Path) -> None:
    (tmp_path / "bell.pd").write_text("mine", "utf-8")
    target = tmp_path / "bell.pd"

    assert publish(TEXT, "drone", target, tmp_path, spares=True) == tmp_path / "bell-2.pd"

    assert target.read_text("utf-8") == "mine"
    assert (tmp_path / "bell-2.pd").read_text("utf-8") == TEXT


def test_a_given_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / f"{'n' * 240}.pd"
    target.write_text("old", "utf-8")

    assert publish(TEXT, "bell", target, tmp_path / "unused") == target

    assert target.read_text("utf-8") == TEXT
    assert list(tmp_path.iterdir()) == [target]


def test_the_file_can_be_read_by_others(tmp_path: Path) -> None:
    path = publish(TEXT, "bell", None, tmp_path)

    assert path.stat().st_mode & 0o777 == 0o644


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")

    with pytest.raises(OutputUnwritable, match="cannot write") as raised:
        publish(TEXT, "bell", None, tmp_path / "file" / "out")

    assert "output_folder" in raised.value.hint


@pytest.mark.parametrize("target", ["folder", "none/patch.pd", "device", f"{'n' * 300}.pd"])
def test_a_target_that_cannot_be_written_is_told_and_nothing_is_left(
    tmp_path: Path, target: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "device").symlink_to("/dev/null")
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(OutputUnwritable, match="cannot write") as raised:
        publish(TEXT, "bell", tmp_path / target, tmp_path)

    assert raised.value.hint
    assert sorted(tmp_path.rglob("*")) == before
    assert Path("/dev/null").is_char_device()


def test_writing_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "patch.pd", "whole lines\n" * 9999 + "\udcff")
    with pytest.raises(UnicodeEncodeError):
        publish("\udcff", "bell", None, tmp_path)

    assert list(tmp_path.iterdir()) == []
