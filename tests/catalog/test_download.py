"""Downloading from a Hub: what arrives is whole, and every failure says what to do."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from patchgen.catalog.checksum import noted
from patchgen.catalog.download import fetch, pull
from patchgen.catalog.hub import Origin
from patchgen.catalog.hub_api import alone
from patchgen.errors import DownloadFailed

from .small_hub import Shelf, SmallHub

REPO = "somebody/Small-GGUF"
FILE = "small.Q8_0.gguf"
CONTENT = b"GGUF" + bytes(range(256)) * 400
OTHER_SUM = "0" * 64


def checksum(content: bytes) -> str:
    """Its SHA-256."""
    return hashlib.sha256(content).hexdigest()


def leftovers(folder: Path) -> list[str]:
    """Files that no download may leave: contents, whole or in part."""
    return [path.name for path in folder.rglob("*") if path.suffix in (".gguf", ".part", ".lock")]


def test_a_file_arrives_in_its_folder(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/deep/{FILE}"] = Shelf(CONTENT)

    path = fetch(REPO, f"deep/{FILE}", tmp_path / "models")

    assert path == tmp_path / "models/deep" / FILE
    assert path.read_bytes() == CONTENT


def test_a_whole_file_is_not_downloaded_again(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT)
    fetch(REPO, FILE, tmp_path)

    path = fetch(REPO, FILE, tmp_path)

    assert path.read_bytes() == CONTENT
    assert hub.gets() == [""]


def test_a_file_that_was_put_there_by_hand_counts(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT)
    (tmp_path / FILE).write_bytes(CONTENT)

    fetch(REPO, FILE, tmp_path)

    assert hub.gets() == []


def test_a_file_that_was_damaged_since_is_replaced(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT)
    path = fetch(REPO, FILE, tmp_path)
    path.write_bytes(CONTENT[:-1] + b"x")

    fetch(REPO, FILE, tmp_path)

    assert path.read_bytes() == CONTENT


def test_an_update_on_the_hub_replaces_the_file(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT)
    fetch(REPO, FILE, tmp_path)
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT[::-1], commit="d" * 40)

    path = fetch(REPO, FILE, tmp_path)

    assert path.read_bytes() == CONTENT[::-1]


def test_a_small_file_without_a_checksum_is_taken(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT, etag="a" * 40)

    assert fetch(REPO, FILE, tmp_path).read_bytes() == CONTENT


def test_progress_goes_forward_to_the_end_although_the_connection_breaks(
    hub: SmallHub, tmp_path: Path
) -> None:
    content = CONTENT * 110  # Over ten megabytes: where the library resumes.
    hub.files[f"{REPO}/{FILE}"] = Shelf(content, cuts=[len(content) - 9])
    seen: list[tuple[int, int]] = []

    path = fetch(REPO, FILE, tmp_path, progress=lambda done, total: seen.append((done, total)))

    assert path.read_bytes() == content
    assert [span[:6] for span in hub.gets()] == ["", "bytes="]
    assert seen == sorted(set(seen))
    assert seen[0] == (0, len(content))
    assert seen[-1] == (len(content), len(content))


class Stopped(Exception):
    """Stands for whatever ends a program."""


def test_a_download_that_was_stopped_goes_on_where_it_stood(hub: SmallHub, tmp_path: Path) -> None:
    content = CONTENT * 250  # 25 megabytes: the library writes ten at a time.
    hub.files[f"{REPO}/{FILE}"] = Shelf(content)

    def stop(done: int, total: int) -> None:
        if done > total / 2:
            raise Stopped

    with pytest.raises(Stopped):
        fetch(REPO, FILE, tmp_path, progress=stop)
    assert not (tmp_path / FILE).exists()
    seen: list[int] = []
    path = fetch(REPO, FILE, tmp_path, progress=lambda done, total: seen.append(done))

    assert path.read_bytes() == content
    assert hub.gets()[0] == "" and hub.gets()[1].startswith("bytes=")
    assert seen[0] > 0 and seen == sorted(seen)
    assert leftovers(tmp_path) == [FILE]


def test_the_rest_of_another_content_is_not_taken_up(hub: SmallHub, tmp_path: Path) -> None:
    (tmp_path / f".{FILE}.{'0' * 12}.part").write_bytes(b"of another content")
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT)

    fetch(REPO, FILE, tmp_path)

    assert hub.gets() == [""]
    assert leftovers(tmp_path) == [FILE]


def test_two_programs_do_not_write_the_same_file(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT)
    part = tmp_path / f".{FILE}.{checksum(CONTENT)[:12]}.part"

    with alone(part, FILE), pytest.raises(DownloadFailed, match="by another program"):
        fetch(REPO, FILE, tmp_path)


def test_the_checksum_is_noted_beside_the_file(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT)

    path = fetch(REPO, FILE, tmp_path)

    assert noted(path) == checksum(CONTENT)


def test_the_variable_of_the_library_switches_downloads_off(
    hub: SmallHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")

    with pytest.raises(DownloadFailed, match="not on this machine") as raised:
        pull(Origin(REPO, None), tmp_path)

    assert hub.asked == []
    assert "HF_HUB_OFFLINE" in raised.value.hint


def test_progress_is_told_for_a_file_that_is_here(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT)
    fetch(REPO, FILE, tmp_path)
    seen: list[tuple[int, int]] = []

    fetch(REPO, FILE, tmp_path, progress=lambda done, total: seen.append((done, total)))

    assert seen == [(len(CONTENT), len(CONTENT))]


def test_damaged_content_is_removed(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT, etag=OTHER_SUM)

    with pytest.raises(DownloadFailed, match="wrong checksum") as raised:
        fetch(REPO, FILE, tmp_path)

    assert raised.value.hint
    assert leftovers(tmp_path) == []


def test_the_expected_checksum_counts_where_the_hub_tells_none(
    hub: SmallHub, tmp_path: Path
) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT, etag="a" * 40)

    with pytest.raises(DownloadFailed, match="wrong checksum"):
        fetch(REPO, FILE, tmp_path, sha256=OTHER_SUM)

    assert leftovers(tmp_path) == []
    assert fetch(REPO, FILE, tmp_path, sha256=checksum(CONTENT)).is_file()


def test_another_file_than_expected_is_not_even_downloaded(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT)

    with pytest.raises(DownloadFailed, match="wrong checksum"):
        fetch(REPO, FILE, tmp_path, sha256=OTHER_SUM)

    assert hub.gets() == []


def test_a_file_larger_than_the_disk_is_not_begun(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT, size=10**18)

    with pytest.raises(DownloadFailed, match="GB free") as raised:
        fetch(REPO, FILE, tmp_path)

    assert "models_folder" in raised.value.hint
    assert hub.gets() == []


@pytest.mark.parametrize(
    ("refusal", "says", "hint"),
    [
        ((404, "EntryNotFound"), "there is no file", f"{REPO}/tree/main"),
        ((404, "RepoNotFound"), "the Hub has no", "Check the name"),
        ((401, "GatedRepo"), "not open to everybody", "HF_TOKEN"),
        ((403, "GatedRepo"), "not open to everybody", "HF_TOKEN"),
        ((403, ""), "not open to everybody", "HF_TOKEN"),
        ((401, ""), "the Hub has no", "HF_TOKEN"),
        ((503, ""), "the Hub answers 503", "later"),
    ],
)
def test_a_refusal_says_what_to_do(
    hub: SmallHub, tmp_path: Path, refusal: tuple[int, str], says: str, hint: str
) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT, refusal=refusal)

    with pytest.raises(DownloadFailed, match=says) as raised:
        fetch(REPO, FILE, tmp_path)

    assert f"{REPO}/{FILE}" in raised.value.message
    assert hint in raised.value.hint
    assert leftovers(tmp_path) == []


def test_a_name_that_is_not_there_is_told(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/other.gguf"] = Shelf(CONTENT)

    with pytest.raises(DownloadFailed, match=f"there is no file {REPO}/{FILE}"):
        fetch(REPO, FILE, tmp_path)


def test_without_a_network_the_error_names_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SmallHub() as closed:
        address = closed.address
    monkeypatch.setenv("HF_ENDPOINT", address)

    with pytest.raises(DownloadFailed, match=f"did not arrive from {address}") as raised:
        fetch(REPO, FILE, tmp_path)

    assert "Check the network" in raised.value.hint


def test_a_server_that_is_no_hub_is_told(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT, commit=None)

    with pytest.raises(DownloadFailed, match="does not answer like the Hugging Face Hub") as raised:
        fetch(REPO, FILE, tmp_path)

    assert "HF_ENDPOINT" in raised.value.hint


def test_a_folder_that_cannot_be_written_is_told(hub: SmallHub, tmp_path: Path) -> None:
    hub.files[f"{REPO}/{FILE}"] = Shelf(CONTENT)
    (tmp_path / "file").write_text("", "utf-8")

    with pytest.raises(DownloadFailed, match="cannot write") as raised:
        fetch(REPO, FILE, tmp_path / "file" / "models")

    assert "models_folder" in raised.value.hint


def test_a_name_that_cannot_be_one_is_told(hub: SmallHub, tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed, match="no name on the Hub"):
        fetch("--/..", FILE, tmp_path)


def test_offline_takes_what_is_here_and_asks_nobody(hub: SmallHub, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(CONTENT)

    path = fetch(REPO, FILE, tmp_path, sha256=checksum(CONTENT), offline=True)

    assert path == tmp_path / FILE
    assert hub.asked == []


@pytest.mark.parametrize(
    ("content", "says"), [(None, "is not on this machine"), (b"GGUF", "wrong checksum")]
)
def test_offline_without_the_right_file_is_an_error(
    tmp_path: Path, content: bytes | None, says: str
) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)

    with pytest.raises(DownloadFailed, match=says):
        fetch(REPO, FILE, tmp_path, sha256=checksum(CONTENT), offline=True)


def test_the_only_gguf_of_a_repository_is_pulled(hub: SmallHub, tmp_path: Path) -> None:
    hub.files = {f"{REPO}/README.md": Shelf(b"hello"), f"{REPO}/{FILE}": Shelf(CONTENT)}

    path = pull(Origin(REPO, None), tmp_path)

    assert path == tmp_path / "hub" / REPO / FILE
    assert Origin(REPO, None).path(tmp_path) == path


@pytest.mark.parametrize(
    ("files", "says", "hint"),
    [
        (["a.gguf", "b.gguf"], "2 GGUF files", f"hf:{REPO}/a.gguf, hf:{REPO}/b.gguf"),
        (["README.md"], "no GGUF file", "GGUF"),
    ],
)
def test_a_repository_without_one_choice_is_told(
    hub: SmallHub, tmp_path: Path, files: list[str], says: str, hint: str
) -> None:
    hub.files = {f"{REPO}/{file}": Shelf(CONTENT) for file in files}

    with pytest.raises(DownloadFailed, match=says) as raised:
        pull(Origin(REPO, None), tmp_path)

    assert hint in raised.value.hint
