"""The whole explanation: one in full, and many that must not fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lint.samples import canvas_of

from patchgen.lint.scope import Scope
from patchgen.objects.capabilities import Capability
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.report.data import as_data
from patchgen.report.explain import explain
from patchgen.report.words import as_text

from .boxes import RUN, VOLUME

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PATCHES = sorted(
    [*(ROOT / "abstractions").glob("*.pd"), *(ROOT / "help-patches").glob("*.pd"),
     *(ROOT / "tests" / "patches").rglob("*.pd")]
)  # fmt: skip


def test_a_melody_is_explained_in_full() -> None:
    canvas = parse((HERE / "melody.pd").read_text("utf-8"))

    text = as_text(explain(canvas, Scope(name="melody.pd")))

    assert text == (HERE / "melody.txt").read_text("utf-8")


@pytest.mark.parametrize("path", PATCHES, ids=lambda path: path.name)
def test_every_patch_of_ours_is_explained(path: Path) -> None:
    explanation = explain(parse(path.read_text("utf-8", "replace")), Scope(name=path.name))

    assert as_text(explanation).startswith(path.name)
    assert json.loads(json.dumps(as_data(explanation)))["name"] == path.name


@pytest.mark.parametrize(
    "canvas",
    [
        Canvas(),
        canvas_of("[], [hsl], [tgl 1], [floatatom], [dac~ x], [clone], [tabread~], [table]"),
        canvas_of("[osc~ 440]:7 -> 9:[dac~], [metro] -> 5:[metro]"),
        canvas_of("[+~] -> [*~] -> [+~], [f] -> [f], [s a] , [r a] -> [s a]"),
        canvas_of("[v a] -> [v a]#2 -> [v a]#3, [expr~] -> [dac~], [select] -> [trigger x 3]"),
    ],
)
def test_odd_patches_are_explained(canvas: Canvas) -> None:
    assert as_text(explain(canvas))


def test_a_brief_explanation_keeps_controls_outputs_and_sound() -> None:
    explanation = explain(canvas_of(f"{RUN} -> [metro 500] -> [print], [osc~ 440] -> [dac~]"))

    text = as_text(explanation, is_brief=True)

    assert "Controls" in text and "What comes out" in text and "Is there sound?" in text
    assert "Objects" not in text and "How sound flows" not in text


def test_inlets_and_outlets_make_an_abstraction() -> None:
    explanation = explain(canvas_of("[inlet pitch] -> [osc~] -> [outlet~]"))

    assert explanation.is_abstraction
    inlet, outlet = explanation.ports
    assert (inlet.is_inlet, inlet.is_signal, inlet.label) == (True, False, "pitch")
    assert inlet.effects == ("sets the pitch of [osc~]",)
    assert (outlet.is_inlet, outlet.is_signal) == (False, True)


def test_a_help_patch_is_named_by_its_meta() -> None:
    canvas = parse(
        "#N canvas 0 50 450 300 12;\n#X text 10 10 first words;\n"
        "#N canvas 0 50 450 300 META 0;\n#X text 10 10 KEYWORDS control;\n"
        "#X text 10 40 DESCRIPTION makes a sound;\n#X restore 10 40 pd META;\n"
    )

    assert explain(canvas).title == "makes a sound"


def test_boxes_are_counted_without_comments() -> None:
    canvas = canvas_of("[bng] -> [pd a {[inlet] -> [print]}]")

    explanation = explain(canvas)

    assert (explanation.boxes, explanation.canvases) == (4, 2)


def test_what_it_reaches_is_told_with_its_boxes() -> None:
    explanation = explain(canvas_of("[osc~ 440] -> [dac~], [netsend -u], [mystery 1]"))

    told = {reached.capability: reached.boxes for reached in explanation.reached}
    assert told[Capability.AUDIO] == ("[dac~]",)
    assert told[Capability.NETWORK] == ("[netsend -u]",)
    assert explanation.unknown == ("mystery",)
    assert any("network" in finding.message for finding in explanation.refusals)


def test_objects_are_counted_with_what_they_are() -> None:
    explanation = explain(canvas_of("[osc~ 1] -> [*~ 0.1] -> [dac~], [osc~ 2] -> 1:[dac~]"))

    first = explanation.objects[0]
    assert (first.name, first.count, first.outlets) == ("osc~", 2, (1,))
    assert "oscillator" in first.description


@pytest.mark.parametrize(
    ("sample", "codes"),
    [
        ("[osc~ 440] -> [*~ 4] -> [dac~]", ["loud-output"]),
        ("[osc~ 440] -> [*~ 0.4] -> [dac~]", []),
        (f"[osc~ 440] -> [*~] -> [dac~], {VOLUME} -> 1:[*~]", ["gain-steps"]),
        (f"[osc~ 440] -> [*~] -> [dac~], {VOLUME} -> [line~] -> 1:[*~]", []),
    ],
)
def test_what_is_loud_or_clicks_is_told(sample: str, codes: list[str]) -> None:
    told = [finding.code for finding in explain(canvas_of(sample)).loudness]

    assert told == codes


def test_a_long_way_is_told_without_its_middle() -> None:
    chain = " -> ".join(f"[+~ {number}]" for number in range(30))

    text = as_text(explain(canvas_of(f"[osc~ 440] -> {chain} -> [dac~]")))

    assert "... 20 more ..." in text
    assert "[+~ 15]" not in text.split("How sound flows")[1].split("\n\n")[0]


def test_places_are_told_by_the_names_of_subpatches() -> None:
    sample = (
        f"[osc~ 440] -> [pd gain {{[inlet~] -> [*~] -> [outlet~], {VOLUME} -> 1:[*~]}}] -> [dac~]"
    )

    text = as_text(explain(canvas_of(sample)))

    assert "(box 1 in pd gain)" in text
    assert "canvas 1" not in text
