"""Where libraries go, for each system and each Pd."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.errors import PatchgenError
from patchgen.service.places import library_folders

HOME = Path("/home/ada")


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> None:
    """The home folder of the tests."""
    monkeypatch.setattr(Path, "home", lambda: HOME)
    monkeypatch.delenv("APPDATA", raising=False)


def as_text(folders: dict[str, Path]) -> dict[str, str]:
    return {pd: folder.as_posix() for pd, folder in folders.items()}


@pytest.mark.parametrize(
    ("system", "vanilla", "purr_data"),
    [
        ("linux", ".local/lib/pd/extra", ".local/lib/pd-l2ork/extra"),
        ("freebsd14", ".local/lib/pd/extra", ".local/lib/pd-l2ork/extra"),
        ("darwin", "Library/Pd", "Library/Pd-l2ork"),
        ("win32", "AppData/Roaming/Pd", "AppData/Roaming/Pd-l2ork"),
    ],
)
def test_each_system_has_its_places(
    monkeypatch: pytest.MonkeyPatch, system: str, vanilla: str, purr_data: str
) -> None:
    monkeypatch.setattr("sys.platform", system)

    folders = as_text(library_folders())

    assert folders == {
        "vanilla": f"/home/ada/{vanilla}/patchgen",
        "purr-data": f"/home/ada/{purr_data}/patchgen",
    }


def test_windows_says_itself_where_its_settings_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("APPDATA", "/profiles/ada")

    assert as_text(library_folders(target="vanilla")) == {"vanilla": "/profiles/ada/Pd/patchgen"}


@pytest.mark.parametrize(
    ("prefix", "folder"),
    [
        ("/usr", "/usr/lib/pd/extra/patchgen"),
        ("/usr/local", "/usr/local/lib/pd-externals/patchgen"),
        ("/home/ada/.local", "/home/ada/.local/lib/pd/extra/patchgen"),
    ],
)
def test_a_prefix_takes_the_place_of_the_home(
    monkeypatch: pytest.MonkeyPatch, prefix: str, folder: str
) -> None:
    monkeypatch.setattr("sys.platform", "linux")

    folders = library_folders(Path(prefix), "vanilla")

    assert as_text(folders) == {"vanilla": folder}


def test_a_relative_prefix_is_made_absolute() -> None:
    assert library_folders(Path("usr"))["vanilla"].is_absolute()


def test_without_a_home_a_prefix_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)

    with pytest.raises(PatchgenError) as caught:
        library_folders()

    assert "--prefix" in caught.value.hint
