"""Reading and writing patches on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.cli.patch_files import patch_files, read_text, write_text
from patchgen.errors import OutputUnwritable, PatchgenError
from patchgen.pd.parse import parse
from patchgen.pd.write import write

PATCH = "#N canvas 0 50 450 300 10;\n#X text 1 1 Ton höher für Ärzte;\n"


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_file_written_back_has_the_bytes_it_had(
    encoding: str, line_end: str, tmp_path: Path
) -> None:
    path = tmp_path / "patch.pd"
    data = PATCH.replace("\n", line_end).encode(encoding)
    path.write_bytes(data)

    write_text(path, write(parse(read_text(path))))

    assert path.read_bytes() == data


def test_an_old_file_gets_utf_8_once_it_needs_other_letters(tmp_path: Path) -> None:
    path = tmp_path / "patch.pd"
    path.write_bytes(PATCH.encode("latin-1"))

    write_text(path, PATCH + "#X text 1 1 日本;\n")

    assert read_text(path).endswith("日本;\n")


def test_any_bytes_are_a_text(tmp_path: Path) -> None:
    path = tmp_path / "patch.pd"
    data = bytes(range(256))
    path.write_bytes(data)

    text = read_text(path)
    write_text(path, text)

    assert len(text) == 256
    assert path.read_bytes() == data


def test_a_new_file_is_in_utf_8(tmp_path: Path) -> None:
    write_text(tmp_path / "new.pd", PATCH)

    assert (tmp_path / "new.pd").read_bytes() == PATCH.encode("utf-8")


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_a_file_written_back_may_be_read_by_whom_it_was(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "patch.pd"
    path.write_text(PATCH, "utf-8")
    path.chmod(mode)

    write_text(path, f"{PATCH}#X obj 1 40 print;\n")

    assert path.stat().st_mode & 0o777 == mode


def test_a_folder_means_the_patches_in_and_below_it(tmp_path: Path) -> None:
    (tmp_path / "below.pd").mkdir()
    for name in ("b.pd", "a.pd", "below.pd/c.pd", "notes.txt"):
        (tmp_path / name).touch()

    found = [path.relative_to(tmp_path).as_posix() for path in patch_files([tmp_path])]

    assert found == ["a.pd", "b.pd", "below.pd/c.pd"]


def test_what_cannot_be_read_or_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(PatchgenError, match="cannot read"):
        read_text(tmp_path / "missing.pd")
    with pytest.raises(OutputUnwritable):
        write_text(tmp_path / "missing" / "patch.pd", PATCH)
