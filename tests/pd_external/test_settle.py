"""settle: Pd forgets the canvas in which a box was made at run time."""

from __future__ import annotations

import pytest

from .conftest import OpenHost

ROOM = """\
#N canvas 0 50 300 200 room 0;
#X obj 20 20 loadbang;
#X obj 20 50 print fired;
#X connect 0 0 1 0;
#X restore 220 200 pd room;
#X obj 320 80 route room;
#X obj 320 100 s pd-room;
#X connect 2 3 11 0;
#X connect 11 0 12 0;
"""
"""A canvas that tells when it is fired; `room ...` makes boxes in it."""


@pytest.mark.parametrize("is_settled", [True, False])
def test_a_canvas_is_fired_again_by_a_missing_file_unless_it_is_settled(
    open_host: OpenHost, is_settled: bool
) -> None:
    with open_host(more=ROOM) as pd:
        pd.tell("obj", "20", "100", "patchgen_host", to="room")
        answer = pd.ask("settle") if is_settled else ""
        pd.ask("text", "done")
        before = len(pd.lines("fired"))
        pd.tell("open", "missing.pd", "/nowhere", to="pd")
        pd.wait_for("missing.pd")
        pd.ask("text", "done")
        after = len(pd.lines("fired"))

    assert answer == ("settled" if is_settled else "")
    assert after - before == (0 if is_settled else 1)


def test_a_second_time_there_is_nothing_to_fire(open_host: OpenHost) -> None:
    with open_host(more=ROOM) as pd:
        pd.tell("obj", "20", "100", "patchgen_host", to="room")
        answers = [pd.ask("settle") for _ in range(3)]
        fired = pd.lines("fired")

    assert answers == ["settled"] * 3
    assert fired == ("bang", "bang")


def test_words_behind_it_do_no_harm(open_host: OpenHost) -> None:
    with open_host(box="patchgen_host") as pd:
        answer = pd.ask("settle", "down", "7")

    assert answer == "settled"
