"""The shipped reference: names, aliases, words, engines, licences."""

from __future__ import annotations

import json

import pytest

from patchgen.objects import reference
from patchgen.objects.reference import find, full_name, names, second_words, suggest
from patchgen.objects.spec import Engine, Ports

FREE = {"BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "Public-Domain", "TCL", "WTFPL"}


def test_an_alias_finds_the_object_it_stands_for() -> None:
    spec = find("vd~")

    assert spec is not None
    assert spec.name == "delread4~"
    assert spec.aliases == ("vd~",)


def test_an_object_knows_its_arguments_ports_and_messages() -> None:
    spec = find("osc~")

    assert spec is not None
    assert [(a.type, a.description, a.default) for a in spec.arguments] == [
        ("float", "frequency in Hz", "0")
    ]
    assert spec.ports == Ports((True, False), (True,))
    assert spec.messages == ("float", "ft1")
    assert spec.engines == frozenset(Engine)


def test_messages_follow_the_engine() -> None:
    random, search = find("random"), find("text search")

    assert random is not None
    assert search is not None
    assert "float" not in random.messages_in(Engine.VANILLA)
    assert "float" in random.messages_in(Engine.MASTER)
    assert "range" in search.messages
    assert "range" not in search.messages_in(Engine.PURR)


def test_ports_of_other_engines_stand_beside_those_of_vanilla() -> None:
    spec = find("log~")

    assert spec is not None
    assert spec.probed_in(Engine.VANILLA) is spec.probed
    assert spec.probed_in(Engine.PURR)[-1] == (1, Ports((True, False), (True,)))


def test_names_beside_the_patch_may_be_meant() -> None:
    assert suggest("granulatr") is None
    assert suggest("granulatr", frozenset({"granulator"})) == "granulator"


def test_an_unknown_name_is_none() -> None:
    assert find("unheard-of") is None


def test_a_lookup_is_remembered() -> None:
    assert find("osc~") is find("osc~")


def test_every_vanilla_object_has_a_description() -> None:
    full = {f"{name} {word}" for name in names() for word in second_words(name)}
    newer = names((Engine.MASTER,)) - {"vpointer"}

    mute = [name for name in names() | full | newer if not getattr(find(name), "description", "")]

    assert mute == []


def test_checked_types_agree_with_documented_arguments() -> None:
    words = {"f": ("float",), "s": ("symbol", "list")}
    for name in names():
        spec = find(name)
        assert spec is not None
        for letter, argument in zip(spec.checked, spec.arguments, strict=False):
            assert argument.type in words[letter], name


def test_names_are_first_words_and_aliases_without_box_kinds() -> None:
    known = names()

    assert {"osc~", "t", "text", "list", "bang", "float", "|", "||"} <= known
    assert known.isdisjoint({"msg", "floatatom", "comment", "text get", "sigmund~", "counter"})
    assert "sigmund~" in names(with_extra=True)


def test_names_of_several_engines_are_those_that_all_have() -> None:
    both = names((Engine.VANILLA, Engine.PURR))

    assert both == names()
    assert "import" in names((Engine.PURR,)) - both
    assert "snake_pick~" in names((Engine.MASTER,)) - names((Engine.PURR,))


def test_second_words_follow_the_engine() -> None:
    assert {"define", "get", "sequence"} <= second_words("text")
    assert "cat" not in second_words("list")
    assert "cat" in second_words("list", frozenset({Engine.PURR}))
    assert second_words("osc~") == frozenset()


def test_two_words_make_one_name() -> None:
    assert full_name("text", ("get", "song", "0")) == ("text get", ("song", "0"))
    assert full_name("list", ("1", "2")) == ("list", ("1", "2"))
    assert full_name("t", ("b", "f")) == ("trigger", ("b", "f"))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("osc", "osc~"), ("Metro", "metro"), ("phaser~", "phasor~"), ("lowpass~", "lop~"),
        ("randm", "random"), ("print~~", "print~"), ("xyzzy", None),
    ],
)  # fmt: skip
def test_a_name_that_nobody_knows_gets_a_likely_one(name: str, meant: str | None) -> None:
    assert suggest(name) == meant


def test_names_from_elsewhere_lead_to_vanilla_objects() -> None:
    for strange, meant in reference.ELSEWHERE_CALLED.items():
        assert strange not in names(), strange
        assert find(meant) is not None, meant


def test_copied_words_name_a_free_licence_and_their_source() -> None:
    for name, entry in json.loads(reference.DATA.read_text())["objects"].items():
        if "source" in entry or "licence" in entry:
            assert entry["licence"] in FREE, name
            assert "@" in entry["source"], name


def test_words_without_a_source_are_our_own_and_only_for_probed_objects() -> None:
    for name, entry in json.loads(reference.DATA.read_text())["objects"].items():
        if "words" in entry and "source" not in entry:
            assert "ports" in entry, name


def test_the_file_stays_small() -> None:
    assert reference.DATA.stat().st_size < 700_000
