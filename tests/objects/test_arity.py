"""Port counts: everything that was seen in Pd, and the rules that reach further."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from patchgen.objects.arity import accepts, ports, required, takes_only_numbers
from patchgen.objects.spec import Ports

PROBED = json.loads(Path(__file__).with_name("probed_vanilla.json").read_text())
"""What vanilla 0.53.1 made: box kind, name, arguments, inlets and outlets (`~` is a signal)."""


def flags(text: str) -> Ports:
    """Reads `~.:~` as ports."""
    inlets, _, outlets = text.partition(":")
    return Ports(tuple(c == "~" for c in inlets), tuple(c == "~" for c in outlets))


def split(text: str) -> tuple[str, tuple[str, ...]]:
    """Name and arguments of an object's text."""
    name, *args = text.split()
    return name, tuple(args)


@pytest.mark.parametrize(("kind", "name", "args", "inlets", "outlets"), PROBED)
def test_ports_agree_with_every_probed_box(
    kind: str, name: str, args: str, inlets: str, outlets: str
) -> None:
    if "pgabs1" in args:
        pytest.skip("a copy of an abstraction that only the probe had")

    found = ports(*split(f"{name} {args}"), kind)

    assert found == flags(f"{inlets}:{outlets}")


def test_the_probe_covers_all_of_vanilla() -> None:
    assert len(PROBED) == 702


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
        ("set -symbol a b c", "...:"),
        ("bonk~ -npts 512 -nsigs 3", "~~~:...."),
        ("sigmund~ -npts 2048 pitch env peaks", "~:..."),
        ("fiddle~ 1024 3", "~:......"),
        ("pd~ -ninsig 1 -noutsig 3", "~:.~~~"),
        ("vd~ line", "~:~"),
        ("440", "..:."),
        ("+~ 1 2 3", "~.:~"),
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
        ("osc~ 440", True), ("osc~ foo", False), ("osc~ $1", True), ("*~ foo", True),
        ("metro 1 120 permin", True), ("metro fast", False), ("s 3", False), ("s 0", True),
        ("list append foo", True), ("list foo", False), ("list 1 2", True), ("text -k a", False),
        ("unheard-of 1", True), ("del b", False), ("sel foo 1", True),
    ],
)  # fmt: skip
def test_arguments_of_the_wrong_type_are_refused(text: str, is_made: bool) -> None:
    assert accepts(*split(text)) is is_made
