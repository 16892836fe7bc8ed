"""content: the owner as it is now, as a patch file."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.pd.parse import parse
from patchgen.pd.same import same_graph

from .conftest import OpenHost


def test_it_is_what_pd_itself_would_save(open_host: OpenHost, tmp_path: Path) -> None:
    with open_host(more="#X text 20 350 a remark \\, with a comma and \\$1;\n") as pd:
        pd.tell("obj", "400", "200", "osc~", "330", to="canvas")
        answer = pd.ask("content", "now.pd", str(tmp_path))
        saved = pd.saved()

    assert answer == f"content {tmp_path}/now.pd"
    assert (tmp_path / "now.pd").read_text("utf-8") == saved
    assert "osc~ 330" in saved


def test_the_owner_keeps_its_name_and_its_file(open_host: OpenHost, tmp_path: Path) -> None:
    with open_host() as pd:
        before = pd.patch.read_text("utf-8")
        pd.ask("content", "now.pd", str(tmp_path))
        pd.tell("obj", "400", "200", "osc~", "330", to="canvas")
        pd.ask("content", "later.pd", str(tmp_path))

    assert pd.patch.read_text("utf-8") == before
    assert "osc~ 330" in (tmp_path / "later.pd").read_text("utf-8")


def test_an_owner_that_is_a_subpatch_becomes_a_patch(open_host: OpenHost, tmp_path: Path) -> None:
    inner = (
        "#N canvas 30 60 300 200 inner 0;\n#X obj 20 20 inlet;\n#X obj 20 60 host-box;\n"
        "#X obj 20 100 outlet;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
        "#X restore 220 200 pd inner;\n#X connect 2 0 10 0;\n#X connect 10 0 4 0;\n"
    )
    (tmp_path / "expected.pd").write_text(
        "#N canvas 30 60 300 200 12;\n#X obj 20 20 inlet;\n#X obj 20 60 host-box;\n"
        "#X obj 20 100 outlet;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
    )

    with open_host(more=inner) as pd:
        pd.tell("content", "inner.pd", str(tmp_path / "in"))
        pd.ask("content", "inner.pd", str(tmp_path))
        pd.wait_for_label("answer", 2)

    written = parse((tmp_path / "inner.pd").read_text("utf-8"))
    assert same_graph(written, parse((tmp_path / "expected.pd").read_text("utf-8")))


def test_paths_may_have_blanks_and_umlauts(open_host: OpenHost, tmp_path: Path) -> None:
    folder = tmp_path / "für später"
    folder.mkdir()

    with open_host() as pd:
        answer = pd.ask("content", "der Anfang.pd", folder.name)

    assert answer == f"content {tmp_path}/für später/der Anfang.pd"
    assert (folder / "der Anfang.pd").read_text("utf-8").startswith("#N canvas 0 50 600 400 12;")


def test_an_older_file_is_replaced(open_host: OpenHost, tmp_path: Path) -> None:
    (tmp_path / "now.pd").write_text("old", "utf-8")

    with open_host() as pd:
        pd.ask("content", f"{tmp_path}/now.pd")

    assert "host-box" in (tmp_path / "now.pd").read_text("utf-8")
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("now.pd", "/nowhere"), "No such file or directory"),
        (("x" * 600, "/" + "y" * 600), "too long"),
        ((), "content needs a file"),
    ],
)
def test_what_cannot_be_written_is_an_error(
    open_host: OpenHost, words: tuple[str, ...], why: str
) -> None:
    with open_host() as pd:
        error = pd.ask("content", *words, label="error")

    assert why in error


def test_a_failed_write_leaves_what_was_there(open_host: OpenHost, tmp_path: Path) -> None:
    folder = tmp_path / "now.pd"
    (folder / "inside").mkdir(parents=True)

    with open_host() as pd:
        error = pd.ask("content", "now.pd", str(tmp_path), label="error")

    assert "is not written" in error
    assert (folder / "inside").is_dir()
    assert not list(tmp_path.glob("*.part*"))


def test_without_an_owner_there_is_an_error(open_host: OpenHost, tmp_path: Path) -> None:
    with open_host(box="patchgen_host") as pd:
        error = pd.ask("content", "now.pd", str(tmp_path), label="error")

    assert "this box stands in no patch" in error
