"""A patch that the model wrote anew, laid over the given one."""

from __future__ import annotations

from patchgen.domains.patch.codec import decode
from patchgen.domains.patch.edits.merging import merged, settled
from patchgen.pd.parse import parse
from patchgen.pd.write import write

from .given import FILTERED, TONE, texts

SAME = "1 osc~ 440\n2 *~ 0.1 < 1\n3 dac~ < 2\n"
WITH_FILTER = "1 osc~ 440\n2 lop~ 500 < 1\n3 *~ 0.2 < 2\n4 dac~ < 3 3>1\n"


def test_an_answer_that_is_the_same_changes_no_byte() -> None:
    assert write(merged(parse(TONE), decode(SAME))) == TONE


def test_what_is_the_same_stays_where_it_is() -> None:
    given = parse(TONE)

    changed = settled(given, merged(given, decode(WITH_FILTER)))

    assert texts(changed) == ["osc~ 440", "*~ 0.2", "dac~", "my remark", "lop~ 500"]
    assert [(b.x, b.y) for b in changed.boxes[:4]] == [(b.x, b.y) for b in given.boxes]
    assert (changed.boxes[4].x, changed.boxes[4].y) not in {(b.x, b.y) for b in given.boxes}


def test_what_vanished_is_removed_and_comments_stay() -> None:
    changed = merged(parse(TONE), decode("1 noise~\n2 dac~ < 1\n"))

    assert texts(changed) == ["dac~", "my remark", "noise~"]


def test_the_looks_of_a_control_are_kept() -> None:
    answer = '1 hsl 0 2 "volume"\n2 osc~ 440\n3 *~ < 2 1>1\n4 dac~ < 3\n'
    given = FILTERED.replace("#fcfcfc", "#123456")

    changed = merged(parse(given), decode(answer))

    slider = changed.boxes[0]
    assert "#123456" in slider.atoms
    assert slider.args[2:4] == ("0", "2")
