"""Edits: the smallest change of the records, and a clear word where it is unclear."""

from __future__ import annotations

import pytest

from patchgen.domains.patch.edits.edit import edited
from patchgen.errors import EditUnclear
from patchgen.pd.parse import parse

from .given import CLOCK, ECHO, FILTERED, TONE, after, cords, lines_changed, texts


@pytest.mark.parametrize(
    ("text", "instruction", "old", "new"),
    [
        (TONE, "change the frequency to 330", "osc~ 440", "osc~ 330"),
        (TONE, "set the sine to A3", "osc~ 440", "osc~ 220"),
        (TONE, "change 440 to 330", "osc~ 440", "osc~ 330"),
        (TONE, "an octave higher", "osc~ 440", "osc~ 880"),
        (TONE, "set the ocsillator to 330", "osc~ 440", "osc~ 330"),
        (TONE, "set the volume to -20 dB", "*~ 0.1", "*~ 0.1"),
        (TONE, "halve the volume", "*~ 0.1", "*~ 0.05"),
        (TONE, "use a sawtooth instead of the sine", "osc~ 440", "phasor~ 440"),
        (FILTERED, "set the cutoff to 2 kHz", "lop~ 1000", "lop~ 2000"),
        (FILTERED, "set the frequency of the 220 oscillator to 110", "osc~ 220", "osc~ 110"),
        (FILTERED, "set the second oscillator to 110", "osc~ 220", "osc~ 110"),
        (FILTERED, "set the left oscillator to 110", "osc~ 440", "osc~ 110"),
        (FILTERED, "replace the low-pass by a high-pass", "lop~ 1000", "hip~ 1000"),
        (FILTERED, "replace the lop~ with a bp~ 500 3", "lop~ 1000", "bp~ 500 3"),
        (CLOCK, "make the metro 250 ms", "metro 500", "metro 250"),
        (CLOCK, "set the tempo to 240 bpm", "metro 500", "metro 250"),
        (CLOCK, "double the tempo", "metro 500", "metro 250"),
        (CLOCK, "make it twice as slow", "metro 500", "metro 1000"),
        (CLOCK, "ftom instead of mtof", "mtof", "ftom"),
        (CLOCK, "set the range of the random to 24", "random 12", "random 24"),
        (CLOCK, "change the message to 1 2 3", "7", "1 2 3"),
        (CLOCK, "make the metro much faster", "metro 500", "metro 250"),
        (CLOCK, "could the metro tick every 100 ms?", "metro 500", "metro 100"),
        (CLOCK, "rename the print to notes", "print pitch", "print notes"),
        (TONE, "I'd like the oscillator to be at 550 Hz", "osc~ 440", "osc~ 550"),
        (TONE, "set frequency=330", "osc~ 440", "osc~ 330"),
        (TONE, "swap out the sine for a sawtooth", "osc~ 440", "phasor~ 440"),
        (ECHO, "set the delay time to half a second", "delread~ line 300", "delread~ line 500"),
    ],
)  # fmt: skip
def test_only_the_box_that_is_meant_changes(
    text: str, instruction: str, old: str, new: str
) -> None:
    gone, made = lines_changed(text, instruction)

    assert [line.split(" ", 4)[4] for line in gone] == ([f"{old};"] if old != new else [])
    assert [line.split(" ", 4)[4] for line in made] == ([f"{new};"] if old != new else [])


@pytest.mark.parametrize(
    ("text", "instruction", "says"),
    [
        (FILTERED, "set the oscillator to 330", "[osc~ 440] (box 1), [osc~ 220] (box 2)"),
        (FILTERED, "remove the oscillator", "2 boxes"),
        (TONE, "remove the reverb", "'the reverb'"),
        (TONE, "set the sparkle to 5", "'the sparkle'"),
        (TONE, "add a toggle that starts the metro", "'the metro'"),
        (FILTERED, "set the fifth oscillator to 110", "only 2"),
        (CLOCK, "send it through an echo", "no sound"),
        (FILTERED, "set the volume to 3", "beyond the range"),
        (FILTERED, "make it louder", "no number to start from"),
    ],
)  # fmt: skip
def test_what_is_unclear_is_told_with_a_hint(text: str, instruction: str, says: str) -> None:
    with pytest.raises(EditUnclear) as raised:
        edited(parse(text), instruction)

    assert says in raised.value.message
    assert raised.value.hint


def test_both_of_several_boxes_can_be_meant() -> None:
    changed = after(FILTERED, "set both oscillators to 330")

    assert texts(changed).count("osc~ 330") == 2


def test_a_removed_box_is_bridged() -> None:
    changed = after(FILTERED, "remove the low-pass")

    assert ("osc~ 440", 0, "*~ 0.1", 0) in cords(changed)
    assert "lop~ 1000" not in texts(changed)


def test_an_echo_goes_as_a_whole() -> None:
    changed = after(ECHO, "remove the echo")

    assert texts(changed) == ["noise~", "*~ 0.1", "dac~"]
    assert cords(changed) == {("noise~", 0, "*~ 0.1", 0), ("*~ 0.1", 0, "dac~", 0)}


def test_swapped_boxes_take_the_place_of_each_other() -> None:
    changed = after(FILTERED, "swap osc~ 440 and osc~ 220")

    assert texts(changed)[1:3] == ["osc~ 220", "osc~ 440"]
    assert [(box.x, box.y) for box in changed.boxes] == [
        (box.x, box.y) for box in parse(FILTERED).boxes
    ]


@pytest.mark.parametrize("verb", ["disconnect", "detach", "unplug"])
def test_a_cord_is_taken_away(verb: str) -> None:
    slider = texts(parse(FILTERED))[0]

    changed = after(FILTERED, f"{verb} the slider from the *~")

    assert cords(changed) == cords(parse(FILTERED)) - {(slider, 0, "*~ 0.1", 1)}


def test_a_twin_has_the_same_cords() -> None:
    changed = after(TONE, "add a second oscillator at 220 Hz")

    assert ("osc~ 220", 0, "*~ 0.1", 0) in cords(changed)


def test_a_toggle_that_is_there_is_switched_on_at_the_start() -> None:
    changed = after(CLOCK, "start it when the patch opens")

    assert len(changed.boxes) == len(parse(CLOCK).boxes)
    assert after_again(CLOCK, "start it when the patch opens") == changed


def test_two_volumes_for_two_channels_are_set_together() -> None:
    text = (
        "#N canvas 0 50 450 300 12;\n#X obj 10 40 osc~ 440;\n#X obj 10 100 *~ 0.1;\n"
        "#X obj 90 100 *~ 0.1;\n#X obj 10 160 dac~;\n#X connect 0 0 1 0;\n#X connect 0 0 2 0;\n"
        "#X connect 1 0 3 0;\n#X connect 2 0 3 1;\n"
    )

    assert texts(after(text, "set the volume to 0.2")).count("*~ 0.2") == 2


def test_boxes_in_subpatches_are_found() -> None:
    text = (
        "#N canvas 0 50 450 300 12;\n#N canvas 0 0 200 200 voice 0;\n#X obj 10 10 osc~ 440;\n"
        "#X obj 10 60 outlet~;\n#X connect 0 0 1 0;\n#X restore 10 10 pd voice;\n"
        "#X obj 10 60 dac~;\n#X connect 0 0 1 0;\n"
    )

    gone, made = lines_changed(text, "set the frequency to 330")

    assert (gone, made) == ({"#X obj 10 10 osc~ 440;"}, {"#X obj 10 10 osc~ 330;"})


def after_again(text: str, instruction: str) -> object:
    """The patch after the same instruction twice."""
    once = edited(parse(text), instruction)
    assert once is not None
    return edited(once, instruction)
