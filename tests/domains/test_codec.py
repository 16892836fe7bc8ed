"""Patch to notation and back without loss."""

from collections import defaultdict
from pathlib import Path

import pytest

from patchgen.domains.patch.codec import decode, encode
from patchgen.errors import NotationError
from patchgen.pd.model import Canvas, Record
from patchgen.pd.parse import parse

SAVED = sorted((Path(__file__).parent.parent / "patches" / "saved").glob("*.pd"))

NOTATION = """\
1 tgl "run"
2 metro 500 < 1
3 hsl 0 1 "volume" init:0.3
4 osc~ 440
5 *~ < 4 3>1
6 msg 1 , 0 500 ; foo $1 < 2
7 number 0 127 "pitch" < 2
8 graph wave 100 -1 1
9 pd voice < 7 {
1 inlet
2 outlet < 1
}
10 hsl 20 20000 "cutoff" log init:440 send:cut
11 f < 9
12 + 1 < 11
13 dac~ < 5 5>1
14 comment a word , two
11 < 12>1
"""


def content(canvas: Canvas) -> object:
    """All of a patch but places, widths and window sizes; cords in the order of each outlet."""
    cords = defaultdict(list)
    for cord in canvas.connections:
        cords[cord.source, cord.outlet].append((cord.sink, cord.inlet))
    boxes = [(b.kind, b.atoms, b.canvas and content(b.canvas)) for b in canvas.boxes]
    return boxes, dict(cords), [item for item in canvas.items if isinstance(item, Record)]


def test_notation_comes_back_as_it_was() -> None:
    assert encode(decode(NOTATION)) == NOTATION


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_a_real_patch_loses_nothing(path: Path) -> None:
    canvas = parse(path.read_text(encoding="utf-8"))

    assert content(decode(encode(canvas))) == content(canvas)


def test_the_firing_order_of_an_outlet_is_kept() -> None:
    text = (
        "#N canvas 0 0 1 1 10;\n#X obj 0 0 f;\n#X obj 0 0 print a;\n#X obj 0 0 print b;\n"
        "#X connect 0 0 2 0;\n#X connect 0 0 1 0;\n"
    )
    canvas = parse(text)

    assert content(decode(encode(canvas))) == content(canvas)
    assert encode(canvas).splitlines()[-1] == "2 < 1"


def test_unusual_cosmetics_are_kept_raw_or_dropped_as_asked() -> None:
    text = (
        "#N canvas 0 0 1 1 10;\n"
        "#X obj 0 0 tgl 40 0 empty empty on 17 7 0 10 #ff0000 #000000 #000000 0 1;\n"
    )
    canvas = parse(text)

    assert encode(canvas).startswith("1 raw obj tgl 40")
    assert content(decode(encode(canvas))) == content(canvas)
    assert encode(canvas, exact=False) == '1 tgl "on"\n'


def test_blanks_inside_an_atom_do_not_split_it() -> None:
    canvas = parse("#N canvas 0 0 1 1 10;\n#X msg 0 0 open my\\ file;\n")

    assert content(decode(encode(canvas))) == content(canvas)


@pytest.mark.parametrize(
    "text", ["1 osc~ < 2", '1 hsl 1 "a" "b" c', "1 pd voice", "1 graph a b c d"]
)
def test_what_describes_no_box_is_refused(text: str) -> None:
    with pytest.raises(NotationError):
        decode(text)
