"""Patches for pictures: small ones, and some that mean harm."""

from __future__ import annotations

from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse

HEAD = "#N canvas 0 50 450 300 12;\n"
COLOURS = "#fcfcfc #000000 #000000"


def patch(*records: str) -> Canvas:
    """A patch from its records, without `#X` and the semicolon where they are usual ones."""
    lines = (line if line.startswith("#") else f"#X {line}" for line in records)
    return parse(HEAD + "".join(f"{line};\n" for line in lines))


TONE = patch(
    "obj 20 20 osc~ 440", "obj 20 60 *~ 0.1", "obj 20 100 dac~", "connect 0 0 1 0",
    "connect 1 0 2 0", "connect 1 0 2 1",
)  # fmt: skip

SYNTH = patch(
    "obj 20 20 osc~ 440", "#N canvas 0 50 450 300 synth 0", "obj 100 10 inlet",
    "obj 10 10 inlet~", "obj 10 90 outlet~", "connect 1 0 2 0", "restore 20 60 pd synth",
    "obj 20 100 dac~", "connect 0 0 1 0", "connect 1 0 2 0", "msg 120 20 bang", "connect 3 0 1 1",
)  # fmt: skip

HOSTILE = {
    "markup": patch(
        "text 1 1 <script>alert(1)</script> ]]> &amp; <!-- --> \"'", "msg 1 1 </text></svg>",
        'obj 1 1 bng 15 0 0 0 a b "onload=x 1 1 0 10 "/><script> url(x) #12345678901',
    ),
    "control characters": patch("text 1 1 a\x07b\x00c\x1b[31m \ufffe \ud800 \u202e"),
    "numbers without end": patch(
        "obj 1e300 -1e300 osc~", "obj 10 10 osc~, f 999999999",
        "floatatom 1 1 1e30 0 0 9 l a b 1e30",
        "obj 1 1 cnv 15 1e30 1e30 empty empty x 1e300 -1e300 0 1e30 x y 0",
        "obj 1 1 hradio 1e30 1 1 1e30", "obj 1 1 vu 1e30 1e30", "obj 1 1 nbx 1e30 1e30",
        "obj 1 1 hsl 1e30 1e30 0 0 0 1 a b c 0 0 0 0 0 0 0 1e30 0",
    ),
    "nothing there": patch("obj 1 1", "msg 1 1", "text 1 1", "listbox 1 1", "array", "#A"),
    "an array of everything": patch(
        "#N canvas 0 0 0 -5 x", "array a 1e18 float 2", "#A 1e17 1 1e38 x", "#A",
        "xticks 0 1e-30 1", "yticks", "xlabel", "ylabel 1 a 1e99",
        "coords 0 1e38 1e30 -1e38 1e9 1e9 1 1e30 1e30",
        "restore 1 1 graph",
    ),
    "a graph without size": patch(
        "#N canvas 0 0 -9 -9 x", "array a 100 float 4", "obj 3 3 bng", "coords 5 5 5 5 -9 -9 3",
        "restore 1 1 graph",
    ),
    "cords to nowhere": patch(
        "obj 1 1 osc~", "obj 1 1 nobody", "connect 0 999999999 1 999999999", "connect 1 0 9 0",
        "connect 0 0 0 0", "connect 1 0 0 0",
    ),
    "deep": parse(
        HEAD + "#N canvas 0 0 9 9 x 0;\n" * 95 + "#X obj 1 1 bng;\n"
        + "#X coords 0 0 1 1 90 90 1 0 0;\n#X restore 1 1 pd x;\n" * 95
    ),
    "large": patch("text 1 1 " + "a " * 50_000, "msg 1 1 " + r"\; " * 9000),
}  # fmt: skip
"""Name -> patch: what each of them tries."""
