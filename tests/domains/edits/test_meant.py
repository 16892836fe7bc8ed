"""Instructions as musicians say them, where another reading would be wrong and silent."""

from __future__ import annotations

import pytest

from patchgen.domains.patch.edits.edit import edited
from patchgen.domains.patch.edits.faces import value_of
from patchgen.errors import EditUnclear
from patchgen.pd.parse import parse
from patchgen.pd.write import write

from .given import CLOCK, ECHO, TONE, after, cords, texts

HSL = "empty empty {label} -2 -8 0 10 #fcfcfc #000000 #000000 0 1;\n"
HEAD = "#N canvas 0 50 450 300 12;\n"
PITCHED = (
    f"{HEAD}#X obj 10 10 hsl 128 15 50 1000 0 0 {HSL.format(label='pitch')}#X obj 10 40 osc~ 440;\n"
    "#X obj 10 100 *~ 0.1;\n#X obj 10 160 dac~;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
    "#X connect 2 0 3 0;\n"
)
PACED = (
    f"{HEAD}#X obj 10 10 hsl 128 15 50 1000 0 0 {HSL.format(label='tempo')}"
    "#X obj 10 40 metro 500;\n#X obj 10 80 print;\n#X connect 0 0 1 1;\n#X connect 1 0 2 0;\n"
)
BEATS = f"{HEAD}#X obj 10 10 metro 1 120 permin;\n#X obj 10 40 sel 12;\n#X connect 0 0 1 0;\n"
SUMMED = (
    f"{HEAD}#X obj 10 10 osc~ 440;\n#X obj 90 10 phasor~ 220;\n#X obj 10 40 +~;\n"
    "#X obj 10 80 dac~;\n#X connect 0 0 2 0;\n#X connect 1 0 2 1;\n#X connect 2 0 3 0;\n"
)
SLOW = SUMMED.replace("phasor~ 220", "osc~ 5")
RESONANT = SUMMED.replace("+~", "bp~ 1000 5")
NOTES = (
    f"{HEAD}#X msg 10 10 60;\n#X obj 10 40 mtof;\n#X obj 10 70 osc~ 440;\n#X obj 10 100 dac~;\n"
    "#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n#X connect 2 0 3 0;\n"
)
ENVELOPE = (
    f"{HEAD}#X obj 10 10 metro 500;\n#X msg 10 40 1 \\, 0 250;\n#X obj 10 70 vline~;\n"
    "#X msg 200 40 7;\n#X obj 200 80 print;\n#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n"
    "#X connect 3 0 4 0;\n"
)
VOICES = (
    f"{HEAD}#N canvas 0 0 200 200 voice 0;\n#X obj 10 10 osc~ 440;\n#X obj 10 60 outlet~;\n"
    "#X connect 0 0 1 0;\n#X restore 10 10 pd voice;\n#N canvas 0 0 200 200 bass 0;\n"
    "#X obj 10 10 osc~ 110;\n#X obj 10 60 outlet~;\n#X connect 0 0 1 0;\n"
    "#X restore 90 10 pd bass;\n#X obj 10 90 dac~;\n#X connect 0 0 2 0;\n#X connect 1 0 2 1;\n"
)
COUNTER = (
    f"{HEAD}#X obj 10 10 metro 500;\n#X obj 10 40 f;\n#X obj 60 40 + 1;\n#X obj 10 70 print;\n"
    "#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n#X connect 2 0 1 1;\n#X connect 1 0 3 0;\n"
)
SHARED = (
    f"{HEAD}#X obj 10 10 r vol;\n#X obj 10 40 print;\n#X msg 90 10 1;\n#X obj 90 40 s vol;\n"
    "#X connect 0 0 1 0;\n#X connect 2 0 3 0;\n"
)
DEEP = SLOW.replace("+~", "*~ 0.5").replace("connect 0 0 2 0", "connect 0 0 3 0")
LOADED = PITCHED.replace("1000 0 0 empty", "1000 0 1 empty").replace("osc~ 440", "osc~")


@pytest.mark.parametrize(
    ("text", "instruction", "value"),
    [
        (PITCHED, "set pitch to A3", 220), (PACED, "set the tempo to 120 bpm", 500),
        (PITCHED, "set pitch to 50%", 525),
    ],
)  # fmt: skip
def test_a_control_counts_as_what_it_feeds(text: str, instruction: str, value: float) -> None:
    slider = after(text, instruction).boxes[0]

    low, high, position = float(slider.args[2]), float(slider.args[3]), float(slider.args[-2])
    assert low + position / 12700 * (high - low) == pytest.approx(value, rel=0.01)


@pytest.mark.parametrize(
    ("text", "instruction", "had", "has"),
    [
        (BEATS, "double the tempo", "metro 1 120 permin", "metro 1 240 permin"),
        (BEATS, "make it slower", "metro 1 120 permin", "metro 1 80 permin"),
        (BEATS, "set the tempo to 100", "metro 1 120 permin", "metro 1 100 permin"),
        (BEATS, "make the metro 250 ms", "metro 1 120 permin", "metro 1 240 permin"),
        (BEATS, "change 12 to 8", "sel 12", "sel 8"),
        (CLOCK, "raise the tempo by 120 bpm", "metro 500", "metro 250"),
        (SLOW, "set the speed of the lfo to 3 Hz", "osc~ 5", "osc~ 3"),
        (SLOW, "make the lfo twice as fast", "osc~ 5", "osc~ 10"),
        (RESONANT, "change 5 to 8", "bp~ 1000 5", "bp~ 1000 8"),
        (TONE, "replace 440 by 330", "osc~ 440", "osc~ 330"),
        (TONE, "transpose it down 12 semitones", "osc~ 440", "osc~ 220"),
        (TONE, "make it a sawtooth", "osc~ 440", "phasor~ 440"),
        (VOICES, "set the frequency of bass to 55", "osc~ 110", "osc~ 55"),
        (ENVELOPE, "change the message 1, 0 250 to 1, 0 500", "1 \\, 0 250", "1 \\, 0 500"),
        (SHARED, "rename vol to gain", "r vol", "r gain"),
        (TONE, "use 330 Hz instead of 440", "osc~ 440", "osc~ 330"),
        (TONE, "set the volume to minus 6 dB", "*~ 0.1", "*~ 0.501187"),
        (TONE, "turn the frequency up to 880", "osc~ 440", "osc~ 880"),
        (SLOW, "change the frequency of the 440 Hz oscillator to 330", "osc~ 440", "osc~ 330"),
    ],
)  # fmt: skip
def test_what_is_meant_changes(text: str, instruction: str, had: str, has: str) -> None:
    before, changed = every_text(text), every_text(write(after(text, instruction)))

    assert had in before
    assert has in changed
    assert len(changed) == len(before)


@pytest.mark.parametrize(
    ("text", "instruction", "says"),
    [
        (TONE, "set the frequency to 50%", "hertz"), (TONE, "set the frequency to -6 dB", "hertz"),
        (TONE, "set the volume to 300 ms", "a gain"), (CLOCK, "set the metro to 50%", "millisec"),
        (VOICES, "remove the second voice", "only one"),
        (SUMMED, "remove the second sine", "only one"),
        (NOTES, "set the frequency to 330", "[mtof] sets that"),
        (CLOCK.replace("random", "delay"), "set the decay to 400", "'the decay'"),
        (ECHO, "connect the noise to the input feedback", "'the input feedback'"),
        (TONE, "add a low-pass at 800 Hz with resonance 3", "no setting for 3"),
        (CLOCK, "add a button that stops the metro", "only starts"),
        (BEATS, "add a slider for the tempo", "counts in beats"),
        (BEATS.replace("120", "0"), "make the metro 250 ms", "counts in permin"),
        (VOICES, "set the frequency to 330", "in [pd bass]"),
        (DEEP, "make the sine louder", "[osc~ 5]"),
        (PITCHED.replace("1000 0 0", "1000 1 0"), "let the slider go from 0 to 500", "logarithmic"),
    ],
)  # fmt: skip
def test_what_would_be_wrong_is_refused(text: str, instruction: str, says: str) -> None:
    with pytest.raises(EditUnclear) as raised:
        edited(parse(text), instruction)

    assert says in raised.value.message
    assert raised.value.hint


def test_a_box_between_two_that_are_named_is_neither() -> None:
    changed = after(SUMMED, "remove the sine and the saw")

    assert texts(changed) == ["+~", "dac~"]


def test_ranges_are_converted_and_share_a_unit() -> None:
    paced = after(CLOCK, "add a slider for the tempo from 60 to 180 bpm").boxes[-1]
    pitched = after(TONE, "add a slider for the pitch from 1 to 10 kHz").boxes[-1]

    assert [float(atom) for atom in paced.args[2:4]] == pytest.approx([333.333, 1000])
    assert pitched.args[2:4] == ("1000", "10000")


def test_a_named_setting_of_an_effect_is_that_setting() -> None:
    timed = texts(after(TONE, "add a delay of 250 ms with 50% feedback"))
    fed_back = texts(after(TONE, "add a delay with feedback 0.6"))

    assert {"delread~ \\$0-echo 250", "*~ 0.5"} <= set(timed)
    assert {"delread~ \\$0-echo 300", "*~ 0.6"} <= set(fed_back)


def test_a_delay_line_grows_with_its_time() -> None:
    changed = texts(after(ECHO, "set the delay time to 3 seconds"))

    assert {"delread~ line 3000", "delwrite~ line 3000"} <= set(changed)


def test_a_button_for_an_envelope_sends_its_message() -> None:
    changed = after(ENVELOPE, "add a button that triggers the vline~")

    assert changed.connections[-1].sink == texts(changed).index("1 \\, 0 250")


def test_a_mute_button_is_a_toggle() -> None:
    assert after(TONE, "add a mute button").boxes[-1].name == "tgl"


def test_a_bang_is_not_led_to_what_does_not_understand_it() -> None:
    changed = after(ENVELOPE, "remove the first message")

    assert ("metro 500", 0, "vline~", 0) not in cords(changed)


def test_a_counter_goes_with_what_counts() -> None:
    assert texts(after(COUNTER, "remove the counter")) == ["metro 500", "print"]


def test_a_removed_slider_leaves_its_number() -> None:
    assert "osc~ 50" in texts(after(LOADED, "remove the pitch slider"))


def test_a_control_in_the_place_of_another_keeps_its_value() -> None:
    changed = after(LOADED, "replace the slider by a vertical slider")

    assert value_of(changed.boxes[0]) == 50


def test_a_control_that_is_there_is_taken() -> None:
    changed = after(PITCHED, "control the volume with the slider")

    assert len(changed.boxes) == len(parse(PITCHED).boxes)
    assert (texts(changed)[0], 0, "*~ 0.1", 1) in cords(changed)


def test_a_value_in_a_word_is_no_object() -> None:
    assert edited(parse(TONE), "set the volume to max") is None


def every_text(text: str) -> list[str]:
    """What stands in all boxes, those of subpatches too."""
    records = [line.rstrip(";").split(" ", 4) for line in text.splitlines()]
    return [record[4] for record in records if record[1] in ("obj", "msg")]
