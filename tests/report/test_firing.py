"""Which messages come by themselves, and which only when somebody plays."""

from __future__ import annotations

import pytest

from patchgen.report.answers import ANY, BANG, NOTHING, Messages
from patchgen.report.firing import Firing
from patchgen.report.net import Spot

from .boxes import GO, RUN, RUN_KEPT, VOLUME, VOLUME_KEPT
from .sketched import net_of


def reaching(sample: str, *, is_played: bool = False) -> Messages:
    """What reaches the [print] of a sketch, its last box."""
    net = net_of(sample)
    (end,) = [spot for spot in net.spots if net.known(spot).name == "print"]
    return Firing(net, is_played=is_played).reaching(Spot((), end.box), 0)


def floats(*figures: str) -> Messages:
    """Messages of one number each."""
    return frozenset((figure,) for figure in figures)


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("[loadbang] -> [print]", BANG),
        ("[loadbang] -> [0.5( -> [print]", floats("0.5")),
        ("[loadbang] -> [0.5 \\, 3( -> [print]", floats("0.5", "3")),
        ("[loadbang] -> [; a 7(, [r a] -> [print]", floats("7")),
        ("[loadbang] -> [f 3] -> [+ 4] -> [print]", floats("7")),
        ("[loadbang] -> [3( -> [/ 0] -> [print]", floats("0")),
        ("[loadbang] -> [3( -> [* 2] -> [s a], [r a] -> [print]", floats("6")),
        ("[loadbang] -> [3( -> [t b f]:1 -> [print]", floats("3")),
        ("[loadbang] -> [3( -> [t b f] -> [print]", BANG),
        ("[loadbang] -> [3( -> [sel 3] -> [print]", BANG),
        ("[loadbang] -> [3( -> [sel 4] -> [print]", NOTHING),
        ("[loadbang] -> [3( -> [sel 4]:1 -> [print]", floats("3")),
        ("[loadbang] -> [spigot] -> [print]", NOTHING),
        ("[loadbang] -> [spigot 1] -> [print]", BANG),
        ("[loadbang] -> [metro 9] -> [print]", BANG),
        ("[loadbang] -> [0( -> [metro 9] -> [print]", NOTHING),
        ("[loadbang] -> [random 9] -> [print]", ANY),
        ("[loadbang] -> [3( -> 1:[f] -> [print]", NOTHING),
        ("[loadbang] -> [3( -> 1:[pack] -> [print]", NOTHING),
        (f"[loadbang] -> {RUN} -> [print]", floats("1")),
        (f"{RUN_KEPT} -> [print]", floats("1")),
        (f"{RUN} -> [print]", NOTHING),
        (f"{VOLUME_KEPT} -> [print]", floats("0.5")),
        (f"{VOLUME} -> [print]", NOTHING),
        (f"{GO} -> [5( -> [print]", NOTHING),
        ("[notein] -> [print]", NOTHING),
        ("[adc~] -> [env~] -> [print]", NOTHING),
        ("[osc~ 440] -> [env~] -> [print]", ANY),
        ("[loadbang] -> [f] -> [+ 1] -> [f], [+ 1] -> [print]", ANY),
    ],
)
def test_what_comes_by_itself(sample: str, expected: Messages) -> None:
    assert reaching(sample) == expected


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        (f"{GO} -> [5( -> [print]", floats("5")),
        ("[5( -> [print]", floats("5")),
        (f"{RUN} -> [print]", floats("0", "1")),
        (f"{VOLUME} -> [print]", ANY),
        ("[notein] -> [print]", ANY),
        ("[floatatom] -> [print]", ANY),
        ("[f 3] -> [floatatom] -> [print]", NOTHING),
    ],
)
def test_what_comes_when_somebody_plays(sample: str, expected: Messages) -> None:
    assert reaching(sample, is_played=True) == expected
