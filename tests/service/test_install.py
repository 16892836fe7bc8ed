"""The library folder: whole or not at all, nothing of a user's lost, gone without a trace."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from patchgen.errors import OutputUnwritable
from patchgen.service import install as module
from patchgen.service.install import ASIDE, LIST, install, uninstall
from patchgen.service.library import library

VANILLA = "lib/pd/extra/patchgen"
PURR_DATA = "lib/pd-l2ork/extra/patchgen"


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def pretend(monkeypatch: pytest.MonkeyPatch, **files: str) -> None:
    """Makes the library of this version consist of these files; `_` stands for the dot."""
    fake = {name.replace("_", "."): text.encode() for name, text in files.items()}
    monkeypatch.setattr(module, "library", lambda: fake)


def test_both_pds_get_the_library(tmp_path: Path) -> None:
    changes = install(tmp_path)

    assert [change.pd for change in changes] == ["vanilla", "purr-data"]
    for change, folder in zip(changes, (VANILLA, PURR_DATA), strict=True):
        assert change.folder == tmp_path / folder
        assert set(change.names) == {*library(), LIST}
        assert change.kept == ()
        assert contents(change.folder).items() >= library().items()


def test_one_pd_alone(tmp_path: Path) -> None:
    install(tmp_path, "purr-data")

    assert (tmp_path / PURR_DATA / "patchgen.pd").is_file()
    assert not (tmp_path / "lib/pd").exists()


def test_a_second_time_nothing_is_written(tmp_path: Path) -> None:
    install(tmp_path)
    before = (tmp_path / VANILLA).stat().st_ino

    changes = install(tmp_path)

    assert [change.names for change in changes] == [(), ()]
    assert (tmp_path / VANILLA).stat().st_ino == before


def test_the_list_can_be_checked_with_sha256sum(tmp_path: Path) -> None:
    install(tmp_path)

    check = ("sha256sum", "--check", "--strict", LIST)
    run = subprocess.run(check, cwd=tmp_path / VANILLA, capture_output=True, check=False)

    assert run.returncode == 0, run.stdout


def test_an_older_version_is_replaced_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, box_pd="old", gone_pd="only in the old one")
    install(tmp_path, "vanilla")
    pretend(monkeypatch, box_pd="new", more_pd="only in the new one")

    (change,) = install(tmp_path, "vanilla")

    assert sorted(contents(change.folder)) == ["box.pd", LIST, "more.pd"]
    assert contents(change.folder)["box.pd"] == b"new"
    assert [path.name for path in change.folder.parent.iterdir()] == ["patchgen"]


def test_a_file_of_the_user_stays_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, box_pd="old")
    folder = install(tmp_path, "vanilla")[0].folder
    (folder / "songs").mkdir()
    (folder / "songs" / "one.pd").write_text("mine", "utf-8")
    (folder / "notes.txt").write_text("mine", "utf-8")
    pretend(monkeypatch, box_pd="new")

    (change,) = install(tmp_path, "vanilla")

    assert change.kept == ("notes.txt", "songs")
    assert (folder / "songs" / "one.pd").read_text("utf-8") == "mine"
    assert (folder / "box.pd").read_text("utf-8") == "new"


def test_a_changed_file_of_ours_is_kept_beside_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, box_pd="old")
    folder = install(tmp_path, "vanilla")[0].folder
    for text in ("edited", "edited again"):
        (folder / "box.pd").write_text(text, "utf-8")
        (change,) = install(tmp_path, "vanilla")

    assert change.kept == ("box.pd.yours", "box.pd.yours2")
    assert (folder / "box.pd").read_text("utf-8") == "old"
    assert (folder / "box.pd.yours").read_text("utf-8") == "edited"
    assert (folder / "box.pd.yours2").read_text("utf-8") == "edited again"


def test_a_folder_without_a_list_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / VANILLA
    folder.mkdir(parents=True)
    (folder / "box.pd").write_text("of unknown origin", "utf-8")
    pretend(monkeypatch, box_pd="new")

    (change,) = install(tmp_path, "vanilla")

    assert change.kept == ("box.pd.yours",)
    assert (folder / "box.pd.yours").read_text("utf-8") == "of unknown origin"


@pytest.mark.parametrize("broken", ["write_whole", "swap"])
def test_a_failure_leaves_the_old_version_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    pretend(monkeypatch, box_pd="old")
    folder = install(tmp_path, "vanilla")[0].folder
    before = contents(folder)
    pretend(monkeypatch, box_pd="new")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, broken, full)
    with pytest.raises(OutputUnwritable) as caught:
        install(tmp_path, "vanilla")

    assert "No space left" in caught.value.message
    assert contents(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["patchgen"]


def test_a_folder_that_cannot_be_put_in_place_brings_the_old_one_back(tmp_path: Path) -> None:
    folder = tmp_path / "patchgen"
    folder.mkdir()
    (folder / "box.pd").write_text("old", "utf-8")

    with pytest.raises(FileNotFoundError):
        module.swap(tmp_path / "was never made", folder)

    assert contents(folder) == {"box.pd": b"old"}


def test_an_interrupted_run_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, box_pd="old")
    folder = install(tmp_path, "vanilla")[0].folder
    (folder / "notes.txt").write_text("mine", "utf-8")
    folder.rename(folder.with_name(ASIDE))
    pretend(monkeypatch, box_pd="new")

    (change,) = install(tmp_path, "vanilla")

    assert change.kept == ("notes.txt",)
    assert (folder / "box.pd").read_text("utf-8") == "new"
    assert [path.name for path in folder.parent.iterdir()] == ["patchgen"]


@pytest.mark.parametrize("kind", ["link", "file"])
@pytest.mark.parametrize("act", [install, uninstall])
def test_a_link_or_a_file_in_the_place_is_left_alone(
    tmp_path: Path, kind: str, act: object
) -> None:
    place = tmp_path / VANILLA
    place.parent.mkdir(parents=True)
    if kind == "link":
        (tmp_path / "mine").mkdir()
        place.symlink_to(tmp_path / "mine")
    else:
        place.write_text("mine", "utf-8")

    with pytest.raises(OutputUnwritable) as caught:
        assert callable(act)
        act(tmp_path)

    assert str(place) in caught.value.message
    assert kind in caught.value.message
    assert place.is_symlink() or place.read_text("utf-8") == "mine"


def test_uninstall_removes_everything_of_ours(tmp_path: Path) -> None:
    install(tmp_path)

    changes = uninstall(tmp_path)

    assert [set(change.names) for change in changes] == [set(library())] * 2
    assert [change.names for change in uninstall(tmp_path)] == [(), ()]
    assert not (tmp_path / VANILLA).exists()
    assert (tmp_path / VANILLA).parent.is_dir()


def test_uninstall_leaves_what_a_user_has_put_or_changed_there(tmp_path: Path) -> None:
    folder = install(tmp_path, "vanilla")[0].folder
    (folder / "mine.pd").write_text("mine", "utf-8")
    (folder / "patchgen-help.pd").write_text("edited", "utf-8")

    (change,) = uninstall(tmp_path, "vanilla")

    assert change.kept == ("mine.pd", "patchgen-help.pd")
    assert contents(folder) == {"mine.pd": b"mine", "patchgen-help.pd": b"edited"}


def test_uninstall_knows_a_version_that_is_not_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, box_pd="old", gone_pd="only in the old one")
    folder = install(tmp_path, "vanilla")[0].folder
    pretend(monkeypatch, box_pd="new")

    (change,) = uninstall(tmp_path, "vanilla")

    assert change.names == ("box.pd", "gone.pd")
    assert not folder.exists()


def test_a_list_that_names_a_file_elsewhere_reaches_nothing(tmp_path: Path) -> None:
    folder = install(tmp_path, "vanilla")[0].folder
    victim = folder.parent / "victim.pd"
    victim.write_text("", "utf-8")
    with (folder / LIST).open("a", encoding="utf-8") as lines:
        lines.write(f"{module.digest_of(b'')}  ../victim.pd\n")

    uninstall(tmp_path, "vanilla")

    assert victim.is_file()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "lib").write_text("in the way", encoding="utf-8")

    with pytest.raises(OutputUnwritable) as caught:
        install(tmp_path)

    assert str(tmp_path / "lib") in caught.value.message
    assert "--prefix" in caught.value.hint
