"""What Pd's own help patches have, ours have: size, header, sections, facts for the browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from patchgen.layout.metric import metric
from patchgen.pd.atoms import unescape
from patchgen.pd.model import Box, Canvas
from patchgen.pd.parse import parse

from .conftest import HELP_PATCHES, ROOT

PATCHES = sorted(HELP_PATCHES.glob("*.pd"))
HELP = [path for path in PATCHES if path.stem.endswith("-help")]
OURS = ("KEYWORDS", "LICENSE", "DESCRIPTION", "LIBRARY", "AUTHOR", "HELP_PATCH_AUTHORS")


def read(path: Path) -> Canvas:
    return parse(path.read_text("utf-8"))


def words(box: Box) -> str:
    return " ".join(unescape(atom) for atom in box.atoms)


def meta(canvas: Canvas) -> dict[str, str]:
    """The facts in [pd META], as Pd's help browser reads them."""
    (found,) = (box.canvas for box in canvas.boxes if box.args == ("META",))
    assert found is not None
    lines = (words(box).partition(" ") for box in found.boxes if box.kind == "text")
    return {key: value for key, _, value in lines}


def test_there_is_something_to_test() -> None:
    assert {path.name for path in PATCHES} >= {
        "patchgen-help.pd",
        "patchgen_host-help.pd",
        "patchgen-examples.pd",
        "patchgen-first-minute.pd",
        "patchgen-music-help.pd",
    }


@pytest.mark.parametrize("path", PATCHES, ids=lambda path: path.stem)
def test_it_has_the_size_the_font_and_the_header(path: Path) -> None:
    canvas = read(path)

    (header,) = (box for box in canvas.boxes if any("cnv.header" in atom for atom in box.atoms))
    assert (canvas.width, canvas.height, canvas.rest) == (555, 619, ("10",))
    assert header.atoms[6] == path.stem.removesuffix("-help").replace("-", "_")


@pytest.mark.parametrize("path", PATCHES, ids=lambda path: path.stem)
def test_everything_stands_within_the_window_and_nothing_on_another(path: Path) -> None:
    canvas = read(path)

    outside = [
        words(box) for box in canvas.boxes if not (0 <= box.x < 555 and 0 <= box.y <= 619 - 20)
    ]
    assert outside == []
    assert (metric(canvas).overlaps, metric(canvas).hidden, metric(canvas).covered) == (0, 0, 0)


@pytest.mark.parametrize("path", PATCHES, ids=lambda path: path.stem)
def test_the_browser_finds_what_it_shows(path: Path) -> None:
    facts = meta(read(path))

    assert [key for key in OURS if not facts.get(key)] == []


@pytest.mark.parametrize("path", HELP, ids=lambda path: path.stem)
def test_a_help_patch_lists_inlets_outlets_and_arguments(path: Path) -> None:
    canvas = read(path)

    labels = {box.args[4].rsplit(".", 1)[-1] for box in canvas.boxes if box.name == "cnv"}
    assert {"inlets", "outlets", "arguments"} <= labels


@pytest.mark.parametrize(
    ("name", "inlets", "outlets"), [("patchgen", 1, 3), ("patchgen_host", 1, 2)]
)
def test_every_port_is_in_the_facts(name: str, inlets: int, outlets: int) -> None:
    facts = meta(read(HELP_PATCHES / f"{name}-help.pd"))

    ports = sorted(key for key in facts if re.match("(IN|OUT)LET_", key))
    assert ports == [f"INLET_{i}" for i in range(inlets)] + [f"OUTLET_{i}" for i in range(outlets)]


def test_the_ports_of_patchgen_are_as_many_as_that() -> None:
    names = [box.name for box in read(ROOT / "abstractions/patchgen.pd").boxes]

    assert (names.count("inlet"), names.count("outlet")) == (1, 3)


@pytest.mark.parametrize("word", "random retry cancel status help open start set continue".split())
def test_every_command_is_told(word: str) -> None:
    abstraction = (ROOT / "abstractions/patchgen.pd").read_text("utf-8")
    facts = meta(read(HELP_PATCHES / "patchgen-help.pd"))

    known = re.findall(r" sel (random [^;]*);", abstraction)
    assert word in known[0].split()
    assert word in facts["INLET_0"].split()


def test_there_are_ten_examples_in_groups() -> None:
    canvas = read(HELP_PATCHES / "patchgen-examples.pd")

    prompts = [box for box in canvas.boxes if box.kind == "msg" and len(box.atoms) > 4]
    groups = [box for box in canvas.boxes if box.name == "cnv" and box.args[1] == "550"]
    assert len(prompts) == 10
    assert len(groups) - 2 >= 3
