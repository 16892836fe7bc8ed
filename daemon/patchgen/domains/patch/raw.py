"""Finds the patch in the answer of a model that writes `.pd` text: fences and chatter fall away."""

from __future__ import annotations

import re

from patchgen.errors import ParseError
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.pd.write import spelled_anew

START = re.compile(r"#N\s+canvas\s+-?\d")
FENCE = re.compile(r"^[ \t]*```", re.MULTILINE)
RECORD = re.compile(r"\s*#[NXA](?:\\.|[^;\\])*;", re.DOTALL)


def patch_in(answer: str) -> Canvas:
    """The first patch in the answer. Raises ParseError where there is none.

    A last record that was cut off is dropped; canvases that were left open cannot be saved.
    """
    start = START.search(answer)
    if start is None:
        raise ParseError("the answer holds no #N canvas record", line=1, column=1)
    fence = FENCE.search(answer, start.start())
    text = answer[start.start() : fence.start() if fence else len(answer)]
    end = 0
    while record := RECORD.match(text, end):
        end = record.end()
    return spelled_anew(parse(text[:end]))
