"""What belongs to the Pd library."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.errors import PatchgenError
from patchgen.service.library import DAEMON, library
from patchgen.service.program import daemon_command

ROOT = Path(__file__).resolve().parents[2]


def test_every_box_has_its_help_beside_it() -> None:
    names = set(library())

    boxes = {path.stem for path in (ROOT / "abstractions").glob("*.pd")}

    assert "patchgen" in boxes
    assert {f"{box}.pd" for box in boxes} <= names
    assert {f"{box}-help.pd" for box in boxes | {"patchgen_host"}} <= names


def test_the_examples_belong_to_it() -> None:
    assert {"patchgen-examples.pd", "patchgen-first-minute.pd"} <= set(library())


def test_the_external_belongs_to_it_as_soon_as_it_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pd_external").mkdir()
    (tmp_path / "pd_external/patchgen_host.pd_linux").write_bytes(b"\x7fELF")
    (tmp_path / "pd_external/patchgen_host.o").write_bytes(b"")
    monkeypatch.setattr("patchgen.service.library.library_root", lambda: tmp_path)

    assert set(library()) == {"patchgen_host.pd_linux", DAEMON}


def test_the_file_for_the_external_has_one_argument_a_line() -> None:
    text = library()[DAEMON].decode()

    assert tuple(text.splitlines()) == daemon_command()
    assert text.endswith("\n")


def test_an_installation_without_the_library_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("patchgen.service.library.__file__", str(tmp_path / "a/b/c/d.py"))
    monkeypatch.setattr("sysconfig.get_path", lambda *_: str(tmp_path))

    with pytest.raises(PatchgenError) as caught:
        library()

    assert str(tmp_path / "share/patchgen") in caught.value.message
