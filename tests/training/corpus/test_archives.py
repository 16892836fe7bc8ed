"""Patches inside archives."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path

import pytest

from patchgen_training.corpus.archives import DEEPEST, LARGEST_PATCH, Budget, Found, unpacked
from training.corpus.packs import CLOCK, GPL, SINE, tarred, zipped


def found(data: bytes, name: str, budget: Budget | None = None) -> dict[str, Found]:
    """What is found in a file, by path."""
    return {one.path: one for one in unpacked(BytesIO(data), name, budget or Budget())}


@pytest.mark.parametrize("packing", ["gz", "bz2", "xz"])
def test_patches_are_found_in_archives_within_archives(packing: str) -> None:
    inner = zipped({"lib/sine.pd": SINE, "lib/noise.wav": b"RIFF", "COPYING": GPL})

    all_found = found(
        tarred({"inner.zip": inner, "clock.pd": CLOCK}, packing), "lib.tar." + packing
    )

    folder = f"lib.tar.{packing}!/lib.tar!/"
    assert all_found[f"{folder}inner.zip!/lib/sine.pd"].data.decode() == SINE
    assert all_found[f"{folder}clock.pd"].data.decode() == CLOCK
    assert f"{folder}inner.zip!/COPYING" in all_found
    assert len(all_found) == 3


def test_what_a_file_is_is_told_by_its_content() -> None:
    packed = gzip.compress(SINE.encode())

    assert found(packed, "attachment.obj")["attachment.obj!/attachment"].data.decode() == SINE
    assert found(SINE.encode(), "attachment.bin")["attachment.bin"].data.decode() == SINE
    assert not found(b"no patch", "looks-like-one.pd")


def test_a_damaged_archive_is_told_and_the_others_are_read() -> None:
    damaged = zipped({"sine.pd": SINE})[:60]

    all_found = found(zipped({"bad.zip": damaged, "clock.pd": CLOCK}), "all.zip")

    assert all_found["all.zip!/bad.zip"].trouble.startswith("archive: ")
    assert all_found["all.zip!/clock.pd"].data.decode() == CLOCK


def test_what_would_fill_the_memory_is_left_out() -> None:
    huge = SINE.encode() + b" " * 2 * LARGEST_PATCH

    all_found = found(zipped({"huge.pd": huge, "sine.pd": SINE}), "all.zip")

    assert all_found["all.zip!/huge.pd"].trouble == "file: is too large"
    assert all_found["all.zip!/sine.pd"].data.decode() == SINE


def test_an_archive_with_too_many_members_ends_at_the_limit() -> None:
    many = zipped({f"{i}.pd": SINE for i in range(30)})

    all_found = found(many, "many.zip", Budget(members=20))

    assert all_found["many.zip"].trouble == "archive: holds too much"
    assert len(all_found) < 25


def test_archives_nest_no_deeper_than_allowed() -> None:
    data = zipped({"sine.pd": SINE})
    for _ in range(DEEPEST):
        data = zipped({"next.zip": data})

    (only,) = found(data, "top.zip").values()

    assert only.trouble == "archive: lies too deep"


def test_rar_is_unpacked_by_the_tool_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "unar"
    tool.write_text(
        "#!/bin/sh\n# unar -quiet -no-directory -output-directory FOLDER ARCHIVE\n"
        'mkdir "$4/lib" && tail -c +8 "$5" > "$4/lib/sine.pd" && ln -s /etc "$4/etc"\n'
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    all_found = found(b"Rar!\x1a\x07\x00" + SINE.encode(), "old.rar")

    assert {path: one.data.decode() for path, one in all_found.items()} == {
        "old.rar!/lib/sine.pd": SINE
    }


def test_rar_without_a_tool_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    (only,) = found(b"Rar!\x1a\x07\x00...", "old.rar").values()

    assert "install unar" in only.trouble
