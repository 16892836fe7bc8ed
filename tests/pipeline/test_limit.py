"""The limiter: nothing beyond full scale leaves a patch, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from patchgen.domains.patch.codec import decode
from patchgen.headless.load import load
from patchgen.layout.place import place
from patchgen.pd.model import Connection
from patchgen.pd.write import write
from patchgen.pipeline.limit import limited

from .answers import DEEP_LOUD, LOUD, TWICE_LOUD, names, peak


def text_of(notation: str) -> str:
    """A patch with limiters, as a file."""
    return write(place(limited(decode(notation))))


def test_each_way_into_a_dac_gets_one_limiter() -> None:
    canvas = limited(decode("1 osc~ 440\n2 osc~ 550\n3 dac~ < 1 2 2>1\n"))

    assert [box.atoms for box in canvas.boxes[3:]] == [("clip~", "-1", "1")] * 2
    assert canvas.connections == (
        Connection(0, 0, 3, 0), Connection(1, 0, 3, 0), Connection(1, 0, 4, 0),
        Connection(3, 0, 2, 0), Connection(4, 0, 2, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    "notation", ["1 osc~ 440\n", "1 dac~\n2 bng\n", "1 r dac~\n2 s dac~ < 1\n"]
)
def test_a_patch_without_a_connected_dac_stays_as_it_is(notation: str) -> None:
    assert limited(decode(notation)) == decode(notation)


@pytest.mark.parametrize(
    "notation",
    [
        LOUD,
        TWICE_LOUD,
        DEEP_LOUD,
        "1 osc~ 440\n2 *~ -9 < 1\n3 dac~ 1 1 2 < 2 2>1 2>2\n",
        "1 sig~ 5\n" + "".join(f"{n} dac~ 1 < 1\n" for n in range(2, 8)),
        "1 noise~\n2 *~ 99 < 1\n3 throw~ sum < 2\n4 catch~ sum\n5 dac~ 3 < 4\n",
    ],
    ids=["plain", "two", "deep", "same channel", "six", "thrown"],
)
def test_what_pd_plays_stays_within_full_scale(pd: Path, notation: str) -> None:
    before, after = peak(write(place(decode(notation))), pd), peak(text_of(notation), pd)

    assert before > 1
    assert 0.3 < after <= 1


def test_a_patch_with_limiters_loads_silently(pd: Path) -> None:
    text = text_of(DEEP_LOUD)

    assert names(text).count("clip~") == 3
    assert load(text, pd).is_silent


def test_two_dacs_on_two_channels_need_not_share(pd: Path) -> None:
    text = text_of("1 osc~ 440\n2 *~ 3 < 1\n3 dac~ 1 < 2\n4 dac~ 2 < 2\n")

    assert text.count("clip~ -1 1;") == 2
