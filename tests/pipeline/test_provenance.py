"""Provenance: what META tells comes back exactly, and what a player wrote there stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from patchgen.engine.base import Sampling
from patchgen.errors import PatchUnusable
from patchgen.headless.engine import run
from patchgen.headless.load import load
from patchgen.layout.place import place
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.write import write
from patchgen.pipeline.provenance import (
    Provenance,
    prompt_of,
    provenance_of,
    with_provenance,
    without_provenance,
)

from .answers import ODD_PROMPTS, provenance, spaced

CONNECTED = (
    "#N canvas 0 50 450 300 12;\n#X obj 10 10 osc~ 440;\n#X obj 10 40 dac~;\n#X connect 0 0 1 0;\n"
)
OWN_META = (
    "#N canvas 0 50 450 300 12;\n#N canvas 0 50 500 160 META 0;\n"
    "#X text 10 10 AUTHOR Ada;\n#X text 10 30 DESCRIPTION my bell;\n#X obj 10 60 bang;\n"
    "#X restore 9 9 pd META;\n#X obj 10 40 dac~;\n#X obj 10 10 osc~ 440;\n#X connect 2 0 1 0;\n"
)
ORIGIN = Provenance(
    prompt="a soft bell, please",
    sampling=Sampling(temperature=0.35, top_k=7, seed=1804289383),
    candidates=3,
    model="toy",
    sha256="1234567890" * 6 + "1e10",
    versions={"patchgen": "0.1.0", "pd": "Pd-0.53.1"},
)


def written(canvas: Canvas, origin: Provenance) -> str:
    """The file of a patch with its provenance."""
    return write(place(with_provenance(canvas, origin)))


@pytest.mark.parametrize("prompt", ODD_PROMPTS, ids=lambda prompt: ascii(prompt[:20]))
def test_the_patch_tells_its_prompt_and_stays_a_good_patch(pd: Path, prompt: str) -> None:
    canvas = parse(CONNECTED)

    text = written(canvas, replace(ORIGIN, prompt=prompt))

    told = provenance(text)
    assert told["DESCRIPTION"] == spaced(prompt)
    assert told["SEED"] == "1804289383"
    assert told["MODEL"] == "toy 123456789012"
    assert told["KEYWORDS"]
    assert parse(text).connections == canvas.connections
    assert load(text, pd).is_silent


@pytest.mark.parametrize("prompt", ODD_PROMPTS, ids=lambda prompt: ascii(prompt[:20]))
def test_everything_comes_back_exactly(prompt: str) -> None:
    origin = replace(ORIGIN, prompt=prompt, given="my patch, 2.pd", given_sha256="ff" * 32)

    assert provenance_of(parse(written(parse(CONNECTED), origin))) == origin


def test_a_model_on_a_server_has_no_hash() -> None:
    origin = replace(ORIGIN, sha256="")

    text = written(parse(CONNECTED), origin)

    assert provenance_of(parse(text)) == origin
    assert provenance(text)["MODEL"] == "toy"


@pytest.mark.parametrize("prompt", ["a bell", "first a bell, then a gong; both soft", "a ,b ; c"])
def test_the_prompt_stands_twice_only_where_a_comment_cannot_hold_it(prompt: str) -> None:
    told = provenance(written(parse(CONNECTED), replace(ORIGIN, prompt=prompt)))

    assert ("PROMPT" in told) == (prompt == "a ,b ; c")


def test_no_value_for_programs_is_a_number_that_pd_would_round() -> None:
    told = provenance(written(parse(CONNECTED), ORIGIN))

    assert all("=" in word for word in told["ORIGIN"].split())


def test_what_a_player_wrote_into_meta_stays() -> None:
    before = parse(OWN_META)

    canvas = parse(write(with_provenance(before, ORIGIN)))

    told = provenance(write(canvas))
    assert (told["AUTHOR"], told["DESCRIPTION"]) == ("Ada", "my bell")
    assert told["SEED"] == "1804289383"
    assert provenance_of(canvas) == ORIGIN
    assert canvas.connections == before.connections
    meta = canvas.boxes[0].canvas
    assert meta is not None
    assert [box.name for box in meta.boxes if box.kind == "obj"] == ["bang"]
    assert len({(box.x, box.y) for box in meta.boxes}) == len(meta.boxes)


def test_a_second_provenance_takes_the_place_of_the_first() -> None:
    once = with_provenance(parse(CONNECTED), ORIGIN)
    other = replace(ORIGIN, prompt="a gong", sampling=Sampling(seed=2))

    twice = with_provenance(once, other)

    assert provenance_of(parse(write(twice))) == other
    assert write(twice).count(" META") == write(once).count(" META")


def test_without_provenance_the_patch_is_what_it_was() -> None:
    canvas = parse(CONNECTED)

    assert write(without_provenance(with_provenance(canvas, ORIGIN))) == CONNECTED
    assert without_provenance(canvas) == canvas


def test_a_patch_says_what_it_is() -> None:
    assert prompt_of(parse(OWN_META)) == "my bell"
    assert prompt_of(parse(CONNECTED)) == ""


@pytest.mark.parametrize("text", [CONNECTED, OWN_META])
def test_a_patch_from_elsewhere_cannot_be_made_again(text: str) -> None:
    with pytest.raises(PatchUnusable, match="does not tell how it was made") as raised:
        provenance_of(parse(text))

    assert raised.value.hint


def test_a_garbled_origin_is_told() -> None:
    text = written(parse(CONNECTED), ORIGIN).replace("seed=1804289383", "seed=often")

    with pytest.raises(PatchUnusable):
        provenance_of(parse(text))


def test_what_pd_saves_anew_still_tells_it_exactly(pd: Path, tmp_path: Path) -> None:
    (tmp_path / "made.pd").write_text(written(parse(CONNECTED), ORIGIN), "utf-8")

    save = ("-send", f"pd-made.pd savetofile copy.pd {tmp_path}", "-send", "pd quit")
    run(pd, ("-open", str(tmp_path / "made.pd"), *save), folder=tmp_path, timeout=20)

    assert provenance_of(parse((tmp_path / "copy.pd").read_text("utf-8"))) == ORIGIN
