"""A patch as one net, across subpatches and names."""

from __future__ import annotations

import pytest

from patchgen.report.net import NAMED, Spot, settle

from .sketched import net_of


def links(sample: str) -> list[tuple[str, str, int, bool]]:
    """The links of a sketch: from, to, inlet, and whether they carry a signal."""
    net = net_of(sample)
    return [
        (net.said(link.source), net.said(link.sink), link.inlet, link.is_signal)
        for link in net.links
    ]


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("[osc~ 4] -> 1:[*~]", [("[osc~ 4]", "[*~]", 1, True)]),
        ("[f] -> 1:[*~]", [("[f]", "[*~]", 1, False)]),
        (
            "[pd a {[inlet~] -> [dac~]}]",
            [("[inlet~]", "[dac~]", 0, True)],
        ),
        (
            "[osc~ 4] -> [pd a {[inlet~] -> [outlet~]}] -> [dac~]",
            [
                ("[osc~ 4]", "[inlet~]", 0, True),
                ("[outlet~]", "[dac~]", 0, True),
                ("[inlet~]", "[outlet~]", 0, True),
            ],
        ),
        ("[s~ a], [r~ a]", [("[s~ a]", "[r~ a]", NAMED, True)]),
        ("[s a], [r a], [r b]", [("[s a]", "[r a]", 0, False)]),
        ("[; a 3(, [r a]", [("[; a 3(", "[r a]", 0, False)]),
        ("[v a], [v a 0]", [("[v a]", "[v a 0]", 0, False), ("[v a 0]", "[v a]", 0, False)]),
        ("[tabwrite~ a], [tabread~ a]", [("[tabwrite~ a]", "[tabread~ a]", NAMED, True)]),
        ("[tabwrite a], [tabread a]", [("[tabwrite a]", "[tabread a]", 0, False)]),
        ("[osc~ 4] -> [+ 1]", []),
        ("[osc~ 4]:3 -> [dac~]", []),
        ("[osc~ 4] -> 5:[dac~]", []),
    ],
)
def test_boxes_are_joined_by_cords_and_names(
    sample: str, expected: list[tuple[str, str, int, bool]]
) -> None:
    told = links(sample)

    assert told == expected


def test_a_cord_into_a_subpatch_ends_at_its_inlet() -> None:
    net = net_of("[f] -> 1:[pd a {[inlet~], [inlet x] -> [print]}]")

    into = [link for link in net.links if not link.source.canvas]

    assert len(into) == 1
    assert into[0].sink.canvas == (1,)


def test_a_signal_into_numbers_is_kept_apart() -> None:
    net = net_of("[osc~ 4] -> [+ 1]")

    ((view, cord),) = net.refused
    assert (view.path, cord.source, cord.sink) == ((), 0, 1)


def test_a_place_is_told_by_the_subpatches_around_it() -> None:
    net = net_of("[pd voice {[lop~]}]")

    assert net.where((0,)) == "pd voice"
    assert net.where(()) == ""


def test_settling_works_again_on_what_changed_until_nothing_does() -> None:
    first, second = Spot((), 0), Spot((), 1)
    worked: list[Spot] = []

    def work(spot: Spot) -> list[Spot]:
        worked.append(spot)
        return [second, second] if spot == first else [first] if len(worked) < 4 else []

    settle([first, second], work)

    assert worked == [first, second, first, second]
