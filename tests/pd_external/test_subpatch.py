"""sub and remove: a patch file as a subpatch of the owner."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.pd.parse import parse

from .conftest import OpenHost


def test_a_file_becomes_a_subpatch_with_all_its_boxes(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        answer = pd.ask("sub", "gen", result.name, str(result.parent))
        saved = pd.saved()

    assert answer == "sub gen"
    assert "osc~ 440" in saved
    assert "#X text 20 120 a remark \\, with a comma" in saved
    assert saved.rstrip().splitlines()[-1].startswith("#X connect")
    assert "#X restore 20 180 pd gen;" in saved


def test_each_loadbang_fires_once(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        pd.ask("sub", "gen", result.name, str(result.parent))
        pd.tell("open", "missing.pd", "/nowhere", to="pd")
        pd.wait_for("missing.pd")
        pd.ask("remove", "nothing", label="error")
        console = pd.console

    assert console.count("loaded: bang") == 1
    assert console.count("loaded-inside: bang") == 1


def test_a_subpatch_pasted_before_is_not_fired_again(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        pd.tell("obj", "400", "200", "pd", "pasted", to="canvas")
        pd.ask("sub", "one", result.name, str(result.parent))
        pd.ask("sub", "two", result.name, str(result.parent))
        console = pd.console

    assert console.count("loaded: bang") == 2


def test_sound_stays_off(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        pd.ask("sub", "gen", result.name, str(result.parent))
        console = pd.console

    assert not any(line.startswith("sound") for line in console)


def test_names_keep_their_blanks_and_letters(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        answer = pd.ask("sub", "Glöckchen für später", result.name, str(result.parent))
        saved = pd.saved()

    assert answer == "sub Glöckchen für später"
    assert "pd Glöckchen\\ für\\ später;" in saved


def test_a_name_may_be_a_number(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        made = pd.ask("sub", "808", result.name, str(result.parent))
        removed = pd.ask("remove", "808")

    assert (made, removed) == ("sub 808", "remove 808")


def test_a_relative_folder_starts_at_the_owner(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        answer = pd.ask("sub", "gen", result.name, result.parent.name)

    assert answer == "sub gen"


def test_subpatches_stand_below_each_other(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        for name in ("one", "two", "three"):
            pd.ask("sub", name, result.name, str(result.parent))
        saved = pd.saved()

    restored = [line.split() for line in saved.splitlines() if line.startswith("#X restore")]
    rows = {int(words[3]) for words in restored if words[-1] in ("one;", "two;", "three;")}
    assert len(rows) == 3
    assert min(rows) > 160


def test_the_owner_has_as_many_cords_as_before(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        pd.ask("sub", "gen", result.name, str(result.parent))
        saved = pd.saved()

    canvas = parse(saved)
    assert len(canvas.connections) == 8


def test_remove_takes_what_sub_made(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        pd.ask("sub", "gen", result.name, str(result.parent))
        answer = pd.ask("remove", "gen")
        again = pd.ask("remove", "gen", label="error")
        saved = pd.saved()

    assert answer == "remove gen"
    assert "there is no [pd gen] of ours" in again
    assert "osc~" not in saved


def test_remove_leaves_what_the_user_made(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        pd.tell("obj", "400", "200", "pd", "gen", to="canvas")
        error = pd.ask("remove", "gen", label="error")
        saved = pd.saved()

    assert "there is no [pd gen] of ours" in error
    assert "pd gen;" in saved


def test_a_subpatch_that_the_user_deleted_is_forgotten(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        pd.ask("sub", "gen", result.name, str(result.parent))
        pd.tell("undo", to="canvas")
        error = pd.ask("remove", "gen", label="error")
        saved = pd.saved()

    assert "there is no [pd gen] of ours" in error
    assert "osc~" not in saved


def test_undo_brings_a_removed_subpatch_back(open_host: OpenHost, result: Path) -> None:
    with open_host() as pd:
        pd.ask("sub", "gen", result.name, str(result.parent))
        pd.ask("remove", "gen")
        pd.tell("undo", to="canvas")
        saved = pd.saved()

    assert "osc~ 440" in saved
    assert "pd gen;" in saved


BROKEN = {
    "empty": ("", "it is not a patch"),
    "chatter": ("Here is your patch:\n#N canvas 0 0 9 9 10;\n", "none of a patch|not begin"),
    "script": ("#N canvas 0 0 9 9 10;\npd quit;\n", "none of a patch"),
    "message": ("#N canvas 0 0 9 9 10;\n#X menuclose 1;\n", "unknown kind"),
    "comma": ("#N canvas 0 0 9 9 10;\n#X obj 1 1 f, menuclose 1;\n", "behind a comma"),
    "short": ("#N canvas 0 0 9 9 10;\n#X floatatom;\n", "too short"),
    "huge": ("#N canvas 0 0 9 9 10;\n#X array a 1e9 float 0;\n", "too large"),
    "cut": ("#N canvas 0 0 9 9 10;\n#X obj 1 1 os", "cut off"),
    "open": ("#N canvas 0 0 9 9 10;\n#N canvas 0 0 9 9 in 0;\n", "opens more"),
    "closed": ("#N canvas 0 0 9 9 10;\n#X restore 1 1 pd;\n", "closes more"),
    "binary": ("#N canvas 0 0 9 9 10;\n\0", "not a text"),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_broken_file_changes_nothing(open_host: OpenHost, tmp_path: Path, name: str) -> None:
    text, why = BROKEN[name]
    (tmp_path / "broken.pd").write_text(text, "utf-8")

    with open_host() as pd:
        before = pd.saved()
        error = pd.ask("sub", "gen", "broken.pd", str(tmp_path), label="error")
        after = pd.saved()

    assert any(part in error for part in why.split("|"))
    assert before == after


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("gen", "missing.pd", "/nowhere"), "there is no such file"),
        (("gen", "null", "/dev"), "it is not a file"),
        (("gen", "tmp", "/"), "it is not a file"),
        (("gen",), "sub needs a name and a file"),
        ((), "sub needs a name and a file"),
        (("gen", "a", "b", "c"), "sub needs a name and a file"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error(
    open_host: OpenHost, words: tuple[str, ...], why: str
) -> None:
    with open_host() as pd:
        error = pd.ask("sub", *words, label="error")

    assert why in error


def test_without_an_owner_there_is_an_error(open_host: OpenHost, result: Path) -> None:
    with open_host(box="patchgen_host") as pd:
        error = pd.ask("sub", "gen", result.name, str(result.parent), label="error")

    assert "this box stands in no patch" in error


def test_here_makes_the_own_canvas_the_owner(open_host: OpenHost, result: Path) -> None:
    with open_host(box="patchgen_host here") as pd:
        answer = pd.ask("sub", "gen", result.name, str(result.parent))
        saved = pd.saved()

    assert answer == "sub gen"
    assert "osc~ 440" in saved


CLOSED = """\
#N canvas 30 60 300 200 inner 0;
#X obj 20 20 inlet;
#X obj 20 60 host-box;
#X obj 20 130 outlet;
#X obj 120 130 outlet;
#X connect 0 0 1 0;
#X connect 1 0 2 0;
#X connect 1 1 3 0;
#X restore 220 200 pd inner;
#X obj 220 160 r inner;
#X connect 11 0 10 0;
#X connect 10 0 4 0;
#X connect 10 1 5 0;
"""
"""The box in a subpatch without a window."""


def test_the_owner_may_be_a_closed_subpatch(open_host: OpenHost, result: Path) -> None:
    more = CLOSED + "#X obj 320 80 route inner;\n#X obj 320 100 s inner;\n"
    more += "#X connect 2 3 12 0;\n#X connect 12 0 13 0;\n"

    with open_host(more=more) as pd:
        for name in ("one", "two"):
            pd.tell("sub", name, result.name, str(result.parent), to="inner")
        pd.wait_for_label("answer", 2)
        pd.tell("remove", "one", to="inner")
        answers = pd.wait_for_label("answer", 3)
        saved = pd.saved()

    assert answers == ("sub one", "sub two", "remove one")
    assert "pd two;" in saved
    assert "pd one;" not in saved
    assert saved.index("pd two;") < saved.rindex("pd inner;")
