"""The ways of sound and messages: through subpatches, names, delay lines and arrays."""

from __future__ import annotations

import pytest

from patchgen.report.chains import chains, loops

from .sketched import net_of


def ways(sample: str, *, is_signal: bool = True) -> list[str]:
    """The ways of one kind, boxes with arrows between them."""
    return [" -> ".join(chain.boxes) for chain in chains(net_of(sample), is_signal=is_signal)]


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        (
            "[noise~] -> [hip~ 1000] -> [*~ 0.1] -> [dac~]",
            ["[noise~] -> [hip~ 1000] -> [*~ 0.1] -> [dac~]"],
        ),
        (
            "[osc~ 440] -> [pd a {[inlet~] -> [lop~ 9] -> [outlet~]}] -> [dac~]",
            ["[osc~ 440] -> [lop~ 9] -> [dac~]"],
        ),
        (
            "[osc~ 440] -> [pd a {[inlet~] -> [outlet~]}] -> [dac~]",
            ["[osc~ 440] -> [dac~]"],
        ),
        (
            "[osc~ 440] -> [s~ x], [r~ x] -> [dac~]",
            ["[osc~ 440] -> [s~ x] -> [r~ x] -> [dac~]"],
        ),
        (
            "[osc~ 440] -> [throw~ x], [catch~ x] -> [dac~]",
            ["[osc~ 440] -> [throw~ x] -> [catch~ x] -> [dac~]"],
        ),
        (
            "[osc~ 440] -> [delwrite~ x 9], [delread~ x] -> [dac~]",
            ["[osc~ 440] -> [delwrite~ x 9] -> [delread~ x] -> [dac~]"],
        ),
        (
            "[osc~ 440] -> [tabwrite~ x], [tabplay~ x] -> [dac~], [table x 99]",
            ["[osc~ 440] -> [tabwrite~ x] -> [tabplay~ x] -> [dac~]"],
        ),
        (
            "[osc~ 1] -> [+~] -> [dac~], [osc~ 2] -> [+~]",
            ["[osc~ 1] -> [+~] -> [dac~]", "[osc~ 2] -> [+~]"],
        ),
    ],
)
def test_sound_is_followed_through_what_joins_boxes(sample: str, expected: list[str]) -> None:
    told = ways(sample)

    assert told == expected


def test_messages_are_followed_to_where_sound_begins() -> None:
    sample = "[metro 500] -> [440( -> [s x], [r x] -> [osc~] -> [*~ 0.1] -> [dac~]"

    told = ways(sample, is_signal=False)

    assert told == ["[metro 500] -> [440( -> [s x] -> [r x] -> [osc~]"]


def test_values_of_one_name_meet() -> None:
    told = ways("[bng] -> [v x] -> [print a], [f 3] -> [v x]#2", is_signal=False)

    assert any("[v x] -> [v x]" in way for way in told)


def test_a_branch_begins_where_it_leaves() -> None:
    found = chains(net_of("[bng] -> [f] -> [print a], [f] -> [print b]"), is_signal=False)

    assert [chain.is_branch for chain in found] == [False, True]
    assert found[1].boxes == ("[f]", "[print b]")


def test_the_way_to_the_loudspeakers_is_told_first() -> None:
    told = ways("[osc~ 4] -> [env~], [osc~ 4] -> [*~ 0.1] -> [print~], [*~ 0.1] -> [dac~]")

    assert told[0] == "[osc~ 4] -> [*~ 0.1] -> [dac~]"
    assert len(told) == 3


def test_boxes_carry_the_subpatch_they_are_in() -> None:
    (chain,) = chains(
        net_of("[osc~ 9] -> [pd a {[inlet~] -> [lop~ 9] -> [outlet~]}] -> [dac~]"), is_signal=True
    )

    assert chain.canvases == ("", "pd a", "")
    assert chain.places[1].canvas == (1,)


def test_a_feedback_through_a_delay_is_a_circle_with_a_name() -> None:
    sample = "[delread~ x] -> [*~ 0.5] -> [delwrite~ x 99], [osc~ 9] -> [delwrite~ x 99]"

    (loop,) = loops(net_of(sample))

    assert loop.is_signal
    assert loop.names == ("x",)
    assert loop.boxes == ("[delread~ x]", "[*~ 0.5]", "[delwrite~ x 99]")


def test_a_counter_is_a_circle_of_messages() -> None:
    (loop,) = loops(net_of("[bng] -> [f] -> [+ 1] -> 1:[f]"))

    assert not loop.is_signal
    assert loop.boxes == ("[f]", "[+ 1]")


def test_a_patch_without_circles_has_none() -> None:
    assert loops(net_of("[osc~ 440] -> [*~ 0.1] -> [dac~]")) == ()
