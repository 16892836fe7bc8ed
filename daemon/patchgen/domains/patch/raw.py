"""Finds the patch in the answer of a model that writes `.pd` text: fences and chatter fall away."""

from __future__ import annotations

import re

from patchgen.errors import ParseError
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse

START = re.compile(r"^[ \t]*#N canvas\b", re.MULTILINE)
FENCE = re.compile(r"^[ \t]*```", re.MULTILINE)
RECORD_END = re.compile(r"(?<!\\);[ \t]*$", re.MULTILINE)


def patch_in(answer: str) -> Canvas:
    """The first patch in the answer. Raises ParseError where there is none.

    A last record that was cut off is dropped; canvases that were left open cannot be saved.
    """
    start = START.search(answer)
    if start is None:
        raise ParseError("the answer holds no #N canvas record", line=1, column=1)
    text = answer[start.start() :]
    fence = FENCE.search(text)
    if fence is not None:
        text = text[: fence.start()]
    ends = [match.end() for match in RECORD_END.finditer(text)]
    return parse(text[: ends[-1]] if ends else text)
