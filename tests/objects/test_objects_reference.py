"""The builder: facts from probes, words only where a licence lets them be copied."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from patchgen_training.objects_reference import build, main

WORDS = {"~": "signal", ".": "any", "f": "float"}
"""What ports carry, as the probe says it."""


def row(name: str, args: str, inlets: str, outlets: str) -> dict[str, object]:
    """A probed object as the probe writes it."""
    return {
        "name": name,
        "args": args,
        "ok": True,
        "class": name,
        "inlets": [c == "~" for c in inlets],
        "outlets": [c == "~" for c in outlets],
        "inlet_types": ["main" if c == "." else WORDS[c] for c in inlets],
        "outlet_types": [WORDS[c] for c in outlets],
        "box": "obj",
        "methods": ["bang", "dsp"],
    }


def documented(licence: str) -> dict[str, object]:
    """An external object as the corpus lists it."""
    return {
        "library": "zexy",
        "description": "counts\n bangs",
        "arguments": [{"type": "float", "description": "first number", "default": "0"}],
        "in": {"purr_data": True},
        "aliases": [],
        "source": "somebody/something@abc help.pd",
        "license": licence,
    }


def shared(folder: Path, rows: list[dict[str, object]], corpus: dict[str, object]) -> Path:
    """A shared folder with the same rows for every engine."""
    for name in ("objects_vanilla", "objects_vanilla_master", "objects_purrdata"):
        file = folder / "reference" / f"{name}.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(rows))
    (folder / "corpus").mkdir()
    (folder / "corpus" / "objects.json").write_text(json.dumps(corpus))
    return folder


def test_ports_are_kept_by_number_of_arguments_without_repeats(tmp_path: Path) -> None:
    rows = [
        row("thing~", "", "~~", "~"),
        row("thing~", "1", "~.", "~"),
        row("thing~", "1 2", "~.", "~"),
    ]

    objects = build(shared(tmp_path, rows, {}))["objects"]

    assert objects["thing~"] == {
        "engines": "vmp",
        "ports": {"0": "~~:~", "1": "~.:~"},
        "messages": "bang",
    }


def test_what_another_engine_does_otherwise_is_noted_beside_it(tmp_path: Path) -> None:
    folder = shared(tmp_path, [row("thing", "", ".f", "f")], {})
    newer = row("thing", "", "..", "f") | {"methods": ["float"]}
    (folder / "reference" / "objects_vanilla_master.json").write_text(json.dumps([newer]))
    other = row("thing", "", ".", "f")
    (folder / "reference" / "objects_purrdata.json").write_text(json.dumps([other]))

    objects = build(folder)["objects"]

    assert objects["thing"] == {
        "engines": "vmp",
        "ports": {"0": ".f:f"},
        "messages": "bang",
        "messages_elsewhere": {"m": "+float -bang"},
        "elsewhere": {"p": {"0": ".:f"}},
    }


def test_the_extract_for_tests_says_signals_alone(tmp_path: Path) -> None:
    folder = shared(tmp_path, [row("thing~", "1", "~f", "f")], {})

    main([str(folder), "--output", str(tmp_path / "o.json"), "--probed", str(tmp_path)])

    probed = json.loads((tmp_path / "probed_purr.json").read_text())
    assert probed == [["obj", "thing~", "1", "~.", "."]]


def test_ports_that_arguments_choose_need_a_rule(tmp_path: Path) -> None:
    rows = [row("thing", "a", ".", "."), row("thing", "b", ".", "..")]

    with pytest.raises(SystemExit, match="thing needs a rule"):
        build(shared(tmp_path, rows, {}))


def test_words_under_a_free_licence_are_copied_with_their_source(tmp_path: Path) -> None:
    folder = shared(tmp_path, [], {"count": documented("BSD-3-Clause")})

    objects = build(folder)["objects"]

    assert objects["count"] == {
        "library": "zexy",
        "engines": "p",
        "words": "counts bangs",
        "arguments": [("float", "first number", "0")],
        "source": "somebody/something@abc help.pd",
        "licence": "BSD-3-Clause",
    }


def test_words_under_other_licences_are_left_out(tmp_path: Path) -> None:
    folder = shared(tmp_path, [], {"count": documented("GPL-3.0")})

    objects = build(folder)["objects"]

    assert objects["count"] == {"library": "zexy", "engines": "p"}


def test_the_same_input_makes_the_same_file(tmp_path: Path) -> None:
    folder = shared(tmp_path, [row("thing", "", ".", ".")], {"count": documented("MIT")})
    first, second = tmp_path / "first.json", tmp_path / "second.json"

    main([str(folder), "--output", str(first)])
    main([str(folder), "--output", str(second)])

    assert first.read_bytes() == second.read_bytes()
    assert json.loads(first.read_text())["made_from"][0]["file"] == "objects_vanilla.json"
