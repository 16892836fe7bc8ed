"""The library folder: copied once, mended when it differs, removed without a trace."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from patchgen.errors import OutputUnwritable
from patchgen.service.install import install, library_files, uninstall

FILES = ("patchgen-help.pd", "patchgen.pd")


def relative(paths: tuple[Path, ...], root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in paths)


def test_both_pds_get_the_library(tmp_path: Path) -> None:
    written = install(tmp_path)

    assert relative(written, tmp_path) == [
        "lib/pd-l2ork/extra/patchgen/patchgen-help.pd",
        "lib/pd-l2ork/extra/patchgen/patchgen.pd",
        "lib/pd/extra/patchgen/patchgen-help.pd",
        "lib/pd/extra/patchgen/patchgen.pd",
    ]
    sources = {source.name: source.read_bytes() for source in library_files()}
    assert all(path.read_bytes() == sources[path.name] for path in written)


def test_without_a_prefix_it_goes_to_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("sys.platform", "linux")

    written = install(target="vanilla")

    assert relative(written, tmp_path) == [f".local/lib/pd/extra/patchgen/{name}" for name in FILES]


def test_one_pd_alone(tmp_path: Path) -> None:
    written = install(tmp_path, "purr-data")

    assert relative(written, tmp_path) == [f"lib/pd-l2ork/extra/patchgen/{name}" for name in FILES]
    assert not (tmp_path / "lib/pd").exists()


def test_a_second_time_nothing_is_written(tmp_path: Path) -> None:
    install(tmp_path)

    assert install(tmp_path) == ()


def test_a_file_that_differs_is_mended(tmp_path: Path) -> None:
    changed = install(tmp_path, "vanilla")[0]
    changed.write_text("old", encoding="utf-8")

    assert install(tmp_path) != ()
    assert changed.read_text(encoding="utf-8") != "old"
    assert sorted(path.name for path in changed.parent.iterdir()) == list(FILES)


def test_uninstall_removes_everything_of_ours(tmp_path: Path) -> None:
    written = install(tmp_path)

    assert set(uninstall(tmp_path)) == set(written)
    assert uninstall(tmp_path) == ()
    assert not (tmp_path / "lib/pd/extra/patchgen").exists()


def test_uninstall_leaves_what_a_user_has_put_there(tmp_path: Path) -> None:
    install(tmp_path, "vanilla")
    mine = tmp_path / "lib/pd/extra/patchgen/mine.pd"
    mine.write_text("#N canvas 0 50 450 300 10;\n", encoding="utf-8")

    uninstall(tmp_path)

    assert [path.name for path in mine.parent.iterdir()] == ["mine.pd"]


@pytest.mark.parametrize("blocked", ["lib", "lib/pd/extra/patchgen/patchgen.pd/folder"])
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, blocked: str) -> None:
    place = tmp_path / blocked
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("in the way", encoding="utf-8")

    with pytest.raises(OutputUnwritable) as caught:
        install(tmp_path)

    assert str(tmp_path / "lib") in caught.value.message
    assert "--prefix" in caught.value.hint
    assert not list(tmp_path.rglob(f".*{os.getpid()}"))
