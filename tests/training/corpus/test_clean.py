"""Cleaning by the linter."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from patchgen.lint.registry import REFUSED_CORDS
from patchgen.lint.runner import lint_text
from patchgen.pd.model import Canvas, walk
from patchgen.pd.parse import parse
from patchgen_training.corpus.clean import clean, cleaned, without_remarks
from patchgen_training.corpus.patch import Patch
from patchgen_training.datasets.real import decoration
from training.corpus.packs import CLOCK, SINE, rows, table

SAVED = sorted((Path(__file__).parents[2] / "patches" / "saved").glob("*.pd"))
REMARKED = (
    "#N canvas 0 50 450 300 12;\n#X text 9 9 first;\n#X obj 30 30 osc~ 440;\n#X text 9 9 second;\n"
    "#X obj 30 60 cnv 15 100 60 empty empty empty 20 12 0 14 #e0e0e0 #404040 0;\n"
    "#X obj 30 90 dac~;\n#X connect 1 0 4 0;\n#X connect 1 0 4 1;\n"
)


def cords(canvas: Canvas) -> Counter[tuple[str, int, int, str]]:
    """The cords between boxes that are no decoration, by what the boxes say."""
    found: Counter[tuple[str, int, int, str]] = Counter()
    for _, part in walk(canvas):
        for cord in part.connections:
            source, sink = part.boxes[cord.source], part.boxes[cord.sink]
            if not (decoration(source) or decoration(sink)):
                ends = (" ".join(source.atoms), cord.outlet, cord.inlet, " ".join(sink.atoms))
                found[ends] += 1
    return found


def test_connections_follow_their_boxes_when_comments_go() -> None:
    text, _, trouble = cleaned(REMARKED, keeps_comments=False)

    canvas = parse(text)
    assert not trouble
    assert [box.name for box in canvas.boxes] == ["osc~", "dac~"]
    assert cords(canvas) == cords(parse(REMARKED))


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_no_connection_is_lost_or_left_dangling(path: Path) -> None:
    canvas = parse(path.read_text(encoding="utf-8"))

    bare = without_remarks(canvas)

    assert cords(bare) == cords(canvas)
    assert not any(decoration(box) for _, part in walk(bare) for box in part.boxes)


def test_only_cords_that_pd_refuses_are_dropped() -> None:
    dangling = SINE + "#X connect 0 0 9 0;\n#X connect 1 0 2 0;\n#X connect 0 0 1 7;\n"

    text, mended, trouble = cleaned(dangling)

    assert text == SINE
    assert mended == ["connection-nowhere", "connection-port", "duplicate-connection"]
    assert not trouble
    assert not {finding.code for finding in lint_text(text)} & set(REFUSED_CORDS)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("hello", "no patch"),
        ("#N canvas 0 50 450 300 12;\n", "no boxes"),
        (SINE + "#X text 9 9 " + "long " * 20_000 + ";\n", "too long"),
        (
            CLOCK + "#X connect 1 0 1 0;\n#X obj 9 9 f;\n#X obj 9 9 + 1;\n"
            "#X connect 3 0 4 0;\n#X connect 4 0 3 0;\n",
            "control-loop",
        ),
    ],
)
def test_what_is_unusable_is_left_out_with_its_reason(text: str, trouble: str) -> None:
    assert cleaned(text)[2] == trouble


def test_the_table_holds_the_clean_patches_and_the_manifest_the_rest(tmp_path: Path) -> None:
    patches = [
        Patch(SINE.replace("\n", "\r\n"), "a", "sine.pd", "MIT", keywords=("soft",)),
        Patch("hello", "a", "hello.pd"),
        *(Patch(CLOCK.replace("500", str(i)), "b", f"{i}.pd") for i in range(1, 600)),
    ]
    found = table(tmp_path / "found.parquet", patches)

    troubles = clean([found], tmp_path / "clean.parquet", processes=2)

    kept = rows(tmp_path / "clean.parquet")
    assert (len(kept), kept[0]["text"], kept[0]["keywords"]) == (600, SINE, ["soft"])
    assert troubles == {"no patch": 1}
    manifest = json.loads((tmp_path / "clean.json").read_text())
    assert (manifest["read"], manifest["patches"]) == (601, 600)
    assert {path.name for path in tmp_path.iterdir()} == {
        "found.parquet", "clean.parquet", "clean.json",
    }  # fmt: skip
