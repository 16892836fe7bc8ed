"""Patches from mailing lists, trees, dumps and earlier collections."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from patchgen.errors import PatchgenError
from patchgen_training.corpus.collect import collect
from training.corpus.packs import CLOCK, GPL, SINE, mail, rows, tarred, zipped

HELP = SINE + (
    "#N canvas 0 50 450 300 META 0;\n#X text 10 10 KEYWORDS signal oscillator;\n"
    "#X text 10 30 DESCRIPTION plays a sine\\, softly;\n#X text 10 50 LICENSE SIBSD BSD;\n"
    "#X text 10 70 AUTHOR Somebody;\n#X restore 200 200 pd META;\n"
)


def test_attachments_of_a_mailing_list_are_found_with_their_threads(tmp_path: Path) -> None:
    box = tmp_path / "pd-list.mbox.gz"
    letters = (
        mail("[PD] a sine", files={"sine.zip": zipped({"sine.pd": SINE})}),
        mail("Re: [PD] a sine", text=f"Mine:\n\n{CLOCK}\nBye\n"),
        mail("nothing here"),
    )
    box.write_bytes(gzip.compress(b"".join(letters)))

    collect([("mail", box)], tmp_path / "found.parquet")

    found = rows(tmp_path / "found.parquet")
    assert [(row["source"], row["path"]) for row in found] == [
        ("pd-list.mbox.gz/a sine", "0/sine.zip!/sine.pd"),
        ("pd-list.mbox.gz/a sine", "1/part-0"),
    ]
    assert [row["text"].strip() for row in found] == [SINE.strip(), CLOCK.strip()]


def test_a_subject_that_nobody_can_decode_loses_no_patch(tmp_path: Path) -> None:
    box = tmp_path / "list.mbox"
    strange = mail("plain", files={"c.pd": CLOCK.encode()})
    box.write_bytes(strange.replace(b"Subject: plain", b"Subject: =?x-none?B?////?="))

    collect([("mail", box)], tmp_path / "found.parquet")

    (found,) = rows(tmp_path / "found.parquet")
    assert found["text"] == CLOCK


def test_saved_attachments_and_mailboxes_lie_in_one_folder(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    (folder / "attachments" / "ab12").mkdir(parents=True)
    (folder / "attachments" / "ab12" / "attachment.obj").write_text(SINE)
    (folder / "2001-January.mbox").write_bytes(mail("clock", files={"c.pd": CLOCK.encode()}))

    collect([("mail", folder)], tmp_path / "found.parquet")

    assert {row["text"] for row in rows(tmp_path / "found.parquet")} == {SINE, CLOCK}


def test_a_tree_gives_descriptions_and_licences(tmp_path: Path) -> None:
    library = tmp_path / "externals" / "softly"
    (library / "deep").mkdir(parents=True)
    (library / "COPYING").write_text(GPL)
    (library / "sine.pd").write_text(SINE)
    (library / "sine-help.pd").write_text(HELP)
    (library / "deep" / "clock.pd").write_bytes(CLOCK.encode() + b"#X text 9 9 \xe4;\n")

    collect([("tree", tmp_path / "externals")], tmp_path / "found.parquet", processes=2)

    found = {row["path"]: row for row in rows(tmp_path / "found.parquet")}
    sine, its_help = found["softly/sine.pd"], found["softly/sine-help.pd"]
    assert its_help["description"] == sine["description"] == "plays a sine, softly"
    assert its_help["keywords"] == sine["keywords"] == ["signal", "oscillator"]
    assert (its_help["license"], its_help["license_source"]) == ("BSD-3-Clause", "META")
    assert (sine["license"], sine["license_source"]) == ("GPL-2.0", "softly/COPYING")
    assert its_help["author"] == "Somebody"
    clock = found["softly/deep/clock.pd"]
    assert clock["text"].endswith("\u00e4;\n")
    assert (clock["license"], clock["source"]) == ("GPL-2.0", "externals/softly")


def test_a_dump_gives_posts_with_their_files(tmp_path: Path) -> None:
    dump = tmp_path / "dump"
    (dump / "files").mkdir(parents=True)
    (dump / "files" / "pack.tgz").write_bytes(tarred({"sine.pd": SINE}))
    (tmp_path / "secret.pd").write_text(CLOCK)
    repository = {
        "id": 7, "title": "Soft sine", "excerpt": "<p>It &amp; only it</p>",
        "author": {"name": "somebody"}, "license": {"slug": "mit", "name": "MIT"},
        "tags": [{"name": "sine"}, {"name": "soft"}],
        "files": [{"filename": "files/pack.tgz"}, {"filename": "../secret.pd"}],
    }  # fmt: skip
    forum = {"id": "t1", "title": "Clock", "body": f"<p>Look:</p><pre>{CLOCK}</pre>"}
    (dump / "patches.json").write_text(json.dumps([repository]))
    (dump / "posts.jsonl").write_text(json.dumps(forum))

    troubles = collect([("dump", dump)], tmp_path / "found.parquet")

    sine, clock = rows(tmp_path / "found.parquet")
    assert sine["text"] == SINE
    assert sine["source"] == "dump/7"
    assert (sine["license"], sine["author"]) == ("MIT", "somebody")
    assert (sine["description"], sine["keywords"]) == ("Soft sine: It & only it", ["sine", "soft"])
    assert (clock["text"].strip(), clock["description"]) == (CLOCK.strip(), "Clock: Look:")
    assert troubles == {"dump: file outside the dump": 1}


def test_records_keep_their_provenance_and_the_manifest_counts(tmp_path: Path) -> None:
    record = {"text": SINE, "repo": "a/b", "path": "c.pd", "license": "MIT", "also_in": ["d/e"]}
    (tmp_path / "old.jsonl").write_text(json.dumps(record) + "\n")

    collect([("records", tmp_path / "old.jsonl")], tmp_path / "found.parquet")

    (found,) = rows(tmp_path / "found.parquet")
    assert (found["source"], found["path"], found["also_in"]) == ("a/b", "c.pd", ["d/e"])
    manifest = json.loads((tmp_path / "found.json").read_text())
    assert (manifest["patches"], manifest["licences"]) == (1, {"MIT": 1})
    assert manifest["outputs"][0]["sha256"]


def test_what_is_broken_does_not_end_the_collection(tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_text('{"repo": "a"}\n')
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree" / "sine.pd").write_text(SINE)
    wanted = (("records", tmp_path / "old.jsonl"), ("tree", tmp_path / "tree"))

    troubles = collect(wanted, tmp_path / "found.parquet")

    assert len(rows(tmp_path / "found.parquet")) == 1
    assert troubles == {"records: 'text'": 1}


def test_a_wrong_name_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(PatchgenError, match="no such file"):
        collect([("tree", tmp_path / "nowhere")], tmp_path / "found.parquet")

    assert not list(tmp_path.iterdir())
