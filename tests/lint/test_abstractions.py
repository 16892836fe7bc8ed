"""Abstractions beside a patch are found as Pd finds them, and give their boxes ports and names."""

from __future__ import annotations

import os
import random
import re
import subprocess
from pathlib import Path

import pytest

from patchgen.lint import abstractions
from patchgen.lint.abstractions import beside, installed
from patchgen.lint.clones import Cloning, clones
from patchgen.lint.gate import gate
from patchgen.lint.rule import Patch
from patchgen.lint.rules import connection_port
from patchgen.lint.runner import lint, lint_text
from patchgen.lint.scope import Scope
from patchgen.objects.spec import Ports
from patchgen.pd.model import Connection
from patchgen.pd.parse import parse

START = "#N canvas 0 50 450 300 12;\n"
CORDS = ["connection-port", "signal-to-control", "unknown-object"]


def patch(*boxes: str, cords: str = "", before: str = "") -> str:
    """A file with these object boxes, and with cords such as `0 0 1 0, 1 0 2 0`."""
    lines = [f"#X obj {10 + 40 * i} {10 + 20 * i} {box};\n" for i, box in enumerate(boxes)]
    lines += [f"#X connect {cord.strip()};\n" for cord in cords.split(",") if cord]
    return START + before + "".join(lines)


def saved(folder: Path, **files: str) -> Path:
    """The folder, with a patch for each name; `__` stands for a slash."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.pd"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def console(folder: Path, text: str) -> str:
    """What a real Pd says to the patch."""
    (folder / "main.pd").write_text(text)
    command = "pd -nogui -noaudio -noprefs -batch -stderr -send".split()
    shown = subprocess.run(
        [*command, "pd quit", "main.pd"], cwd=folder, capture_output=True, timeout=60, check=False
    )
    return shown.stderr.decode()


def test_the_inlets_of_an_abstraction_count_from_left_to_right(tmp_path: Path) -> None:
    text = START + (
        "#X obj 90 10 inlet~;\n#X obj 10 10 inlet;\n#X obj 10 90 outlet~;\n#X obj 90 90 outlet;\n"
    )
    lookup = beside(saved(tmp_path, voice=text))

    found = Patch(parse(patch("voice 3")), Scope(lookup=lookup)).views[0].known[0]

    assert found.ports == Ports((False, True), (True, False))
    assert found.args == ("3",)
    assert not found.is_unknown


def test_cords_to_an_abstraction_are_judged_as_pd_judges_them(tmp_path: Path) -> None:
    saved(tmp_path, one=patch("inlet", "outlet", cords="0 0 1 0"))
    text = patch("one", "osc~", "print", cords="0 1 2 0, 0 0 2 0, 1 0 0 1")

    messages = [f.message for f in lint_text(text, Scope(select=CORDS, lookup=beside(tmp_path)))]

    assert [m.split(":")[0] for m in messages] == ["outlet 1 of [one]", "inlet 1 of [one]"]
    failed = [line for line in console(tmp_path, text).splitlines() if "connection failed" in line]
    assert [line.split(" (")[0] for line in failed] == ["main.pd 0 1 2 0", "main.pd 1 0 0 1"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_pd_agrees_on_cords_drawn_by_chance(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    saved(tmp_path, voice=patch("inlet", "inlet~", "outlet~"), sub__two=patch("outlet", "inlet"))
    boxes = ("voice 1", "sub/two", "clone 3 voice", "clone -x sub/two 2", "bng", "osc~")
    drawn = {tuple(chance.choices(range(6), k=2)): chance.choices(range(4), k=2) for _ in "x" * 60}
    cords = [(a, outlet, b, inlet) for (a, b), (outlet, inlet) in drawn.items() if a != b]
    text = patch(*boxes, cords=",".join(" ".join(map(str, cord)) for cord in cords))

    view = Patch(parse(text), Scope(lookup=beside(tmp_path))).views[0]
    foreseen = {view.cords[place] for place, _ in connection_port.refused(view)}

    failed = re.findall(r"main.pd (\d+) (\d+) (\d+) (\d+) .*failed", console(tmp_path, text))
    assert failed
    assert foreseen == {Connection(*map(int, numbers)) for numbers in failed}


def test_without_a_lookup_an_abstraction_takes_any_cord(tmp_path: Path) -> None:
    saved(tmp_path, one=patch("inlet"))
    text = patch("one", "print", cords="0 7 1 0")

    codes = [finding.code for finding in lint_text(text, Scope(select=CORDS))]

    assert codes == ["unknown-object"]


def test_pd_looks_where_the_lookup_looks(tmp_path: Path) -> None:
    folder = saved(
        tmp_path / "main",
        declared__twice=patch("inlet"), twice=patch("inlet", "inlet", "outlet"),
        nest__nest=patch("inlet"), sub__voice=patch("here", "inlet"), sub__here=patch("inlet"),
        top=patch("inlet"), sub__lost=patch("top", "inlet"),
    )  # fmt: skip
    there = ("twice", "nest", "sub/voice", "./twice", "sub/../top", "declared/twice", "sub/lost")
    missing = ("sub", "nest.pd", "lonely", "sub/../nest")
    text = patch(*there, *missing, before="#X declare -path declared;\n")

    lookup = beside(folder).declaring(parse(text))

    assert [name for name in there + missing if lookup(name)] == list(there)
    assert lookup("twice") == parse(patch("inlet"))
    assert lookup.within("sub/voice")("here") is not None
    assert lookup.within("sub/lost")("top") is None
    unmade = [line for line in console(folder, text).splitlines() if line.startswith("verbose(0)")]
    assert set(unmade) == {f"verbose(0): {name}" for name in (*missing, "top")}


def test_only_the_record_declares_a_folder(tmp_path: Path) -> None:
    lookup = beside(saved(tmp_path, lib__voice=patch("inlet")))

    by_box = lookup.declaring(parse(patch("declare -path lib", "voice")))
    by_record = lookup.declaring(parse(patch("voice", before="#X declare -path lib;\n")))

    assert by_box("voice") is None
    assert by_record("voice") is not None


def test_a_standard_path_lies_in_the_given_ones(tmp_path: Path) -> None:
    lookup = beside(tmp_path / "own", [saved(tmp_path / "extra", lib__voice=patch("inlet"))])

    declaring = lookup.declaring(parse(patch(before="#X declare -stdpath lib -path gone;\n")))

    assert lookup("voice") is None
    assert declaring("voice") is not None


def test_given_paths_come_last(tmp_path: Path) -> None:
    saved(tmp_path, own__a=patch("inlet"), given__a=patch("outlet"), given__b=patch("outlet"))
    lookup = beside(tmp_path / "own", [tmp_path / "given"])

    assert lookup("a") == parse(patch("inlet"))
    assert lookup("b") == parse(patch("outlet"))


@pytest.mark.parametrize(
    "name", ["../secret", "/secret", "link", "sub/../../secret", "\0", "a" * 5000]
)
def test_nothing_outside_the_folders_is_read(tmp_path: Path, name: str) -> None:
    saved(tmp_path, secret=patch("inlet"), own__voice=patch("inlet"))
    (tmp_path / "own" / "link.pd").symlink_to(tmp_path / "secret.pd")
    lookup = beside(tmp_path / "own")
    name = f"{tmp_path}/secret" if name == "/secret" else name

    assert lookup(name) is None
    assert not lookup.has(name)


def test_the_places_of_libraries_are_those_that_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    saved(tmp_path / "pd-externals", lib__voice=patch("inlet"))

    places = installed(("~/pd-externals", "~/.local/lib/pd/extra"))

    assert places == (tmp_path / "pd-externals",)
    assert beside(tmp_path / "own", places)("lib/voice") is not None


def test_a_declared_folder_outside_is_not_read(tmp_path: Path) -> None:
    saved(tmp_path, other__voice=patch("inlet"), own__main=patch("voice"))
    declaring = parse(patch(before="#X declare -path ../other;\n"))

    assert beside(tmp_path / "own").declaring(declaring)("voice") is None
    assert beside(tmp_path / "own").declaring(declaring).names() == {"main"}
    assert beside(tmp_path / "own", [tmp_path]).declaring(declaring)("voice") is not None


def test_a_broken_or_huge_abstraction_takes_any_cord(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path, broken="#N canvas 0 0;\n", huge=patch(*["f"] * 100))
    (tmp_path / "folder.pd").mkdir()
    os.mkfifo(tmp_path / "pipe.pd")
    monkeypatch.setattr(abstractions, "MAX_BYTES", 1000)
    text = patch("broken", "huge", "print", cords="0 9 2 0, 1 9 2 0")

    assert lint_text(text, Scope(select=CORDS, lookup=beside(tmp_path))) == ()
    assert not beside(tmp_path).has("folder")
    assert not beside(tmp_path).has("pipe")


def test_no_more_than_so_many_bytes_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lookup = beside(saved(tmp_path, a=patch("inlet"), b=patch("inlet")))
    monkeypatch.setattr(abstractions, "MAX_TOTAL", 70)

    assert [lookup("a") is None, lookup("b") is None, lookup("a") is None] == [False, True, False]


def test_a_file_beside_the_patch_replaces_an_extra_but_no_built_in(tmp_path: Path) -> None:
    saved(tmp_path, osc__=patch(), **{"rev2~": patch("inlet"), "osc~": patch("inlet")})
    views = Patch(parse(patch("rev2~", "osc~")), Scope(lookup=beside(tmp_path))).views

    assert [known.ports for known in views[0].known] == [
        Ports((False,)), Ports((True, False), (True,)),
    ]  # fmt: skip


def test_an_abstraction_in_itself_is_reported_as_pd_reports_it(tmp_path: Path) -> None:
    saved(tmp_path, ping=patch("pong"), pong=patch("pd-inlet", "ping"), fine=patch("inlet"))
    text = patch("ping", "fine")

    findings = lint_text(text, Scope(select=CORDS, lookup=beside(tmp_path)))

    assert [f.message for f in findings] == [
        "[ping]: Pd can't load the abstraction [ping] within itself"
    ]
    assert "ping: can't load abstraction within itself" in console(tmp_path, text)


@pytest.mark.parametrize(
    "box",
    ["clone 4 voice", "clone voice 4", "clone -x voice 3", "clone -s 2 4 voice", "clone voice 4 a",
     "clone -x -s 1 voice 2 a b", "clone voice 0"],
)  # fmt: skip
def test_a_clone_has_the_ports_of_its_abstraction(tmp_path: Path, box: str) -> None:
    saved(tmp_path, voice=patch("inlet", "inlet~", "outlet~"))
    text = patch(box, "bng", cords="1 0 0 0, 1 0 0 1, 0 0 1 0, 1 0 0 2, 0 1 1 0")

    findings = lint_text(
        text, Scope(select=["connection-port", "bad-arguments"], lookup=beside(tmp_path))
    )

    assert len(findings) == 2
    assert console(tmp_path, text).count("connection failed") == 2


@pytest.mark.parametrize(
    "box", ["clone voice", "clone 4", "clone 4 4", "clone -d voice 4", "clone -s voice 4",
            "clone voice -3", "clone 4 osc~", "clone voice -s 2"],
)  # fmt: skip
def test_a_clone_that_pd_does_not_make_is_reported(tmp_path: Path, box: str) -> None:
    saved(tmp_path, voice=patch("inlet"))

    findings = lint_text(patch(box), Scope(select=["bad-arguments"], lookup=beside(tmp_path)))

    assert len(findings) == 1
    assert f"verbose(0): {box}\n" in console(tmp_path, patch(box))


def test_a_clone_of_nothing_is_reported(tmp_path: Path) -> None:
    saved(tmp_path, voice=patch("inlet"))
    text = patch("clone 4 voise", "clone 4 \\$1")

    findings = lint_text(text, Scope(select=CORDS, lookup=beside(tmp_path)))

    assert [f.message for f in findings] == [
        "[clone 4 voise]: there is no abstraction [voise] to copy"
    ]
    assert [f.hint for f in findings] == ["Did you mean [voice]?"]
    assert "can't create subpatch 'voise'" in console(tmp_path, text)


def test_voices_have_numbers_from_the_start() -> None:
    order = clones(("-s", "5", "voice", "3", "a"))

    assert order == Cloning("voice", range(5, 8), ("a",), is_whole=True)
    assert clones(("-x", "$1", "voice")).is_whole
    assert len(clones(("1e9", "voice")).voices) == 128


@pytest.mark.parametrize(
    ("inside", "box", "outside"),
    [
        ("r tempo", "synth", "s tempo"),
        ("s \\$1-level", "synth left", "r left-level"),
        ("s \\$1", "synth level", "r level"),
        ("catch~ \\$2", "synth 1 bus", "throw~ bus"),
        ("array define \\$1-wave 100", "synth my", "tabread my-wave"),
        ("bng 15 250 50 0 empty \\$1-in empty 17 7 0 10 0 0 0", "synth a", "s a-in"),
        ("r voice-\\$1", "clone synth 4", "s voice-3"),
        ("r \\$1-pitch", "clone -x synth 4 lead", "s lead-pitch"),
        ("r \\$1", "outer \\$0-mine", "s \\$0-mine"),
        ("\\$1 tempo", "synth r", "s tempo"),
    ],
)
def test_names_inside_abstractions_are_partners(
    tmp_path: Path, inside: str, box: str, outside: str
) -> None:
    saved(tmp_path, synth=patch(inside), outer=patch("synth \\$1"))
    text = patch(box, outside)

    assert lint_text(text, Scope(select=["missing-partner"], lookup=beside(tmp_path))) == ()


@pytest.mark.parametrize(
    ("inside", "box", "outside"),
    [
        ("r \\$0-tempo", "synth", "s \\$0-tempo"),
        ("r tempo", "synth", "s tempi"),
        ("r \\$1-x", "synth a", "s b-x"),
        ("r voice-\\$1", "clone synth 4", "s voice-4"),
        ("r \\$1", "outer", "s \\$0-mine"),
    ],
)
def test_other_names_and_private_ones_are_not(
    tmp_path: Path, inside: str, box: str, outside: str
) -> None:
    saved(tmp_path, synth=patch(inside), outer=patch("synth \\$0-mine"))
    text = patch(box, outside)

    findings = lint_text(text, Scope(select=["missing-partner"], lookup=beside(tmp_path)))

    assert [finding.place.box for finding in findings] == [1]


def test_a_stranger_inside_keeps_names_open(tmp_path: Path) -> None:
    saved(tmp_path, synth=patch("mystery"))

    findings = lint_text(
        patch("synth", "s tempo"), Scope(select=["missing-partner"], lookup=beside(tmp_path))
    )

    assert findings == ()


def test_abstractions_that_double_at_each_level_take_no_longer_for_it(tmp_path: Path) -> None:
    levels = {f"a{i}": patch(f"a{i + 1} \\$1-l", f"a{i + 1} \\$1-r") for i in range(30)}
    saved(tmp_path, a30=patch("r \\$1"), **levels)

    findings = lint_text(
        patch("a0 x", "s tempo"), Scope(select=["missing-partner"], lookup=beside(tmp_path))
    )

    assert findings == ()


def test_a_long_chain_of_abstractions_is_not_followed_to_its_end(tmp_path: Path) -> None:
    saved(tmp_path, **{f"a{i}": patch(f"a{i + 1}") for i in range(2000)})

    findings = lint_text(
        patch("a0", "s tempo"), Scope(select=["missing-partner"], lookup=beside(tmp_path))
    )

    assert findings == ()


def test_what_was_meant_may_lie_beside_the_patch(tmp_path: Path) -> None:
    saved(tmp_path, granulator=patch("inlet"), **{"granulators-help": patch("inlet")})

    findings = lint_text(patch("granulatr"), Scope(select=CORDS, lookup=beside(tmp_path)))

    assert [finding.hint for finding in findings] == ["Did you mean [granulator]?"]


def test_the_gate_looks_at_no_neighbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path, voice=patch("inlet"))
    monkeypatch.chdir(tmp_path)
    canvas = parse(patch("voice"))

    assert [finding.code for finding in gate(canvas)] == ["gate-unknown"]
    assert "unknown-object" in [finding.code for finding in lint(canvas, Scope(is_strict=True))]
