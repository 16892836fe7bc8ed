"""Alignment: the same boxes of two patches find each other."""

from __future__ import annotations

from patchgen.domains.patch.codec import decode
from patchgen.pd.align import aligned


def test_a_patch_is_aligned_with_itself() -> None:
    patch = decode("1 osc~ 440\n2 osc~ 440\n3 *~ 0.1 < 1\n4 *~ 0.2 < 2\n5 dac~ < 3 4>1\n")

    assert aligned(patch, patch) == {i: i for i in range(5)}


def test_arguments_tell_boxes_of_one_name_apart() -> None:
    one = decode("1 osc~ 440\n2 osc~ 220\n")
    other = decode("1 osc~ 220\n2 osc~ 440\n")

    assert aligned(one, other) == {0: 1, 1: 0}


def test_neighbours_tell_boxes_apart_that_are_equal() -> None:
    one = decode("1 osc~ 1\n2 osc~ 1\n3 lop~ 9 < 1\n4 hip~ 9 < 2\n")
    other = decode("1 osc~ 1\n2 osc~ 1\n3 hip~ 9 < 1\n4 lop~ 9 < 2\n")

    assert aligned(one, other) == {0: 1, 1: 0, 2: 3, 3: 2}


def test_boxes_of_different_names_are_never_the_same() -> None:
    assert aligned(decode("1 osc~ 440\n"), decode("1 phasor~ 440\n")) == {}
