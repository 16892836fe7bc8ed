"""What a control reaches."""

from __future__ import annotations

import pytest

from patchgen.report.effects import effects
from patchgen.report.net import Spot

from .boxes import RUN, TO_PITCH, VOLUME
from .sketched import net_of


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        (f"{RUN} -> [metro 500] -> [print]", ["starts and stops [metro 500]", "sends to [print]"]),
        (f"{VOLUME} -> 1:[*~]", ["sets the right inlet of [*~]"]),
        (
            f"{VOLUME} -> [* 2] -> [pack 0 20] -> [line~] -> 1:[*~]",
            ["sets the right inlet of [*~]"],
        ),
        (f"{VOLUME} -> [s v], [r v] -> [mtof] -> [osc~]", ["sets the pitch of [osc~]"]),
        (f"{TO_PITCH}, [r pitch] -> [osc~]", ["sets the pitch of [osc~]"]),
        (
            f"{VOLUME} -> [pd a {{[inlet] -> 1:[lop~]}}]",
            ["sets the cutoff of [lop~]"],
        ),
        (f"{VOLUME} -> [floatatom]", ["shows in [number box]"]),
        (f"{VOLUME} -> [floatatom] -> [osc~]", ["sets the pitch of [osc~]"]),
        (f"{VOLUME} -> [makenote 100 200] -> [noteout]", ["sends to [noteout]"]),
        (f"{VOLUME} -> 1:[makenote]", ["sets the loudness of [makenote]"]),
        (f"{VOLUME} -> [mystery]", ["reaches [mystery]"]),
        (f"{VOLUME}", []),
    ],
)
def test_a_control_is_followed_to_what_it_does(sample: str, expected: list[str]) -> None:
    net = net_of(sample)

    told = [effect.words for effect in effects(net, Spot((), 0))]

    assert told == expected


def test_a_circle_ends() -> None:
    net = net_of("[bng] -> [f] -> [+ 1] -> [f]")

    assert effects(net, Spot((), 0)) == ()
