"""Port counts: everything that was seen in Pd, and the rules that reach further."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from patchgen.objects.arity import accepts, ports, required, takes_only_numbers
from patchgen.objects.spec import Engine, Ports

PROBED = {
    engine: json.loads(Path(__file__).with_name(f"probed_{stem}.json").read_text())
    for engine, stem in {
        Engine.VANILLA: "vanilla", Engine.MASTER: "master", Engine.PURR: "purr",
    }.items()
}  # fmt: skip
"""What each Pd made: box kind, name, arguments, inlets and outlets (`~` is a signal)."""

ONLY_IN_THE_PROBE = "pgabs1"
"""An abstraction that [clone] had there."""


def flags(text: str) -> Ports:
    """Reads `~.:~` as ports."""
    inlets, _, outlets = text.partition(":")
    return Ports(tuple(c == "~" for c in inlets), tuple(c == "~" for c in outlets))


def split(text: str) -> tuple[str, tuple[str, ...]]:
    """Name and arguments of an object's text."""
    name, *args = text.split()
    return name, tuple(args)


@pytest.mark.parametrize("engine", Engine)
def test_ports_agree_with_every_probed_box(engine: Engine) -> None:
    rows = [row for row in PROBED[engine] if ONLY_IN_THE_PROBE not in row[2]]

    wrong = [
        row
        for row in rows
        if ports(*split(f"{row[1]} {row[2]}"), row[0], engine) != flags(f"{row[3]}:{row[4]}")
    ]

    assert wrong == []


@pytest.mark.parametrize("engine", Engine)
def test_what_an_engine_made_it_accepts(engine: Engine) -> None:
    boxes = [split(f"{name} {args}") for kind, name, args, *_ in PROBED[engine] if kind == "obj"]

    assert [box for box in boxes if not accepts(*box, engine)] == []


def test_the_probes_cover_all_of_each_engine() -> None:
    assert [len(PROBED[engine]) for engine in Engine] == [702, 726, 754]


@pytest.mark.parametrize(
    ("text", "vanilla", "purr"),
    [
        ("v number", ".:.", ".:."),
        ("value", "..:.", ".:."),
        ("array define a", ".:.", ".:"),
        ("keyname", ":..", ".:.."),
        ("log~ 2", "~~:~", "~.:~"),
        ("log~", "~~:~", "~~:~"),
    ],
)
def test_engines_make_different_ports_of_one_text(text: str, vanilla: str, purr: str) -> None:
    assert ports(*split(text), "obj") == flags(vanilla)
    assert ports(*split(text), "obj", Engine.PURR) == flags(purr)


def test_a_second_word_that_only_newer_engines_know() -> None:
    assert not accepts("file", ("cwd",))
    assert accepts("file", ("cwd",), Engine.MASTER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t b f s l a", ".:....."),
        ("t $1 b", ".:.."),
        ("pack f f f f f", ".....:."),
        ("unpack f s", ".:.."),
        ("route 1 2 3", ".:...."),
        ("sel $1", "..:.."),
        ("pipe f f 200", "...:.."),
        ("expr \\$f1 + \\$i4 \\; \\$f2", "....:.."),
        ("expr $f1*2;$f3", "...:.."),
        ("expr 1 \\;", ".:."),
        ("expr $F2", "..:."),
        ("expr~ $v1 * $f2 + $v3", "~.~:~"),
        ("expr~ $f3", "~..:~"),
        ("fexpr~ $x1[-1] + $y1[-1]; $x2", "~~:~~"),
        ("dac~ 1 2 3", "~~~:"),
        ("adc~ $1", ".:~"),
        ("readsf~ 99", ".:" + "~" * 64 + "."),
        ("writesf~ 0", "~:"),
        ("notein 0", ":..."),
        ("ctlin -1 3", ":."),
        ("netreceive -u -b -f", ".:.."),
        ("text sequence t -w 2", "..:..."),
        ("text sequence t -w 2 -g", "..:.."),
        ("send 0", "..:"),
        ("text sequence -s a b -w 1", "..:..."),
        ("text sequence t 5 -w 1", "..:.."),
        ("text sequence t -t 1 ms -w 1", "..:..."),
        ("text sequence t -w 0.5", "..:.."),
        ("netreceive 5000 0 old", ".:."),
        ("netreceive 5000 -f", ".:.."),
        ("netreceive old 1", ".:.."),
        ("notein 0.5", ":.."),
        ("set -symbol a b c", "...:"),
        ("get -symbol a b", ".:.."),
        ("bonk~ -npts 512 -nsigs 3", "~~~:...."),
        ("sigmund~ -npts 2048 pitch env peaks", "~:..."),
        ("fiddle~ 1024 3", "~:......"),
        ("pd~ -ninsig 1 -noutsig 3", "~:.~~~"),
        ("vd~ line", "~:~"),
        ("440", "..:."),
        ("+~ 1 2 3", "~.:~"),
        ("snake~", "~~:~"),
        ("snake~ in 3", "~~~:~"),
        ("snake~ out 3", "~:~~~"),
        ("snake~ sum", "~:~"),
    ],
)
def test_arguments_make_ports(text: str, expected: str) -> None:
    assert ports(*split(text)) == flags(expected)


@pytest.mark.parametrize("text", ["myabstraction 1 2", "clone voice 8", "notein $1", "readsf~ $2"])
def test_what_only_the_patch_can_tell_is_left_open(text: str) -> None:
    assert ports(*split(text)) is None


def test_a_comment_has_no_ports_even_if_it_reads_like_an_object() -> None:
    assert ports("text", ("define", "the", "speed"), "text") == Ports()
    assert ports("text", ("turn", "this", "up")) == Ports()
    assert ports("text", ()) == Ports()


def test_a_subpatch_is_left_to_its_content() -> None:
    assert ports("pd", ("voice",), "restore") is None


def test_boxes_that_are_no_objects_have_one_inlet_and_one_outlet() -> None:
    for kind in ("msg", "floatatom", "symbolatom", "listbox"):
        assert ports(kind, ("1",)) == flags(".:.")
        assert ports(kind, (), kind) == flags(".:.")


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("expr", 1), ("delwrite~", 2), ("vd~", 1), ("tabread4~", 1), ("text", 2), ("text get", 1),
        ("osc~", 0), ("t", 0), ("list", 0), ("clone", 2), ("r", 1), ("unheard-of", 0),
    ],
)  # fmt: skip
def test_required_counts_arguments_without_which_an_object_is_useless(
    name: str, count: int
) -> None:
    assert required(name) == count


def test_only_numbers_are_told_from_names() -> None:
    assert takes_only_numbers("osc~")
    assert takes_only_numbers("+~")
    assert not takes_only_numbers("metro")
    assert not takes_only_numbers("tabread~")
    assert not takes_only_numbers("unheard-of")


@pytest.mark.parametrize(
    ("text", "is_made"),
    [
        ("osc~ 440", True), ("osc~ +440", False), ("osc~ -4.e2", True), ("osc~ foo", False),
        ("osc~ $1", True), ("*~ foo", True),
        ("metro 1 120 permin", True), ("metro fast", False), ("s 3", False), ("s 0", True),
        ("list append foo", True), ("list foo", False), ("list 1 2", True), ("text -k a", False),
        ("unheard-of 1", True), ("del b", False), ("sel foo 1", True),
    ],
)  # fmt: skip
def test_arguments_of_the_wrong_type_are_refused(text: str, is_made: bool) -> None:
    assert accepts(*split(text)) is is_made
