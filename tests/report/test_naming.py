"""Boxes as a player calls them."""

from __future__ import annotations

import pytest
from lint.samples import canvas_of

from patchgen.report.naming import said

from .boxes import GO, RUN, TO_PITCH, VOLUME


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("[osc~ 440]", "[osc~ 440]"),
        ("[1 2(", "[1 2("),
        (VOLUME, "[slider 'volume']"),
        (RUN, "[toggle 'run']"),
        (GO, "[button 'go']"),
        (TO_PITCH, "[slider 'tune']"),
        ("[hsl]", "[slider]"),
        ("[floatatom 5 0 0 0 - - - 0]", "[number box]"),
        ("[floatatom 5 0 0 0 cutoff - - 0]", "[number box 'cutoff']"),
        ("[floatatom 5 0 0 0 - - level 0]", "[number box 'level']"),
        ("[pd filter {[inlet~]}]", "[pd filter]"),
        ("[cnv 15 100 60 empty empty empty 20 12 0 14 #e0e0e0 #404040 0]", "[cnv]"),
    ],
)
def test_a_box_is_called_by_what_a_player_sees(sample: str, expected: str) -> None:
    assert said(canvas_of(sample).boxes[0]) == expected
